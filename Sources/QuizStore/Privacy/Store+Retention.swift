package import QuizCore

extension Store {
    /// So that a step stays far below 20 ms (I12).
    private static let chunk = 20

    /// Erases the people of every contest whose date has come, a few at a time, from where it stopped the last time.
    package func eraseDue() async {
        let moment = moment
        for definition in catalogue.definitions() {
            guard let due = definition.contest.erasesFrom, due <= moment else { continue }
            // What fails now is tried again in the next turn.
            try? await eraseAll(of: definition)
        }
    }

    private func eraseAll(of definition: Definition) async throws(StoreError) {
        let contest = definition.contestKey
        guard var run = try await retentionRun(of: contest) else {
            try await write(.sheddable) { transaction throws(DatabaseError) in
                try transaction.database.run(.retentionBegin, [.int(contest), .time(transaction.receivedAt)])
            }
            return try await eraseAll(of: definition)
        }
        guard run.finishedAt == nil else { return }
        while let next = try await step(.retentionPeople, of: contest, after: run.lastContestant) {
            try await write(.sheddable) { transaction throws(DatabaseError) in
                for key in next {
                    try transaction.eraseIdentity(of: key, in: definition, by: "retention")
                    try transaction.log(.personErased, subject: key, salt: [], facts: CanonicalBytes())
                }
                try transaction.database.run(
                    .retentionPeopleDone,
                    [.int(contest), .int(next.last ?? 0), .int(next.count)]
                )
            }
            run.lastContestant = next.last ?? run.lastContestant
        }
        while let next = try await step(.retentionEntries, of: contest, after: run.lastEntry) {
            try await write(.sheddable) { transaction throws(DatabaseError) in
                for key in next { try transaction.eraseEntry(key) }
                try transaction.database.run(
                    .retentionEntriesDone,
                    [.int(contest), .int(next.last ?? 0), .int(next.count)]
                )
            }
            run.lastEntry = next.last ?? run.lastEntry
        }
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.database.run(.retentionEnd, [.int(contest), .time(transaction.receivedAt)])
            let done = try transaction.database.first(.retentionRun, [.int(contest)]) { "\($0.int(4)) + \($0.int(5))" }
            try transaction.logStaff(
                .retentionReached,
                subject: contest,
                actor: "retention",
                detail: "\(definition.contest.id): \(done ?? "")"
            )
        }
        wipe()
    }

    /// - Returns: The next keys; `nil`: there are no more.
    private func step(_ query: Query, of contest: Int64, after last: Int64) async throws(StoreError) -> [Int64]? {
        let keys = try await readers.read { database throws(DatabaseError) in
            try database.all(query, [.int(contest), .int(last), .int(Self.chunk)]) { $0.int(0) }
        }
        return keys.isEmpty ? nil : keys
    }

    private func retentionRun(of contest: Int64) async throws(StoreError) -> RetentionRun? {
        try await readers.read { database throws(DatabaseError) in
            try database.first(.retentionRun, [.int(contest)], RetentionRun.init)
        }
    }

    package func retention(of contest: String) async throws(StoreError) -> RetentionReport? {
        guard let definition = catalogue.definition(of: contest) else { return nil }
        let key = definition.contestKey
        let rounds = definition.contest.rounds.filter { results(of: contest, round: $0.id).state != .final }
        return try await readers.read { database throws(DatabaseError) in
            let run = try database.first(.retentionRun, [.int(key)], RetentionRun.init)
            let people = try database.first(.retentionCount, [.int(key)]) { row in
                (kept: Int(row.int(0)), phones: Int(row.int(1)), erased: Int(row.int(2)))
            }
            let entries = try database.first(
                .retentionEntryCount,
                [.int(key), .text(ErasedPerson.name)]
            ) { Int($0.int(0)) }
            let open = try database.first(.retentionOpen, [.int(key)]) { Int($0.int(0)) }
            return RetentionReport(
                erasesFrom: definition.contest.erasesFrom,
                startedAt: run?.startedAt,
                finishedAt: run?.finishedAt,
                kept: people?.kept ?? 0,
                keptOnRosters: entries ?? 0,
                withPhone: people?.phones ?? 0,
                erased: run?.people ?? 0,
                erasedOnRosters: run?.entries ?? 0,
                erasedInAll: people?.erased ?? 0,
                openAttempts: open ?? 0,
                unfinishedRounds: rounds.map(\.id)
            )
        }
    }
}

private struct RetentionRun: Sendable {
    let startedAt: Timestamp
    var lastContestant: Int64
    var lastEntry: Int64
    let people: Int
    let entries: Int
    let finishedAt: Timestamp?

    init(_ row: any Row) {
        startedAt = row.time(1)
        lastContestant = row.int(2)
        lastEntry = row.int(3)
        people = Int(row.int(4))
        entries = Int(row.int(5))
        finishedAt = row.isNull(6) ? nil : row.time(6)
    }
}

extension Query {
    static let retentionRun = Query(
        name: "retention.run",
        sql: """
            SELECT contest, started_at, last_contestant, last_entry, people, entries, finished_at FROM retention_run
            WHERE contest = $1
            """
    )
    static let retentionBegin = Query(
        name: "retention.begin",
        sql: """
            INSERT INTO retention_run (contest, started_at, last_contestant, last_entry, people, entries)
            VALUES ($1, $2, 0, 0, 0, 0)
            ON CONFLICT DO NOTHING
            """
    )
    // The sign keeps the index over (contest, hash) out, which would have every step sort the whole contest.
    static let retentionPeople = Query(
        name: "retention.people",
        sql: """
            SELECT contestant FROM contestant
            WHERE contestant > $2 AND +contest = $1 AND erased_at IS NULL
            ORDER BY contestant LIMIT $3
            """
    )
    static let retentionPeopleDone = Query(
        name: "retention.peopleDone",
        sql: "UPDATE retention_run SET last_contestant = $2, people = people + $3 WHERE contest = $1"
    )
    static let retentionEntries = Query(
        name: "retention.entries",
        sql: """
            SELECT roster_entry FROM roster_entry
            WHERE roster_entry > $2 AND +contest = $1 AND contestant IS NULL
            ORDER BY roster_entry LIMIT $3
            """
    )
    static let retentionEntriesDone = Query(
        name: "retention.entriesDone",
        sql: "UPDATE retention_run SET last_entry = $2, entries = entries + $3 WHERE contest = $1"
    )
    static let retentionEnd = Query(
        name: "retention.end",
        sql: "UPDATE retention_run SET finished_at = $2 WHERE contest = $1"
    )
    static let retentionCount = Query(
        name: "retention.count",
        sql: """
            SELECT COUNT(CASE WHEN erased_at IS NULL THEN 1 END), COUNT(phone), COUNT(erased_at)
            FROM contestant WHERE contest = $1
            """
    )
    static let retentionEntryCount = Query(
        name: "retention.entryCount",
        sql: "SELECT COUNT(*) FROM roster_entry WHERE contest = $1 AND contestant IS NULL AND name <> $2"
    )
    static let retentionOpen = Query(
        name: "retention.open",
        sql: "SELECT COUNT(*) FROM attempt WHERE contest = $1 AND sealed_at IS NULL AND deadline > 0"
    )
}
