import CSQLite

extension Connection {
    /// Copies the database to a new file while this connection goes on writing between the steps.
    ///
    /// What `betweenSteps` commits through this connection is in the copy; a write by another connection would start the
    /// copy anew, so the writer does it. The new file (mode 0600) is synced after each step, so that no step pays for the
    /// whole, and it stands on its own: no WAL beside it.
    ///
    /// - Parameters:
    ///   - path: A file that does not exist yet, in a folder that does; after an error it is gone again.
    ///   - pagesPerStep: Pages (of 4 KiB) copied at a time, from 1.
    ///   - betweenSteps: Called after each step but the last; it leaves no transaction open and does not close this
    ///     connection.
    /// - Throws: ``SQLiteError/isCannotOpen`` when the file exists or cannot be made, ``SQLiteError/isBusy`` when this
    ///   connection is in a write transaction, ``SQLiteError/isFull``, ``SQLiteError/isInputOutput``.
    /// - Source: <https://www.sqlite.org/backup.html>
    package func backup(to path: String, pagesPerStep: Int, betweenSteps: () -> Void) throws(SQLiteError) {
        precondition(pagesPerStep >= 1, "a step copies at least one page")
        let source = try unsafe openHandle
        guard !path.utf8.contains(0) else { throw .misuse("the path contains a NUL") }
        let name = path.hasPrefix("file:") ? "./\(path)" : path
        let file = try BackupFile(path: name)
        do throws(SQLiteError) {
            try unsafe Self.copy(source, to: name, file, Int32(clamping: pagesPerStep), betweenSteps)
            try file.sync()
            try file.syncFolder()
        } catch {
            file.remove()
            throw error
        }
    }

    private static func copy(
        _ source: OpaquePointer,
        to path: String,
        _ file: borrowing BackupFile,
        _ pagesPerStep: Int32,
        _ betweenSteps: () -> Void
    ) throws(SQLiteError) {
        var target: OpaquePointer?
        defer { unsafe sqlite3_close_v2(target) }
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var code = unsafe sqlite3_open_v2(path, &target, flags, nil)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: target) }
        // No journal: a copy that fails is removed. No sync by SQLite: `file` does it, step by step.
        code = unsafe sqlite3_exec(target, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", nil, nil, nil)
        guard code == SQLITE_OK, let backup = unsafe sqlite3_backup_init(target, "main", source, "main") else {
            throw unsafe SQLiteError(sqlite3_extended_errcode(target), of: target)
        }
        defer { unsafe sqlite3_backup_finish(backup) }
        while true {
            switch unsafe sqlite3_backup_step(backup, pagesPerStep) {
            case SQLITE_DONE:
                return
            case SQLITE_OK:
                try file.sync()
                betweenSteps()
            case let code:
                throw SQLiteError(extendedCode: code, message: unsafe String(cString: sqlite3_errstr(code)))
            }
        }
    }
}
