package import QuizCore

extension Store: ResultStore {
    package func results(of contest: String, round: String) -> RoundResults {
        guard let definition = catalogue.definition(of: contest), let found = definition.contest.round(round) else {
            return RoundResults(state: .live)
        }
        if let published = catalogue.results(of: RoundKey(contest: definition.contestKey, round: round)) {
            return published
        }
        return RoundResults(state: found.isOver(in: definition.contest, at: moment) ? .frozen : .live)
    }

    package func advance(
        _ step: ResultStep,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> StepOutcome {
        guard let definition = catalogue.definition(of: contest), definition.contest.round(step.round) != nil else {
            return .notFound
        }
        let current = results(of: contest, round: step.round)
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.advance(step, definition, from: current, by: actor)
        }
    }

    package func corrections(of contest: String) -> [CorrectionRecord] {
        catalogue.definition(of: contest).map { catalogue.corrections(of: $0.contestKey) } ?? []
    }

    package func preview(
        _ correction: Correction,
        of contest: String
    ) async throws(StoreError) -> CorrectionOutcome {
        guard let definition = catalogue.definition(of: contest) else { return .notFound }
        switch try await look(at: correction.change, definition) {
        case .refused(let reason): return .refused(reason)
        case .found(let pending): return .previewed(try await effect(of: pending, definition))
        }
    }

    package func apply(
        _ correction: Correction,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> CorrectionOutcome {
        guard let definition = catalogue.definition(of: contest) else { return .notFound }
        let known = catalogue.corrections(of: definition.contestKey).first { $0.correction.id == correction.id }
        if let known { return .applied(known) }
        guard case .found(let pending) = try await look(at: correction.change, definition) else {
            return try await preview(correction, of: contest)
        }
        let effect = try await effect(of: pending, definition)
        let record = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.record(correction, of: definition, effect: effect, by: actor)
        }
        return .applied(try await carryOut(record, definition))
    }

    package func grant(
        _ grant: TimeGrant,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> Timestamp? {
        guard let definition = catalogue.definition(of: contest) else { return nil }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.grant(grant, of: definition, by: actor)
        }
    }

    package func attempts(of contestant: PublicID, in contest: String) async throws(StoreError) -> [Attempt]? {
        guard let definition = catalogue.definition(of: contest) else { return nil }
        return try await readers.read { database throws(DatabaseError) in
            let values: [Value] = [.bytes(contestant.bytes), .int(definition.contestKey)]
            guard let key = try database.first(.contestantByID, values, { $0.int(0) }) else { return nil }
            return try database.all(.attemptsOfContestant, [.int(key)], AttemptRow.init).compactMap(\.bare)
        }
    }
}

extension Query {
    static let contestantByID = Query(
        name: "contestant.byID",
        sql: "SELECT contestant FROM contestant WHERE public_id = $1 AND contest = $2"
    )
}
