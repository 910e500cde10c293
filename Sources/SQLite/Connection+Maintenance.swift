import CSQLite

extension Connection {
    /// Copies the WAL into the database file; the writer's business alone.
    ///
    /// - Parameter truncate: `false` copies what no reader still needs and waits for nobody (PASSIVE); `true` waits up
    ///   to the busy timeout (5 s) for readers and then empties the WAL file (TRUNCATE).
    /// - Returns: Pages in the WAL and how many of them are in the database file now; both 0 after a truncation.
    /// - Throws: ``SQLiteError/isReadOnly`` on a reader; ``SQLiteError/isBusy`` when `truncate` and a reader stays;
    ///   `SQLITE_LOCKED` inside a transaction.
    /// - Source: <https://www.sqlite.org/c3ref/wal_checkpoint_v2.html>
    package func checkpoint(truncate: Bool) throws(SQLiteError) -> (logFrames: Int, checkpointedFrames: Int) {
        let database = try unsafe openHandle
        guard mode == .writer else {
            throw SQLiteError(extendedCode: SQLITE_READONLY, message: "a reader never checkpoints")
        }
        var logged: Int32 = 0
        var copied: Int32 = 0
        let kind = truncate ? SQLITE_CHECKPOINT_TRUNCATE : SQLITE_CHECKPOINT_PASSIVE
        let code = unsafe sqlite3_wal_checkpoint_v2(database, "main", kind, &logged, &copied)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: database) }
        return (logFrames: Int(logged), checkpointedFrames: Int(copied))
    }

    /// How SQLite would run `sql`: the detail lines of `EXPLAIN QUERY PLAN`, outer loops first.
    ///
    /// Its words are for tests and people: `SEARCH …` uses an index, `SCAN …` reads all rows.
    ///
    /// - Source: <https://www.sqlite.org/eqp.html>
    package func plan(of sql: String) throws(SQLiteError) -> [String] {
        try column(3, of: "EXPLAIN QUERY PLAN \(sql)")
    }

    /// Reads the whole file and lists what is wrong with it; nothing means healthy.
    ///
    /// It takes as long as reading every page does, so a reader does it. At most 100 faults of structure, then every row
    /// whose foreign key names a row that is not there.
    ///
    /// - Throws: ``SQLiteError/isCorrupt`` when the damage leaves nothing to read.
    /// - Source: <https://www.sqlite.org/pragma.html#pragma_quick_check>
    package func quickCheck() throws(SQLiteError) -> [String] {
        try problems("PRAGMA quick_check")
    }

    /// The same, and every index against its table: some three times as slow.
    ///
    /// - Source: <https://www.sqlite.org/pragma.html#pragma_integrity_check>
    package func integrityCheck() throws(SQLiteError) -> [String] {
        try problems("PRAGMA integrity_check")
    }

    /// What a setting or a list of the library reads as, line by line.
    package func pragma(_ name: StaticString) throws(SQLiteError) -> [String] {
        try column(0, of: "PRAGMA \(name)")
    }

    private func problems(_ check: String) throws(SQLiteError) -> [String] {
        var problems = try column(0, of: check).filter { $0 != "ok" }
        let orphans = try prepare("PRAGMA foreign_key_check")
        while try orphans.step() {
            let row = orphans.isNull(1) ? "a row" : "row \(orphans.int(1))"
            problems.append("\(row) of \(orphans.text(0)) refers to a missing row of \(orphans.text(2))")
        }
        return problems
    }

    /// One column of all rows, as texts.
    func column(_ index: Int, of sql: String) throws(SQLiteError) -> [String] {
        let statement = try prepare(sql)
        var lines: [String] = []
        while try statement.step() {
            lines.append(statement.text(index))
        }
        return lines
    }
}
