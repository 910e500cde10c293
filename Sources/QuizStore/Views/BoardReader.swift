import QuizCore

/// Builds boards from the rows.
struct BoardReader {
    let database: any Database
    let definition: Definition
    let cryptography: any Cryptography
    /// What the rows do not say yet.
    var pending = PendingChange()

    private var contest: Contest { definition.contest }

    /// The board of one round and group, through the covering index.
    ///
    /// Where its order is the contest's own, as it usually is, nothing is sorted.
    func board(_ id: BoardID) throws(DatabaseError) -> Board {
        let counting = Counting(counts: contest.rules.counts, criteria: contest.ranking(of: id.round))
        let known = try known(of: id)
        var lines: [Int64: Standing] = [:]
        var order: [Int64] = []
        var updatedAt: Timestamp?
        try database.run(
            .attemptRanking,
            [.int(definition.contestKey), .text(id.round), .text(id.group)]
        ) { row in
            guard let result = SealedResult(row, on: id, known, pending) else { return }
            updatedAt = max(updatedAt ?? result.sealedAt, result.sealedAt)
            let former = lines[result.contestant]
            if former == nil { order.append(result.contestant) }
            lines[result.contestant] = counting.adding(result.standing(by: counting.criteria), to: former)
        }
        return Board(counting: counting, ordered: Self.sorted(order.compactMap { lines[$0] }), updatedAt: updatedAt)
    }

    /// What is known of people on the board over all rounds.
    func total(of group: String) throws(DatabaseError) -> KnownOfPeople {
        try known(of: BoardID(contest: contest.id, round: Cumulative.round, group: group))
    }

    private static func sorted(_ standings: [Standing]) -> [Standing] {
        let isSorted = zip(standings, standings.dropFirst()).allSatisfy { $0.isOrdered(before: $1) }
        return isSorted ? standings : standings.sorted { $0.isOrdered(before: $1) && $0 != $1 }
    }

    private func truth(of round: String, _ place: [Value]) throws(DatabaseError) -> Int64? {
        if let value = pending.truths[round] { return value }
        return try database.first(.truth, place) { $0.int(0) }
    }

    private func known(of id: BoardID) throws(DatabaseError) -> KnownOfPeople {
        let criteria = contest.ranking(of: id.round)
        let place: [Value] = [.int(definition.contestKey), .text(id.round)]
        var known = KnownOfPeople()
        if criteria.contains(.prediction), let truth = try truth(of: id.round, place) {
            try database.run(.predictionsOfBoard, place + [.text(id.group)]) { row in
                known.distances[row.int(0)] = abs(row.int(1) - truth)
            }
        }
        if criteria.contains(.manual) {
            try database.run(.tieDecisions, place + [.text(id.group)]) { known.manual[$0.int(0)] = $0.int(1) }
        }
        if criteria.contains(.draw), let text = try database.first(.publicDraw, place, { $0.text(0) }) {
            let draw = PublicDraw(contest: contest.id, round: id.round, text: text)
            try database.run(.contestantIDs, [.int(definition.contestKey)]) { row in
                guard let id = PublicID(bytes: row.bytes(1)) else { return }
                known.draw[row.int(0)] = draw.number(of: id, by: cryptography)
            }
        }
        return known
    }
}

/// A correction that is looked at before it is applied.
struct PendingChange: Sendable {
    /// By attempt.
    var remarks: [Int64: Remark] = [:]
    var voided: Set<Int64> = []
    /// Leaves out what was sealed after this moment.
    var latest: Timestamp?
    /// True values by round, times 10^5.
    var truths: [String: Int64] = [:]
    /// The boards that hold any of these attempts.
    var boards: Set<BoardID> = []
}

/// What decides places and was settled after the attempts.
struct KnownOfPeople: Sendable {
    /// By attempt.
    var distances: [Int64: Int64] = [:]
    /// By contestant.
    var manual: [Int64: Int64] = [:]
    var draw: [Int64: Int64] = [:]
}

extension SealedResult {
    /// Reads a row of ``Query/attemptRanking``.
    ///
    /// - Returns: `nil` for an attempt that is about to be void.
    init?(_ row: any Row, on board: BoardID, _ known: KnownOfPeople, _ pending: PendingChange = PendingChange()) {
        let contestant = row.int(3)
        let attempt = row.int(4)
        let sealedAt = row.time(5)
        guard !pending.voided.contains(attempt), pending.latest.map({ sealedAt <= $0 }) ?? true else { return nil }
        let remark = pending.remarks[attempt]
        let score = remark?.marks.score ?? Int(row.int(0))
        self.init(
            board: board,
            contestant: contestant,
            attempt: attempt,
            unit: row.int(6),
            sealedAt: sealedAt,
            ranked: RankedResult(
                score: score,
                predictionDistance: known.distances[attempt],
                duration: remark?.duration ?? row.int(1),
                startedAt: row.time(2),
                submittedAt: sealedAt,
                fullMarks: score == Int(row.int(7)) ? 1 : 0,
                manualOrder: known.manual[contestant],
                drawNumber: known.draw[contestant]
            )
        )
    }
}

extension Query {
    static let attemptRanking = Query(
        name: "attempt.ranking",
        sql: """
            SELECT score, duration, started_at, contestant, attempt, sealed_at, unit, maximum
            FROM attempt
            WHERE contest = $1 AND round = $2 AND audience = $3 AND sealed_at IS NOT NULL AND voided_at IS NULL
            ORDER BY score DESC, duration, started_at, contestant
            """
    )
    static let truth = Query(
        name: "prediction.truth",
        sql: "SELECT value FROM prediction_truth WHERE contest = $1 AND round = $2"
    )
    static let predictionsOfBoard = Query(
        name: "prediction.ofBoard",
        sql: """
            SELECT attempt.attempt, prediction.value
            FROM attempt JOIN prediction ON prediction.attempt = attempt.attempt
            WHERE attempt.contest = $1 AND attempt.round = $2 AND attempt.audience = $3
                AND attempt.sealed_at IS NOT NULL
            """
    )
    static let tieDecisions = Query(
        name: "tieDecision.ofBoard",
        sql: "SELECT contestant, number FROM tie_decision WHERE contest = $1 AND round = $2 AND audience = $3"
    )
    static let publicDraw = Query(
        name: "publicDraw.one",
        sql: "SELECT text, source, drawn_at, drawn_by FROM public_draw WHERE contest = $1 AND round = $2"
    )
    static let contestantIDs = Query(
        name: "contestant.ids",
        sql: "SELECT contestant, public_id FROM contestant WHERE contest = $1"
    )
}
