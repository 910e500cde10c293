package import QuizCore

extension Store: BoardStore {
    package func board(
        _ board: BoardID,
        unit: String?,
        asOf moment: Timestamp?,
        from: Int,
        limit: Int
    ) async throws(StoreError) -> BoardPage {
        let units = unit.map { catalogue.units.subtree(of: $0) }
        let page: (lines: [Placed], total: Int, updatedAt: Timestamp?)
        if let moment {
            let past = try await self.past(of: board.contest, asOf: moment).boards[board]
            page = past?.lines(of: units, from: from, limit: limit) ?? ([], 0, nil)
        } else {
            page = standings.lines(of: board, units: units, from: from, limit: limit)
        }
        return BoardPage(lines: try await lines(page.lines, of: board), total: page.total, updatedAt: page.updatedAt)
    }

    /// The boards of a contest as they were.
    private func past(of contest: String, asOf moment: Timestamp) async throws(StoreError) -> Boards {
        guard let definition = catalogue.definition(of: contest) else { return Boards() }
        let rounds = definition.contest.rounds
        let key = PastBoards.Key(
            contest: contest,
            moment: moment,
            corrections: catalogue.corrections(of: definition.contestKey).reduce(0) { $0 + ($1.isApplying ? 1 : 2) },
            settled: rounds.count { truth(of: contest, round: $0.id) != nil }
        )
        if let boards = past.boards(key) { return boards }
        let cryptography = catalogue.cryptography
        let boards = try await readers.read { database throws(DatabaseError) in
            try Boards(asOf: moment, of: definition, from: database, cryptography)
        }
        past.keep(boards, for: key)
        return boards
    }

    package func revision(of board: BoardID) -> UInt64 {
        standings.revision(of: board)
    }

    package func version(of board: BoardID) -> UInt64 {
        standings.version(of: board)
    }

    package func neighbours(
        of contestant: Int64,
        on board: BoardID,
        asOf moment: Timestamp?,
        reach: Int
    ) async throws(StoreError) -> BoardNeighbours? {
        let found: (lines: [Placed], total: Int)
        if let moment {
            let leaderboard = try await past(of: board.contest, asOf: moment).boards[board]?.leaderboard
            found = (leaderboard?.neighbours(of: contestant, reach: reach) ?? [], leaderboard?.count ?? 0)
        } else {
            found = standings.neighbours(of: contestant, on: board, reach: reach)
        }
        guard !found.lines.isEmpty else { return nil }
        return BoardNeighbours(lines: try await lines(found.lines, of: board), total: found.total)
    }

    package func place(of contestant: Int64, on board: BoardID) -> (place: Int, of: Int, attempt: Int64)? {
        standings.place(of: contestant, on: board)
    }

    package func truth(of contest: String, round: String) -> PredictionTruth? {
        catalogue.definition(of: contest).flatMap {
            catalogue.truth(of: RoundKey(contest: $0.contestKey, round: round))
        }
    }

    package func figures(of contest: String) async throws(StoreError) -> ContestFigures {
        try await readers.read { database throws(DatabaseError) in
            let registered = try database.all(.figuresRegistered, [.text(contest)]) { row in
                (id: row.text(0), tally: Tally(registered: Int(row.int(1))))
            }
            let attempts = try database.all(.figuresAttempts, [.text(contest)]) { row in
                (group: row.text(0), round: row.text(1), tally: Tally(row))
            }
            let groups = Tally.lines(registered + attempts.map { (id: $0.group, tally: $0.tally) })
            let rounds = Tally.lines(attempts.map { (id: $0.round, tally: $0.tally) })
            let hours = try database.all(.figuresHours, [.text(contest)]) { row in
                ContestFigures.Hour(
                    begins: Timestamp(milliseconds: row.int(0) * 3_600_000),
                    started: Int(row.int(1)),
                    submitted: Int(row.int(2))
                )
            }
            return ContestFigures(groups: groups, rounds: rounds, hours: hours.reversed())
        }
    }

