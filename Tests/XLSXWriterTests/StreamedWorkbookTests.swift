import Foundation
import Testing
import XLSXWriter

struct StreamedWorkbookTests {
    private func bytes(of workbook: StreamedWorkbook) async throws -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let piece = try await workbook.bytes(atMost: 100)
            if piece.isEmpty { return all }
            #expect(piece.count <= 100)
            all += piece
        }
    }

    @Test func sheetsCanBeFilledInAnyOrderAndNothingIsLeftBehind() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "books-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plans = [
            SheetPlan(name: "Một", columns: [.init(title: "", width: 8)], hasHeading: false),
            SheetPlan(name: "Hai", columns: [.init(title: "Tên", width: 8), .init(title: "Số", width: 8)]),
        ]
        let workbook = StreamedWorkbook(plans, in: folder)
        try await workbook.append([[.text("=1+1"), .number(1.5)], [.empty, .time(46_350.5)]], to: 1)
        try await workbook.append([[.text("sau")]], to: 0)
        try await workbook.finish()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        let bytes = try await bytes(of: workbook)
        #expect(bytes.starts(with: [0x50, 0x4B]))
        await #expect(throws: XLSXWriterError.self) { try await workbook.append([[.text("muộn")]]) }
    }

    @Test func oneThatIsGivenUpLeavesNothingBehind() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "books-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            let workbook = StreamedWorkbook([SheetPlan(name: "Một", columns: [])], in: folder)
            try await workbook.append([[.text("a")]])
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }

    @Test func whatNoSheetHoldsIsRefused() async throws {
        let workbook = StreamedWorkbook([SheetPlan(name: "[]", columns: [])])
        await #expect(throws: XLSXWriterError.self) { try await workbook.append([[.text("a")]]) }
        let long = StreamedWorkbook([SheetPlan(name: "Một", columns: [])])
        let words = String(repeating: "a", count: 40_000)
        await #expect(throws: XLSXWriterError.self) { try await long.append([[.text(words)]]) }
    }
}
