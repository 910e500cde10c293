import QuizCore

/// A round of a contest by its internal key.
struct RoundKey: Hashable, Sendable {
    let contest: Int64
    let round: String

    var values: [Value] { [.int(contest), .text(round)] }
}

extension PredictionTruth {
    static func read(from database: any Database) throws(DatabaseError) -> [RoundKey: PredictionTruth] {
        let rows = try database.all(.truths, []) { row in
            let outcome = PredictionQuestion.Outcome(
                attempts: Int(row.int(3)),
                people: Int(row.int(4)),
                peopleAllCorrect: Int(row.int(5))
            )
            return (
                key: RoundKey(contest: row.int(0), round: row.text(1)),
                truth: PredictionTruth(value: row.int(2), outcome: outcome, fixedAt: row.time(6))
            )
        }
        return Dictionary(rows.map { ($0.key, $0.truth) }, uniquingKeysWith: { one, _ in one })
    }
}

extension Transaction {
    /// Fixes the true value of a round's prediction once, unless an attempt is open after all.
    ///
    /// - Returns: The value that stands; `nil` if an attempt is open.
    func fix(_ truth: PredictionTruth, of key: RoundKey) throws(DatabaseError) -> PredictionTruth? {
        guard try database.first(.attemptOpenIn, key.values, { $0.int(0) }) == nil else { return nil }
        let outcome = truth.outcome
        let isNew = try database.first(
            .truthInsert,
            key.values + [
                .int(truth.value), .int(outcome.attempts), .int(outcome.people), .int(outcome.peopleAllCorrect),
                .time(truth.fixedAt),
            ]
        ) { $0.int(0) }
        guard isNew != nil else { return catalogue.truth(of: key) }
        var facts = CanonicalBytes()
        facts.append(key.round)
        facts.append(truth.value)
        try log(.predictionFixed, subject: key.contest, salt: [], facts: facts)
        return truth
    }
}

extension Store {
    /// Fixes the true value of every prediction whose round is over, and ranks the round by it.
    func settlePredictions() async {
        let moment = moment
        for definition in catalogue.definitions() {
            guard let question = definition.contest.prediction else { continue }
            for round in definition.contest.rounds {
                let key = RoundKey(contest: definition.contestKey, round: round.id)
                guard round.isOver(in: definition.contest, at: moment), catalogue.truth(of: key) == nil else {
                    continue
                }
                try? await settle(key, question, definition)
            }
        }
    }

    private func settle(_ key: RoundKey, _ question: PredictionQuestion, _ definition: Definition) async throws {
        // Counted beside the writer: once nothing is open in a round that is over, nothing comes after.
        let outcome = try await readers.read { database throws(DatabaseError) -> PredictionQuestion.Outcome? in
            guard try database.first(.attemptOpenIn, key.values, { $0.int(0) }) == nil else { return nil }
            return try database.first(.roundOutcome, key.values) { row in
                PredictionQuestion.Outcome(
                    attempts: Int(row.int(0)),
                    people: Int(row.int(1)),
                    peopleAllCorrect: Int(row.int(2))
                )
            }
        }
        guard let outcome else { return }
        let truth = PredictionTruth(value: question.truth(of: outcome), outcome: outcome, fixedAt: moment)
        let fixed = try await write(.firm) { transaction throws(DatabaseError) in try transaction.fix(truth, of: key) }
        guard let fixed else { return }
        let standings = standings
        try await readers.read { database throws(DatabaseError) in
            try standings.build(definition, round: key.round, from: database)
        }
        // Last: until then the board is not shown.
        catalogue.add(fixed, for: key)
    }
}

extension Query {
    static let truths = Query(
        name: "prediction.truths",
        sql: """
            SELECT contest, round, value, attempts, people, people_all_correct, fixed_at FROM prediction_truth
            """
    )
    static let truthInsert = Query(
        name: "prediction.truthInsert",
        sql: """
            INSERT INTO prediction_truth (contest, round, value, attempts, people, people_all_correct, fixed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT DO NOTHING
            RETURNING contest
            """
    )
    // Among the open attempts, of which there are few once a round is over.
    static let attemptOpenIn = Query(
        name: "attempt.openIn",
        sql: """
            SELECT attempt FROM attempt
            WHERE sealed_at IS NULL AND contest = $1 AND round = $2
            ORDER BY deadline LIMIT 1
            """
    )
    static let roundOutcome = Query(
        name: "prediction.outcome",
        sql: """
            SELECT COUNT(*), COUNT(DISTINCT contestant),
                COUNT(DISTINCT CASE WHEN score = maximum THEN contestant END)
            FROM attempt
            WHERE contest = $1 AND round = $2 AND sealed_at IS NOT NULL AND voided_at IS NULL
            """
    )
}
