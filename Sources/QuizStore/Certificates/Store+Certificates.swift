package import QuizCore

extension Store: CertificateStore {
    package func certified(_ attempt: PublicID) async throws(StoreError) -> CertifiedResult? {
        let row = try await readers.read { database throws(DatabaseError) in
            try database.first(.certified, [.bytes(attempt.bytes)], CertifiedRow.init)
        }
        return row.flatMap(counted)
    }

    package func certified(
        contest: String,
        round: String,
        unit: String?
    ) async throws(StoreError) -> [CertifiedResult] {
        let rows = try await readers.read { database throws(DatabaseError) in
            try database.all(
                unit == nil ? .certifiedOfContest : .certifiedOfUnit,
                [.text(contest)] + (unit.map { [.text($0)] } ?? []) + [.text(round)],
                CertifiedRow.init
            )
        }
        return rows.compactMap(counted)
    }

    package func noteCertificates(
        _ count: Int,
        of contest: String,
        _ detail: String,
        by actor: String
    ) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            let words = "\(contest), \(detail), \(count) certificates"
            try transaction.logStaff(.certificatesTaken, subject: 0, actor: actor, detail: words)
        }
    }

    /// With its place, if it is the one that counts.
    private func counted(_ row: CertifiedRow) -> CertifiedResult? {
        let board = BoardID(contest: row.contest, round: row.round, group: row.group)
        guard let id = PublicID(bytes: row.id), let placed = standings.place(of: row.contestant, on: board),
            placed.attempt == row.attempt
        else { return nil }
        return CertifiedResult(
            attempt: id,
            contest: row.contest,
            round: row.round,
            group: row.group,
            name: row.name,
            displayName: row.displayName,
            unitTitle: row.unitTitle,
            sealedAt: row.sealedAt,
            score: row.score,
            maximum: row.maximum,
            place: placed.place
        )
    }
}

private struct CertifiedRow: Sendable {
    let attempt: Int64
    let id: [UInt8]
    let contestant: Int64
    let contest: String
    let round: String
    let group: String
    let name: String
    let displayName: String
    let unitTitle: String
    let sealedAt: Timestamp
    let score: Int
    let maximum: Int

    init(_ row: any Row) {
        attempt = row.int(0)
        id = row.bytes(1)
        contestant = row.int(2)
        contest = row.text(3)
        round = row.text(4)
        group = row.text(5)
        name = row.text(6)
        displayName = row.text(7)
        unitTitle = row.text(8)
        sealedAt = row.time(9)
        score = Int(row.int(10))
        maximum = Int(row.int(11))
    }
}

extension Query {
    private static let certifiedColumns = """
        attempt.attempt, attempt.public_id, attempt.contestant, contest.id, attempt.round, attempt.audience,
        contestant.name, contestant.display_name, unit.title, attempt.sealed_at, attempt.score, attempt.maximum
        """
    /// An erased person's attempts have no salt any more.
    private static let isKept = "attempt.sealed_at IS NOT NULL AND attempt.salt IS NOT NULL"

    static let certified = Query(
        name: "certificate.one",
        sql: """
            SELECT \(certifiedColumns)
            FROM attempt
            JOIN contest ON contest.contest = attempt.contest
            JOIN contestant ON contestant.contestant = attempt.contestant
            JOIN unit ON unit.unit = attempt.unit
            WHERE attempt.public_id = $1 AND \(isKept)
            """
    )
    static let certifiedOfContest = Query(
        name: "certificate.ofContest",
        sql: """
            SELECT \(certifiedColumns)
            FROM attempt
            JOIN contest ON contest.contest = attempt.contest
            JOIN contestant ON contestant.contestant = attempt.contestant
            JOIN unit ON unit.unit = attempt.unit
            WHERE contest.id = $1 AND attempt.round = $2 AND \(isKept)
            ORDER BY contestant.sort_key, contestant.contestant, attempt.attempt
            """
    )
    static let certifiedOfUnit = Query(
        name: "certificate.ofUnit",
        sql: """
            \(subtreeOfUnit)
            SELECT \(certifiedColumns)
            FROM subtree
            JOIN contestant ON contestant.unit = subtree.unit
            JOIN attempt ON attempt.contestant = contestant.contestant
            JOIN contest ON contest.contest = attempt.contest
            JOIN unit ON unit.unit = attempt.unit
            WHERE contest.id = $1 AND attempt.round = $3 AND \(isKept)
            ORDER BY contestant.sort_key, contestant.contestant, attempt.attempt
            """
    )
}
