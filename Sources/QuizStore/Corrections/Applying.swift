import QuizCore

extension Transaction {
    /// Records a correction, unless one with its id is there.
    ///
    /// - Returns: The record, new or old.
    func record(
        _ correction: Correction,
        of definition: Definition,
        effect: CorrectionEffect,
        by actor: String
    ) throws(DatabaseError) -> CorrectionRecord {
        let known = catalogue.corrections(of: definition.contestKey)
        if let same = known.first(where: { $0.correction.id == correction.id }) { return same }
        let inserted = try database.first(
            .correctionInsert,
            [
                .bytes(correction.id.bytes), .int(definition.contestKey), .text(correction.change.stored()),
                .text(correction.reason), .time(receivedAt), .text(actor), .int(effect.remarked), .int(effect.moved),
            ]
        ) { (key: $0.int(0), number: Int($0.int(1))) }
        guard let inserted else { throw .failed("the correction \(correction.id.hex) is being stored twice") }
        try logStaff(
            .correctionApplied,
            subject: inserted.key,
            actor: actor,
            detail: "\(definition.contest.id) \(inserted.number) \(correction.change.name): \(correction.reason); "
                + "\(correction.change.stored()); remarked \(effect.remarked), moved \(effect.moved)",
            contest: definition.contest.id
        )
        let record = CorrectionRecord(
            correction: correction,
            number: inserted.number,
            appliedAt: receivedAt,
            actor: actor,
            isApplying: true,
            remarked: effect.remarked,
            moved: effect.moved
        )
        afterCommit.append { $0.put(record, of: definition.contestKey) }
        return record
    }

    /// Gives attempts their new marks, and their people their lines.
    func apply(_ remarks: [Remark], of definition: Definition) throws(DatabaseError) {
        for remark in remarks {
            let changed = try database.first(
                .attemptRemark,
                [
                    .int(remark.attempt), .int(remark.marks.score), .int(remark.marks.correct), .int(remark.duration),
                ]
            ) { $0.int(0) }
            guard changed != nil else { continue }
            var facts = CanonicalBytes()
            facts.append(remark.marks.score)
            facts.append(remark.duration)
            try log(.attemptCorrected, subject: remark.attempt, salt: [], facts: facts)
        }
        let lines = Set(remarks.map { PersonOnBoard(contestant: $0.contestant, board: $0.board) })
        for line in lines { try restate(line, definition) }
    }

    /// Declares an attempt void; it keeps its place in the count of attempts unless it is given back.
    func void(_ attempt: VoidedAttempt, of definition: Definition) throws(DatabaseError) {
        guard let id = PublicID(hex: attempt.attempt),
            let row = try database.first(
                .attemptByID,
                [.bytes(id.bytes), .int(definition.contestKey)],
                AttemptRow.init
            ),
            let bare = row.bare, bare.voidedAt == nil
        else { return }
        try database.run(
            .attemptVoid,
            [
                .int(row.key), .time(receivedAt),
                .text(attempt.isGivenBack ? "\(AttemptRow.givenBack)\(row.key)" : row.limitScope),
            ]
        )
        var facts = CanonicalBytes()
        facts.append(bare.id.bytes)
        try log(.attemptVoided, subject: row.key, salt: row.salt, facts: facts)
        let board = BoardID(contest: bare.contest, round: bare.round, group: bare.group)
        try restate(PersonOnBoard(contestant: bare.contestant, board: board), definition)
    }

    /// Gives the attempts that an outage touched and that are still open the time that it took.
    ///
    /// - Returns: The last one looked at; `nil` when there is none after `key`.
    func prolong(
        after key: Int64,
        by outage: Outage,
        of definition: Definition,
        limit: Int
    ) throws(DatabaseError) -> Int64? {
        let open = try database.all(.attemptsOpenAfter, [.int(definition.contestKey), .int(key), .int(limit)]) { row in
            (key: row.int(0), startedAt: row.time(1), deadline: row.time(2))
        }
        for attempt in open {
            let lost = outage.overlap(from: attempt.startedAt, to: attempt.deadline)
            guard lost > 0 else { continue }
            try database.run(.attemptProlong, [.int(attempt.key), .int(lost)])
            try log(.timeGranted, subject: attempt.key, salt: [], facts: CanonicalBytes())
        }
        return open.last?.key
    }

