import QuizCore

extension Transaction {
    /// Locks an answer of a practice attempt, so that its explanation may be told.
    ///
    /// Once locked it stays so, whatever comes (I5).
    func reveal(_ id: PublicID, of contestant: Int64, position: Int) throws(DatabaseError) -> RevealOutcome {
        guard let row = try AttemptRow.find(id, of: contestant, in: database) else { return .notFound }
        let attempt = try row.attempt(with: database)
        guard position >= 1, position <= attempt.paper.items.count else { return .notFound }
        guard catalogue.definition(version: attempt.definition)?.contest.mode == .practice else { return .refused }
        if attempt.revealed.contains(position) { return .revealed(attempt) }
        let revealed = try database.first(
            .revealInsert,
            [
                .int(row.key), .int(position), .time(receivedAt), .int(contestant),
                .time(AttemptRow.lastMoment(before: receivedAt)),
            ]
        ) { $0.int(0) }
        guard revealed != nil else { return attempt.blanks.contains(position) ? .blank : .sealed }
        return .revealed(try row.attempt(with: database))
    }
}

extension Query {
    static let revealInsert = Query(
        name: "reveal.insert",
        sql: """
            INSERT INTO reveal (attempt, position, revealed_at)
            SELECT attempt.attempt, $2, $3
            FROM attempt JOIN answer ON answer.attempt = attempt.attempt AND answer.position = $2
            WHERE attempt.attempt = $1 AND attempt.contestant = $4 AND attempt.sealed_at IS NULL
                AND attempt.deadline >= $5 AND answer.choice <> '[]'
            ON CONFLICT DO NOTHING
            RETURNING position
            """
    )
    static let revealOne = Query(
        name: "reveal.one",
        sql: "SELECT position FROM reveal WHERE attempt = $1 AND position = $2"
    )
}
