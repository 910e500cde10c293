import QuizCore
import Testing

struct OtherUnitTests {
    @Test(
        arguments: [
            ("  Công ty  TNHH Một (Hà Tĩnh) ", "Công ty TNHH Một (Hà Tĩnh)"),
            ("Trường THCS & THPT số 2", "Trường THCS & THPT số 2"),
            ("A1b", "A1b"),
        ]
    )
    func namesOfUnitsAreTaken(_ typed: String, _ text: String) {
        #expect(OtherUnit(typed)?.text == text)
    }

    @Test(
        arguments: [
            "", "a", "12", "<b>Một</b>", "=CMD()", "Một\u{202E}iaH", "Мир школа", String(repeating: "a", count: 201),
            "a\u{0}b",
            "@SUM", "Trường 👩",
        ]
    )
    func anythingElseIsRefused(_ typed: String) {
        #expect(OtherUnit(typed) == nil)
    }

    @Test func likeTextsComeTogether() {
        let texts = [
            ("THCS Lê Lợi", 3), ("trường thcs le loi", 2), ("Trung học cơ sở Lê Lợi", 1), ("THCS Nguyen Du", 2),
            ("thcs nguyen duu", 1),
            ("Lớp 9A1 trường xa", 1), ("Lớp 9A2 trường xa", 1),
        ].map { OtherUnit.Counted(text: $0.0, people: $0.1) }
        let groups = OtherUnit.grouped(texts)
        #expect(groups.map(\.people) == [6, 3, 1, 1])
        #expect(groups[0].texts.map(\.text) == ["THCS Lê Lợi", "trường thcs le loi", "Trung học cơ sở Lê Lợi"])
        #expect(groups.flatMap(\.texts).count == texts.count)
        #expect(OtherUnit.grouped([]).isEmpty)
    }

    private func faults(
        _ unit: Unit?,
        other: String? = nil,
        allows: Bool = true,
        group: String = "g"
    ) throws -> [String] {
        var form = RegistrationForm()
        form.group = group
        form.otherUnit = other
        let contest = Contest(
            id: "c",
            mode: .demo,
            acceptsPublicBank: true,
            title: "C",
            banks: ["b"],
            rounds: [],
            rules: Rules(
                minutes: 10,
                attempts: AttemptLimit(limit: 1, per: .contest),
                counts: .best,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .none),
                duration: .lastChange,
                ranking: [.score],
                showScore: .submission,
                release: .submission,
                identity: .phone,
                lateStart: .cut
            ),
            groups: [Group(id: "g", title: "G", unitTypes: ["lop"], blueprint: [])],
            prediction: nil,
            otherUnits: allows
        )
        let day = try #require(CalendarDay(year: 2026, month: 1, day: 1))
        return form.unitFaults(unit, in: contest, on: day).map(\.field)
    }

    @Test func aRegistrationNamesAUnitThatFits() throws {
        let other = Unit(code: "khac", title: "Khác", type: "khac", parent: nil)
        let school = Unit(code: "a", title: "A", type: "lop", parent: nil)
        let gone = Unit(
            code: "b",
            title: "B",
            type: "lop",
            parent: nil,
            validTo: CalendarDay(year: 2025, month: 12, day: 31)
        )
        #expect(try faults(school).isEmpty)
        #expect(try faults(nil) == ["unit"])
        #expect(try faults(gone) == ["unit"])
        #expect(try faults(Unit(code: "x", title: "X", type: "thcs", parent: nil)) == ["unit"])
        #expect(try faults(other, other: "Trường Một").isEmpty)
        #expect(try faults(other) == ["otherUnit"])
        #expect(try faults(other, other: "<x>") == ["otherUnit"])
        #expect(try faults(other, other: "Trường Một", allows: false) == ["unit"])
        #expect(try faults(school, other: "Trường Một") == ["otherUnit"])
    }
}
