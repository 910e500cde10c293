import QuizCore
import Testing

struct UnitHeadcountTests {
    private func units(_ line: String) throws(Faults) -> [Unit] {
        try Unit.list(yaml: Array("units:\n  - { code: a, title: A, type: lop, \(line) }\n".utf8), vocabulary: words)
    }

    @Test func headcountsAreRead() throws {
        let day = try #require(CalendarDay(year: 2026, month: 9, day: 5))
        let plain = try units("headcount: 512, headcountOn: 2026-09-05, headcountSource: Báo cáo đầu năm học")
        #expect(plain[0].headcounts == [Headcount(count: 512, countedOn: day, source: "Báo cáo đầu năm học")])
        let apart = try units("headcounts: [{ group: thcs, count: 300, on: 2026-09-05 }, { group: can-bo, count: 20 }]")
        #expect(
            apart[0].headcounts == [
                Headcount(group: "thcs", count: 300, countedOn: day), Headcount(group: "can-bo", count: 20),
            ]
        )
        #expect(try units("headcount: ~")[0].headcounts.isEmpty)
    }

    @Test(
        arguments: [
            ("headcount: 0", "2:51: 'headcount' must be a whole number from 1 to 10000000"),
            ("headcount: 5.5", "2:51: 'headcount' must be a whole number"),
            ("headcountOn: 2026-09-05", "2:53: 'headcountOn' needs the number of people, 'headcount'"),
            ("headcount: 5, headcountOn: 31/12/2026", "2:67: 'headcountOn' must be a real day"),
            ("headcounts: [{ group: xyz, count: 5 }]", "2:62: 'group': there is no code 'xyz'"),
            ("headcounts: [{ count: 5 }]", "2:53: the key 'group' is missing"),
        ]
    )
    func aFaultIsToldWithItsPlace(_ line: String, _ expected: String) {
        let found = told { _ = try units(line) }
        #expect(found.count == 1 && found[0].contains(expected.split(separator: ": ", maxSplits: 1)[1]), "\(found)")
    }

    @Test func aGroupIsCountedOnce() {
        let found = told { _ = try units("headcounts: [{ group: thcs, count: 3 }, { group: thcs, count: 4 }]") }
        #expect(found.count == 1 && found[0].contains("the group 'thcs' has two headcounts"), "\(found)")
    }
}
