import QuizCore

/// What an attempt comes to under corrected keys and times.
struct Remark: Hashable, Sendable {
    let attempt: Int64
    let contestant: Int64
    let board: BoardID
    let marks: MarkedPaper
    /// Unit: milliseconds.
    let duration: Int64
}

/// Finds the attempts that a correction changes.
struct Remarking: Sendable {
    let change: Correction.Change
    /// The versions of the contest with the correction in them, by key.
    let definitions: [Int64: Definition]

    /// Goes through the next `limit` sealed attempts after `key`.
    ///
    /// - Returns: Those that change, and the last one looked at; `nil` when there is none.
    func next(
        after key: Int64,
        of contest: Int64,
        limit: Int,
        in database: any Database
    ) throws(DatabaseError) -> (remarks: [Remark], last: Int64)? {
        let rows = try database.all(.attemptsAfter, [.int(contest), .int(key), .int(limit)], AttemptRow.init)
        guard let last = rows.last?.key else { return nil }
        var remarks: [Remark] = []
        for row in rows {
            guard let bare = row.bare, let seal = bare.seal, let definition = definitions[bare.definition],
                touches(bare, seal, definition)
            else { continue }
            let (attempt, lastChange) = try row.whole(with: database)
            let marks = definition.marks(of: attempt)
            let duration = definition.duration(
                startedAt: attempt.startedAt,
                deadline: attempt.deadline,
                lastChange: lastChange,
                sealedAt: seal.sealedAt
            )
            guard marks != seal.marks || duration != seal.duration else { continue }
            remarks.append(
                Remark(
                    attempt: row.key,
                    contestant: attempt.contestant,
                    board: BoardID(contest: attempt.contest, round: attempt.round, group: attempt.group),
                    marks: marks,
                    duration: duration
                )
            )
        }
        return (remarks, last)
    }

    private func touches(_ attempt: Attempt, _ seal: Seal, _ definition: Definition) -> Bool {
        switch change {
        case .question(let question):
            let ordinal = definition.pool.ordinal(of: question.question, in: question.bank)
            return ordinal.map { ordinal in attempt.paper.items.contains { $0.ordinal == ordinal } } ?? false
        case .outage(let outage):
            return outage.overlap(from: attempt.startedAt, to: seal.sealedAt) > 0
        case .attempt: return false
        }
    }
}

extension Query {
    /// `+` keeps the planner from the index of boards, which would have it sort all of the contest for each piece
    /// (https://www.sqlite.org/optoverview.html, section 2).
    static let attemptsAfter = Query(
        name: "attempt.after",
        sql: """
            SELECT \(AttemptRow.columns)
            FROM attempt JOIN contest ON contest.contest = attempt.contest
            WHERE attempt.attempt > $2 AND +attempt.contest = $1 AND attempt.sealed_at IS NOT NULL
                AND attempt.voided_at IS NULL
            ORDER BY attempt.attempt LIMIT $3
            """
    )
}
