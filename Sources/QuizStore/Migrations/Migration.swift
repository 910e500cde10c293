/// A step of the schema, never changed once released.
package struct Migration: Sendable {
    /// Counted from 1, without gaps.
    package let number: Int
    /// With the marked words that a driver fills in: `{key}`, `{int64}`, `{bytes}`, `{strict}`, `{clustered}`.
    package let script: String

    package static let all = [
        initial, rankingByUnit, ranking, results, media, reveals, prizes, rosters, privacy, lists, unitHistory,
        accounts, allowances,
    ]

    /// The script as SQLite takes it: its STRICT tables know INTEGER and BLOB, and a key is a rowid.
    var sqlite: String {
        script
            .replacing("{key}", with: "INTEGER PRIMARY KEY")
            .replacing("{int64}", with: "INTEGER")
            .replacing("{bytes}", with: "BLOB")
            .replacing("{strict}", with: "STRICT")
            .replacing("{clustered}", with: "STRICT, WITHOUT ROWID")
    }
}

extension Database {
    /// Brings the schema up to date, each step in a transaction of its own.
    ///
    /// - Throws: ``OpenError/newer(found:known:)`` for a database that a later version wrote.
    package func migrate() throws {
        try execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY) STRICT")
        let done = try first(.migrationNumber, []) { Int($0.int(0)) } ?? 0
        guard done <= Migration.all.count else { throw OpenError.newer(found: done, known: Migration.all.count) }
        for migration in Migration.all where migration.number > done {
            try begin()
            do {
                try execute(migration.sqlite)
                try run(.migrationAdd, [.int(migration.number)])
                try commit()
            } catch {
                rollBack()
                throw error
            }
        }
    }
}

/// Why a data folder cannot be used.
package enum OpenError: Error, Hashable, Sendable {
    /// A later version of the program wrote it.
    case newer(found: Int, known: Int)
    /// The database ends before what was acknowledged: a part of it was lost.
    case behind(database: Int64, mark: Int64)
    /// What is stored does not fit together.
    case inconsistent(String)
}

extension Query {
    static let migrationNumber = Query(name: "migration.number", sql: "SELECT MAX(number) FROM migration")
    static let migrationAdd = Query(name: "migration.add", sql: "INSERT INTO migration (number) VALUES ($1)")
}
