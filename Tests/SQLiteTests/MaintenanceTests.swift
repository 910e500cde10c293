import Foundation
import SQLite
import Testing

@Suite struct MaintenanceTests {
    let folder: TemporaryFolder
    let writer: Connection

    init() throws {
        folder = try TemporaryFolder()
        writer = try Connection(path: folder.file("quiz.db"), mode: .writer)
        try writer.execute(
            """
            CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;
            CREATE TABLE person (id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id), note TEXT) STRICT;
            INSERT INTO unit VALUES (1, 'a');
            """
        )
    }

    private func addPeople(_ ids: Range<Int64>) throws {
        let insert = try writer.prepare("INSERT INTO person VALUES ($1, 1, $2)")
        try writer.execute("BEGIN IMMEDIATE")
        for id in ids {
            try insert.bind([.int(id), .text(String(repeating: "n", count: 500))])
            _ = try insert.step()
        }
        try writer.execute("COMMIT")
    }

    @Test func passiveCheckpointCopiesAndTruncationEmpties() throws {
        try addPeople(0..<100)
        let passive = try writer.checkpoint(truncate: false)
        #expect(passive.logFrames > 0 && passive.logFrames == passive.checkpointedFrames)
        var size = try folder.size("quiz.db-wal")
        #expect(size > 0)
        let truncated = try writer.checkpoint(truncate: true)
        #expect(truncated == (logFrames: 0, checkpointedFrames: 0))
        size = try folder.size("quiz.db-wal")
        #expect(size == 0)
    }

    @Test func commitsNeverCheckpointByThemselves() throws {
        let before = try folder.size("quiz.db")
        for step in 0..<40 as Range<Int64> {
            try addPeople(step * 250..<(step + 1) * 250)
        }
        // Well over the 1,000 pages after which SQLite would checkpoint by default.
        let wal = try folder.size("quiz.db-wal")
        #expect(wal > 1_000 * 4_096)
        let after = try folder.size("quiz.db")
        #expect(after == before)
    }

    @Test func readerNeverCheckpointsAlsoNotOnClose() throws {
        try addPeople(0..<100)
        let reader = try Connection(path: folder.file("quiz.db"), mode: .reader)
        let error = #expect(throws: SQLiteError.self) { try reader.checkpoint(truncate: false) }
        #expect(error?.isReadOnly == true)
        #expect(throws: SQLiteError.self) { try reader.run("PRAGMA wal_checkpoint(TRUNCATE)") }
        // A copy of the folder as a crash would leave it: nobody has the files open but the reader.
        let copy = folder.file("copy.db")
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: folder.file("quiz.db\(suffix)"), toPath: copy + suffix)
        }
        let sizes = [try folder.size("copy.db"), try folder.size("copy.db-wal")]
        let last = try Connection(path: copy, mode: .reader)
        let people = try last.texts("SELECT COUNT(*) FROM person")
        #expect(people == ["100"])
        last.close()
        let left = [try folder.size("copy.db"), try folder.size("copy.db-wal")]
        #expect(left == sizes)
    }

    @Test func planTellsSearchFromScan() throws {
        let search = try writer.plan(of: "SELECT id FROM unit WHERE code = $1")
        #expect(search.count == 1 && search[0].hasPrefix("SEARCH unit USING COVERING INDEX"))
        let scan = try writer.plan(of: "SELECT id FROM person WHERE note = $1 AND unit = $2")
        #expect(scan.count == 1 && scan[0].hasPrefix("SCAN person"))
    }

    @Test(arguments: [Connection.Mode.writer, .reader]) func healthyFileHasNoProblems(_ mode: Connection.Mode) throws {
        try addPeople(0..<100)
        let connection = try Connection(path: folder.file("quiz.db"), mode: mode)
        let problems = try connection.quickCheck()
        #expect(problems.isEmpty)
    }

    @Test func missingParentIsAProblem() throws {
        try writer.execute("PRAGMA foreign_keys = OFF; INSERT INTO person VALUES (7, 9, NULL)")
        let problems = try writer.quickCheck()
        #expect(problems == ["row 7 of person refers to a missing row of unit"])
    }

    @Test func damageIsAProblem() throws {
        try addPeople(0..<1_000)
        writer.close()
        let url = URL(filePath: folder.file("quiz.db"))
        var bytes = try Data(contentsOf: url)
        bytes.replaceSubrange(5 * 4_096..<30 * 4_096, with: repeatElement(0xff, count: 25 * 4_096))
        try bytes.write(to: url)
        let reader = try Connection(path: url.path(), mode: .reader)
        let problems: [String]
        do throws(SQLiteError) {
            problems = try reader.quickCheck()
        } catch {
            #expect(error.isCorrupt)
            return
        }
        #expect(!problems.isEmpty)
    }

    @Test func vacuumIntoFitsTheLimits() throws {
        try addPeople(0..<10)
        try writer.run("VACUUM INTO $1", [.text(folder.file("vacuum.db"))])
        #expect(folder.has("vacuum.db"))
        #expect(throws: SQLiteError.self) {
            try writer.execute("ATTACH ':memory:' AS a; ATTACH ':memory:' AS b")
        }
    }
}
