import Foundation
import SQLite
import Testing

@Suite struct BackupTests {
    let folder: TemporaryFolder
    let writer: Connection

    init() throws {
        folder = try TemporaryFolder()
        writer = try Connection(path: folder.file("quiz.db"), mode: .writer)
        try writer.execute(
            """
            CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT;
            WITH RECURSIVE n (a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n WHERE a < 2000)
            INSERT INTO t SELECT a, printf('%0500d', a) FROM n
            """
        )
    }

    /// Opens a copy as a reader would after a restore.
    private func rows(of name: String) throws -> (count: Int, highest: Int, problems: [String]) {
        let copy = try Connection(path: folder.file(name), mode: .reader)
        let row = try copy.prepare("SELECT COUNT(*), MAX(a) FROM t")
        _ = try row.step()
        return (Int(row.int(0)), Int(row.int(1)), try copy.quickCheck())
    }

    @Test func copyIsWholeAndStandsAlone() throws {
        try writer.backup(to: folder.file("copy.db"), pagesPerStep: 1_000_000) {}
        #expect(!folder.has("copy.db-wal") && !folder.has("copy.db-journal"))
        let permissions = try FileManager.default.attributesOfItem(atPath: folder.file("copy.db"))[.posixPermissions]
        #expect(permissions as? Int == 0o600)
        let copy = try rows(of: "copy.db")
        #expect(copy.count == 2_000 && copy.highest == 2_000 && copy.problems.isEmpty)
    }

    /// Before and behind the place that the copy has reached, by insertions, changes and deletions.
    @Test func whatIsWrittenBetweenTheStepsIsInTheCopy() throws {
        let insert = try writer.prepare("INSERT INTO t VALUES ($1, $2)")
        let change = try writer.prepare("UPDATE t SET b = $2 WHERE a = $1")
        var steps = 0
        var failures = 0
        try writer.backup(to: folder.file("copy.db"), pagesPerStep: 10) {
            do {
                try writer.execute("BEGIN IMMEDIATE")
                try insert.bind([.int(Int64(10_000 + steps)), .text(String(repeating: "n", count: 1_000))])
                _ = try insert.step()
                for row in [1, 1_000, 2_000] as [Int64] {
                    try change.bind([.int(row), .text("step \(steps)")])
                    _ = try change.step()
                }
                try writer.execute("COMMIT")
            } catch {
                failures += 1
            }
            steps += 1
        }
        #expect(failures == 0)
        #expect(steps > 10)
        let copy = try rows(of: "copy.db")
        #expect(copy.count == 2_000 + steps && copy.highest == 10_000 + steps - 1 && copy.problems.isEmpty)
        let reader = try Connection(path: folder.file("copy.db"), mode: .reader)
        let changed = try reader.texts("SELECT DISTINCT b FROM t WHERE a IN (1, 1000, 2000)")
        #expect(changed == ["step \(steps - 1)"])
    }

    @Test func readerSeesTheSameStateWhileTheWriterBacksUp() throws {
        let reader = try Connection(path: folder.file("quiz.db"), mode: .reader)
        var counts: Set<String> = []
        try writer.backup(to: folder.file("copy.db"), pagesPerStep: 50) {
            counts.formUnion((try? reader.texts("SELECT COUNT(*) FROM t")) ?? ["failed"])
        }
        #expect(counts == ["2000"])
    }

    @Test func existingFileIsLeftAlone() throws {
        try folder.write([1, 2, 3], to: "copy.db")
        let error = #expect(throws: SQLiteError.self) {
            try writer.backup(to: folder.file("copy.db"), pagesPerStep: 100) {}
        }
        #expect(error?.isCannotOpen == true)
        let size = try folder.size("copy.db")
        #expect(size == 3)
    }

    @Test func missingFolderIsTold() {
        let error = #expect(throws: SQLiteError.self) {
            try writer.backup(to: folder.file("none/copy.db"), pagesPerStep: 100) {}
        }
        #expect(error?.isCannotOpen == true)
    }

    @Test func openTransactionIsBusyAndLeavesNoFile() throws {
        try writer.execute("BEGIN IMMEDIATE; DELETE FROM t WHERE a = 1")
        let error = #expect(throws: SQLiteError.self) {
            try writer.backup(to: folder.file("copy.db"), pagesPerStep: 100) {}
        }
        #expect(error?.isBusy == true)
        #expect(!folder.has("copy.db"))
        try writer.execute("ROLLBACK")
        try writer.backup(to: folder.file("copy.db"), pagesPerStep: 100) {}
    }
}
