import SQLite

/// SQLite as a ``Database``: one connection with its prepared statements.
package final class SQLiteDatabase: Database {
    private let connection: Connection
    private var statements: [String: Statement] = [:]
    private lazy var beginStatement: Statement? = try? connection.prepare("BEGIN IMMEDIATE")
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
    fileprivate init(_ error: SQLiteError, in place: String? = nil) {
        self = error.isFull ? .full : .failed((place.map { "\($0): " } ?? "") + error.description)
    }
}
