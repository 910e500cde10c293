package import QuizCore
import Synchronization

/// What a committed batch tells the views.
package enum ViewEvent: Sendable {
    /// An attempt was sealed and marked.
    case sealed(SealedResult)
}

package struct SealedResult: Hashable, Sendable {
    package let board: BoardID
    package let contestant: Int64
    package let attempt: Int64
    /// The unit it counts for.
    package let unit: Int64
    package let sealedAt: Timestamp
    package let ranked: RankedResult

    package init(
        board: BoardID,
        contestant: Int64,
        attempt: Int64,
        unit: Int64,
        sealedAt: Timestamp,
        ranked: RankedResult
    ) {
        self.board = board
        self.contestant = contestant
        self.attempt = attempt
        self.unit = unit
        self.sealedAt = sealedAt
        self.ranked = ranked
    }
}

/// All boards, in memory: built from the rows at start, then following the log (I13).
package final class Standings: Sendable {
    private struct Board {
        var leaderboard: Leaderboard
        let counts: CountedAttempt
        /// Of the head and the total.
        var version: UInt64 = 1
        /// Of all lines.
        var revision: UInt64 = 1
        var updatedAt: Timestamp?

        /// Takes a result in if it counts.
        mutating func take(_ result: SealedResult) {
            let key = RankKey(of: result.ranked, by: leaderboard.criteria)
            let standing = Standing(
                key: key,
                contestant: result.contestant,
                attempt: result.attempt,
                unit: result.unit
            )
            let former = leaderboard.standing(of: result.contestant)
            updatedAt = max(updatedAt ?? result.sealedAt, result.sealedAt)
            if let former {
                switch counts {
                case .best where former.key <= key: return
                case .first where former.attempt < result.attempt: return
                case .last where former.attempt > result.attempt: return
                case .best, .first, .last: break
                }
            }
            let changed = leaderboard.put(standing)
            revision += 1
            // The line below the head tells why the last line of the head stands where it does.
            if former == nil || changed <= BoardPage.headLength { version += 1 }
        }
    }

    private let boards = Mutex<[BoardID: Board]>([:])
    private let catalogue: Catalogue

    package init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Builds every board from the rows.
    func load(from database: any Database, catalogue: Catalogue) throws(DatabaseError) {
        for definition in catalogue.definitions() {
            for round in definition.contest.rounds {
                for group in definition.contest.groups {
                    let id = BoardID(contest: definition.contest.id, round: round.id, group: group.id)
                    let board = try Self.read(id, of: definition, from: database)
                    boards.withLock { $0[id] = board }
                }
            }
        }
    }

    /// Reads one board through the covering index: where its order is the contest's own, in one pass without sorting.
    private static func read(
        _ id: BoardID,
        of definition: Definition,
        from database: any Database
    ) throws(DatabaseError) -> Board {
        let rules = definition.contest.rules
        var board = Board(leaderboard: Leaderboard(criteria: rules.ranking), counts: rules.counts)
        var ordered: [Standing] = []
        var seen: Set<Int64> = []
        var last: Standing?
        // Results from where the order breaks; with another attempt than the best counting, all of them.
        var rest: [SealedResult] = []
        try database.run(
            .attemptRanking,
            [.int(definition.contestKey), .text(id.round), .text(id.group)]
        ) { row in
            let ranked = RankedResult(score: Int(row.int(0)), duration: row.int(1), startedAt: row.time(2))
            let standing = Standing(
                key: RankKey(of: ranked, by: rules.ranking),
                contestant: row.int(3),
                attempt: row.int(4),
                unit: row.int(6)
            )
            let sealedAt = row.time(5)
            board.updatedAt = max(board.updatedAt ?? sealedAt, sealedAt)
            let isNext = rest.isEmpty && rules.counts == .best && last.map { $0.isOrdered(before: standing) } ?? true
            guard isNext else {
                rest.append(
                    SealedResult(
                        board: id,
                        contestant: standing.contestant,
                        attempt: standing.attempt,
                        unit: standing.unit,
                        sealedAt: sealedAt,
                        ranked: ranked
                    )
                )
                return
            }
            last = standing
            // The first of a person in rank order is the best.
            if seen.insert(standing.contestant).inserted { ordered.append(standing) }
        }
        board.leaderboard = Leaderboard(criteria: rules.ranking, ordered: ordered)
        for result in rest { board.take(result) }
        return board
    }

    func apply(_ events: [ViewEvent]) {
        guard !events.isEmpty else { return }
        boards.withLock { boards in
            for case .sealed(let result) in events {
                if boards[result.board] == nil { boards[result.board] = empty(result.board) }
                boards[result.board]?.take(result)
            }
        }
    }

    func lines(of board: BoardID, from: Int, limit: Int) -> (lines: [Placed], total: Int, updatedAt: Timestamp?) {
        boards.withLock { boards in
            guard let board = boards[board] else { return ([], 0, nil) }
            return (
                board.leaderboard.lines(from: from, limit: limit), board.leaderboard.count, board.updatedAt
            )
        }
    }

    /// The lines of some units with their places among themselves.
    func lines(
        of board: BoardID,
        units: Set<Int64>,
        from: Int,
        limit: Int
    ) -> (lines: [Placed], total: Int, updatedAt: Timestamp?) {
        let all = boards.withLock { boards in
            boards[board].map { ($0.leaderboard.pieces, $0.leaderboard.criteria, $0.updatedAt) }
        }
        guard let (pieces, criteria, updatedAt) = all else { return ([], 0, nil) }
        // Outside the lock: of a large board it takes milliseconds.
        let own = Leaderboard(criteria: criteria, ordered: pieces.flatMap { $0.filter { units.contains($0.unit) } })
        return (own.lines(from: from, limit: limit), own.count, updatedAt)
    }

    func revision(of board: BoardID) -> UInt64 {
        boards.withLock { $0[board]?.revision ?? 0 }
    }

    func version(of board: BoardID) -> UInt64 {
        boards.withLock { $0[board]?.version ?? 0 }
    }

    func neighbours(of contestant: Int64, on board: BoardID, reach: Int) -> [Placed] {
        boards.withLock { $0[board]?.leaderboard.neighbours(of: contestant, reach: reach) ?? [] }
    }

    func place(of contestant: Int64, on board: BoardID) -> (place: Int, of: Int, attempt: Int64)? {
        boards.withLock { boards in
            guard let leaderboard = boards[board]?.leaderboard, let place = leaderboard.place(of: contestant),
                let standing = leaderboard.standing(of: contestant)
            else { return nil }
            return (place, leaderboard.count, standing.attempt)
        }
    }

    private func empty(_ board: BoardID) -> Board? {
        guard let rules = catalogue.definition(of: board.contest)?.contest.rules else { return nil }
        return Board(leaderboard: Leaderboard(criteria: rules.ranking), counts: rules.counts)
    }
}

extension Query {
    static let attemptRanking = Query(
        name: "attempt.ranking",
        sql: """
            SELECT score, duration, started_at, contestant, attempt, sealed_at, unit
            FROM attempt
            WHERE contest = $1 AND round = $2 AND audience = $3 AND sealed_at IS NOT NULL
            ORDER BY score DESC, duration, started_at, contestant
            """
    )
}
