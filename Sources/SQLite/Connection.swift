import CSQLite

/// One connection to a database file, owned by one actor: it is not `Sendable` and takes no lock of its own.
///
/// There is one writer per file; it makes all commits and all checkpoints (`docs/design.md`, I12). Its statements live
/// and die on the actor that owns it too.
///
/// - Source: <https://www.sqlite.org/c3ref/open.html>, <https://www.sqlite.org/threadsafe.html> (multi-thread mode)
@safe package final class Connection {
    /// What a connection may do.
    package enum Mode: Sendable {
        /// Creates the file if need be, writes to it and checkpoints it.
        case writer

        /// Reads an existing file; every write is refused with ``SQLiteError/isReadOnly``.
        case reader
    }

    /// What this connection may do.
    package let mode: Mode

    private var handle: OpaquePointer?

    /// The statements to finalize before the handle closes, by address.
    private var statements: [UInt: WeakStatement] = [:]

    /// Opens `path` with the settings of ``Mode`` and reads enough to know that it is a sound database.
    ///
    /// A path that starts with `file:` is a name like any other, not a URI. `:memory:` is refused: it has no WAL.
    ///
    /// - Throws: ``SQLiteError/isCannotOpen`` when there is no such file (reader) or folder, ``SQLiteError/isCorrupt``
    ///   when it is no database, ``SQLiteError/isBusy`` when another process holds it; `SQLITE_ERROR` when a setting
    ///   (WAL, synchronous, foreign keys …) reads back as something else than what was set.
    package init(path: String, mode: Mode) throws(SQLiteError) {
        self.mode = mode
        try Self.prepareLibrary()
        guard !path.utf8.contains(0) else { throw .misuse("the path contains a NUL") }
        let flags = (mode == .writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
        let name = path.hasPrefix("file:") ? "./\(path)" : path
        let code = unsafe sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
        do throws(SQLiteError) {
            guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: handle) }
            try configure()
        } catch {
            close()
            throw error
        }
    }

    deinit {
        close()
    }

    /// Finalizes every statement and closes the file; a second call does nothing.
    ///
    /// The last connection to close the file checkpoints and removes the WAL if it is the writer; a reader never does.
    /// Statements of a closed connection throw `SQLITE_MISUSE`.
    package func close() {
        for statement in statements.values {
            statement.value?.finalize()
        }
        statements = [:]
        unsafe sqlite3_close_v2(handle)
        unsafe handle = nil
    }

    /// Runs several statements and drops any rows they give; stops at the first that fails.
    ///
    /// It opens no transaction: what ran before the failure stays, unless `script` or the caller said `BEGIN`.
    ///
    /// - Throws: What SQLite says of the statement that failed.
    package func execute(_ script: String) throws(SQLiteError) {
        let database = try unsafe openHandle
        guard !script.utf8.contains(0) else { throw .misuse("the script contains a NUL") }
        let code = unsafe sqlite3_exec(database, script, nil, nil, nil)
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: database) }
    }

    /// Compiles one statement, to be kept and run many times.
    ///
    /// `sql`: One statement whose parameters, if any, are `$1`, `$2` … without a gap.
    /// - Throws: `SQLITE_ERROR` for bad SQL; `SQLITE_MISUSE` when there is no statement, when more than white space
    ///   follows it, or when a parameter has another name.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        let database = try unsafe openHandle
        var compiled: OpaquePointer?
        var isWhole = true
        var text = sql
        let code = text.withUTF8 { utf8 in
            unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
                let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
                let count = Int32(clamping: bytes.count)
                var tail: UnsafePointer<CChar>?
                let code = unsafe sqlite3_prepare_v3(database, bytes.baseAddress, count, flags, &compiled, &tail)
                if let tail = unsafe tail, let start = bytes.baseAddress {
                    isWhole = unsafe bytes[(tail - start)...].allSatisfy { [9, 10, 12, 13, 32].contains($0) }
                }
                return code
            }
        }
        guard code == SQLITE_OK else { throw unsafe SQLiteError(code, of: database) }
        guard let compiled = unsafe compiled else { throw .misuse("there is no statement in: \(sql)") }
        let statement = unsafe Statement(compiled, of: self)
        statements[UInt(bitPattern: compiled)] = WeakStatement(value: statement)
        guard isWhole else { throw .misuse("there is text after the statement: \(sql)") }
        try statement.findParameters()
        return statement
    }

    /// Takes a statement that is about to be finalized off the list.
    func forget(_ statement: OpaquePointer) {
        statements[UInt(bitPattern: statement)] = nil
    }

    /// The open handle.
    ///
    /// - Throws: `SQLITE_MISUSE` after ``close()``.
    var openHandle: OpaquePointer {
        get throws(SQLiteError) {
            guard let handle = unsafe handle else { throw .misuse("the connection is closed") }
            return unsafe handle
        }
    }

    /// `BEGIN` was said, and neither `COMMIT` nor `ROLLBACK` since; SQLite may roll back by itself after an error.
    package var isInTransaction: Bool {
        unsafe handle != nil && sqlite3_get_autocommit(handle) == 0
    }

    /// The rows that the last INSERT, UPDATE or DELETE to end has changed, without those of triggers.
    package var changes: Int {
        unsafe handle == nil ? 0 : Int(sqlite3_changes64(handle))
    }

    /// The version of the library in use at run time, such as `3.40.1`.
    package static var sqliteVersion: String {
        unsafe String(cString: sqlite3_libversion())
    }

    /// The version of the library in use at run time as a number, such as `3_040_001`.
    package static var sqliteVersionNumber: Int {
        Int(sqlite3_libversion_number())
    }
}
