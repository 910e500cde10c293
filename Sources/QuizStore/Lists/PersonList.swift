import QuizCore

/// The people of a contest while they are counted: where each belongs and what they did in a stretch of time.
struct PersonList: Sendable {
    struct Person: Sendable {
        let cell: PersonCount.Cell
        let isConfirmed: Bool
        let isHead: Bool
        var started = false
        var submitted = false
    }

    /// By internal key.
    private(set) var people: [Int64: Person] = [:]
    /// Sealed attempts alone.
    private(set) var attempts: [PersonCount.Cell: PeopleTally] = [:]

    /// Reads covering indexes only: `contestant_list` and `attempt_ranking`.
    ///
    /// `window`: Only attempts begun within it; `nil`: all.
    init(
        of contest: Int64,
        within window: Range<Timestamp>? = nil,
        from database: any Database
    ) throws(DatabaseError) {
        var people: [Int64: Person] = [:]
        try database.run(.reportPeople, [.int(contest)]) { row in
            people[row.int(0)] = Person(
                cell: PersonCount.Cell(unit: row.int(1), group: row.text(3)),
                isConfirmed: row.int(2) == 1,
                isHead: row.optionalText(4) == "head"
            )
        }
        var attempts: [PersonCount.Cell: PeopleTally] = [:]
        try database.run(.reportSealed, [.int(contest)]) { row in
            guard window?.contains(row.time(1)) ?? true, let cell = people[row.int(0)]?.cell else { return }
            people[row.int(0)]?.started = true
            people[row.int(0)]?.submitted = true
            let maximum = max(row.int(3), 1)
            attempts[cell, default: PeopleTally()].attempts += 1
            attempts[cell, default: PeopleTally()].shareSum += Int(max(0, row.int(2)) * 1_000 / maximum)
        }
        try database.run(.reportOpen, [.int(contest)]) { row in
            if window?.contains(row.time(1)) ?? true { people[row.int(0)]?.started = true }
        }
        self.people = people
        self.attempts = attempts
    }

    /// Stands for the same person in several contests: name, year of birth and unit; the key where the name is gone.
    static func identities(
        of contest: Int64,
        from database: any Database
    ) throws(DatabaseError) -> [Int64: PersonIdentity] {
        var identities: [Int64: PersonIdentity] = [:]
        try database.run(.reportNames, [.int(contest)]) { row in
            let name = row.text(1).folded
            identities[row.int(0)] = PersonIdentity(
                name: name.isEmpty ? "#\(row.int(0))" : name,
                birthYear: row.int(2),
                unit: row.int(3)
            )
        }
        return identities
    }
}

struct PersonIdentity: Hashable, Sendable {
    let name: String
    let birthYear: Int64
    let unit: Int64
}

extension PeopleTally {
    mutating func add(_ person: PersonList.Person) {
        registered += 1
        if person.isConfirmed { confirmed += 1 }
        if person.started { started += 1 }
        guard person.submitted else { return }
        submitted += 1
        if person.isConfirmed { submittedConfirmed += 1 }
        if person.isHead { heads += 1 }
    }
}

extension Query {
    static let reportPeople = Query(
        name: "report.people",
        sql: "SELECT contestant, unit, unit_confirmed, audience, position FROM contestant WHERE contest = $1"
    )
    static let reportNames = Query(
        name: "report.names",
        sql: "SELECT contestant, name, birth_year, unit FROM contestant WHERE contest = $1"
    )
    static let reportSealed = Query(
        name: "report.sealed",
        sql: """
            SELECT contestant, started_at, score, maximum
            FROM attempt
            WHERE contest = $1 AND sealed_at IS NOT NULL AND voided_at IS NULL
            """
    )
    static let reportOpen = Query(
        name: "report.open",
        sql: """
            SELECT contestant, started_at
            FROM attempt
            WHERE sealed_at IS NULL AND deadline > 0 AND contest = $1 AND voided_at IS NULL
            """
    )
}
