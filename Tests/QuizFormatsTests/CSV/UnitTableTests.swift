import QuizCore
import QuizFormats
import Testing

struct UnitTableTests {
    private static let vocabulary = Vocabulary(
        topics: [],
        groups: [],
        unitTypes: [.init(code: "xa", title: Message(vi: "Xã", en: "Commune"))]
    )

    private func units(_ text: String) throws -> [Unit] {
        #expect(UnitTable.isTable(Array(text.utf8)))
        return try UnitTable.units(Array(text.utf8), vocabulary: Self.vocabulary)
    }

    @Test(arguments: [",", ";", "\t"])
    func aTableOfUnitsIsRead(_ separator: String) throws {
        let lines = [
            "code,title,type,parent,headcount,headcountOn,headcountSource",
            "b,Xã Hai,xa,a,20,2026-09-05,UBND xã", "a,\"Xã Một\",xa,,,,", ",,,,,,",
        ]
        let text = "\u{FEFF}" + lines.map { $0.replacing(",", with: separator) }.joined(separator: "\r\n")
        let units = try units(text)
        #expect(units.map(\.code) == ["a", "b"])
        #expect(units[0].title == "Xã Một" && units[0].headcounts.isEmpty)
        #expect(units[1].parent == "a")
        let day = CalendarDay(year: 2026, month: 9, day: 5)
        #expect(units[1].headcounts == [Headcount(count: 20, countedOn: day, source: "UBND xã")])
    }

    @Test(
        arguments: [
            ("code,title,type\na,A,thon", 2, 3), ("code,title,type\na,,xa", 2, 1), ("code,title,type\na,A,xa,5", 2, 4),
            ("code,title,type,size\na,A,xa,5", 2, 4), ("code,title,type\na,\"A,xa", 2, 2),
            ("code,title,type\na,A,xa\na,B,xa", 3, 1),
        ]
    )
    func faultsHaveRowAndColumn(_ text: String, _ row: Int, _ column: Int) {
        let faults = #expect(throws: Faults.self) { _ = try units(text) }
        #expect(faults?.faults.first.map { [$0.line, $0.column] } == [row, column], "\(faults?.faults ?? [])")
    }

    @Test func whatIsNotATableIsLeftToYAML() {
        for text in ["units:\n  - { code: a }", "codes,x", "code", ""] {
            #expect(!UnitTable.isTable(Array(text.utf8)))
        }
        let broken = Array("code,title,type\na,".utf8) + [0xFF]
        #expect(throws: Faults.self) { _ = try UnitTable.units(broken, vocabulary: Self.vocabulary) }
    }
}