    /// A correction is through: published results of the rounds it touched take objections again.
    func finish(
        _ record: CorrectionRecord,
        of definition: Definition,
        rounds: Set<String>
    ) throws(DatabaseError) {
        try database.run(
            .correctionDone,
            [.bytes(record.correction.id.bytes), .int(definition.contestKey), .int(record.remarked)]
        )
        for round in rounds.sorted() {
            let key = RoundKey(contest: definition.contestKey, round: round)
            guard let results = catalogue.results(of: key) else { continue }
            let reopened = results.afterCorrection(at: receivedAt)
            if reopened != results {
                try put(reopened, of: key, definition.contest, former: results.state, by: record.actor)
            }
        }
        var done = record
        done.isApplying = false
        let final = done
        afterCommit.append { $0.put(final, of: definition.contestKey) }
    }

    /// Replaces the true value of a prediction after a correction.
    func replace(_ truth: PredictionTruth, of key: RoundKey) throws(DatabaseError) {
        let outcome = truth.outcome
        try database.run(
            .truthReplace,
            key.values + [
                .int(truth.value), .int(outcome.attempts), .int(outcome.people), .int(outcome.peopleAllCorrect),
                .time(truth.fixedAt),
            ]
        )
        var facts = CanonicalBytes()
        facts.append(key.round)
        facts.append(truth.value)
        try log(.predictionFixed, subject: key.contest, salt: [], facts: facts)
    }

    /// Gives one open attempt more time, once for each id.
    func grant(_ grant: TimeGrant, of definition: Definition, by actor: String) throws(DatabaseError) -> Timestamp? {
        let values: [Value] = [.bytes(grant.attempt.bytes), .int(definition.contestKey)]
        guard let row = try database.first(.attemptByID, values, AttemptRow.init), let attempt = row.bare,
            attempt.seal == nil, attempt.deadline >= AttemptRow.lastMoment(before: receivedAt)
        else { return nil }
        let isNew = try database.first(
            .timeGrantInsert,
            [
                .bytes(grant.id.bytes), .int(row.key), .int(grant.minutes), .text(grant.reason), .time(receivedAt),
                .text(actor),
            ]
        ) { $0.int(0) }
        guard isNew != nil else { return attempt.deadline }
        let more = Int64(grant.minutes) * 60_000
        try database.run(.attemptProlong, [.int(row.key), .int(more)])
        try logStaff(
            .timeGranted,
            subject: row.key,
            actor: actor,
            detail: "\(attempt.contest) \(grant.attempt.hex): \(grant.minutes) minutes, "
                + "\(attempt.deadline.vietnamese) → \(attempt.deadline.adding(milliseconds: more).vietnamese): "
                + grant.reason,
            contest: attempt.contest
        )
        return attempt.deadline.adding(milliseconds: more)
    }

    /// Tells the views all attempts of a person that count on a board.
    func restate(_ line: PersonOnBoard, _ definition: Definition) throws(DatabaseError) {
        let known = try known(of: line, definition)
        let results = try database.all(
            .attemptsOnBoard,
            [.int(line.contestant), .text(line.board.round), .text(line.board.group)]
        ) { SealedResult($0, on: line.board, known) }
        events.append(.restated(line.board, contestant: line.contestant, results.compactMap { $0 }))
    }

    private func known(of line: PersonOnBoard, _ definition: Definition) throws(DatabaseError) -> KnownOfPeople {
        let key = RoundKey(contest: definition.contestKey, round: line.board.round)
        let criteria = definition.contest.ranking(of: line.board.round)
        var known = KnownOfPeople()
        if criteria.contains(.prediction), let truth = catalogue.truth(of: key) {
            try database.run(.predictionsOfContestant, [.int(line.contestant)]) { row in
                known.distances[row.int(0)] = abs(row.int(1) - truth.value)
            }
        }
        if criteria.contains(.manual) {
            let values = key.values + [.text(line.board.group), .int(line.contestant)]
            known.manual[line.contestant] = try database.first(.tieDecision, values) { $0.int(0) }
        }
        if criteria.contains(.draw), let text = try database.first(.publicDraw, key.values, { $0.text(0) }) {
            let draw = PublicDraw(contest: definition.contest.id, round: key.round, text: text)
            let id = try database.first(.contestantID, [.int(line.contestant)]) { PublicID(bytes: $0.bytes(0)) } ?? nil
            known.draw[line.contestant] = id.map { draw.number(of: $0, by: cryptography) }
        }
        return known
    }
}

