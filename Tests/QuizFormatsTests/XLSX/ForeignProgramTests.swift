import Foundation
import QuizCore
import QuizFormats
import Testing

/// Workbooks as other programs write them; how they were made is in Tests/Formats/make_sheets.py.
struct ForeignProgramTests {
    private func read(_ name: String) throws -> ForeignBank {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let bytes = try Array(Data(contentsOf: folder.appending(path: "Files/\(name).xlsx")))
        return try XLSXBank.read(bytes, vocabulary: Shipped.vocabulary())
    }

    private func places(_ faults: [Fault]) -> [[Int]] { faults.map { [$0.line, $0.column] } }

    @Test(arguments: ["openpyxl", "libreoffice"])
    func anOfficesWorkbookIsRead(_ program: String) throws {
        let bank = try read(program)
        #expect(bank.id == "nh-01")
        #expect(bank.title == "Ngân hàng thử")
        #expect(bank.questions.map(\.place.line) == [6, 7, 8, 9, 10])
        #expect(bank.questions[0]["prompt"]?.scalar == "Mật khẩu mạnh dài bao nhiêu?")
        #expect(bank.questions[0]["options"]?.starred == ["8", "12", "*16.5", "50%"])
        #expect(bank.questions[0]["difficulty"]?.scalar == "medium")
        #expect(bank.questions[1]["options"]?.starred == ["*2026-11-24", "24/11", "2026-11-25 08:30", "TRUE"])
        #expect(bank.questions[2]["prompt"]?.scalar == "Nhiều\nđáp án")
        #expect(bank.questions[2]["kind"]?.scalar == "multiple")
        #expect(bank.questions[4]["options"]?.starred == ["Đúng", "*Sai"])
        let topics = bank.questions.map { $0["topic"]?.scalar }
        #expect(topics == ["mat-khau", "mat-khau", "mat-khau", nil, nil])
        #expect(places(bank.notices) == [[6, 10]])
    }

    @Test func aFormulaCountsByItsStoredValue() throws {
        let stored = try read("libreoffice")
        #expect(stored.questions[2]["options"]?.starred == ["*2", "b", "*c", "d"])
        #expect(places(stored.faults) == [[9, 7]])
        // openpyxl stores none.
        let missing = try read("openpyxl")
        #expect(places(missing.faults) == [[8, 3], [9, 7]])
    }
}