    /// Adds to placed standings what people read.
    private func lines(_ placed: [Placed], of board: BoardID) async throws(StoreError) -> [BoardLine] {
        guard !placed.isEmpty else { return [] }
        let sums = board.round == Cumulative.round ? sums(of: board) : nil
        return try await readers.read { database throws(DatabaseError) in
            var lines: [BoardLine] = []
            lines.reserveCapacity(placed.count)
            for one in placed {
                let line = try database.first(.boardLine, [.int(one.standing.attempt)]) { row in
                    let key = one.standing.key
                    return BoardLine(
                        contestant: one.standing.contestant,
                        place: one.place,
                        name: row.text(0),
                        unit: row.text(1),
                        score: sums.map { Int(key.value(of: .score, in: $0.criteria) ?? 0) } ?? Int(row.int(2)),
                        maximum: sums?.maximum ?? Int(row.int(3)),
                        duration: sums.map { key.value(of: .duration, in: $0.criteria) ?? 0 } ?? row.int(4),
                        decidedBy: one.decidedBy
                    )
                }
                if let line { lines.append(line) }
            }
            return lines
        }
    }
}

extension Store {
    /// What a line of the board over all rounds is read with: no attempt holds its sums, only its key does.
    private func sums(of board: BoardID) -> (criteria: [Criterion], maximum: Int) {
        let contest = catalogue.definition(of: board.contest)?.contest
        return (
            standings.criteria(of: board),
            contest?.maximum(in: board.round, of: board.group, at: moment) ?? 0
        )
    }
}

/// What is counted of a group or a round, while it is added up.
private struct Tally {
    var registered = 0
    var started = 0
    var open = 0
    var scoreSum = 0

    init(registered: Int = 0) {
        self.registered = registered
    }

    init(_ row: any Row) {
        started = Int(row.int(2))
        open = Int(row.int(3))
        scoreSum = Int(row.int(4))
    }

    /// One line for each id, by id.
    static func lines(_ counted: [(id: String, tally: Tally)]) -> [ContestFigures.Line] {
        Dictionary(grouping: counted, by: \.id).sorted { $0.key < $1.key }.map { id, parts in
            func sum(_ value: (Tally) -> Int) -> Int { parts.reduce(0) { $0 + value($1.tally) } }
            return ContestFigures.Line(
                id: id,
                registered: sum(\.registered),
                started: sum(\.started),
                open: sum(\.open),
                submitted: sum { $0.started - $0.open },
                scoreSum: sum(\.scoreSum)
            )
        }
    }
}

extension Query {
    static let boardLine = Query(
        name: "board.line",
        sql: """
            SELECT contestant.display_name, unit.title, attempt.score, attempt.maximum, attempt.duration
            FROM attempt
            JOIN contestant ON contestant.contestant = attempt.contestant
            JOIN unit ON unit.unit = attempt.unit
            WHERE attempt.attempt = $1
            """
    )
    static let figuresRegistered = Query(
        name: "figures.registered",
        sql: """
            SELECT contestant.audience, COUNT(*)
            FROM contestant JOIN contest ON contest.contest = contestant.contest
            WHERE contest.id = $1
            GROUP BY contestant.audience
            """
    )
    // Sealed and open attempts apart: each has an index of its own, and none covers both.
    static let figuresAttempts = Query(
        name: "figures.attempts",
        sql: """
            SELECT audience, round, COUNT(*), 0, CAST(COALESCE(SUM(score), 0) AS BIGINT)
            FROM attempt
            WHERE contest = (SELECT contest FROM contest WHERE id = $1) AND sealed_at IS NOT NULL
            GROUP BY audience, round
            UNION ALL
            SELECT audience, round, COUNT(*), COUNT(*), 0
            FROM attempt
            WHERE contest = (SELECT contest FROM contest WHERE id = $1) AND sealed_at IS NULL
            GROUP BY audience, round
            """
    )
    static let figuresHours = Query(
        name: "figures.hours",
        sql: """
            SELECT hour, COUNT(*), SUM(sealed)
            FROM (
                SELECT started_at / 3600000 AS hour, 1 AS sealed
                FROM attempt
                WHERE contest = (SELECT contest FROM contest WHERE id = $1) AND sealed_at IS NOT NULL
                UNION ALL
                SELECT started_at / 3600000, 0
                FROM attempt
                WHERE contest = (SELECT contest FROM contest WHERE id = $1) AND sealed_at IS NULL
            ) AS started
            GROUP BY hour
            ORDER BY hour DESC
            LIMIT 48
            """
    )
}
