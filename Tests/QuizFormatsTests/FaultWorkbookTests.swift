import Foundation
import QuizCore
import QuizFormats
import Testing

/// What is handed back is read again as a spreadsheet program would.
struct FaultWorkbookTests {
    private func report(_ bytes: [UInt8], _ format: BankFormat, _ rows: ImportSettings.RowChoice?) throws -> BankReport
    {
        var settings = ImportSettings()
        settings.fallbackBank = "ngan-hang"
        settings.rows = rows
        return try BankReport(bytes, format, settings, vocabulary: Shipped.vocabulary(), by: LibCrypto())
    }

    private func rows(_ report: BankReport, _ language: SheetLanguage = .vietnamese) throws -> [[String]] {
        try WorkbookRows.read(FaultWorkbook.bytes(report, language))
    }

    private static let csv = """
        Danh sách của trường,,,,,,,
        STT,Câu hỏi,Ghi chú,Phương án A,Phương án B,Đáp án,Chủ đề,Mức độ,Nhóm
        1,Một?,,a,b,A,mat-khau,Dễ,thcs
        2,Hai?,"=HYPERLINK(""http://x"")",a,b,,mat-khau,Dễ,thcs
        3,"-Ba, bốn?",,a,b,C,khong co,Dễ,thcs

        """

    @Test func faultyRowsKeepTheirColumns() throws {
        let told = try report(Array(Self.csv.utf8), .csv, .faulty)
        let rows = try rows(told)
        #expect(rows.count == 3)
        #expect(
            rows.first == [
                "STT", "Câu hỏi", "Ghi chú", "Phương án A", "Phương án B", "Đáp án", "Chủ đề", "Mức độ", "Nhóm", "Lỗi",
            ]
        )
        #expect(rows[1].prefix(3) == ["2", "Hai?", "=HYPERLINK(\"http://x\")"])
        #expect(rows[1].last?.hasPrefix("F: chưa phương án nào") == true)
        #expect(rows[2][1] == "-Ba, bốn?")
        #expect(rows[2].last?.split(separator: "\n").count == told.faults.count { $0.line == 5 })
        #expect(try self.rows(told, .english)[0].last == "Errors")
    }

    @Test func nothingInItIsAFormula() throws {
        let told = try report(Array(Self.csv.utf8), .csv, .all)
        let archive = try ZipArchive(FaultWorkbook.bytes(told, .vietnamese))
        let sheet = try #require(try archive.entry(named: "xl/worksheets/sheet1.xml"))
        #expect(!String(decoding: sheet, as: UTF8.self).contains("<f>"))
    }

    @Test func theWholeFileCanBeMendedAndComesToTheSameBank() throws {
        let told = try report(Array(Self.csv.utf8), .csv, .all)
        let workbook = try FaultWorkbook.bytes(told, .vietnamese)
        let again = try report(workbook, .xlsx, nil)
        let numbers = Set(again.faults.map(\.line))
        #expect(numbers == [3, 4])
        #expect(again.faults.map(\.vi).sorted() == told.faults.map(\.vi).sorted())
        // Its own column is no news.
        #expect(again.notices.allSatisfy { !$0.vi.contains("Lỗi") })
        let mended = Self.csv.replacing("a,b,,mat-khau", with: "a,b,B,mat-khau").replacing(
            "a,b,C,khong co",
            with: "a,b,A,ma-doc"
        )
        let sound = try report(Array(mended.utf8), .csv, nil)
        #expect(sound.faults.isEmpty && sound.yaml?.hasPrefix("bank: ngan-hang\n") == true)
    }

    @Test func whatAMergedCellSaysStaysWithEachRow() throws {
        var fixture = WorkbookFixture(
            """
            <row r="1"><c r="A1" t="inlineStr"><is><t>Chủ đề</t></is></c><c r="B1" t="inlineStr"><is><t>Câu hỏi</t></is></c>\
            <c r="C1" t="inlineStr"><is><t>A</t></is></c><c r="D1" t="inlineStr"><is><t>B</t></is></c>\
            <c r="E1" t="inlineStr"><is><t>Đáp án</t></is></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>mat-khau</t></is></c><c r="B2" t="inlineStr"><is><t>Một?</t></is></c>\
            <c r="C2" t="inlineStr"><is><t>a</t></is></c><c r="D2" t="inlineStr"><is><t>b</t></is></c>\
            <c r="E2" t="inlineStr"><is><t>A</t></is></c></row>
            <row r="3"><c r="B3" t="inlineStr"><is><t>Hai?</t></is></c><c r="C3" t="inlineStr"><is><t>a</t></is></c>\
            <c r="D3" t="inlineStr"><is><t>b</t></is></c></row>
            """,
            hasHeading: false
        )
        fixture.behindRows = "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
        let rows = try rows(report(fixture.bytes, .xlsx, .faulty))
        #expect(rows.last?.prefix(2) == ["mat-khau", "Hai?"])
    }

    @Test func otherFormatsGiveAList() throws {
        let told = try report(Array("=1+1? {~b ~c}\n\nHai {".utf8), .gift, .faulty)
        let rows = try rows(told)
        #expect(rows.first == ["Dòng", "Cột", "Lỗi", "Trong tệp"])
        #expect(rows.count == told.faults.count + 1)
        #expect(rows.contains { $0.first == "3" && $0.last == "Hai {" })
    }

    @Test func aSheetWithoutHeadingGivesAList() throws {
        let rows = try rows(report(Array("gì,đó\n1,2\n".utf8), .csv, .faulty))
        #expect(rows.count == 2 && rows[1].count == 3)
    }

    @Test func hostileTextsAreWritten() throws {
        let long = String(repeating: "ă", count: 40_000)
        let odd = "\u{FFFE}\u{1}_x0041_\u{202E}"
        let told = try report(Array("Câu hỏi,A,B,Đáp án\n\"\(odd)\",\(long),b,A\n".utf8), .csv, .faulty)
        let rows = try rows(told)
        #expect(rows.count == 2)
        #expect(rows[1][1].hasPrefix("ăăă") && rows[1][1].count < 32_768)
        #expect(rows[1][0].contains("_x0041_"))
    }
}

/// The texts of the first sheet of a workbook.
enum WorkbookRows {
    static func read(_ bytes: [UInt8]) throws -> [[String]] {
        let archive = try ZipArchive(bytes)
        func document(_ name: String) throws -> MarkupElement? {
            try archive.entry(named: name).map { try MarkupDocument.read($0) }
        }
        let shared = try document("xl/sharedStrings.xml")?.children("si").map { $0.first("t")?.text ?? "" } ?? []
        let rows = try document("xl/worksheets/sheet1.xml")?.first("sheetData")?.children("row") ?? []
        return rows.map { row in
            var texts: [String] = []
            for cell in row.children("c") {
                let letters = (cell["r"] ?? "A").unicodeScalars.prefix { ("A"..."Z").contains($0) }
                let column = letters.reduce(0) { $0 * 26 + Int($1.value) - 64 }
                texts += [String](repeating: "", count: max(0, column - texts.count - 1))
                texts.append(
                    cell["t"] == "s" ? shared[Int(cell.first("v")?.text ?? "") ?? 0] : cell.first("v")?.text ?? ""
                )
            }
            return texts
        }
    }
}
