import QuizCore

/// Who stands on a roster and never came.
struct RosterSource: ListSource {
    let filter: ListFilter

    func people(
        of unit: Int64,
        behind place: ListPlace,
        limit: Int,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        guard let known = units.unit(key: unit) else { return ([], nil) }
        let read = try database.all(
            .listRoster,
            [
                .int(filter.contest), .int(unit), .bytes(place.sortKey), .int(place.key), .text(filter.group),
                .int(limit),
            ]
        ) { person($0, known) }
        return (read, place.behind(read.last, isMore: read.count == limit))
    }

    func person(
        _ key: Int64,
        of unit: Int64,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> ListedPerson? {
        guard let known = units.unit(key: unit) else { return nil }
        return try database.first(.listRosterEntry, [.int(key), .int(unit), .text(filter.group)]) { person($0, known) }
    }

    private func person(_ row: any Row, _ unit: Unit) -> ListedPerson {
        ListedPerson(
            key: row.int(0),
            id: PublicID(bytes: row.bytes(2)),
            sortKey: row.bytes(1),
            row: ListRow(
                name: row.text(3),
                birthYear: filter.hasContact ? Int(row.int(5)) : nil,
                phone: nil,
                group: row.text(4),
                unitCode: unit.code,
                unitTitle: unit.title,
                isUnitConfirmed: true,
                facts: .roster(row.time(6))
            )
        )
    }
}

extension Query {
    private static let absentEntries = """
        SELECT entry.roster_entry, entry.sort_key, entry.public_id, entry.name, entry.audience, entry.birth_year,
            roster_import.imported_at
        FROM roster_entry AS entry
        JOIN roster_import ON roster_import.roster_import = entry.roster_import
        WHERE entry.contestant IS NULL AND entry.removed_at IS NULL AND roster_import.completed_at IS NOT NULL
        """

    static let listRoster = Query(
        name: "list.roster",
        sql: """
            \(absentEntries)
                AND entry.contest = $1 AND entry.unit = $2 AND (entry.sort_key, entry.roster_entry) > ($3, $4)
                AND ($5 = '' OR entry.audience = $5)
            ORDER BY entry.sort_key, entry.roster_entry
            LIMIT $6
            """
    )
    static let listRosterEntry = Query(
        name: "list.rosterEntry",
        sql: """
            \(absentEntries)
                AND entry.roster_entry = $1 AND entry.unit = $2 AND ($3 = '' OR entry.audience = $3)
            """
    )
    static let listRosterPlace = Query(
        name: "list.rosterPlace",
        sql: "SELECT unit, sort_key, roster_entry FROM roster_entry WHERE public_id = $1 AND contest = $2"
    )
}
