package import QuizCore

extension Store: PrivacyStore {
    package func record(of contestant: Int64) async throws(StoreError) -> PersonRecord? {
        let catalogue = catalogue
        return try await readers.read { database throws(DatabaseError) in
            try PersonReader(database: database, catalogue: catalogue).record(contestant)
        }
    }

    package func record(of id: PublicID, as access: DataAccess) async throws(StoreError) -> PersonRecord? {
        guard let contest = catalogue.definition(of: access.contest)?.contestKey else { return nil }
        let key = try await readers.read { database throws(DatabaseError) in
            try database.first(.contestantInContest, [.int(contest), .bytes(id.bytes)]) { $0.int(0) }
        }
        guard let key else { return nil }
        try await note(access)
        return try await record(of: key)
    }

    package func endSessions(of contestant: Int64, except hash: [UInt8]) async throws(StoreError) -> [[UInt8]] {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.database.all(.personSessionsEnd, [.int(contestant), .bytes(hash)]) { $0.bytes(0) }
        }
    }

    package func withdraw(_ withdrawal: Withdrawal) async throws(StoreError) -> WithdrawalOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.withdraw(withdrawal) }
    }

    package func add(_ request: NewDataRequest) async throws(StoreError) -> DataRequestOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.add(request) }
    }

    package func dataRequests(of contest: String, closed: Bool, limit: Int) async throws(StoreError) -> [DataRequest] {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return [] }
        return try await readers.read { database throws(DatabaseError) in
            try database.all(
                closed ? .dataRequestsClosed : .dataRequestsOpen,
                [.int(key), .int(limit)],
                DataRequest.init
            ).compactMap { $0 }
        }
    }

    package func handle(
        _ step: DataRequestStep,
        request number: Int,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> DataRequestOutcome {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return .notFound }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.handle(step, request: number, of: key, by: actor)
        }
    }

    package func correct(
        _ correction: PersonCorrection,
        by actor: String
    ) async throws(StoreError) -> PersonCorrectionOutcome {
        let outcome = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.correct(correction, by: actor)
        }
        // The former name must not stay behind in the write-ahead log any longer than it must.
        if outcome == .corrected { wipe() }
        return outcome
    }

    package func erase(_ erasure: Erasure, by actor: String) async throws(StoreError) -> ErasureOutcome {
        guard let definition = catalogue.definition(of: erasure.contest) else { return .notFound }
        if let number = erasure.request,
            try await !isOpen(request: number, of: erasure.person, in: definition.contestKey)
        {
            return .wrongRequest
        }
        if !erasure.isForced, try await isPrizeUnsettled(for: erasure.person, definition) { return .prizeUnsettled }
        let named = try await entriesNaming(erasure.person, in: definition.contestKey)
        let outcome = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.erase(erasure, in: definition, named: named, by: actor)
        }
        if case .erased = outcome {
            wipe()
            await emptyLogIfDue()
        }
        return outcome
    }

    private func isOpen(request number: Int, of person: PublicID, in contest: Int64) async throws(StoreError) -> Bool {
        let request = try await readers.read { database throws(DatabaseError) in
            try database.first(.dataRequestByNumber, [.int(contest), .int(number)], DataRequest.init) ?? nil
        }
        return request.map { !$0.state.isClosed && $0.contestant == person } ?? false
    }

    /// Whether somebody may win or has won, and the results may still change.
    private func isPrizeUnsettled(for person: PublicID, _ definition: Definition) async throws(StoreError) -> Bool {
        let contest = definition.contest
        guard contest.mode == .contest, !contest.prizes.tables.isEmpty,
            contest.rounds.contains(where: { results(of: contest.id, round: $0.id).state != .final })
        else { return false }
        return try await prizes(of: contest.id)?.people.values.contains {
            $0.id == person && $0.exclusion == nil
        } ?? false
    }

    /// Entries of the log in whose words the person's name or phone stands; read in steps beside the writer.
    private func entriesNaming(_ person: PublicID, in contest: Int64) async throws(StoreError) -> [Int64] {
        let record = try await readers.read { database throws(DatabaseError) in
            try database.first(.contestantInContest, [.int(contest), .bytes(person.bytes)], { $0.int(0) }).flatMap {
                (key) throws(DatabaseError) in
                try database.first(.personRecord, [.int(key)], PersonRecord.init) ?? nil
            }
        }
        guard let record, record.erasedAt == nil else { return [] }
        // One word alone is a given name that many have.
        let name = record.name.contains(" ") ? record.name.folded : nil
        var found: [Int64] = []
        var after: Int64 = 0
        while true {
            let start = after
            let step = try await readers.read { database throws(DatabaseError) in
                try database.all(.logDetailsAfter, [.int(start), .int(2_000)]) { (key: $0.int(0), text: $0.text(1)) }
            }
            for entry in step {
                let isNaming = name.map { entry.text.folded.contains($0) } ?? false
                if isNaming || record.phone.map({ entry.text.contains($0) }) ?? false { found.append(entry.key) }
            }
            guard let last = step.last, step.count == 2_000 else { return found }
            after = last.key
        }
    }

    package func nameChanges(of contest: String) -> UInt64 {
        catalogue.nameChanges(of: contest)
    }

    package func note(_ access: DataAccess) async throws(StoreError) {
        guard let contest = catalogue.definition(of: access.contest)?.contestKey else { return }
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.note(access, in: contest)
        }
    }

    package func dataAccesses(of contest: String, limit: Int) async throws(StoreError) -> [DataAccessLine] {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return [] }
        return try await readers.read { database throws(DatabaseError) in
            try database.all(.dataAccesses, [.int(key), .int(limit)]) { row in
                DataAccessLine(
                    at: row.time(0),
                    kind: row.text(1),
                    actor: row.text(2),
                    role: row.text(3),
                    purpose: row.text(4),
                    unit: row.optionalText(5),
                    count: Int(row.int(6))
                )
            }
        }
    }

    package func affected(by access: DataAccess) async throws(StoreError) -> [PersonRecord] {
        guard let key = catalogue.definition(of: access.contest)?.contestKey else { return [] }
        var people: [PersonRecord] = []
        while true {
            let after = people.last?.key ?? 0
            // In steps, so that a reader is never kept from others for long.
            let step = try await readers.read { database throws(DatabaseError) in
                try database.all(.peopleKept, [.int(key), .int(after), .int(5_000)], PersonRecord.init)
                    .compactMap { $0 }
            }
            people += step
            guard step.count == 5_000 else { break }
        }
        try await note(
            DataAccess(
                kind: access.kind,
                contest: access.contest,
                actor: access.actor,
                role: access.role,
                purpose: access.purpose,
                count: people.count
            )
        )
        return people
    }
}
