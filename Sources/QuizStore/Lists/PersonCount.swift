import QuizCore

/// Who has taken part: added up by the unit that people belong to now, and by group.
struct PersonCount: Sendable {
    struct Cell: Hashable, Sendable {
        let unit: Int64
        let group: String
    }

    private(set) var cells: [Cell: PeopleTally] = [:]
    /// People on rosters, by unit; those who came too.
    private(set) var roster: [Int64: Int] = [:]

    /// Of one contest.
    init(of contest: Int64, from database: any Database) throws(DatabaseError) {
        try self.init(of: [contest], within: nil, from: database)
    }

    /// Of several contests; whoever is in more than one of them is counted once, where they came last.
    init(
        of contests: [Int64],
        within window: Range<Timestamp>?,
        from database: any Database
    ) throws(DatabaseError) {
        var merged: [PersonIdentity: PersonList.Person] = [:]
        for contest in contests {
            let list = try PersonList(of: contest, within: window, from: database)
            for (cell, tally) in list.attempts { cells[cell, default: PeopleTally()] += tally }
            try database.run(.reportRoster, [.int(contest)]) { row in roster[row.int(0), default: 0] += Int(row.int(1))
            }
            if contests.count == 1 {
                for person in list.people.values { cells[person.cell, default: PeopleTally()].add(person) }
                return
            }
            let identities = try PersonList.identities(of: contest, from: database)
            for (key, person) in list.people {
                guard let identity = identities[key] else { continue }
                var whole = person
                whole.started = whole.started || merged[identity]?.started ?? false
                whole.submitted = whole.submitted || merged[identity]?.submitted ?? false
                merged[identity] = whole
            }
        }
        for person in merged.values { cells[person.cell, default: PeopleTally()].add(person) }
    }
}

extension Query {
    static let reportRoster = Query(
        name: "report.roster",
        sql: """
            SELECT roster_entry.unit, COUNT(*)
            FROM roster_entry
            JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
            WHERE roster_entry.contest = $1 AND roster_entry.removed_at IS NULL
                AND roster_import.completed_at IS NOT NULL
            GROUP BY roster_entry.unit
            """
    )
}
