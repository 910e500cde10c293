import CSQLite

/// What SQLite refused, told by its result code.
///
/// Match ``extendedCode`` or the `is…` properties, never ``message``: its words change between versions.
///
/// - Source: <https://www.sqlite.org/rescode.html>
package struct SQLiteError: Error, Sendable, CustomStringConvertible {
    /// The primary result code: the low 8 bits of ``extendedCode``.
    package let code: Int32

    /// The extended result code, such as `SQLITE_CONSTRAINT_UNIQUE` (2067).
    package let extendedCode: Int32

    /// English words for a log; they may name tables, columns and paths, so they never leave the server.
    package let message: String

    /// Makes an error from a result code, extended or primary.
    package init(extendedCode: Int32, message: String) {
        self.code = extendedCode & 0xff
        self.extendedCode = extendedCode
        self.message = message
    }

    /// A UNIQUE, PRIMARY KEY, FOREIGN KEY, CHECK, NOT NULL or STRICT type rule was broken.
    package var isConstraint: Bool { code == SQLITE_CONSTRAINT }

    /// The disk or the database is full.
    package var isFull: Bool { code == SQLITE_FULL }

    /// A lock was not to be had within the busy timeout (5 s): the same call may succeed later.
    package var isBusy: Bool { code == SQLITE_BUSY }

    /// The operating system reported a fault while reading, writing or syncing.
    package var isInputOutput: Bool { code == SQLITE_IOERR }

    /// The file is damaged, or is not an SQLite database at all.
    package var isCorrupt: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }

    /// A write through a reader, or to a file that may not be written.
    package var isReadOnly: Bool { code == SQLITE_READONLY }

    /// The file or its folder cannot be opened or created.
    package var isCannotOpen: Bool { code == SQLITE_CANTOPEN }

    package var description: String {
        "SQLite error \(extendedCode): \(message)"
    }
}

extension SQLiteError {
    /// The error that `database` reported last; `nil` stands for a handle that could not be allocated.
    init(_ extendedCode: Int32, of database: OpaquePointer?) {
        self.init(extendedCode: extendedCode, message: unsafe String(cString: sqlite3_errmsg(database)))
    }

    /// A fault of the caller that SQLite itself would not notice.
    static func misuse(_ message: String) -> SQLiteError {
        SQLiteError(extendedCode: SQLITE_MISUSE, message: message)
    }
}
