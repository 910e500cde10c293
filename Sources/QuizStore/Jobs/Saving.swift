import QuizCore

extension Transaction {
    /// Keeps an answer: one guarded statement; what it refuses is looked into afterwards (I2, I4, I5, I7).
    func save(_ answer: AnswerSave) throws(DatabaseError) -> SaveOutcome {
        guard let open = try openAttempt(answer.attempt, of: answer.contestant) else { return .notFound }
        guard answer.position >= 1, answer.position <= open.paper.items.count,
            let pool = catalogue.definition(version: open.definition)?.pool
        else { return .notFound }
        let ordinal = open.paper.items[answer.position - 1].ordinal
        guard let choice = Choice(words: answer.choice, for: pool.questions[ordinal].body) else {
            return .invalidChoice
        }
        let json = choice.json
        let saved = try database.first(
            .answerSave,
            [
                .int(open.key), .int(answer.position), .text(json), .int(answer.sequence), .time(receivedAt),
                .int(answer.contestant), .time(AttemptRow.lastMoment(before: receivedAt)),
            ]
        ) { $0.int(0) }
        if saved != nil {
            tally.saved += 1
            return .saved(at: receivedAt, sequence: answer.sequence)
        }
        let stored = try database.first(.answerOne, [.int(open.key), .int(answer.position)]) { row in
            StoredAnswer(
                position: answer.position,
                choice: row.text(0),
                sequence: row.int(1),
                savedAt: row.time(2)
            )
        }
        if let stored, stored.sequence == answer.sequence, stored.choice == json {
            return .saved(at: stored.savedAt, sequence: stored.sequence)
        }
        if try database.first(.revealOne, [.int(open.key), .int(answer.position)], { $0.int(0) }) != nil {
            return .revealed
        }
        return try refusal(of: open.key, superseding: stored, by: answer.sequence)
    }

    /// Keeps a prediction; the newest counts.
    func save(_ prediction: PredictionSave) throws(DatabaseError) -> SaveOutcome {
        guard let open = try openAttempt(prediction.attempt, of: prediction.contestant),
            let asked = catalogue.definition(version: open.definition)?.contest.prediction
        else { return .notFound }
        guard PredictionValue(scaled: prediction.value).fits(decimals: asked.decimals) else { return .invalidChoice }
        let saved = try database.first(
            .predictionSave,
            [
                .int(open.key), .int(prediction.value), .int(prediction.sequence), .time(receivedAt),
                .int(prediction.contestant), .time(AttemptRow.lastMoment(before: receivedAt)),
            ]
        ) { $0.int(0) }
        if saved != nil { return .saved(at: receivedAt, sequence: prediction.sequence) }
        let stored = try database.first(.prediction, [.int(open.key)]) { row in
            StoredPrediction(value: row.int(0), sequence: row.int(1), savedAt: row.time(2))
        }
        if let stored, stored.sequence == prediction.sequence, stored.value == prediction.value {
            return .saved(at: stored.savedAt, sequence: stored.sequence)
        }
        let superseding = stored.map {
            StoredAnswer(position: 0, choice: String($0.value), sequence: $0.sequence, savedAt: $0.savedAt)
        }
        return try refusal(of: open.key, superseding: superseding, by: prediction.sequence)
    }

    private func refusal(
        of key: Int64,
        superseding stored: StoredAnswer?,
        by sequence: Int64
    ) throws(DatabaseError) -> SaveOutcome {
        let state = try database.first(.attemptState, [.int(key)]) { (sealed: !$0.isNull(0), deadline: $0.time(1)) }
        guard let state else { return .notFound }
        if state.sealed { return .sealed }
        if state.deadline < AttemptRow.lastMoment(before: receivedAt) { return .late }
        if let stored, stored.sequence >= sequence { return .superseded(stored) }
        throw .failed("attempt \(key) refused an answer for no known reason")
    }

    private func openAttempt(
        _ id: PublicID,
        of contestant: Int64
    ) throws(DatabaseError) -> OpenAttempts.Entry? {
        if let known = openAttempts[id] { return known.contestant == contestant ? known : nil }
        guard let attempt = try AttemptRow.find(id, of: contestant, in: database)?.bare else { return nil }
        let entry = OpenAttempts.Entry(
            key: attempt.key,
            contestant: attempt.contestant,
            definition: attempt.definition,
            paper: attempt.paper
        )
        if attempt.seal == nil { openAttempts.remember(attempt) }
        return entry
    }
}

extension Query {
    static let answerSave = Query(
        name: "answer.save",
        sql: """
            INSERT INTO answer (attempt, position, choice, sequence, saved_at, changed_at)
            SELECT $1, $2, $3, $4, $5, $5
            FROM attempt
            WHERE attempt = $1 AND contestant = $6 AND sealed_at IS NULL AND deadline >= $7
                AND NOT EXISTS (SELECT 1 FROM reveal WHERE reveal.attempt = $1 AND reveal.position = $2)
            ON CONFLICT (attempt, position) DO UPDATE SET
                choice = excluded.choice,
                sequence = excluded.sequence,
                saved_at = excluded.saved_at,
                changed_at =
                    CASE WHEN answer.choice = excluded.choice THEN answer.changed_at ELSE excluded.changed_at END
            WHERE excluded.sequence > answer.sequence
            RETURNING sequence
            """
    )
    static let answerOne = Query(
        name: "answer.one",
        sql: "SELECT choice, sequence, saved_at FROM answer WHERE attempt = $1 AND position = $2"
    )
    static let predictionSave = Query(
        name: "prediction.save",
        sql: """
            INSERT INTO prediction (attempt, value, sequence, saved_at)
            SELECT $1, $2, $3, $4
            FROM attempt
            WHERE attempt = $1 AND contestant = $5 AND sealed_at IS NULL AND deadline >= $6
            ON CONFLICT (attempt) DO UPDATE SET
                value = excluded.value, sequence = excluded.sequence, saved_at = excluded.saved_at
            WHERE excluded.sequence > prediction.sequence
            RETURNING sequence
            """
    )
    static let attemptState = Query(
        name: "attempt.state",
        sql: "SELECT sealed_at, deadline FROM attempt WHERE attempt = $1"
    )
}
