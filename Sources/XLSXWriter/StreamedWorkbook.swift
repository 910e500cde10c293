package import Foundation

/// A workbook that is written a piece at a time: what was written is in a file and no longer in memory.
///
/// Its files can be read by their owner only and are gone when it goes.
package actor StreamedWorkbook {
    private let queue = WorkbookQueue()
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe queue.asUnownedSerialExecutor() }

    private let file: URL
    private let plans: [SheetPlan]
    private var book: OpenWorkbook?
    private var rows: [UInt32]
    private var reading: FileHandle?

    /// 1,048,576 is as many as a sheet holds.
    private static let maximumRows: UInt32 = 1_048_576

    package init(_ plans: [SheetPlan], in folder: URL = FileManager.default.temporaryDirectory) {
        self.plans = plans
        file = folder.appending(path: "list-\(UUID().uuidString).xlsx")
        rows = plans.map { $0.hasHeading ? 1 : 0 }
    }

    deinit {
        try? reading?.close()
        try? FileManager.default.removeItem(at: file)
    }

    /// Adds rows to a sheet.
    package func append(_ added: [[WorkbookCell]], to sheet: Int = 0) throws(XLSXWriterError) {
        let book = try opened()
        for row in added {
            guard rows[sheet] < Self.maximumRows else { throw .refused("more rows than a sheet holds") }
            try book.write(row, at: rows[sheet], in: sheet)
            rows[sheet] += 1
        }
    }

    /// Ends the file; what follows is to read it.
    package func finish() throws(XLSXWriterError) {
        let book = try opened()
        for (index, plan) in plans.enumerated() where plan.hasHeading {
            try book.addFilter(to: index, lastRow: rows[index] - 1, columns: plan.columns.count)
        }
        self.book = nil
        try book.close()
        guard let handle = FileHandle(forReadingAtPath: file.path) else { throw .noRoom }
        reading = handle
        // Nobody else has the name, and a server that is killed leaves nothing behind.
        try? FileManager.default.removeItem(at: file)
    }

    /// The next bytes of the finished file; empty: that was all.
    package func bytes(atMost count: Int = 65_536) throws(XLSXWriterError) -> [UInt8] {
        do {
            return try reading?.read(upToCount: count).map { Array($0) } ?? []
        } catch {
            throw .refused("\(error)")
        }
    }

    private func opened() throws(XLSXWriterError) -> OpenWorkbook {
        if let book { return book }
        guard reading == nil else { throw .refused("the workbook is finished") }
        guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw .noRoom }
        let opened = try OpenWorkbook(path: file.path, plans)
        book = opened
        return opened
    }
}
