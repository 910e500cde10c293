package import QuizCore

extension Store: ProfileStore {
    package func profile(of contestant: Int64) async throws(StoreError) -> Profile? {
        let late = AttemptRow.lastMoment(before: moment)
        return try await readers.read { database throws(DatabaseError) in
            try Profile.read(contestant, late: late, from: database)
        }
    }

    package func profile(of contestant: PublicID, in contest: String) async throws(StoreError) -> Profile? {
        guard let definition = catalogue.definition(of: contest) else { return nil }
        let late = AttemptRow.lastMoment(before: moment)
        return try await readers.read { database throws(DatabaseError) in
            let values: [Value] = [.bytes(contestant.bytes), .int(definition.contestKey)]
            guard let key = try database.first(.contestantByID, values, { $0.int(0) }) else { return nil }
            return try Profile.read(key, late: late, from: database)
        }
    }

    package func change(_ change: ProfileChange) async throws(StoreError) -> ProfileOutcome {
        if change.words.isEmpty { return .changed(change.former.contestant) }
        return try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.change(change) }
    }

    package func allow(
        _ allowance: TimeAllowance?,
        for contestant: PublicID,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> Bool {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return false }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.allow(allowance, for: contestant, of: key, by: actor)
        }
    }
}

extension Profile {
    /// `late`: Attempts with a deadline before it are over.
    static func read(_ key: Int64, late: Timestamp, from database: any Database) throws(DatabaseError) -> Profile? {
        let consents = try database.all(.consentsOf, [.int(key)]) { $0.text(0) }
        let isLocked = try database.first(.profileLock, [.int(key), .time(late)], { $0.int(0) }) != nil
        let allowance = try database.first(.allowanceOne, [.int(key)], TimeAllowance.init) ?? nil
        return try database.first(.contestantProfile, [.int(key)]) { row in
            QuizStore.contestant(row).map { person in
                Profile(
                    contestant: person,
                    birthYear: Int(row.int(9)),
                    position: row.optionalText(10),
                    phone: row.optionalText(11),
                    consents: consents,
                    identityHash: row.bytes(12),
                    isLocked: isLocked,
                    allowance: allowance
                )
            }
        } ?? nil
    }
}

extension Query {
    static let consentsOf = Query(
        name: "consent.of",
        sql: "SELECT purpose FROM consent WHERE contestant = $1 AND withdrawn_at IS NULL ORDER BY purpose"
    )
}
