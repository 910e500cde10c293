package import QuizCore

/// People who go from one unit to another, and why.
struct UnitMove: Sendable {
    let from: Int64
    let to: Int64
    /// Codes and reason, for the log.
    let words: String
    let correctsResults: Bool
    let actor: String
}

extension Transaction {
    /// Moves people who are still where they were found; results stay unless they are to be corrected (I14).
    func move(_ people: [Int64], _ move: UnitMove, of definition: Definition) throws(DatabaseError) -> UnitMoves {
        var moves = UnitMoves()
        for contestant in people {
            let values: [Value] = [.int(contestant), .int(move.from), .int(move.to)]
            guard try database.first(.contestantMove, values, { $0.int(0) }) != nil else { continue }
            moves.people += 1
            noteName(ofContestant: contestant)
            try logStaff(
                .contestantMoved,
                subject: contestant,
                actor: move.actor,
                detail: move.words,
                about: contestant
            )
            if move.correctsResults { moves.attempts += try correct(contestant, move, of: definition) }
        }
        return moves
    }

    /// Has a person's attempts count for the new unit, but for those of rounds whose results are final.
    private func correct(
        _ contestant: Int64,
        _ move: UnitMove,
        of definition: Definition
    ) throws(DatabaseError) -> Int {
        let rows = try database.all(.attemptsOfUnit, [.int(contestant), .int(move.from)]) { row in
            (key: row.int(0), round: row.text(1), group: row.text(2), isSealed: !row.isNull(3))
        }
        let open = rows.filter { row in
            let key = RoundKey(contest: definition.contestKey, round: row.round)
            return catalogue.results(of: key)?.state.takesCorrections ?? true
        }
        var boards: Set<PersonOnBoard> = []
        for row in open {
            try database.run(.attemptMove, [.int(row.key), .int(move.to)])
            try logStaff(.attemptMoved, subject: row.key, actor: move.actor, detail: move.words, about: contestant)
            guard row.isSealed else { continue }
            let board = BoardID(contest: definition.contest.id, round: row.round, group: row.group)
            boards.insert(PersonOnBoard(contestant: contestant, board: board))
        }
        for line in boards { try restate(line, definition) }
        return open.count
    }
}

extension Store {
    /// People of one job, so that it stays within 20 ms (I12).
    private static let chunk = 100

    func carryOut(_ move: UnitMove, _ people: [Int64], of definition: Definition) async throws(StoreError) -> UnitMoves
    {
        var moves = UnitMoves()
        for start in stride(from: 0, to: people.count, by: Self.chunk) {
            let part = Array(people[start..<min(start + Self.chunk, people.count)])
            let moved = try await write(.firm) { transaction throws(DatabaseError) in
                try transaction.move(part, move, of: definition)
            }
            moves.people += moved.people
            moves.attempts += moved.attempts
        }
        return moves
    }

    package func merge(_ merge: UnitMerge, by actor: String) async throws(StoreError) -> UnitMergeOutcome {
        var definitions: [Definition] = []
        for contest in merge.contests {
            guard let definition = catalogue.definition(of: contest) else { return .unknown }
            definitions.append(definition)
        }
        guard catalogue.units.unit(merge.unit) != nil, catalogue.units.unit(merge.successor) != nil else {
            return .unknown
        }
        for turn in 0... {
            let revision = registerRevision
            let ended: Unit
            switch register.ending(merge) {
            case .failure(let refusal): return .refused(refusal.message)
            case .success(let unit): ended = unit
            }
            let change = UnitImport(units: [ended], stored: register.byCode)
            if try await store(change, readAt: revision, by: actor) { break }
            if turn == 10 { throw .busy }
        }
        guard let from = catalogue.units.key(of: merge.unit), let to = catalogue.units.key(of: merge.successor) else {
            return .unknown
        }
        let words = "\(merge.unit) → \(merge.successor): \(merge.reason)"
        try await write(.firm) { transaction throws(DatabaseError) in
            try transaction.logStaff(
                .unitMerged,
                subject: from,
                actor: actor,
                detail: "\(words) (from \(merge.from.text); people of: \(merge.contests.joined(separator: ", ")))"
            )
        }
        let move = UnitMove(from: from, to: to, words: words, correctsResults: false, actor: actor)
        var moves = UnitMoves()
        for definition in definitions {
            let people = try await readers.read { database throws(DatabaseError) in
                try database.all(.contestantsInUnit, [.int(from), .int(definition.contestKey)]) { $0.int(0) }
            }
            moves.people += try await carryOut(move, people, of: definition).people
            moves.listed += try await moveRoster(move, of: definition)
        }
        return .merged(moves)
    }

    /// Has the roster of a contest follow, so that slips and lists of the new unit are whole.
    private func moveRoster(_ move: UnitMove, of definition: Definition) async throws(StoreError) -> Int {
        var count = 0
        let values: [Value] = [
            .int(move.from), .int(definition.contestKey), .int(move.to), .int(Int64(Self.chunk)),
        ]
        while true {
            let moved = try await write(.firm) { transaction throws(DatabaseError) in
                let moved = try transaction.database.all(.rosterMove, values) { $0.int(0) }
                for entry in moved { transaction.noteName(ofEntry: entry) }
                return moved.count
            }
            count += moved
            if moved < Self.chunk { break }
        }
        return count
    }
}

extension Query {
    static let contestantsInUnit = Query(
        name: "contestant.inUnit",
        sql: "SELECT contestant, other_unit FROM contestant WHERE unit = $1 AND contest = $2 ORDER BY contestant"
    )
    static let contestantMove = Query(
        name: "contestant.move",
        sql: "UPDATE contestant SET unit = $3 WHERE contestant = $1 AND unit = $2 RETURNING contestant"
    )
    static let rosterMove = Query(
        name: "rosterEntry.move",
        sql: """
            UPDATE roster_entry SET unit = $3
            WHERE roster_entry IN (SELECT roster_entry FROM roster_entry WHERE unit = $1 AND contest = $2 LIMIT $4)
            RETURNING roster_entry
            """
    )
    static let attemptsOfUnit = Query(
        name: "attempt.ofUnit",
        sql: """
            SELECT attempt, round, audience, sealed_at FROM attempt
            WHERE contestant = $1 AND unit = $2
            ORDER BY attempt
            """
    )
    static let attemptMove = Query(name: "attempt.move", sql: "UPDATE attempt SET unit = $2 WHERE attempt = $1")
}
