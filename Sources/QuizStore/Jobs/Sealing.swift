import QuizCore

extension Transaction {
    /// Seals an attempt because its contestant says so; a sealed one comes back as it is (I5), and so does one with
    /// blanks where all must be answered.
    func submit(_ id: PublicID, of contestant: Int64) throws(DatabaseError) -> Attempt? {
        guard let row = try AttemptRow.find(id, of: contestant, in: database) else { return nil }
        let (attempt, lastChange) = try row.whole(with: database)
        guard attempt.seal == nil else { return attempt }
        let isLate = receivedAt > attempt.deadline.adding(milliseconds: AttemptRow.grace)
        if !isLate, !attempt.blanks.isEmpty,
            catalogue.definition(version: attempt.definition)?.contest.rules.mustAnswerAll ?? false
        {
            return attempt
        }
        return try seal(row, attempt, lastChange: lastChange, cause: isLate ? .deadline : .contestant)
    }

    /// Seals an attempt whose time is over, unless that has happened.
    func sealIfExpired(_ key: Int64) throws(DatabaseError) {
        guard let row = try database.first(.attemptByKey, [.int(key)], AttemptRow.init) else { return }
        let (attempt, lastChange) = try row.whole(with: database)
        guard attempt.seal == nil, attempt.deadline < AttemptRow.lastMoment(before: receivedAt) else { return }
        try seal(row, attempt, lastChange: lastChange, cause: .deadline)
    }

    /// Seals, marks, logs, and tells the views.
    ///
    /// By expiry the seal carries the deadline, whenever it is executed (I2).
    @discardableResult
    func seal(
        _ row: AttemptRow,
        _ attempt: Attempt,
        lastChange: Timestamp?,
        cause: Seal.Cause
    ) throws(DatabaseError) -> Attempt {
        guard let definition = catalogue.definition(version: attempt.definition) else {
            throw .failed("definition \(attempt.definition) is not loaded")
        }
        let sealedAt = cause == .deadline ? attempt.deadline : min(receivedAt, attempt.deadline)
        let seal = Seal(
            sealedAt: sealedAt,
            cause: cause,
            duration: definition.duration(
                startedAt: attempt.startedAt,
                deadline: attempt.deadline,
                lastChange: lastChange,
                sealedAt: sealedAt
            ),
            marks: definition.marks(of: attempt)
        )
        let sealed = try database.first(
            .attemptSeal,
            [
                .int(row.key), .time(seal.sealedAt), .text(seal.cause.rawValue), .int(seal.duration),
                .int(seal.marks.score), .int(seal.marks.maximum), .int(seal.marks.correct),
            ]
        ) { $0.int(0) }
        guard sealed != nil else { throw .failed("attempt \(row.key) was sealed in between") }
        try log(seal, of: attempt, row)
        openAttempts.forget(attempt.id)
        switch cause {
        case .contestant: tally.submitted += 1
        case .deadline: tally.expired += 1
        }
        events.append(
            .sealed(
                SealedResult(
                    board: BoardID(contest: attempt.contest, round: attempt.round, group: attempt.group),
                    contestant: attempt.contestant,
                    attempt: attempt.key,
                    unit: row.unit,
                    sealedAt: sealedAt,
                    ranked: RankedResult(
                        score: seal.marks.score,
                        duration: seal.duration,
                        startedAt: attempt.startedAt,
                        submittedAt: sealedAt,
                        fullMarks: seal.marks.isFull ? 1 : 0
                    )
                )
            )
        )
        var result = attempt
        result.seal = seal
        return result
    }

    private func log(_ seal: Seal, of attempt: Attempt, _ row: AttemptRow) throws(DatabaseError) {
        var facts = CanonicalBytes()
        facts.append(attempt.id.bytes)
        facts.append(seal.sealedAt.milliseconds)
        facts.append(seal.cause.rawValue)
        facts.append(attempt.answers.count)
        for answer in attempt.answers {
            facts.append(answer.position)
            facts.append(answer.choice)
        }
        facts.append(seal.duration)
        facts.append(seal.marks.score)
        try log(.attemptSealed, subject: row.key, salt: row.salt, facts: facts)
    }
}

extension Definition {
    /// Marks the stored answers of an attempt.
    func marks(of attempt: Attempt) -> MarkedPaper {
        var choices: [Choice?] = Array(repeating: nil, count: attempt.paper.items.count)
        for answer in attempt.answers where attempt.paper.items.indices.contains(answer.position - 1) {
            let question = pool.questions[attempt.paper.items[answer.position - 1].ordinal]
            choices[answer.position - 1] = Choice(stored: answer.choice, for: question.body)
        }
        return Marking.mark(attempt.paper, choices: choices, pool: pool, scoring: contest.rules.scoring)
    }
}

extension Query {
    static let attemptSeal = Query(
        name: "attempt.seal",
        sql: """
            UPDATE attempt
            SET sealed_at = $2, sealed_by = $3, duration = $4, score = $5, maximum = $6, correct = $7
            WHERE attempt = $1 AND sealed_at IS NULL
            RETURNING attempt
            """
    )
}
