import SQLite

/// SQLite as a ``Database``: one connection with its prepared statements.
package final class SQLiteDatabase: Database {
    private let connection: Connection
    private var statements: [String: Statement] = [:]
    private lazy var beginStatement: Statement? = try? connection.prepare("BEGIN IMMEDIATE")
    private lazy var beginReadingStatement: Statement? = try? connection.prepare("BEGIN")
    private lazy var commitStatement: Statement? = try? connection.prepare("COMMIT")

    package enum Access: Sendable {
        case writing, reading
    }

    /// Opens a file; created when writing.
    package init(path: String, access: Access) throws(DatabaseError) {
        do {
            connection = try Connection(path: path, mode: access == .writing ? .writer : .reader)
        } catch {
            throw DatabaseError(error)
        }
    }

    deinit {
        statements.removeAll()
        connection.close()
    }

    package func begin() throws(DatabaseError) {
        try step(beginStatement)
    }

    package func beginReading() throws(DatabaseError) {
        try step(beginReadingStatement)
    }

    package func commit() throws(DatabaseError) {
        try step(commitStatement)
    }

    package func rollBack() {
        for statement in statements.values { statement.reset() }
        // SQLite may have rolled back by itself: after a full disk, for one.
        if connection.isInTransaction { try? connection.execute("ROLLBACK") }
    }

    package func run(_ query: Query, _ values: [Value], _ read: (any Row) -> Void) throws(DatabaseError) {
        do {
            let statement = try prepared(query)
            try statement.bind(count: values.count) { values[$0].sqlite }
            while try statement.step() { read(statement) }
        } catch {
            throw DatabaseError(error, in: query.name)
        }
    }

    package func execute(_ script: String) throws(DatabaseError) {
        do { try connection.execute(script) } catch { throw DatabaseError(error) }
    }

    package func checkpoint() throws(DatabaseError) {
        do { _ = try connection.checkpoint(truncate: false) } catch { throw DatabaseError(error) }
    }

    package func emptyLog() throws(DatabaseError) {
        do { try connection.emptyLog() } catch { throw DatabaseError(error) }
    }

    package func plan(of sql: String) throws(DatabaseError) -> [String] {
        do { return try connection.plan(of: sql) } catch { throw DatabaseError(error) }
    }

    package func check() throws(DatabaseError) -> [String] {
        do { return try connection.quickCheck() } catch { throw DatabaseError(error) }
    }

    package func integrityCheck() throws(DatabaseError) -> [String] {
        do { return try connection.integrityCheck() } catch { throw DatabaseError(error) }
    }

    private static let wanted: [(name: StaticString, value: String)] = [
        ("journal_mode", "wal"), ("synchronous", "2"), ("foreign_keys", "1"), ("trusted_schema", "0"),
        ("secure_delete", "1"), ("cell_size_check", "1"),
    ]

    package func settings() throws(DatabaseError) -> [DatabaseSetting] {
        do {
            return try Self.wanted.map { wanted throws(SQLiteError) in
                let value = try connection.pragma(wanted.name).first ?? ""
                return DatabaseSetting(name: "\(wanted.name)", value: value, wanted: wanted.value)
            }
        } catch {
            throw DatabaseError(error)
        }
    }

    package func copy(to path: String) throws(DatabaseError) -> any DatabaseCopy {
        do { return try SQLiteCopy(of: connection, to: path) } catch { throw DatabaseError(error) }
    }

    /// The version of SQLite in use, as words and as a number.
    package static var version: String { Connection.sqliteVersion }
    package static var versionNumber: Int { Connection.sqliteVersionNumber }

    private func prepared(_ query: Query) throws(SQLiteError) -> Statement {
        if let statement = statements[query.name] { return statement }
        let statement = try connection.prepare(query.sql)
        statements[query.name] = statement
        return statement
    }

    private func step(_ statement: Statement?) throws(DatabaseError) {
        guard let statement else { throw .failed("the connection cannot prepare BEGIN and COMMIT") }
        do { while try statement.step() {} } catch { throw DatabaseError(error) }
    }
}

extension Statement: Row {}

extension Value {
    fileprivate var sqlite: SQLiteValue {
        switch self {
        case .null: .null
        case .int(let number): .int(number)
        case .text(let text): .text(text)
        case .bytes(let bytes): .bytes(bytes)
        }
    }
}

extension DatabaseError {
    init(_ error: SQLiteError, in place: String? = nil) {
        self = error.isFull ? .full : .failed((place.map { "\($0): " } ?? "") + error.description)
    }
}
