import Testing
import XLSXWriter

struct WorkbookTests {
    private func sheet(_ rows: [[String]], name: String = "Trang", choices: [String] = []) -> Sheet {
        Sheet(name: name, columns: [.init(width: 20, choices: choices)], rows: rows)
    }

    @Test func theSameSheetsGiveTheSameBytes() throws {
        let sheets = [sheet([["Đầu"], ["=1+1"], [""]], choices: ["Dễ", "Khó"]), sheet([], name: "Trống")]
        let bytes = try Workbook.bytes(sheets)
        #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(try Workbook.bytes(sheets) == bytes)
        #expect(try Workbook.bytes([sheet([["Đầu"]])]) != bytes)
    }

    @Test func whatDoesNotFitIsRefused() {
        let long = String(repeating: "x", count: 32_768)
        #expect(throws: XLSXWriterError.self) { try Workbook.bytes([sheet([[long]])]) }
        #expect(throws: XLSXWriterError.self) { try Workbook.bytes([sheet([], name: "a/b")]) }
        #expect(throws: XLSXWriterError.self) { try Workbook.bytes([sheet([]), sheet([])]) }
    }
}
