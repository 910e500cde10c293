package import QuizCore

/// The steps in which a roster comes in; each within 20 ms (I12).
extension Transaction {
    /// How many of the usual batches a step of a staged import is worth in pages.
    private static let weight = 16

    func beginRoster(_ roster: NewRoster, contest: Int64, unit: Int64, by actor: String) throws(DatabaseError) -> Int64
    {
        let key = try database.first(
            .rosterImportInsert,
            [.bytes(roster.id.bytes), .int(contest), .int(unit), .time(receivedAt), .text(actor)]
        ) { $0.int(0) }
        guard let key else { throw .failed("the roster \(roster.id.hex) is being stored twice") }
        return key
    }

    /// Adds people to an import that nobody sees.
    ///
    /// - Returns: How many were not on the roster.
    func stage(
        _ entries: ArraySlice<NewRoster.Entry>,
        of roster: NewRoster,
        import key: Int64,
        contest: Int64
    ) throws(DatabaseError) -> Int {
        checkpointWeight = Self.weight
        var added = 0
        for entry in entries {
            guard let unit = catalogue.units.key(of: entry.unit) else {
                throw .failed("the unit \(entry.unit) went while a roster came in")
            }
            let values: [Value] = [
                .int(key), .int(contest), .bytes(entry.identityHash), .int(unit), .text(entry.group), .text(entry.name),
                .bytes(entry.sortKey), .int(entry.birthYear), .optional(entry.position), .bytes(entry.id.bytes),
                .bytes(entry.codeHash),
            ]
            if try database.first(.rosterEntryInsert, values, { $0.int(0) }) != nil {
                added += 1
            } else if try restore(entry, of: roster, Array(values.prefix(9))) {
                added += 1
            }
        }
        return added
    }

    /// Somebody who was taken off and comes back: the entry is the same, its code a new one.
    private func restore(
        _ entry: NewRoster.Entry,
        of roster: NewRoster,
        _ values: [Value]
    ) throws(DatabaseError) -> Bool {
        let row = try database.first(.rosterEntryRestore, values) { row in
            (key: row.int(0), id: PublicID(bytes: row.bytes(1)), issue: Int(row.int(2)))
        }
        guard let row, let id = row.id else { return false }
        noteName(ofEntry: row.key)
        try database.run(.rosterCodeSet, [.int(row.key), .bytes(roster.codeHash(id, row.issue)), .int(row.issue)])
        return true
    }

    /// The flip: from here on everybody sees it.
    func completeRoster(
        _ roster: NewRoster,
        import key: Int64,
        added: Int,
        by actor: String
    ) throws(DatabaseError) {
        try database.run(.rosterImportComplete, [.int(key), .time(receivedAt)])
        try logStaff(
            .rosterImported,
            subject: key,
            actor: actor,
            detail: "\(roster.contest) \(roster.unit): \(added)"
        )
    }

    /// Confirms the units of those who had registered before their names came on a roster.
    ///
    /// - Returns: The last entry looked at; `nil` when there is none after `entry`.
    func confirmRoster(import key: Int64, after entry: Int64, limit: Int) throws(DatabaseError) -> Int64? {
        let linked = try database.all(.rosterEntriesOfImport, [.int(key), .int(entry), .int(limit)]) { row in
            (entry: row.int(0), contestant: row.isNull(1) ? nil : row.int(1))
        }
        for contestant in linked.compactMap(\.contestant) {
            try database.run(.rosterConfirm, [.int(contestant), .int(1)])
        }
        if linked.count < limit { try database.run(.rosterImportConfirmed, [.int(key), .time(receivedAt)]) }
        return linked.count < limit ? nil : linked.last?.entry
    }

    /// Clears away a part of an import that was broken off.
    ///
    /// - Returns: `true` once nothing of it is left.
    func dropRoster(import key: Int64, limit: Int) throws(DatabaseError) -> Bool {
        checkpointWeight = Self.weight
        let keys = try database.all(.rosterEntriesOfImport, [.int(key), .int(0), .int(limit)]) { $0.int(0) }
        for entry in keys { try database.run(.rosterEntryDrop, [.int(entry)]) }
        guard keys.count < limit else { return false }
        try database.run(.rosterImportDrop, [.int(key)])
        return true
    }
}

extension Store {
    /// How many people one job adds; with the pages of four indices in random order that is about 10 ms.
    private static let chunk = 150
    private static let busyTurns = 400

    package func addRoster(_ roster: NewRoster, by actor: String) async throws(StoreError) -> RosterAdded {
        guard let contest = catalogue.definition(of: roster.contest)?.contestKey,
            let unit = catalogue.units.key(of: roster.unit)
        else { return .notFound }
        return try await rosterLane.run {
            do throws(StoreError) {
                try await self.dropUnfinishedRosters()
                return .success(try await self.stage(roster, contest: contest, unit: unit, by: actor))
            } catch {
                return .failure(error)
            }
        }
    }

