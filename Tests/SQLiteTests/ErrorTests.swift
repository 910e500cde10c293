import SQLite
import Testing

@Suite struct ErrorTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("quiz.db")
    }

    private func writerWithTables() throws -> Connection {
        let writer = try Connection(path: path, mode: .writer)
        try writer.execute(
            """
            CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE CHECK (code <> '')) STRICT;
            CREATE TABLE person (id INTEGER PRIMARY KEY, unit INTEGER NOT NULL REFERENCES unit (id)) STRICT;
            INSERT INTO unit VALUES (1, 'a');
            """
        )
        return writer
    }

    /// Extended codes: UNIQUE 2067, PRIMARY KEY 1555, CHECK 275, NOT NULL 1299, FOREIGN KEY 787, STRICT type 3091.
    @Test(
        arguments: [
            ("INSERT INTO unit VALUES (2, 'a')", 2067), ("INSERT INTO unit VALUES (1, 'b')", 1555),
            ("INSERT INTO unit VALUES (2, '')", 275), ("INSERT INTO unit VALUES (2, NULL)", 1299),
            ("INSERT INTO person VALUES (1, 9)", 787), ("INSERT INTO person VALUES (1, 'x')", 3091),
        ] as [(String, Int32)]
    )
    func brokenConstraintIsTold(_ sql: String, _ extendedCode: Int32) throws {
        let writer = try writerWithTables()
        let error = #expect(throws: SQLiteError.self) { try writer.run(sql) }
        #expect(error?.isConstraint == true)
        #expect(error?.code == 19)
        #expect(error?.extendedCode == extendedCode)
        #expect(error?.isBusy == false && error?.isReadOnly == false && error?.isCorrupt == false)
    }

    @Test func readerRefusesToWrite() throws {
        let writer = try writerWithTables()
        let reader = try Connection(path: path, mode: .reader)
        for sql in ["INSERT INTO unit VALUES (2, 'b')", "DELETE FROM unit", "CREATE TABLE x (a INTEGER) STRICT"] {
            let error = #expect(throws: SQLiteError.self) { try reader.run(sql) }
            #expect(error?.isReadOnly == true, "\(sql)")
        }
        let units = try writer.texts("SELECT code FROM unit")
        #expect(units == ["a"])
    }

    @Test func readerOfNoFileCannotOpen() {
        let error = #expect(throws: SQLiteError.self) { try Connection(path: path, mode: .reader) }
        #expect(error?.isCannotOpen == true)
        #expect(!folder.has("quiz.db"))
    }

    @Test func writerInNoFolderCannotOpen() {
        let error = #expect(throws: SQLiteError.self) {
            try Connection(path: folder.file("none/quiz.db"), mode: .writer)
        }
        #expect(error?.isCannotOpen == true)
    }

    @Test(arguments: [Connection.Mode.writer, .reader]) func otherFileIsNoDatabase(_ mode: Connection.Mode) throws {
        try folder.write([UInt8](repeating: 0x41, count: 8_192), to: "quiz.db")
        let error = #expect(throws: SQLiteError.self) { try Connection(path: path, mode: mode) }
        #expect(error?.isCorrupt == true)
        #expect(error?.code == 26)
    }

    @Test func secondWriterIsBusyAtOnceWhenTimeoutIsShort() throws {
        let first = try writerWithTables()
        let second = try Connection(path: path, mode: .writer)
        try second.run("PRAGMA busy_timeout = 1")
        try first.execute("BEGIN IMMEDIATE")
        let error = #expect(throws: SQLiteError.self) { try second.execute("BEGIN IMMEDIATE") }
        #expect(error?.isBusy == true)
        try first.execute("COMMIT")
        try second.execute("BEGIN IMMEDIATE; COMMIT")
    }

    @Test func fullDatabaseIsTold() throws {
        let writer = try writerWithTables()
        try writer.run("PRAGMA max_page_count = 10")
        let error = #expect(throws: SQLiteError.self) {
            try writer.run("INSERT INTO unit VALUES (2, $1)", [.text(String(repeating: "x", count: 100_000))])
        }
        #expect(error?.isFull == true)
    }

    @Test func scriptStopsAtTheFirstFailure() throws {
        let writer = try writerWithTables()
        #expect(throws: SQLiteError.self) {
            try writer.execute("INSERT INTO unit VALUES (2, 'b'); nonsense; INSERT INTO unit VALUES (3, 'c')")
        }
        let units = try writer.texts("SELECT code FROM unit ORDER BY id")
        #expect(units == ["a", "b"])
    }

    @Test func descriptionHasCodeAndWords() {
        let error = SQLiteError(extendedCode: 2067, message: "UNIQUE constraint failed: unit.code")
        #expect(error.code == 19)
        #expect("\(error)" == "SQLite error 2067: UNIQUE constraint failed: unit.code")
    }
}
