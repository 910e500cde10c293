import SQLite
import Testing

@Suite struct StatementTests {
    let folder: TemporaryFolder
    let writer: Connection

    init() throws {
        folder = try TemporaryFolder()
        writer = try Connection(path: folder.file("quiz.db"), mode: .writer)
    }

    @Test func parameterMayOccurTwiceAndOutOfOrder() throws {
        let statement = try writer.prepare(
            "SELECT $2, $1, $3, $1 || $2, $12 FROM (SELECT $4, $5, $6, $7, $8, $9, $10, $11)"
        )
        try statement.bind((1...12).map { .text("v\($0)") })
        let isRow = try statement.step()
        #expect(isRow)
        #expect((0..<5).map(statement.text) == ["v2", "v1", "v3", "v1v2", "v12"])
        #expect(statement.columnCount == 5)
    }

    @Test(arguments: [0, 1, 3]) func valuesAreAsManyAsParameters(_ count: Int) throws {
        let statement = try writer.prepare("SELECT $2, $1, $2")
        let error = #expect(throws: SQLiteError.self) {
            try statement.bind([SQLiteValue](repeating: .int(1), count: count))
        }
        #expect(error?.code == 21)  // SQLITE_MISUSE
    }

    @Test(arguments: ["SELECT ?", "SELECT ?1", "SELECT :a", "SELECT @1", "SELECT $a", "SELECT $1, $3", "SELECT $0"])
    func otherParametersAreRefused(_ sql: String) {
        #expect(throws: SQLiteError.self) { try writer.prepare(sql) }
    }

    @Test(arguments: [
        "", "  ", "-- nothing", "SELECT 1; SELECT 2", "SELECT 1; nonsense", "SELECT 1;;", "SELECT 1\u{0}",
    ])
    func textThatIsNotOneStatementIsRefused(_ sql: String) {
        #expect(throws: SQLiteError.self) { try writer.prepare(sql) }
    }

    @Test(arguments: ["SELECT 1", "SELECT 1;", " SELECT 1 ; \n\t", "SELECT 1 -- end"])
    func oneStatementMayHaveWhiteSpaceAround(_ sql: String) throws {
        let rows = try writer.texts(sql)
        #expect(rows == ["1"])
    }

    @Test func statementWorksAgainAfterABrokenConstraint() throws {
        try writer.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL) STRICT")
        let insert = try writer.prepare("INSERT INTO t VALUES ($1, $2)")
        try insert.bind([.int(1), .text("one")])
        var isRow = try insert.step()
        #expect(!isRow)
        for _ in 0..<3 {
            try insert.bind([.int(1), .text("again")])
            let error = #expect(throws: SQLiteError.self) { try insert.step() }
            #expect(error?.isConstraint == true)
        }
        try insert.bind([.int(2), .text("two")])
        isRow = try insert.step()
        #expect(!isRow)
        let rows = try writer.texts("SELECT b FROM t ORDER BY a")
        #expect(rows == ["one", "two"])
    }

    @Test func brokenConstraintInATransactionSparesTheRest() throws {
        try writer.execute("CREATE TABLE t (a INTEGER PRIMARY KEY) STRICT; BEGIN IMMEDIATE")
        let insert = try writer.prepare("INSERT INTO t VALUES ($1)")
        for number in [1, 2, 2, 3] as [Int64] {
            try insert.bind([.int(number)])
            _ = try? insert.step()
        }
        #expect(writer.isInTransaction)
        try writer.execute("COMMIT")
        let rows = try writer.texts("SELECT a FROM t ORDER BY a")
        #expect(rows == ["1", "2", "3"])
    }

    @Test func stepPastTheEndRunsAnew() throws {
        let statement = try writer.prepare("SELECT $1")
        try statement.bind([.int(5)])
        for _ in 0..<3 {
            let first = try statement.step()
            #expect(first && statement.int(0) == 5)
            let second = try statement.step()
            #expect(!second)
        }
    }

    /// While a reader's statement holds a read transaction, the WAL cannot be emptied.
    @Test func endedOrFailedStatementHoldsNoReadTransaction() throws {
        try writer.execute("CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1), (-9223372036854775808)")
        try writer.run("PRAGMA busy_timeout = 1")
        let reader = try Connection(path: folder.file("quiz.db"), mode: .reader)
        let select = try reader.prepare("SELECT abs(a) FROM t")
        let isRow = try select.step()
        #expect(isRow)
        try writer.execute("INSERT INTO t VALUES (2)")
        let error = #expect(throws: SQLiteError.self) { try writer.checkpoint(truncate: true) }
        #expect(error?.isBusy == true)
        #expect(throws: SQLiteError.self) { try select.step() }  // integer overflow in abs()
        let done = try writer.checkpoint(truncate: true)
        #expect(done == (logFrames: 0, checkpointedFrames: 0))
        let size = try folder.size("quiz.db-wal")
        #expect(size == 0)
    }

    static let texts = [
        "", "a", "fifteen bytes..", "sixteen bytes...", "nul \u{0} inside\u{0}", "🇻🇳👩‍💻", "Nguyễn Thị Đào",
        "Nguye\u{302}\u{303}n \u{2115}FD", String(repeating: "đ", count: 100_000),
    ]

    @Test(arguments: texts) func textComesBackByteForByte(_ text: String) throws {
        try writer.execute("CREATE TABLE t (a TEXT NOT NULL, n INTEGER NOT NULL) STRICT")
        try writer.run("INSERT INTO t VALUES ($1, length(CAST($1 AS BLOB)))", [.text(text)])
        let select = try writer.prepare("SELECT a, n FROM t WHERE a = $1")
        try select.bind([.text(text)])
        let isRow = try select.step()
        #expect(isRow)
        // `==` on String would take NFC and NFD for the same.
        #expect(Array(select.text(0).utf8) == Array(text.utf8))
        #expect(select.int(1) == Int64(text.utf8.count))
        #expect(select.bytes(0) == Array(text.utf8))
    }

    @Test func composedAndDecomposedAreTwoKeys() throws {
        let rows = try writer.texts("SELECT $1 = $2", [.text("\u{e9}"), .text("e\u{301}")])
        #expect(rows == ["0"])
    }

    @Test func emptyBlobEmptyTextAndNullAreThreeThings() throws {
        let statement = try writer.prepare("SELECT $1, $2, $3, typeof($1), typeof($2), typeof($3)")
        try statement.bind([.bytes([]), .text(""), .null])
        let isRow = try statement.step()
        #expect(isRow)
        #expect((0..<3).map(statement.isNull) == [false, false, true])
        #expect((3..<6).map(statement.text) == ["blob", "text", "null"])
        #expect(statement.bytes(0).isEmpty && statement.text(1).isEmpty)
        #expect(statement.int(2) == 0 && statement.text(2).isEmpty && statement.bytes(2).isEmpty)
    }

    @Test func blobComesBack() throws {
        let blob = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let statement = try writer.prepare("SELECT $1")
        try statement.bind([.bytes(blob)])
        let isRow = try statement.step()
        #expect(isRow && statement.bytes(0) == blob)
    }

    @Test(arguments: [Int64.min, -1, 0, 1, 1 << 53, Int64.max]) func numberComesBack(_ number: Int64) throws {
        let statement = try writer.prepare("SELECT $1")
        try statement.bind([.int(number)])
        let isRow = try statement.step()
        #expect(isRow && statement.int(0) == number)
    }

    @Test func illFormedTextIsRepaired() throws {
        let rows = try writer.texts("SELECT CAST($1 AS TEXT)", [.bytes([0x61, 0xff, 0x62])])
        #expect(rows == ["a\u{fffd}b"])
    }

    @Test func returningGivesRowsAndRefusalGivesNone() throws {
        try writer.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, s INTEGER NOT NULL) STRICT")
        let save = try writer.prepare(
            "INSERT INTO t VALUES ($1, $2) ON CONFLICT (a) DO UPDATE SET s = $2 WHERE s < $2 RETURNING s"
        )
        var answers: [Int64?] = []
        for sequence in [1, 3, 2, 4] as [Int64] {
            try save.bind([.int(1), .int(sequence)])
            let isRow = try save.step()
            answers.append(isRow ? save.int(0) : nil)
        }
        #expect(answers == [1, 3, nil, 4])
    }

    @Test func readingWithoutARowEndsTheProcess() async {
        await #expect(processExitsWith: .failure) {
            let folder = try TemporaryFolder()
            let writer = try Connection(path: folder.file("quiz.db"), mode: .writer)
            _ = try writer.prepare("SELECT 1").int(0)
        }
    }
}
