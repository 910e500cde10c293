import SQLite
import Testing

@Suite struct ConnectionTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("quiz.db")
    }

    @Test(
        arguments: [
            ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
            ("secure_delete", "1"), ("cell_size_check", "1"), ("temp_store", "2"), ("cache_size", "-65536"),
            ("busy_timeout", "5000"), ("wal_autocheckpoint", "0"), ("query_only", "0"),
        ] as [(String, String)]
    )
    func writerHasItsSettings(_ name: String, _ value: String) throws {
        let writer = try Connection(path: path, mode: .writer)
        let found = try writer.texts("PRAGMA \(name)")
        #expect(found == [value])
    }

    @Test(
        arguments: [
            ("journal_mode", "wal"), ("foreign_keys", "1"), ("trusted_schema", "0"), ("cell_size_check", "1"),
            ("temp_store", "2"), ("cache_size", "-16384"), ("busy_timeout", "5000"), ("wal_autocheckpoint", "0"),
            ("query_only", "1"),
        ] as [(String, String)]
    )
    func readerHasItsSettings(_ name: String, _ value: String) throws {
        let writer = try Connection(path: path, mode: .writer)
        let reader = try Connection(path: path, mode: .reader)
        let found = try reader.texts("PRAGMA \(name)")
        #expect(found == [value])
        writer.close()
    }

    @Test func readerSeesWhatTheWriterCommits() throws {
        let writer = try Connection(path: path, mode: .writer)
        try writer.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)")
        let reader = try Connection(path: path, mode: .reader)
        let count = try reader.prepare("SELECT COUNT(*) FROM t")
        var isRow = try count.step()
        #expect(isRow && count.int(0) == 1)
        count.reset()
        try writer.execute("BEGIN IMMEDIATE; INSERT INTO t VALUES (2)")
        #expect(writer.isInTransaction && !reader.isInTransaction)
        isRow = try count.step()
        #expect(isRow && count.int(0) == 1)
        count.reset()
        try writer.execute("COMMIT")
        #expect(!writer.isInTransaction)
        isRow = try count.step()
        #expect(isRow && count.int(0) == 2)
    }

    @Test func changesAreThoseOfTheLastStatement() throws {
        let writer = try Connection(path: path, mode: .writer)
        try writer.execute("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; INSERT INTO t VALUES (1), (2), (3)")
        #expect(writer.changes == 3)
        try writer.run("UPDATE t SET a = a + 10 WHERE a > $1", [.int(1)])
        #expect(writer.changes == 2)
        try writer.run("INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING")
        #expect(writer.changes == 0)
    }

    @Test func nameThatLooksLikeAURIIsAName() throws {
        #expect(throws: SQLiteError.self) { try Connection(path: "file:\(path)?mode=rwc", mode: .writer) }
        let odd = folder.file("file:a?mode=memory")
        try Connection(path: odd, mode: .writer).execute("CREATE TABLE t (a INTEGER) STRICT")
        #expect(folder.has("file:a?mode=memory"))
    }

    @Test func memoryHasNoWALAndIsRefused() {
        #expect(throws: SQLiteError.self) { try Connection(path: ":memory:", mode: .writer) }
    }

    @Test func closedConnectionRefusesWithoutHarm() throws {
        let writer = try Connection(path: path, mode: .writer)
        let statement = try writer.prepare("SELECT 1")
        let isRow = try statement.step()
        #expect(isRow)
        writer.close()
        writer.close()
        #expect(throws: SQLiteError.self) { try statement.step() }
        #expect(throws: SQLiteError.self) { try statement.bind([]) }
        #expect(throws: SQLiteError.self) { try writer.execute("SELECT 1") }
        #expect(throws: SQLiteError.self) { try writer.prepare("SELECT 1") }
        statement.reset()
        #expect(!writer.isInTransaction && writer.changes == 0)
        #expect(!folder.has("quiz.db-wal"))
    }

    @Test func statementKeepsItsConnectionAlive() throws {
        func made() throws -> Statement {
            try Connection(path: path, mode: .writer).prepare("SELECT 7")
        }
        let statement = try made()
        let isRow = try statement.step()
        #expect(isRow && statement.int(0) == 7)
    }

    @Test func doubleQuotesNeverMakeAText() throws {
        let writer = try Connection(path: path, mode: .writer)
        #expect(throws: SQLiteError.self) { try writer.prepare(#"SELECT "no such column""#) }
    }

    @Test func valueOverTheLimitIsRefused() throws {
        let writer = try Connection(path: path, mode: .writer)
        let statement = try writer.prepare("SELECT length($1)")
        let error = #expect(throws: SQLiteError.self) {
            try statement.bind([.bytes([UInt8](repeating: 0, count: (32 << 20) + 1))])
        }
        #expect(error?.code == 18)  // SQLITE_TOOBIG
        try statement.bind([.bytes([1, 2, 3])])
        let isRow = try statement.step()
        #expect(isRow && statement.int(0) == 3)
    }

    @Test func versionIsOneThatHasStrictTables() {
        #expect(Connection.sqliteVersionNumber >= 3_037_000)
        #expect(Connection.sqliteVersion.hasPrefix("3."))
    }
}
