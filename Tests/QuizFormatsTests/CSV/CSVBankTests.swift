import QuizCore
import QuizFormats
import Testing

struct CSVBankTests {
    private func read(_ text: String) throws -> ForeignBank {
        try CSVBank.read(Array(text.utf8), vocabulary: Shipped.vocabulary())
    }

    private func place(_ fault: Fault) -> [Int] { [fault.line, fault.column] }

    @Test(arguments: [",", ";", "\t"], ["\n", "\r\n", "\r"])
    func separatorsAndLineEndsAreFound(_ separator: String, _ end: String) throws {
        let rows = [["Câu hỏi", "A", "B", "Đáp án"], ["Một \"\"cộng\"\", hai;\n\t?", "=3", "4", "B"]]
        let text = rows.map { $0.map { "\"\($0)\"" }.joined(separator: separator) }.joined(separator: end)
        for tail in ["", end, end + end] {
            let bank = try read("\u{FEFF}" + text + tail)
            #expect(bank.faults == [])
            #expect(bank.questions.count == 1)
            #expect(bank.questions.first?["prompt"]?.scalar == "Một \"cộng\", hai;\n\t?")
            #expect(bank.questions.first?["options"]?.starred == ["=3", "*4"])
            #expect(bank.questions.first?["options"]?.place == SourcePlace(line: 2, column: 2))
        }
    }

    @Test func anAnnouncedSeparatorIsUsed() throws {
        let bank = try read("sep=;\r\nCâu hỏi;A;B;Đáp án\r\nx, y;1,2;3,4;A\r\n")
        #expect(bank.faults == [])
        #expect(bank.questions.first?["options"]?.starred == ["*1,2", "3,4"])
    }

    @Test func anOpenQuoteIsToldWhereItOpens() throws {
        let bank = try read("Câu hỏi,A,B,Đáp án\nx,\"1,2,A\ny,1,2,A\n")
        #expect(bank.faults.contains { place($0) == [2, 2] && $0.message.en.contains("never closes") })
    }

    @Test func wordsBehindAQuoteAreTold() throws {
        let bank = try read("Câu hỏi,A,B,Đáp án\n\"x\" y,1,2,A\nz\"z,\"3\" ,4,A\n")
        #expect(bank.faults.map(place) == [[2, 1]])
        #expect(bank.questions.last?["prompt"]?.scalar == "z\"z")
    }

    @Test func raggedRowsAreTold() throws {
        let bank = try read("Bộ đề số 1\nCâu hỏi,A,B,Đáp án\nx,1,2,A\nmột, hai,1,2,A\ny,1,A\n,,,\n\n")
        #expect(bank.faults.map(place) == [[4, 5], [5, 4]])
        #expect(bank.faults.allSatisfy { $0.message.en.contains("cells") })
    }

    @Test func moreRowsThanASheetHasAreRefused() throws {
        let most = CSVBank.maximumRows
        let bank = try read("Câu hỏi,A\nx,1\n" + String(repeating: "\n", count: most))
        #expect(bank.faults.map(place) == [[most, 1]])
        #expect(try read("Câu hỏi,A\nx,1\n" + String(repeating: "\n", count: most - 2)).faults == [])
    }

    @Test func otherEncodingsAreRefused() throws {
        let bytes = Array("Câu hỏi,A\n".utf8) + [0xE2, 0x28]
        #expect(
            try CSVBank.read(bytes, vocabulary: Shipped.vocabulary()).faults.first?.message.en.contains("UTF-8") == true
        )
        let wide: [UInt8] =
            [0xFF, 0xFE] + "Câu hỏi".utf16.flatMap { unit in [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
        #expect(
            try CSVBank.read(wide, vocabulary: Shipped.vocabulary()).faults.first?.message.en.contains("UTF-16") == true
        )
    }

    @Test(arguments: ["", "\n\n", "\u{FEFF}", "một,hai\nba,bốn", "Câu hỏi\nx"])
    func withoutAHeadingTheKnownOnesAreListed(_ text: String) throws {
        let bank = try read(text)
        #expect(bank.faults.count == 1)
        #expect(bank.faults.first?.message.vi.contains("Đáp án") == true)
        #expect(bank.questions.isEmpty)
    }

    @Test func aHeadingAloneIsNoBank() throws {
        #expect(try read("Câu hỏi,A,B,Đáp án\n").faults.first?.message.en.contains("no question") == true)
    }

    @Test func anyBytesAreRead() throws {
        let vocabulary = try Shipped.vocabulary()
        let parts = [
            "\"", ",", ";", "\n", "\r", "\t", "Câu hỏi", "A", "B", "Đáp án", "x", "sep=", "'", "=", "\u{FEFF}", "é",
        ]
        var generator = SplitMix(state: 11)
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...40, using: &generator)
            let text = (0..<count).map { _ in parts[Int.random(in: parts.indices, using: &generator)] }.joined()
            let bank = CSVBank.read(Array(text.utf8), vocabulary: vocabulary)
            #expect(!bank.questions.isEmpty || !bank.faults.isEmpty)
        }
    }

    @Test func whatWasKeptFromBeingAFormulaComesBack() {
        let parts = ["=", "+1", "-", "@", "\n", ",", "; ", "'", "x", " ", "\"", "１", "＝"]
        var generator = SplitMix(state: 12)
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...8, using: &generator)
            let text = (0..<count).map { _ in parts[Int.random(in: parts.indices, using: &generator)] }.joined()
            let protected = FormulaGuard.protected(text)
            #expect(FormulaGuard.protected(FormulaGuard.restored(protected)) == protected)
            if !text.contains("'") { #expect(FormulaGuard.restored(protected) == text) }
        }
    }
}
