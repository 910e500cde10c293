package import QuizCore

/// What a database file is found to be, without any of the program's views: also one that came from elsewhere.
package struct DatabaseInspection: Hashable, Sendable {
    /// In English, for an operator; empty: nothing is wrong.
    package let problems: [String]
    /// Number of the last migration.
    package let migration: Int
    package let logSequence: Int64
    /// When the last entry of the log was made.
    package let lastEntry: Timestamp?
    /// Ids, in order.
    package let contests: [String]

    /// Reads the whole file: its structure, every index, every foreign key, and that the log has no gap (I13).
    package init(of database: any Database) throws(DatabaseError) {
        let damage = try database.integrityCheck()
        let head = try database.first(.logHead, []) { $0.int(0) } ?? -1
        let extent = try database.first(.logExtent, []) { row in [row.int(0), row.int(1), row.int(2)] } ?? []
        let isWhole = extent == [head, min(1, head), head]
        problems = damage + (isWhole ? [] : ["the log's count, first and last entry are \(extent), its head is \(head)"])
        logSequence = head
        migration = try database.first(.migrationNumber, []) { Int($0.int(0)) } ?? 0
        lastEntry = try database.first(.logLastTime, []) { $0.time(0) }
        contests = try database.all(.contestIDs, []) { $0.text(0) }
    }
}

extension Query {
    static let logExtent = Query(
        name: "log.extent",
        sql: "SELECT COUNT(*), COALESCE(MIN(sequence), 0), COALESCE(MAX(sequence), 0) FROM log"
    )
    static let logLastTime = Query(name: "log.lastTime", sql: "SELECT at FROM log ORDER BY sequence DESC LIMIT 1")
    static let contestIDs = Query(name: "contest.ids", sql: "SELECT id FROM contest ORDER BY id")
}
