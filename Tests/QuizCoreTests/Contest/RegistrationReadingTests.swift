import QuizCore
import Testing

/// What a definition says about registering and keeping data, and what does not go together.
struct RegistrationReadingTests {
    private static func yaml(
        _ more: String,
        identity: String = "phone",
        group: String = "minimumAge: 12",
        closes: String = ", closes: 2026-12-06T24:00"
    ) -> String {
        """
        contest: thi
        mode: demo
        title: Thi
        banks: [b]
        rounds: [{ id: r, title: R, opens: 2026-11-30T08:00\(closes) }]
        rules: { minutes: 20, identity: \(identity) }
        groups: [{ id: can-bo, title: Cán bộ, \(group), blueprint: [{ count: 1 }] }]
        \(more)

        """
    }

    private func read(_ more: String, identity: String = "phone", group: String = "minimumAge: 12") throws -> Contest {
        try Contest(
            yaml: Array(Self.yaml(more, identity: identity, group: group).utf8),
            vocabulary: words
        )
    }

    @Test func whatIsLeftOutIsAsItAlwaysWas() throws {
        let byPhone = try read("")
        #expect(byPhone.registration.fields == .init(phone: .required))
        #expect(byPhone.registration.proofOfWork == nil && byPhone.registration.consents == ConsentText.standard)
        #expect(byPhone.retention == nil && byPhone.erasesFrom == nil)
        let byName = try read("", identity: "nameBirthUnit")
        #expect(byName.registration.fields == .init(phone: .no))
    }

    @Test func everyRuleIsRead() throws {
        let contest = try read(
            """
            registration:
              name: required
              group: no
              unit: optional
              position: required
              phone: optional
              idNumber: required
              proofOfWork: true
              consents: [{ purpose: contact, version: '2', text: Tôi đồng ý nhận tin nhắn. }]
            retention: { daysAfterClose: 90 }
            """,
            identity: "idNumber",
            group: "minimumAge: 18"
        )
        let registration = contest.registration
        let fields = RegistrationRules.Fields(
            group: .no,
            unit: .optional,
            position: .required,
            phone: .optional,
            idNumber: .required
        )
        #expect(registration.fields == fields && registration.proofOfWork == RegistrationRules.usualProof)
        #expect(registration.consents.map(\.purpose) == ConsentText.standard.map(\.purpose))
        #expect(registration.consents.first { $0.purpose == .contact }?.text == "Tôi đồng ý nhận tin nhắn.")
        // The round ends with 6 December; ninety days later it is 7 March.
        #expect(contest.erasesFrom.map { CalendarDay(of: $0).text } == "2027-03-07")
        let dated = try read("retention: { until: 2027-06-30 }")
        #expect(dated.erasesFrom.map { CalendarDay(of: $0).text } == "2027-07-01")
    }

    @Test(
        arguments: [
            ("registration: { phone: no }", "phone", "8:24: rules say identity: phone"),
            ("registration: { phone: optional }", "phone", "8:24: rules say identity: phone"),
            ("", "idNumber", "6:8: rules say identity: idNumber"),
            ("registration: { idNumber: required }", "idNumber", "8:27: group 'can-bo' takes children"),
            ("registration: { unit: optional }", "nameBirthUnit", "8:23: rules say identity: nameBirthUnit"),
            ("registration: { name: optional }", "none", "8:23: boards need names"),
            ("registration: { birthYear: no }", "none", "8:28: the year of birth tells"),
            ("registration: { group: optional }", "none", "8:24: there are 1 groups"),
            ("registration: { proofOfWork: 40 }", "none", "8:30: 'proofOfWork' must be a whole number from 8 to 22"),
            ("registration: { phone: maybe }", "none", "8:24: 'phone' does not take"),
            (
                "registration: { consents: [{ purpose: contact, version: '1', text: Khác }] }", "none",
                "8:57: version '1' is that of the standard text"
            ),
            ("retention: { until: 2026-12-06 }", "none", "8:21: the day of erasure, 2026-12-06, must come after"),
            ("retention: {}", "none", "8:12: 'retention' needs one of the keys"),
            ("retention: { until: 2027-01-01, daysAfterClose: 1 }", "none", "8:12: 'retention' needs one of the keys"),
        ]
    )
    func contradictionsAreToldWithTheirPlace(_ more: String, _ identity: String, _ fault: String) {
        let told = toldOfContest(Self.yaml(more, identity: identity))
        #expect(match(told, [fault]), "\(told)")
    }

    @Test func whatNeverClosesHasNothingToCountFrom() {
        let told = toldOfContest(Self.yaml("retention: { daysAfterClose: 1 }", closes: ""))
        #expect(match(told, ["8:30: round 'r' never closes"]), "\(told)")
    }

    @Test func aContestOfChildrenAsksNoPhone() {
        let told = toldOfContest(Self.yaml("", group: "maximumAge: 15"))
        #expect(match(told, ["6:8: all groups hold children only"]), "\(told)")
    }

    @Test func onceStartedWhoPeopleAreIsErasedSoonerAtMost() throws {
        let now = Timestamp(milliseconds: 0)
        func refusals(_ former: String, _ new: String) throws -> Int {
            ContestAmendment(from: try read(former), to: try read(new), at: now).refusals.count
        }
        #expect(try refusals("retention: { until: 2027-06-30 }", "retention: { until: 2027-05-30 }") == 0)
        #expect(try refusals("", "retention: { until: 2027-05-30 }") == 0)
        #expect(try refusals("retention: { until: 2027-06-30 }", "retention: { until: 2027-07-30 }") == 1)
        #expect(try refusals("retention: { until: 2027-06-30 }", "") == 1)
        #expect(try refusals("", "registration: { proofOfWork: 16 }") == 0)
        #expect(try refusals("", "registration: { position: no }") == 1)
    }

    @Test func theFormAsksWhatTheDefinitionSays() throws {
        let contest = try read(
            "registration: { group: no, unit: optional, position: required, idNumber: required }",
            identity: "none",
            group: "minimumAge: 18"
        )
        var form = RegistrationForm()
        form.name = "Trần Thị Bé"
        form.birthYear = 1990
        form.consents = ["participation"]
        form.fillIn(by: contest)
        #expect(form.group == "can-bo" && form.unit == RegistrationRules.otherUnit)
        #expect(form.check(in: contest, year: 2026).faults.map(\.field) == ["position", "idNumber"])
        form.position = "head"
        form.idNumber = "042 090 001 234"
        let checked = try #require(form.check(in: contest, year: 2026).checked)
        #expect(checked.idNumber?.digits == "042090001234")
        form.phone = "0912345678"
        #expect(form.check(in: contest, year: 2026).faults.map(\.field) == ["phone"], "it is not asked")
    }

    @Test func anIdentityByNumberIsOneHoweverItIsWritten() throws {
        let contest = try read("registration: { idNumber: required }", identity: "idNumber", group: "minimumAge: 18")
        func identity(_ number: String, _ name: String) throws -> CanonicalBytes {
            var form = RegistrationForm()
            form.name = name
            form.group = "can-bo"
            form.unit = "u"
            form.birthYear = 1990
            form.idNumber = number
            form.phone = nil
            form.consents = ["participation"]
            let checked = try #require(form.check(in: contest, year: 2026).checked)
            return form.identity(checked, rule: .idNumber, unique: [])
        }
        #expect(try identity("042090001234", "Trần Thị Bé").bytes == identity("042 090 001 234", "Lê An").bytes)
        #expect(try identity("042090001234", "Trần Thị Bé").bytes != identity("042090001235", "Trần Thị Bé").bytes)
    }
}
