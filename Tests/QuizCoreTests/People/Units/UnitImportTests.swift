import QuizCore
import Testing

struct UnitImportTests {
    private static let stored: [String: Unit] = [
        "tinh": Unit(code: "tinh", title: "Tỉnh", type: "tinh", parent: nil),
        "xa": Unit(
            code: "xa",
            title: "Xã",
            type: "xa-phuong",
            parent: "tinh",
            validFrom: CalendarDay(year: 2025, month: 7, day: 1),
            headcounts: [Headcount(count: 10, source: "UBND")]
        ),
    ]

    private func read(_ lines: String...) throws(Faults) -> UnitImport {
        let yaml = "units:\n" + lines.map { "  - { \($0) }\n" }.joined()
        return try UnitImport(yaml: Array(yaml.utf8), vocabulary: words, stored: Self.stored)
    }

    @Test func aParentMayBeStoredAlready() throws {
        let units = try read("code: lop, title: Lớp, type: lop, parent: xa, educationParent: tinh")
        #expect(units.added == ["lop"] && units.changed.isEmpty && units.same == 0)
        #expect(units.units[0].above(in: .education) == "tinh")
    }

    /// What a file nowhere speaks of stays; what it speaks of is as it says, also where it says nothing.
    @Test func whatAFileDoesNotSpeakOfStays() throws {
        let same = try read("code: xa, title: Xã, type: xa-phuong")
        #expect(same.same == 1 && same.differing.isEmpty)
        let moved = try read("code: xa, title: Xã, type: xa-phuong, parent: ~")
        #expect(moved.changed.map { $0.parts.map(\.key) } == [["parent"]])
        #expect(moved.changed[0].parts[0].from == "tinh" && moved.changed[0].parts[0].to.isEmpty)
        #expect(moved.units[0].validFrom == CalendarDay(year: 2025, month: 7, day: 1))
    }

    @Test func countsAreAddedToThoseThereAre() throws {
        #expect(try read("code: xa, title: Xã, type: xa-phuong, headcount: 10, headcountSource: UBND").same == 1)
        let more = try read(
            "code: xa, title: Xã Mới, type: xa-phuong, headcount: 12, headcountOn: 2026-09-05, headcountSource: UBND"
        )
        #expect(more.changed[0].parts.map(\.key) == ["title", "headcount"])
        #expect(more.changed[0].parts[1].to == "12 (2026-09-05, UBND)")
    }

    @Test func faultsOfTreesAndHistoryAreTold() {
        let found = told {
            _ = try read(
                "code: khac, title: Khác, type: lop",
                "code: a, title: A, type: lop, validFrom: 2025-07-01, validTo: 2025-06-30",
                "code: b, title: B, type: lop, successors: xa",
                "code: c, title: C, type: lop, validTo: 2025-06-30, successors: [khong, xa]",
                "code: d, title: D, type: lop, parent: e",
                "code: e, title: E, type: lop, educationParent: d",
                "code: f, title: F, type: lop, validTo: 2025-06-30, successors: g",
                "code: g, title: G, type: lop, validTo: 2025-07-30, successors: [f]"
            )
        }
        let expected = [
            "2:13: the code 'khac' stands for 'other'", "3:69: the last day 2025-06-30 is before the first",
            "4:49: a unit with successors needs its last day",
            "5:70: 'successors': there is no unit with the code 'khong'",
            "6:45: the units are above each other in a circle: ",
            "8:70: the units succeed each other in a circle: f → g → f",
        ]
        #expect(found.count == expected.count, "\(found)")
        for (line, beginning) in zip(found, expected) {
            #expect(line.hasPrefix(beginning), "\(line)")
        }
    }

    @Test func aStoredUnitTakesPartInCircles() {
        let found = told { _ = try read("code: tinh, title: Tỉnh, type: tinh, parent: xa") }
        #expect(found.count == 1 && found[0].contains("tinh → xa → tinh"), "\(found)")
    }

    @Test func theNewestCountByADayHolds() throws {
        func count(_ number: Int, _ month: Int?, _ group: String? = nil) -> Headcount {
            Headcount(
                group: group,
                count: number,
                countedOn: month.flatMap { CalendarDay(year: 2026, month: $0, day: 5) }
            )
        }
        let history = [count(3, 9), count(1, nil), count(2, 1), count(4, 12), count(7, 9, "thcs"), count(5, 9)]
        func held(_ month: Int) -> [Int] {
            Headcount.newest(of: history, on: CalendarDay(year: 2026, month: month, day: 5)).map(\.count)
        }
        #expect(held(11) == [5, 7])
        #expect(held(8) == [2])
        #expect(held(12) == [4, 7])
        #expect(Headcount.newest(of: history, on: CalendarDay(year: 2025, month: 1, day: 1)).map(\.count) == [1])
        #expect(Headcount.newest(of: history).map(\.count) == [4, 7])
    }
}