/// A line of a board.
struct PersonOnBoard: Hashable, Sendable {
    let contestant: Int64
    let board: BoardID
}

extension Query {
    static let correctionInsert = Query(
        name: "correction.insert",
        sql: """
            INSERT INTO correction (
                id, contest, number, change, reason, applied_at, applied_by, is_applying, remarked, moved
            )
            SELECT $1, contest,
                1 + COALESCE((SELECT MAX(number) FROM correction WHERE correction.contest = contest.contest), 0),
                $3, $4, $5, $6, 1, $7, $8
            FROM contest WHERE contest = $2
            ON CONFLICT DO NOTHING
            RETURNING correction, number
            """
    )
    static let correctionDone = Query(
        name: "correction.done",
        sql: "UPDATE correction SET is_applying = 0, remarked = $3 WHERE contest = $2 AND id = $1"
    )
    static let attemptRemark = Query(
        name: "attempt.remark",
        sql: """
            UPDATE attempt SET score = $2, correct = $3, duration = $4
            WHERE attempt = $1 AND sealed_at IS NOT NULL AND voided_at IS NULL
            RETURNING attempt
            """
    )
    static let attemptVoid = Query(
        name: "attempt.void",
        sql: "UPDATE attempt SET voided_at = $2, limit_scope = $3 WHERE attempt = $1 AND sealed_at IS NOT NULL"
    )
    static let attemptProlong = Query(
        name: "attempt.prolong",
        sql: "UPDATE attempt SET deadline = deadline + $2 WHERE attempt = $1 AND sealed_at IS NULL"
    )
    static let attemptByID = Query(
        name: "attempt.byID",
        sql: """
            SELECT \(AttemptRow.columns)
            FROM attempt JOIN contest ON contest.contest = attempt.contest
            WHERE attempt.public_id = $1 AND attempt.contest = $2
            """
    )
    static let attemptsOpenAfter = Query(
        name: "attempt.openAfter",
        sql: """
            SELECT attempt, started_at, deadline FROM attempt
            WHERE attempt > $2 AND contest = $1 AND sealed_at IS NULL
            ORDER BY attempt LIMIT $3
            """
    )
    static let attemptsOnBoard = Query(
        name: "attempt.onBoard",
        sql: """
            SELECT score, duration, started_at, contestant, attempt, sealed_at, unit, maximum
            FROM attempt
            WHERE contestant = $1 AND round = $2 AND audience = $3 AND sealed_at IS NOT NULL AND voided_at IS NULL
            ORDER BY attempt
            """
    )
    static let predictionsOfContestant = Query(
        name: "prediction.ofContestant",
        sql: """
            SELECT attempt.attempt, prediction.value
            FROM attempt JOIN prediction ON prediction.attempt = attempt.attempt
            WHERE attempt.contestant = $1
            """
    )
    static let tieDecision = Query(
        name: "tieDecision.one",
        sql: """
            SELECT number FROM tie_decision
            WHERE contest = $1 AND round = $2 AND audience = $3 AND contestant = $4
            """
    )
    static let contestantID = Query(
        name: "contestant.id",
        sql: "SELECT public_id FROM contestant WHERE contestant = $1"
    )
    static let truthReplace = Query(
        name: "prediction.truthReplace",
        sql: """
            UPDATE prediction_truth
            SET value = $3, attempts = $4, people = $5, people_all_correct = $6, fixed_at = $7
            WHERE contest = $1 AND round = $2
            """
    )
    static let timeGrantInsert = Query(
        name: "timeGrant.insert",
        sql: """
            INSERT INTO time_grant (id, attempt, minutes, reason, granted_at, granted_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            RETURNING minutes
            """
    )
}
