package import QuizCore

extension Transaction {
    /// Confirms people who claim to belong to some units; foreign and absent ones are told alike (I7).
    func confirm(
        _ people: [PublicID],
        of units: Set<Int64>,
        _ definition: Definition,
        by actor: String
    ) throws(DatabaseError) -> UnitConfirmation {
        var outcome = UnitConfirmation()
        for id in people {
            let found = try database.first(.contestantUnit, [.bytes(id.bytes), .int(definition.contestKey)]) { row in
                (key: row.int(0), unit: row.int(1), isConfirmed: row.int(2) == 1)
            }
            guard let found, units.contains(found.unit) else {
                outcome.unknown.append(id)
                continue
            }
            guard !found.isConfirmed else {
                outcome.already += 1
                continue
            }
            try database.run(.contestantConfirm, [.int(found.key), .int(found.unit)])
            let code = catalogue.units.unit(key: found.unit)?.code ?? ""
            try logStaff(.unitConfirmed, subject: found.key, actor: actor, detail: code, about: found.key)
            outcome.confirmed += 1
        }
        return outcome
    }
}

extension Store {
    /// People of one job, so that it stays within 20 ms (I12).
    private static let chunk = 100

    package func claims(of unit: String, contest: String) async throws(StoreError) -> [UnitClaims] {
        let units = catalogue.units
        return try await readers.read { database throws(DatabaseError) in
            try database.all(.claims, [.text(contest), .text(unit)]) { row in
                units.unit(key: row.int(0)).map {
                    UnitClaims(unit: $0.code, claimed: Int(row.int(1)), confirmed: Int(row.int(2)))
                }
            }.compactMap { $0 }.sorted { $0.unit < $1.unit }
        }
    }

    package func claimants(of unit: String, contest: String, limit: Int) async throws(StoreError) -> [UnitClaimant] {
        try await readers.read { database throws(DatabaseError) in
            try database.all(.claimants, [.text(contest), .text(unit), .int(limit)]) { row in
                PublicID(bytes: row.bytes(0)).map { id in
                    UnitClaimant(
                        id: id,
                        name: row.text(1),
                        group: row.text(2),
                        unit: row.text(3),
                        registeredAt: row.time(4)
                    )
                }
            }.compactMap { $0 }
        }
    }

    package func confirm(
        _ people: [PublicID],
        of unit: String,
        contest: String,
        by actor: String
    ) async throws(StoreError) -> UnitConfirmation {
        var outcome = UnitConfirmation()
        guard let definition = catalogue.definition(of: contest) else {
            outcome.unknown = people
            return outcome
        }
        for start in stride(from: 0, to: people.count, by: Self.chunk) {
            let part = Array(people[start..<min(start + Self.chunk, people.count)])
            let done = try await write(.sheddable) { transaction throws(DatabaseError) in
                let units = transaction.catalogue.units.subtree(of: unit)
                return try transaction.confirm(part, of: units, definition, by: actor)
            }
            outcome.confirmed += done.confirmed
            outcome.already += done.already
            outcome.unknown += done.unknown
        }
        return outcome
    }
}

extension Query {
    static let contestantUnit = Query(
        name: "contestant.unit",
        sql: "SELECT contestant, unit, unit_confirmed FROM contestant WHERE public_id = $1 AND contest = $2"
    )
    static let contestantConfirm = Query(
        name: "contestant.confirm",
        sql: "UPDATE contestant SET unit_confirmed = 1 WHERE contestant = $1 AND unit = $2"
    )
    static let claims = Query(
        name: "contestant.claims",
        sql: """
            \(subtreeOfUnit)
            SELECT contestant.unit, COUNT(*) - CAST(SUM(contestant.unit_confirmed) AS BIGINT),
                CAST(SUM(contestant.unit_confirmed) AS BIGINT)
            FROM subtree
            JOIN contestant ON contestant.unit = subtree.unit
            WHERE contestant.contest = (SELECT contest FROM contest WHERE id = $1)
            GROUP BY contestant.unit
            """
    )
    static let claimants = Query(
        name: "contestant.claimants",
        sql: """
            \(subtreeOfUnit)
            SELECT contestant.public_id, contestant.name, contestant.audience, unit.code, contestant.registered_at
            FROM subtree
            JOIN contestant ON contestant.unit = subtree.unit
            JOIN unit ON unit.unit = contestant.unit
            WHERE contestant.contest = (SELECT contest FROM contest WHERE id = $1) AND contestant.unit_confirmed = 0
                AND contestant.erased_at IS NULL
            ORDER BY contestant.sort_key, contestant.contestant
            LIMIT $3
            """
    )
}
