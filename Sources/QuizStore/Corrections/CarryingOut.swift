import QuizCore

extension Store {
    /// How many attempts one job gives new marks, so that it stays within 20 ms (I12).
    private static let chunk = 200

    /// Goes on with corrections that a stop broke off.
    func resumeCorrections() async {
        for definition in catalogue.definitions() {
            for record in catalogue.corrections(of: definition.contestKey) where record.isApplying {
                _ = try? await carryOut(record, definition)
            }
        }
    }

    /// Carries a recorded correction out, also one that a stop broke off: whatever has its new marks stays as it is.
    func carryOut(
        _ record: CorrectionRecord,
        _ definition: Definition
    ) async throws(StoreError) -> CorrectionRecord {
        guard record.isApplying else { return record }
        var rounds: Set<String> = []
        let change = record.correction.change
        if case .attempt(let voided) = change {
            let round = try await write(.firm) { transaction throws(DatabaseError) in
                try transaction.void(voided, of: definition)
                return try PublicID(hex: voided.attempt).flatMap { id throws(DatabaseError) in
                    try transaction.database.first(
                        .attemptByID,
                        [.bytes(id.bytes), .int(definition.contestKey)],
                        AttemptRow.init
                    )?.bare?.round
                }
            }
            if let round { rounds.insert(round) }
        }
        if case .outage(let outage) = change { try await prolong(by: outage, definition) }
        // Read after the record is in force: what was sealed in between has its marks by it already.
        let remarks = try await remarks(of: change, definition)
        for start in stride(from: 0, to: remarks.count, by: Self.chunk) {
            let part = Array(remarks[start..<min(start + Self.chunk, remarks.count)])
            try await write(.firm) { transaction throws(DatabaseError) in
                try transaction.apply(part, of: definition)
            }
        }
        rounds.formUnion(remarks.map(\.board.round))
        try await refix(rounds, definition)
        let touched = rounds
        try await write(.firm) { transaction throws(DatabaseError) in
            try transaction.finish(record, of: definition, rounds: touched)
        }
        var done = record
        done.isApplying = false
        return done
    }

    private func prolong(by outage: Outage, _ definition: Definition) async throws(StoreError) {
        var last: Int64? = 0
        while let from = last {
            last = try await write(.firm) { transaction throws(DatabaseError) in
                try transaction.prolong(after: from, by: outage, of: definition, limit: Self.chunk)
            }
        }
    }

    /// Counts the true values of predictions again, and ranks the rounds where one changed.
    private func refix(_ rounds: Set<String>, _ definition: Definition) async throws(StoreError) {
        guard let question = definition.contest.prediction else { return }
        for round in rounds.sorted() {
            let key = RoundKey(contest: definition.contestKey, round: round)
            guard let former = catalogue.truth(of: key) else { continue }
            let groups = definition.contest.groups.map(\.id)
            let outcome = try await readers.read { database throws(DatabaseError) in
                try PredictionQuestion.Outcome(of: key, groups, after: PendingChange(), in: database)
            }
            guard outcome != former.outcome else { continue }
            let truth = PredictionTruth(value: question.truth(of: outcome), outcome: outcome, fixedAt: moment)
            try await write(.firm) { transaction throws(DatabaseError) in try transaction.replace(truth, of: key) }
            catalogue.add(truth, for: key)
            let standings = standings
            try await readers.read { database throws(DatabaseError) in
                try standings.build(definition, round: round, from: database)
            }
        }
    }
}
