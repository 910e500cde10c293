import QuizCore

extension Transaction {
    /// Starts an attempt, or finds the one that is meant (I4, I5).
    func start(_ start: AttemptStart) throws(DatabaseError) -> StartOutcome {
        let contestant = start.contestant
        let rows = try database.all(.attemptsOfContestant, [.int(contestant.key)], AttemptRow.init)
        if let same = rows.first(where: { $0.bare?.nonce == start.nonce }) {
            return .existing(try same.attempt(with: database))
        }
        if let open = rows.first(where: { $0.bare?.seal == nil }) {
            let (attempt, lastChange) = try open.whole(with: database)
            if receivedAt <= attempt.deadline.adding(milliseconds: AttemptRow.grace) { return .existing(attempt) }
            try seal(open, attempt, lastChange: lastChange, cause: .deadline)
        }
        let contest = start.definition.contest
        guard let round = contest.openRound(at: receivedAt) else { return .closed }
        let scope = contest.rules.attempts.scope(round: round, at: receivedAt)
        let number = 1 + (rows.filter { $0.limitScope == scope }.compactMap(\.bare?.number).max() ?? 0)
        if let limit = contest.rules.attempts.limit, number > limit { return .exhausted }
        let earlier = contest.rules.repeats == .avoid ? rows : []
        let seen = try earlier.map { row throws(DatabaseError) in try questions(of: row, in: start.definition) }
        guard let drawn = start.draw(round, number, CalendarDay(of: receivedAt), seen) else { return .unfillable }
        return try insert(start, drawn, round: round, scope: scope, number: number)
    }

    /// The questions of an earlier paper by their places in the pool of another definition.
    private func questions(of row: AttemptRow, in definition: Definition) throws(DatabaseError) -> [Int] {
        guard let attempt = row.bare else { throw .failed("attempt \(row.key) does not read back") }
        if attempt.definition == definition.key { return attempt.paper.items.map(\.ordinal) }
        guard let earlier = catalogue.definition(version: attempt.definition) else {
            throw .failed("definition \(attempt.definition) is not loaded")
        }
        return definition.pool.ordinals(of: attempt.paper, drawnFrom: earlier.pool)
    }

    private func insert(
        _ start: AttemptStart,
        _ drawn: DrawnPaper,
        round: Round,
        scope: String,
        number: Int
    ) throws(DatabaseError) -> StartOutcome {
        let more = try allowance(of: start.contestant.key, start.definition.contest.rules)
        let deadline = start.definition.deadline(startedAt: receivedAt, in: round, more: more)
        let limit = start.definition.contest.rules.attempts
        let lastEnd = limit.pause.map { receivedAt.adding(milliseconds: Int64($0) * -60_000) }
        let key = try database.first(
            .attemptInsert,
            [
                .bytes(start.id.bytes), .int(start.contestant.key), .int(start.definition.contestKey),
                .int(start.definition.key), .text(round.id), .text(scope), .int(number), .bytes(start.nonce.bytes),
                .bytes(start.salt), .int(drawn.algorithm), .bytes(drawn.seed.bytes), .bytes(drawn.paper.stored),
                .bytes(drawn.digests.excluded), .time(receivedAt), .time(deadline),
                .time(lastEnd ?? Timestamp(milliseconds: .max)),
            ]
        ) { $0.int(0) }
        guard let key else { return try refusal(of: start, limit, scope: scope, number: number) }
        var facts = CanonicalBytes()
        facts.append(start.id.bytes)
        facts.append(start.contestant.id.bytes)
        facts.append(number)
        facts.append(start.nonce.bytes)
        facts.append(drawn.paper.stored)
        facts.append(deadline.milliseconds)
        try log(.attemptStarted, subject: key, salt: start.salt, facts: facts)
        let attempt = Attempt(
            key: key,
            id: start.id,
            contest: start.contestant.contest,
            definition: start.definition.key,
            contestant: start.contestant.key,
            group: start.contestant.group,
            round: round.id,
            number: number,
            nonce: start.nonce,
            startedAt: receivedAt,
            deadline: deadline,
            paper: drawn.paper
        )
        openAttempts.remember(attempt)
        tally.started += 1
        return .started(attempt)
    }
}

extension Transaction {
    /// Why the guard of the insertion let nothing in.
    private func refusal(
        of start: AttemptStart,
        _ limit: AttemptLimit,
        scope: String,
        number: Int
    ) throws(DatabaseError) -> StartOutcome {
        let lastSeal = try database.first(.attemptLastSeal, [.int(start.contestant.key)]) { $0.time(0) }
        if let end = lastSeal.flatMap(limit.pauseEnd), receivedAt < end { return .paused(until: end) }
        // Another writer was first; the caller looks again.
        throw .failed("the attempt \(number) of \(scope) exists already")
    }
}

extension Query {
    /// Refuses what would begin in the pause after another attempt (I4).
    ///
    /// Group and unit are copied from the contestant: later moves never rewrite results (I14).
    static let attemptInsert = Query(
        name: "attempt.insert",
        sql: """
            INSERT INTO attempt (
                public_id, contestant, contest, definition, audience, unit, round, limit_scope, number, nonce, salt,
                algorithm, seed, paper, excluded_digest, started_at, deadline
            )
            SELECT $1, contestant, $3, $4, audience, unit, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
            FROM contestant
            WHERE contestant = $2 AND contest = $3
                AND NOT EXISTS (
                    SELECT 1 FROM attempt AS earlier WHERE earlier.contestant = $2 AND earlier.sealed_at > $16
                )
            ON CONFLICT DO NOTHING
            RETURNING attempt
            """
    )
    static let attemptLastSeal = Query(
        name: "attempt.lastSeal",
        sql: """
            SELECT sealed_at FROM attempt
            WHERE contestant = $1 AND sealed_at IS NOT NULL
            ORDER BY sealed_at DESC LIMIT 1
            """
    )
}
