import QuizCore
import QuizFormats
import Testing

/// Old encodings in sheets, where a cell alone says little.
struct SheetEncodingTests {
    private func told(_ csv: String) throws -> [Fault] {
        try CSVBank.read(Array(csv.utf8), vocabulary: Shipped.vocabulary()).faults
    }

    @Test func aCellInAnOldEncodingIsToldWithRowAndColumn() throws {
        let faults = try told("Câu hỏi,A,B,Đáp án\nMật khẩu?,C©u hái vÒ mËt khÈu,Không,A\n")
        #expect(faults.map(\.line) == [2] && faults.map(\.column) == [2])
        #expect(faults.first?.message.vi.contains("TCVN3") == true)
        #expect(faults.first?.message.en.contains("Unikey") == true)
    }

    @Test func shortCellsAreJudgedTogether() throws {
        let faults = try told("Câu hỏi,A,B,Đáp án\nMột?,mËt,khÈu,A\nHai?,Câu,viÖn,A\n")
        #expect(faults.map { [$0.line, $0.column] } == [[2, 2], [2, 3], [3, 3]])
    }

    @Test func aSheetWhoseHeadingCannotBeReadIsToldAsThat() throws {
        let faults = try told("STT,C©u hái,§¸p ¸n\n1,BÖnh viÖn ®a khoa tØnh,A\n")
        #expect(!faults.isEmpty && faults.allSatisfy { $0.line > 0 })
        #expect(faults.contains { $0.line == 2 && $0.column == 2 })
    }

    @Test func questionMarksInThePlaceOfLettersAreTold() throws {
        let faults = try told("Câu hỏi,A,B,Đáp án\nTi?ng Vi?t ???c vi?t sai m?t r?i,a,b,A\n")
        #expect(faults.map(\.line) == [2] && faults.map(\.column) == [1])
    }

    @Test func otherLanguagesPass() throws {
        let cells = [
            "L'élève préfère la fenêtre où il a été tôt", "größer, schöner, Äpfel", "El niño pequeño mañana",
            "Não há razão para ações", "På en ø så de år", "naïve café", "5 µm", "Đà Lạt", "hoà, hòa",
        ]
        for cell in cells {
            #expect(try told("Câu hỏi,A,B,Đáp án\n\"\(cell)\",\"\(cell)\",b,A\n").isEmpty, "\(cell)")
        }
        // Together they are no evidence either.
        let rows = cells.map { "\"\($0)\",a,b,A\n" }.joined()
        #expect(try told("Câu hỏi,A,B,Đáp án\n" + rows).isEmpty)
    }

    @Test(arguments: Shipped.banks) func theShippedBanksPassAndTheirOldFormsDoNot(_ name: String) throws {
        let bank = try Shipped.bank(name)
        let csv = CSVBank.text(bank)
        #expect(try told(csv).isEmpty)
        #expect(try XLSXBank.read(XLSXBank.bytes(bank), vocabulary: Shipped.vocabulary()).faults.isEmpty)
        guard bank.language == "vi" else { return }
        let lines = csv.split(separator: "\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        for (encoding, old) in OldLetters.all {
            let mixed = lines[0] + "\r\n" + old.converted(String(lines[1]))
            let faults = try told(mixed)
            #expect(faults.count > 20, "\(encoding)")
            #expect(faults.allSatisfy { $0.line > 1 && $0.column > 0 })
        }
    }

    @Test func workbooksAreLookedIntoToo() throws {
        let fixture = WorkbookFixture(
            """
            <row r="2"><c r="A2" t="inlineStr"><is><t>Caâu hoûi veà maät khaåu</t></is></c>\
            <c r="B2" t="inlineStr"><is><t>a</t></is></c><c r="C2" t="inlineStr"><is><t>b</t></is></c>\
            <c r="D2" t="inlineStr"><is><t>A</t></is></c></row>
            """
        )
        let faults = try XLSXBank.read(fixture.bytes, vocabulary: Shipped.vocabulary()).faults
        #expect(faults.map { [$0.line, $0.column] } == [[2, 1]])
        #expect(faults.first?.message.en.contains("VNI") == true)
    }
}
