import CSQLite

/// A copy of a database in the making, taken a few pages at a time.
///
/// What the source connection commits between two steps is in the copy; it must outlive this object and belongs to the
/// same actor.
///
/// - Source: <https://www.sqlite.org/backup.html>
@safe package final class BackupCopy {
    private var target: OpaquePointer?
    private var backup: OpaquePointer?

    /// Begins a copy of `source` into `file`, which is empty.
    ///
    /// - Throws: ``SQLiteError/isCannotOpen``, or `SQLITE_MISUSE` when the source is closed.
    package init(of source: Connection, to file: BackupFile) throws(SQLiteError) {
        let source = try unsafe source.openHandle
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        var code = unsafe sqlite3_open_v2(file.path, &target, flags, nil)
        if code == SQLITE_OK {
            // No journal: a copy that fails is removed. No sync by SQLite: `file` does it, step by step.
            let script = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF"
            code = unsafe sqlite3_exec(target, script, nil, nil, nil)
        }
        if code == SQLITE_OK {
            unsafe backup = sqlite3_backup_init(target, "main", source, "main")
            code = unsafe backup == nil ? sqlite3_extended_errcode(target) : SQLITE_OK
        }
        guard code == SQLITE_OK else {
            let error = unsafe SQLiteError(code, of: target)
            finish()
            throw error
        }
    }

    deinit {
        finish()
    }

    /// Copies so many pages.
    ///
    /// - Parameter pages: From 1.
    /// - Returns: Whether that was the last of them.
    /// - Throws: ``SQLiteError/isBusy`` when the source is in a write transaction, ``SQLiteError/isFull``,
    ///   ``SQLiteError/isInputOutput``.
    package func step(pages: Int) throws(SQLiteError) -> Bool {
        precondition(pages >= 1, "a step copies at least one page")
        guard let backup = unsafe backup else { throw .misuse("the copy is finished") }
        switch unsafe sqlite3_backup_step(backup, Int32(clamping: pages)) {
        case SQLITE_DONE:
            return true
        case SQLITE_OK:
            return false
        case let code:
            throw SQLiteError(extendedCode: code, message: unsafe String(cString: sqlite3_errstr(code)))
        }
    }

    /// Lets go of both databases; a second call does nothing.
    package func finish() {
        unsafe sqlite3_backup_finish(backup)
        unsafe backup = nil
        unsafe sqlite3_close_v2(target)
        unsafe target = nil
    }
}
