import CSQLite

extension Connection {
    /// Copies the whole WAL into the database file and truncates it to nothing; the writer's business alone.
    ///
    /// Waits for readers a few milliseconds at most, so that no other job is kept waiting: whoever asks tries again.
    ///
    /// - Throws: ``SQLiteError/isBusy`` when a reader stays.
    /// - Source: <https://www.sqlite.org/c3ref/wal_checkpoint_v2.html>
    package func emptyLog() throws(SQLiteError) {
        // Most of the copying first, which waits for nobody.
        _ = try checkpoint(truncate: false)
        try execute("PRAGMA busy_timeout = 10")
        let result = Result { () throws(SQLiteError) in try checkpoint(truncate: true) }
        try execute("PRAGMA busy_timeout = 5000")
        _ = try result.get()
    }
}
