import CSQLite

extension Connection {
    /// Sets up the library once per process, before the first connection.
    ///
    /// Memory statistics are off: they take a lock of the whole process at every allocation, and an upsert 3.5 µs of CPU
    /// where it takes 2.7 without them (3.40.1).
    ///
    /// - Source: <https://www.sqlite.org/c3ref/c_config_covering_index_scan.html> (`SQLITE_CONFIG_MEMSTATUS`)
    private static let isThreadSafe: Bool = {
        _ = csqlite_config_switch(SQLITE_CONFIG_MEMSTATUS, 0)  // refused, and harmless, if the library already runs
        return sqlite3_initialize() == SQLITE_OK && sqlite3_threadsafe() != 0
    }()

    /// Makes sure that the library can be used by several threads, each with its own connection.
    ///
    /// - Throws: `SQLITE_MISUSE` for a library built for one thread.
    static func prepareLibrary() throws(SQLiteError) {
        guard isThreadSafe else { throw .misuse("this libsqlite3 was built for a single thread") }
    }
}
