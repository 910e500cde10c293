package import QuizCore

extension Store {
    package func reissueCode(
        _ change: RosterChange,
        issue: Int,
        codeHash: @escaping @Sendable (_ issue: Int) -> [UInt8]
    ) async throws(StoreError) -> RosterOutcome {
        try await changed(change) { transaction, row throws(DatabaseError) in
            guard let entry = row.entry else { return .notFound }
            // Sent once more (I5).
            if entry.issue == issue + 1, entry.codeHash == codeHash(entry.issue) { return .done(entry, ended: []) }
            guard entry.issue == issue else { return .outdated }
            let next = issue + 1
            try transaction.database.run(.rosterCodeSet, [.int(row.key), .bytes(codeHash(next)), .int(next)])
            return try transaction.finish(change, row, .rosterCodeReissued)
        }
    }

    package func revokeCode(_ change: RosterChange) async throws(StoreError) -> RosterOutcome {
        try await changed(change) { transaction, row throws(DatabaseError) in
            guard let entry = row.entry else { return .notFound }
            guard entry.codeHash != nil else { return .done(entry, ended: []) }
            try transaction.database.run(.rosterCodeRevoke, [.int(row.key)])
            return try transaction.finish(change, row, .rosterCodeRevoked)
        }
    }

    package func removeFromRoster(_ change: RosterChange) async throws(StoreError) -> RosterOutcome {
        try await changed(change) { transaction, row throws(DatabaseError) in
            guard let entry = row.entry else { return .notFound }
            guard entry.state == .absent || entry.state == .present else { return .hasAttempt }
            try transaction.database.run(.rosterEntryRemove, [.int(row.key), .time(transaction.receivedAt)])
            if let contestant = row.contestant {
                try transaction.database.run(.rosterConfirm, [.int(contestant), .int(0)])
            }
            return try transaction.finish(change, row, .rosterPersonRemoved)
        }
    }

    private func changed(
        _ change: RosterChange,
        _ work: @escaping @Sendable (Transaction, RosterRow) throws(DatabaseError) -> RosterOutcome
    ) async throws(StoreError) -> RosterOutcome {
        guard let contest = catalogue.definition(of: change.contest)?.contestKey else { return .notFound }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            let units = transaction.catalogue.units.subtree(of: change.unit)
            guard let row = try transaction.database.rosterEntry(change.person, contest: contest, units: units) else {
                return .notFound
            }
            return try work(transaction, row)
        }
    }

    package func signInFromRoster(
        _ person: RosterSignIn,
        session: NewSession
    ) async throws(StoreError) -> Contestant? {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.signInFromRoster(person, session: session)
        }
    }

    package func keepConsents(
        _ consents: [ConsentText],
        of contestant: Int64,
        isNamed: Bool
    ) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.give(consents, of: contestant, by: .web)
            if isNamed { try transaction.database.run(.contestantNameShown, [.int(contestant)]) }
        }
    }

    package func birthYear(of contestant: Int64) async throws(StoreError) -> Int? {
        try await readers.read { database throws(DatabaseError) in
            try database.first(.contestantBirthYear, [.int(contestant)]) { Int($0.int(0)) }
        }
    }
}

extension Transaction {
    /// Ends the sessions of whoever came by the code, and writes down who did it.
    fileprivate func finish(
        _ change: RosterChange,
        _ row: RosterRow,
        _ kind: LogKind
    ) throws(DatabaseError) -> RosterOutcome {
        var ended: [[UInt8]] = []
        if let contestant = row.contestant {
            ended = try database.all(.sessionsOfContestant, [.int(contestant)]) { $0.bytes(0) }
            try database.run(.sessionsOfContestantEnd, [.int(contestant)])
        }
        try logStaff(
            kind,
            subject: row.key,
            actor: change.actor,
            detail: "\(change.contest) \(change.unit) \(change.person.hex)"
        )
        let entry = try database.first(.rosterEntryByKey, [.int(row.key)], RosterRow.init)?.entry ?? row.entry
        return entry.map { .done($0, ended: ended) } ?? .notFound
    }
}

extension Query {
    static let rosterCodeSet = Query(
        name: "rosterEntry.setCode",
        sql: "UPDATE roster_entry SET code_hash = $2, issue = $3 WHERE roster_entry = $1"
    )
    static let rosterCodeRevoke = Query(
        name: "rosterEntry.revokeCode",
        sql: "UPDATE roster_entry SET code_hash = NULL WHERE roster_entry = $1"
    )
    static let rosterEntryRemove = Query(
        name: "rosterEntry.remove",
        sql: "UPDATE roster_entry SET code_hash = NULL, removed_at = $2 WHERE roster_entry = $1"
    )
    static let sessionsOfContestant = Query(
        name: "session.allOfContestant",
        sql: "SELECT hash FROM session WHERE contestant = $1"
    )
    static let sessionsOfContestantEnd = Query(
        name: "session.endOfContestant",
        sql: "DELETE FROM session WHERE contestant = $1"
    )
    static let contestantNameShown = Query(
        name: "contestant.showName",
        sql: "UPDATE contestant SET display_name = name WHERE contestant = $1"
    )
    static let contestantBirthYear = Query(
        name: "contestant.birthYear",
        sql: "SELECT birth_year FROM contestant WHERE contestant = $1"
    )
}
