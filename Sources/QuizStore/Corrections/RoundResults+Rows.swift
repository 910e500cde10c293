import QuizCore

extension RoundResults {
    /// What was published of all rounds.
    static func read(from database: any Database) throws(DatabaseError) -> [RoundKey: RoundResults] {
        let rows = try database.all(.roundResults, []) { row in
            let results = ResultState(rawValue: row.text(2)).map { state in
                RoundResults(state: state, objectionsUntil: row.isNull(3) ? nil : row.time(3))
            }
            return (key: RoundKey(contest: row.int(0), round: row.text(1)), results: results)
        }
        return rows.reduce(into: [:]) { $0[$1.key] = $1.results }
    }
}

extension Transaction {
    /// Takes the results of a round one step further, if nothing speaks against it.
    func advance(
        _ step: ResultStep,
        _ definition: Definition,
        from current: RoundResults,
        by actor: String
    ) throws(DatabaseError) -> StepOutcome {
        let key = RoundKey(contest: definition.contestKey, round: step.round)
        let current = catalogue.results(of: key) ?? current
        if let reason = current.refusal(of: step.state, objectionsUntil: step.objectionsUntil, at: receivedAt) {
            return .refused(reason)
        }
        if try database.first(.attemptOpenIn, key.values, { $0.int(0) }) != nil {
            return .refused(Message(vi: "Còn bài thi chưa khép lại.", en: "An attempt is still open."))
        }
        if catalogue.corrections(of: key.contest).contains(where: \.isApplying) {
            return .refused(Message(vi: "Đang áp dụng một đính chính.", en: "A correction is being applied."))
        }
        if definition.contest.ranksByPrediction(in: step.round), catalogue.truth(of: key) == nil {
            return .refused(
                Message(vi: "Đáp số câu dự đoán chưa được chốt.", en: "The prediction has no true value yet.")
            )
        }
        let until = step.state == .provisional ? step.objectionsUntil : current.objectionsUntil
        let results = RoundResults(state: step.state, objectionsUntil: until)
        try put(results, of: key, definition.contest, former: current.state, by: actor)
        return .done(results)
    }

    /// Stores and logs a state, and has its boards read again.
    func put(
        _ results: RoundResults,
        of key: RoundKey,
        _ contest: Contest,
        former: ResultState? = nil,
        by actor: String
    ) throws(DatabaseError) {
        try database.run(
            .roundResultPut,
            key.values + [
                .text(results.state.rawValue), results.objectionsUntil.map { .time($0) } ?? .null, .time(receivedAt),
                .text(actor),
            ]
        )
        let until = results.objectionsUntil.map { ", objections until \($0.vietnamese)" } ?? ""
        try logStaff(
            .resultsAdvanced,
            subject: key.contest,
            actor: actor,
            detail: "\(contest.id) \(key.round): "
                + (former.map { "\($0.rawValue) → " } ?? "") + "\(results.state.rawValue)\(until)",
            contest: contest.id
        )
        afterCommit.append { $0.put(results, of: key) }
        for group in contest.groups {
            events.append(.touched(BoardID(contest: contest.id, round: key.round, group: group.id)))
        }
    }
}

extension Query {
    static let roundResults = Query(
        name: "roundResult.all",
        sql: "SELECT contest, round, state, objections_until FROM round_result"
    )
    static let roundResultPut = Query(
        name: "roundResult.put",
        sql: """
            INSERT INTO round_result (contest, round, state, objections_until, changed_at, changed_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (contest, round) DO UPDATE SET
                state = excluded.state, objections_until = excluded.objections_until,
                changed_at = excluded.changed_at, changed_by = excluded.changed_by
            """
    )
}
