import CSQLite

extension Connection {
    /// How long a call waits for another process's lock before it is busy.
    ///
    /// - Unit: Milliseconds.
    private static let busyTimeout: Int32 = 5_000

    /// Bounds on what one statement may ask for; each is a bound per connection.
    ///
    /// - Source: <https://www.sqlite.org/c3ref/c_limit_attached.html>, <https://www.sqlite.org/limits.html>
    private static let limits: [(limit: Int32, value: Int32)] = [
        (SQLITE_LIMIT_LENGTH, 32 << 20),
        (SQLITE_LIMIT_SQL_LENGTH, 1 << 20),
        (SQLITE_LIMIT_COLUMN, 200),
        (SQLITE_LIMIT_EXPR_DEPTH, 100),
        (SQLITE_LIMIT_COMPOUND_SELECT, 50),
        (SQLITE_LIMIT_VDBE_OP, 1_000_000),
        (SQLITE_LIMIT_FUNCTION_ARG, 64),
        (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1_000),
        (SQLITE_LIMIT_VARIABLE_NUMBER, 4_096),
        (SQLITE_LIMIT_TRIGGER_DEPTH, 10),
        (SQLITE_LIMIT_WORKER_THREADS, 0),
    ]

    /// Switches that are set through `sqlite3_db_config`, not through SQL.
    ///
    /// A text in double quotes is an identifier or an error, as in PostgreSQL (the two `DQS` switches).
    ///
    /// - Source: <https://www.sqlite.org/c3ref/c_dbconfig_defensive.html>
    private static let switches: [(option: Int32, isOn: Bool)] = [
        (SQLITE_DBCONFIG_DEFENSIVE, true),
        (SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (SQLITE_DBCONFIG_ENABLE_FKEY, true),
        (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, false),
        (SQLITE_DBCONFIG_DQS_DDL, false),
        (SQLITE_DBCONFIG_DQS_DML, false),
    ]

    /// What every connection says after the switches; sizes in KiB are negative.
    private static let commonPragmas = """
        PRAGMA cell_size_check = ON;
        PRAGMA temp_store = MEMORY;
        """

    /// What the writer says besides: erased rows are overwritten, a commit is on disk when it returns.
    private static let writerPragmas = """
        PRAGMA secure_delete = ON;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -65536;
        """

    /// What a reader says besides.
    private static let readerPragmas = """
        PRAGMA query_only = ON;
        PRAGMA cache_size = -16384;
        """

    /// What must read back as set: SQLite keeps silent when it cannot follow a pragma.
    private static let commonChecks = [("foreign_keys", "1"), ("trusted_schema", "0")]
    private static let writerChecks = [("journal_mode", "wal"), ("synchronous", "2"), ("secure_delete", "1")]
    private static let readerChecks = [("query_only", "1")]

    /// Brings a connection that has just been opened to the settings of its mode.
    func configure() throws(SQLiteError) {
        let database = try unsafe openHandle
        unsafe sqlite3_busy_timeout(database, Self.busyTimeout)
        for (option, isOn) in Self.switches {
            try set(option, to: isOn)
        }
        try set(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, to: mode == .reader)
        for (limit, value) in Self.limits {
            unsafe sqlite3_limit(database, limit, value)
        }
        // VACUUM, also VACUUM INTO, attaches its target.
        unsafe sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, mode == .writer ? 1 : 0)
        // Before 3.51.3 a checkpoint by one connection can lose the commit of another (the WAL-reset race).
        unsafe sqlite3_wal_autocheckpoint(database, 0)
        try execute(Self.commonPragmas)
        try execute(mode == .writer ? Self.writerPragmas : Self.readerPragmas)
        try check(Self.commonChecks + (mode == .writer ? Self.writerChecks : Self.readerChecks))
        _ = try column(0, of: "PRAGMA schema_version")
    }

    /// Sets a switch and makes sure of it.
    private func set(_ option: Int32, to isOn: Bool) throws(SQLiteError) {
        let database = try unsafe openHandle
        var now: Int32 = -1
        let code = unsafe csqlite_db_config_switch(database, option, isOn ? 1 : 0, &now)
        guard code == SQLITE_OK, now == (isOn ? 1 : 0) else {
            throw SQLiteError(extendedCode: SQLITE_ERROR, message: "switch \(option) cannot be set")
        }
    }

    /// Compares settings with what they must be.
    private func check(_ expected: [(name: String, value: String)]) throws(SQLiteError) {
        for (name, value) in expected {
            let found = try column(0, of: "PRAGMA \(name)").first
            guard found == value else {
                let message = "\(name) is \(found ?? "unknown") and not \(value)"
                throw SQLiteError(extendedCode: SQLITE_ERROR, message: message)
            }
        }
    }
}
