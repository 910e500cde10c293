import CSQLite

/// One compiled statement, to be bound, stepped and bound again; it keeps its connection alive.
///
/// It belongs to the actor that owns the connection. It holds a read transaction only between a ``step()`` that gave a
/// row and the next ``reset()``, ``bind(_:)``, or ``step()`` without a row.
///
/// - Source: <https://www.sqlite.org/c3ref/stmt.html>
@safe package final class Statement {
    private let connection: Connection
    private var handle: OpaquePointer?

    /// SQLite's own parameter indices: that of `$1`, of `$2` ….
    private var parameters: [Int32] = []

    /// The last step gave a row.
    private var hasRow = false

    init(_ handle: OpaquePointer, of connection: Connection) {
        unsafe self.handle = handle
        self.connection = connection
    }

    deinit {
        guard let handle = unsafe handle else { return }
        unsafe connection.forget(handle)
        unsafe sqlite3_finalize(handle)
    }

    /// Lets go of the compiled statement, since its connection closes.
    func finalize() {
        unsafe sqlite3_finalize(handle)
        unsafe handle = nil
        hasRow = false
    }

    /// Looks the parameters up by name: SQLite numbers `$1`, `$2` … by first appearance, not by the digits.
    ///
    /// - Throws: `SQLITE_MISUSE` for another kind of name or for a gap.
    /// - Source: <https://www.sqlite.org/lang_expr.html#varparam>
    func findParameters() throws(SQLiteError) {
        let count = unsafe Int(sqlite3_bind_parameter_count(handle))
        parameters = try (0..<count).map { position throws(SQLiteError) in
            let index = unsafe sqlite3_bind_parameter_index(handle, "$\(position + 1)")
            guard index > 0 else {
                throw .misuse("the \(count) parameters are not named $1 to $\(count)")
            }
            return index
        }
    }

    /// Starts over with new values.
    ///
    /// `values[0]` goes to `$1`, `values[1]` to `$2`, and so on.
    ///
    /// - Throws: `SQLITE_MISUSE` unless there is exactly one value per parameter; `SQLITE_TOOBIG` for a text or blob over
    ///   32 MiB.
    package func bind(_ values: [SQLiteValue]) throws(SQLiteError) {
        try bind(count: values.count) { values[$0] }
    }

    /// The same with values that are made one by one: from 0 to `count − 1`.
    package func bind(count: Int, _ value: (Int) -> SQLiteValue) throws(SQLiteError) {
        reset()
        guard let handle = unsafe handle else { throw .misuse("the connection is closed") }
        guard count == parameters.count else {
            throw .misuse("\(count) values for \(parameters.count) parameters")
        }
        for position in 0..<count {
            let code = unsafe Self.bind(value(position), to: parameters[position], of: handle)
            guard code == SQLITE_OK else {
                throw SQLiteError(extendedCode: code, message: unsafe String(cString: sqlite3_errstr(code)))
            }
        }
    }

    private static func bind(_ value: SQLiteValue, to index: Int32, of handle: OpaquePointer) -> Int32 {
        switch value {
        case .null:
            return unsafe sqlite3_bind_null(handle, index)
        case .int(let number):
            return unsafe sqlite3_bind_int64(handle, index, number)
        case .text(var text):
            return text.withUTF8 { utf8 in
                unsafe csqlite_bind_text(handle, index, utf8.baseAddress, UInt64(utf8.count))
            }
        case .bytes(let bytes):
            // A blob without an address would be NULL.
            guard !bytes.isEmpty else { return unsafe sqlite3_bind_zeroblob(handle, index, 0) }
            return unsafe csqlite_bind_blob(handle, index, bytes, UInt64(bytes.count))
        }
    }

    /// Runs to the next row.
    ///
    /// A statement that changes rows makes all its changes at the first step, even when it gives rows (`RETURNING`).
    ///
    /// - Returns: `true` for a row, which stays readable until the next call of ``step()``, ``reset()`` or ``bind(_:)``;
    ///   `false` at the end, where the statement has reset itself and the next step runs it anew with the same values.
    /// - Throws: What SQLite says; the statement has reset itself and can be bound again.
    package func step() throws(SQLiteError) -> Bool {
        guard let handle = unsafe handle else { throw .misuse("the connection is closed") }
        let code = unsafe sqlite3_step(handle)
        if code == SQLITE_ROW {
            hasRow = true
            return true
        }
        hasRow = false
        if code == SQLITE_DONE {
            unsafe sqlite3_reset(handle)
            return false
        }
        let error = unsafe SQLiteError(code, of: sqlite3_db_handle(handle))
        unsafe sqlite3_reset(handle)
        throw error
    }

    /// Ends the run, so that no read transaction is held; the values stay bound.
    package func reset() {
        hasRow = false
        unsafe sqlite3_reset(handle)
    }

    /// The columns of each row; 0 for a statement that gives none.
    package var columnCount: Int {
        unsafe Int(sqlite3_column_count(handle))
    }

    /// A column of the row as a number, from 0; NULL reads as 0.
    package func int(_ column: Int) -> Int64 {
        unsafe sqlite3_column_int64(handle, checked(column))
    }

    /// A column of the row as a text, from 0; NULL reads as the empty text, ill-formed UTF-8 is repaired with U+FFFD.
    package func text(_ column: Int) -> String {
        let index = checked(column)
        guard let start = unsafe sqlite3_column_text(handle, index) else { return "" }
        let count = unsafe Int(sqlite3_column_bytes(handle, index))
        return unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    /// A column of the row as bytes, from 0; NULL reads as no bytes.
    package func bytes(_ column: Int) -> [UInt8] {
        let index = checked(column)
        guard let start = unsafe sqlite3_column_blob(handle, index) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(handle, index))
        return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    /// A column of the row is NULL, counted from 0; ask before reading it as something else.
    package func isNull(_ column: Int) -> Bool {
        unsafe sqlite3_column_type(handle, checked(column)) == SQLITE_NULL
    }

    /// The index as SQLite takes it, if there is such a column to read: SQLite would answer NULL otherwise.
    private func checked(_ column: Int) -> Int32 {
        precondition(hasRow, "the last step gave no row")
        precondition(column >= 0 && column < columnCount, "there is no such column")
        return Int32(truncatingIfNeeded: column)
    }
}
