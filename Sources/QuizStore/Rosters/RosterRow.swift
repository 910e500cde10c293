import QuizCore

/// An entry of a roster as its queries read it.
struct RosterRow {
    let key: Int64
    let unit: Int64
    let contestant: Int64?
    let sortKey: [UInt8]
    let entry: RosterLineEntry?

    init(_ row: any Row) {
        key = row.int(0)
        unit = row.int(1)
        contestant = row.isNull(2) ? nil : row.int(2)
        sortKey = row.bytes(3)
        let state: RosterState =
            if row.isNull(2) { .absent } else if row.int(12) == 1 { .open } else if row.int(13) == 1 { .submitted } else
            {
                .present
            }
        entry = PublicID(bytes: row.bytes(4)).map { id in
            RosterLineEntry(
                id: id,
                name: row.text(5),
                birthYear: Int(row.int(6)),
                group: row.text(7),
                unitCode: row.text(8),
                unitTitle: row.text(9),
                issue: Int(row.int(10)),
                codeHash: row.isNull(11) ? nil : row.bytes(11),
                state: state
            )
        }
    }
}

extension Database {
    /// An entry that can be seen, in one of the units.
    func rosterEntry(_ id: PublicID, contest: Int64, units: Set<Int64>) throws(DatabaseError) -> RosterRow? {
        let found = try first(.rosterEntryByID, [.bytes(id.bytes), .int(contest)], RosterRow.init)
        return found.flatMap { units.contains($0.unit) ? $0 : nil }
    }
}

extension Query {
    private static let rosterColumns = """
        roster_entry.roster_entry, roster_entry.unit, roster_entry.contestant, roster_entry.sort_key,
        roster_entry.public_id, roster_entry.name, roster_entry.birth_year, roster_entry.audience, unit.code, unit.title,
        roster_entry.issue, roster_entry.code_hash,
        CASE WHEN EXISTS (
            SELECT 1 FROM attempt WHERE attempt.contestant = roster_entry.contestant AND attempt.sealed_at IS NULL
        ) THEN 1 ELSE 0 END,
        CASE WHEN EXISTS (
            SELECT 1 FROM attempt WHERE attempt.contestant = roster_entry.contestant AND attempt.sealed_at IS NOT NULL
        ) THEN 1 ELSE 0 END
        """
    private static let rosterTables = """
        roster_entry
        JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
        JOIN unit ON unit.unit = roster_entry.unit
        """
    private static let isSeen = "roster_entry.removed_at IS NULL AND roster_import.completed_at IS NOT NULL"

    static let rosterOfUnit = Query(
        name: "rosterEntry.ofUnit",
        sql: """
            SELECT \(rosterColumns) FROM \(rosterTables)
            WHERE roster_entry.unit = $1 AND roster_entry.contest = $2 AND \(isSeen)
                AND (roster_entry.sort_key > $3 OR (roster_entry.sort_key = $3 AND roster_entry.roster_entry > $4))
            ORDER BY roster_entry.sort_key, roster_entry.roster_entry
            LIMIT $5
            """
    )
    static let rosterEntryByKey = Query(
        name: "rosterEntry.byKey",
        sql: "SELECT \(rosterColumns) FROM \(rosterTables) WHERE roster_entry.roster_entry = $1 AND \(isSeen)"
    )
    static let rosterEntryByID = Query(
        name: "rosterEntry.byID",
        sql: """
            SELECT \(rosterColumns) FROM \(rosterTables)
            WHERE roster_entry.public_id = $1 AND roster_entry.contest = $2 AND \(isSeen)
            """
    )
    static let rosterKnown = Query(
        name: "rosterEntry.known",
        sql: """
            SELECT roster_entry.name, roster_entry.birth_year FROM roster_entry
            JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
            WHERE roster_entry.unit = $1 AND roster_entry.contest = $2 AND \(isSeen)
            """
    )
    static let rosterCounts = Query(
        name: "rosterEntry.counts",
        sql: """
            SELECT COUNT(*), COUNT(roster_entry.contestant),
                CAST(COALESCE(SUM(CASE WHEN EXISTS (
                    SELECT 1 FROM attempt
                    WHERE attempt.contestant = roster_entry.contestant AND attempt.sealed_at IS NOT NULL
                ) THEN 1 ELSE 0 END), 0) AS INTEGER)
            FROM roster_entry
            JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
            WHERE roster_entry.unit = $1 AND roster_entry.contest = $2 AND \(isSeen)
            """
    )
}
