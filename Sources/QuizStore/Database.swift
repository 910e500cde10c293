import QuizCore

/// What QuizStore needs of a database; each driver says in one adapter how it is met.
package protocol Database: AnyObject {
    /// Opens a transaction that may write from the start.
    func begin() throws(DatabaseError)
    /// Opens a transaction that reads: all that is read in it is of one moment.
    func beginReading() throws(DatabaseError)
    func commit() throws(DatabaseError)
    /// Harmless where nothing is open.
    func rollBack()
    /// Runs a statement to its end, reading each row it gives.
    func run(_ query: Query, _ values: [Value], _ read: (any Row) -> Void) throws(DatabaseError)
    /// Runs a script of several statements.
    func execute(_ script: String) throws(DatabaseError)
    /// Brings the write-ahead log back into the database, where there is one.
    func checkpoint() throws(DatabaseError)
    /// The same, and leaves nothing of what was in the log; refused while somebody reads from it.
    func emptyLog() throws(DatabaseError)
    /// How the database would run a statement, a line a step.
    func plan(of sql: String) throws(DatabaseError) -> [String]
    /// What a check of the whole file finds; empty: nothing.
    func check() throws(DatabaseError) -> [String]
    /// The same and every index; some three times as slow.
    func integrityCheck() throws(DatabaseError) -> [String]
    /// Settings that durability and integrity hang on, as they read back.
    func settings() throws(DatabaseError) -> [DatabaseSetting]
    /// Begins a copy into a new file.
    func copy(to path: String) throws(DatabaseError) -> any DatabaseCopy
}

/// A setting of the database, and what it must be.
package struct DatabaseSetting: Hashable, Sendable {
    package let name: String
    package let value: String
    package let wanted: String
}

/// A copy in the making, taken step by step by whoever owns the database.
package protocol DatabaseCopy: AnyObject {
    /// Copies one piece, within 20 ms (I12).
    ///
    /// - Returns: Whether that was the last.
    func step() throws(DatabaseError) -> Bool
    /// Lets go of the database; the file stays.
    func finish()
    /// Takes the file away again.
    func cancel()
    /// Puts on the disk what was copied; blocks, and may be called on any thread.
    var sync: @Sendable () throws(DatabaseError) -> Void { get }
}

extension Database {
    package func run(_ query: Query, _ values: [Value]) throws(DatabaseError) {
        try run(query, values) { _ in }
    }

    package func all<Element>(
        _ query: Query,
        _ values: [Value],
        _ read: (any Row) -> Element
    ) throws(DatabaseError) -> [Element] {
        var elements: [Element] = []
        try run(query, values) { elements.append(read($0)) }
        return elements
    }

    package func first<Element>(
        _ query: Query,
        _ values: [Value],
        _ read: (any Row) -> Element
    ) throws(DatabaseError) -> Element? {
        var element: Element?
        try run(query, values) { row in if element == nil { element = read(row) } }
        return element
    }
}

/// One row while it is being read.
package protocol Row {
    func int(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]
    func isNull(_ column: Int) -> Bool
}

extension Row {
    func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }
    func time(_ column: Int) -> Timestamp { Timestamp(milliseconds: int(column)) }
}

/// A parameter of a statement.
package enum Value: Hashable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case bytes([UInt8])

    static func int(_ number: Int) -> Value { .int(Int64(number)) }
    static func time(_ moment: Timestamp) -> Value { .int(moment.milliseconds) }
    static func optional(_ text: String?) -> Value { text.map { .text($0) } ?? .null }
}

/// A statement, written once for both databases, with `$1`, `$2` … as parameters.
package struct Query: Hashable, Sendable {
    /// Unique; what plans and errors are reported under.
    package let name: String
    package let sql: String

    package init(name: String, sql: String) {
        self.name = name
        self.sql = sql
    }
}

package enum DatabaseError: Error, Hashable, Sendable {
    /// No space left.
    case full
    /// Anything else; the text is for the log.
    case failed(String)
}