    private func stage(
        _ roster: NewRoster,
        contest: Int64,
        unit: Int64,
        by actor: String
    ) async throws(StoreError) -> RosterAdded {
        let key = try await step { transaction throws(DatabaseError) in
            try transaction.beginRoster(roster, contest: contest, unit: unit, by: actor)
        }
        var added = 0
        for start in stride(from: 0, to: roster.entries.count, by: Self.chunk) {
            let part = roster.entries[start..<min(start + Self.chunk, roster.entries.count)]
            added += try await step { transaction throws(DatabaseError) in
                try transaction.stage(part, of: roster, import: key, contest: contest)
            }
        }
        let total = added
        try await step { transaction throws(DatabaseError) in
            try transaction.completeRoster(roster, import: key, added: total, by: actor)
        }
        // It is in force: what is left to do is done at the next start, if not now.
        try? await confirmRoster(import: key)
        return .added(added, unchanged: roster.entries.count - added)
    }

    /// Finishes or clears away what a stop broke off.
    func resumeRosters() async {
        try? await rosterLane.run {
            do throws(StoreError) {
                try await self.dropUnfinishedRosters()
                for key in try await self.pendingRosters(completed: true) { try await self.confirmRoster(import: key) }
                return .success(())
            } catch {
                return .failure(error)
            }
        }
    }

    private func dropUnfinishedRosters() async throws(StoreError) {
        let unfinished = try await pendingRosters(completed: false)
        for key in unfinished {
            while try await !step({ transaction throws(DatabaseError) in
                try transaction.dropRoster(import: key, limit: Self.chunk)
            }) {}
        }
        // Their keys are given to others.
        if !unfinished.isEmpty { catalogue.rosterNames.forget() }
    }

    private func pendingRosters(completed: Bool) async throws(StoreError) -> [Int64] {
        try await readers.read { database throws(DatabaseError) in
            try database.all(.rosterImportsPending, []) { (key: $0.int(0), isComplete: !$0.isNull(1)) }
        }.filter { $0.isComplete == completed }.map(\.key)
    }

    private func confirmRoster(import key: Int64) async throws(StoreError) {
        var last: Int64? = 0
        while let from = last {
            last = try await step { transaction throws(DatabaseError) in
                try transaction.confirmRoster(import: key, after: from, limit: Self.chunk)
            }
        }
    }

    /// A step waits while the queue is full: people in the contest go first.
    private func step<Output: Sendable>(
        _ work: @escaping @Sendable (Transaction) throws(DatabaseError) -> Output
    ) async throws(StoreError) -> Output {
        for _ in 0..<Self.busyTurns where !isClosed {
            do throws(StoreError) {
                return try await write(.sheddable, work)
            } catch {
                guard error == .busy else { throw error }
                try? await Task.sleep(for: .milliseconds(50))
            }
        }
        return try await write(.sheddable, work)
    }
}

extension Query {
    static let rosterImportInsert = Query(
        name: "rosterImport.insert",
        sql: """
            INSERT INTO roster_import (id, contest, unit, imported_at, imported_by) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            RETURNING roster_import
            """
    )
    static let rosterImportComplete = Query(
        name: "rosterImport.complete",
        sql: "UPDATE roster_import SET completed_at = $2 WHERE roster_import = $1"
    )
    static let rosterImportConfirmed = Query(
        name: "rosterImport.confirmed",
        sql: "UPDATE roster_import SET confirmed_at = $2 WHERE roster_import = $1"
    )
    static let rosterImportsPending = Query(
        name: "rosterImport.pending",
        sql: "SELECT roster_import, completed_at FROM roster_import WHERE confirmed_at IS NULL ORDER BY roster_import"
    )
    static let rosterImportDrop = Query(
        name: "rosterImport.drop",
        sql: "DELETE FROM roster_import WHERE roster_import = $1"
    )
    static let rosterEntryInsert = Query(
        name: "rosterEntry.insert",
        sql: """
            INSERT INTO roster_entry (
                roster_import, contest, identity_hash, unit, audience, name, sort_key, birth_year, position, public_id,
                code_hash, contestant
            )
            VALUES (
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
                (SELECT contestant.contestant FROM contestant
                    WHERE contestant.contest = $2 AND contestant.identity_hash = $3)
            )
            ON CONFLICT DO NOTHING
            RETURNING roster_entry
            """
    )
    static let rosterEntryRestore = Query(
        name: "rosterEntry.restore",
        sql: """
            UPDATE roster_entry
            SET roster_import = $1, unit = $4, audience = $5, name = $6, sort_key = $7, birth_year = $8, position = $9,
                removed_at = NULL, issue = issue + 1
            WHERE contest = $2 AND identity_hash = $3 AND removed_at IS NOT NULL
            RETURNING roster_entry, public_id, issue
            """
    )
    static let rosterEntriesOfImport = Query(
        name: "rosterEntry.ofImport",
        sql: """
            SELECT roster_entry, contestant FROM roster_entry
            WHERE roster_import = $1 AND roster_entry > $2
            ORDER BY roster_entry
            LIMIT $3
            """
    )
    static let rosterEntryDrop = Query(
        name: "rosterEntry.drop",
        sql: "DELETE FROM roster_entry WHERE roster_entry = $1"
    )
    static let rosterConfirm = Query(
        name: "roster.confirm",
        sql: "UPDATE contestant SET unit_confirmed = $2 WHERE contestant = $1"
    )
}
