import QuizCore
import Testing

struct RegistrationFormTests {
    private static func contest(_ identity: IdentityRule) -> Contest {
        Contest(
            id: "c",
            mode: .demo,
            acceptsPublicBank: false,
            title: "C",
            banks: ["b"],
            rounds: [Round(id: "r", title: "R", opens: Timestamp(milliseconds: 0), closes: nil)],
            rules: Rules(
                minutes: 20,
                attempts: AttemptLimit(limit: 1, per: .round),
                counts: .best,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .none),
                duration: .lastChange,
                ranking: [.score],
                showScore: .submission,
                release: .submission,
                identity: identity,
                lateStart: .cut
            ),
            groups: [
                Group(
                    id: "g",
                    title: "G",
                    minimumAge: 12,
                    maximumAge: 60,
                    blueprint: [Section(topic: nil, difficulty: nil, count: 1)]
                )
            ],
            prediction: nil
        )
    }

    private func form(_ change: (inout RegistrationForm) -> Void = { _ in }) -> RegistrationForm {
        var form = RegistrationForm()
        form.name = "Trần Thị Bé"
        form.group = "g"
        form.unit = "u"
        form.birthYear = 1990
        form.phone = "0912 345 678"
        form.consents = ["participation"]
        change(&form)
        return form
    }

    private func faults(_ form: RegistrationForm, _ identity: IdentityRule = .phone) -> [String] {
        form.check(in: Self.contest(identity), year: 2026).faults.map(\.field)
    }

    @Test func aFullFormHasNoFaults() {
        #expect(faults(form()).isEmpty)
    }

    /// I15: sixteen is still a child, seventeen is not.
    @Test func childhoodEndsWithSixteen() {
        let child = form { $0.birthYear = 2010 }
        #expect(faults(child) == ["phone", "consents"])
        let cared = form {
            $0.birthYear = 2010
            $0.phone = ""
            $0.consents = ["participation", "guardian", "publishName"]
        }
        let checked = cared.check(in: Self.contest(.phone), year: 2026).checked
        #expect(checked?.isChild == true)
        #expect(checked?.displayName == "Bé T.T.")
        #expect(faults(form { $0.birthYear = 2009 }).isEmpty)
    }

    @Test(
        arguments: [2014: true, 2015: false, 1966: true, 1965: false, .min: false, .max: false, 0: false]
            as [Int: Bool]
    )
    func agesHaveBothBounds(_ line: (key: Int, value: Bool)) {
        let form = form {
            $0.birthYear = line.key
            $0.phone = line.key > 2009 ? nil : $0.phone
            $0.consents += line.key > 2009 ? ["guardian"] : []
        }
        #expect(faults(form).contains("birthYear") == !line.value, "\(line.key)")
    }

    @Test func aPhoneIsNeededOnlyWhereItTellsPeopleApart() {
        let form = form { $0.phone = nil }
        #expect(faults(form) == ["phone"])
        #expect(faults(form, .nameBirthUnit).isEmpty)
    }

    @Test(arguments: ["head", "staff", "other", nil] as [String?])
    func positionsAreKnown(_ position: String?) {
        #expect(faults(form { $0.position = position }).isEmpty)
        #expect(faults(form { $0.position = "king" }) == ["position"])
    }

    /// Two children of one family share neither phone nor name; a name is one however it is typed.
    @Test func childrenAreToldApartByNameYearAndUnit() throws {
        func identity(_ name: String, _ unit: String = "u", _ year: Int = 2012) throws -> [UInt8] {
            let form = form {
                $0.name = name
                $0.unit = unit
                $0.birthYear = year
                $0.phone = nil
                $0.consents = ["participation", "guardian"]
            }
            let checked = try #require(form.check(in: Self.contest(.phone), year: 2026).checked)
            return form.identity(checked, rule: .phone, unique: []).bytes
        }
        let first = try identity("Trần Thị Bé")
        #expect(try identity("TRẦN  THỊ BÉ") == first)
        #expect(try identity("Trần Thị Be\u{301}") == first)
        #expect(try identity("Trần Thị Lớn") != first)
        #expect(try identity("Trần Thị Bé", "v") != first)
        #expect(try identity("Trần Thị Bé", "u", 2011) != first)
    }
}
