import QuizCore

extension Transaction {
    private func contestant(_ id: PublicID, of contest: Int64) throws(DatabaseError) -> Int64? {
        try database.first(.contestantInContest, [.int(contest), .bytes(id.bytes)]) { $0.int(0) }
    }

    func exclude(
        _ id: PublicID,
        of contest: Int64,
        as exclusion: NewExclusion,
        by actor: String
    ) throws(DatabaseError) -> PrizeChange {
        guard let contestant = try contestant(id, of: contest) else { return .notFound }
        let former = try formerExclusion(of: contestant, in: contest)
        let isNew = try database.first(
            .exclusionPut,
            [
                .int(contest), .int(contestant), .text(exclusion.kind.rawValue), .text(exclusion.reason),
                .time(receivedAt), .text(actor),
            ]
        ) { $0.int(0) }
        guard isNew != nil else { return .done }
        try logStaff(
            .prizeExcluded,
            subject: contestant,
            actor: actor,
            detail: "\(id.hex): \(former) → \(exclusion.kind.rawValue): \(exclusion.reason)",
            contest: contestID(contest),
            about: contestant
        )
        return .done
    }

    func readmit(_ id: PublicID, of contest: Int64, by actor: String) throws(DatabaseError) -> PrizeChange {
        guard let contestant = try contestant(id, of: contest) else { return .notFound }
        let former = try database.first(.exclusionDelete, [.int(contest), .int(contestant)]) {
            "\($0.text(0)): \($0.text(1))"
        }
        guard let former else { return .done }
        try logStaff(
            .prizeReadmitted,
            subject: contestant,
            actor: actor,
            detail: "\(id.hex): \(former) → –",
            contest: contestID(contest),
            about: contestant
        )
        return .done
    }

    func keepIdentity(
        _ id: PublicID,
        of contest: Int64,
        as check: NewIdentityCheck,
        by actor: String
    ) throws(DatabaseError) -> PrizeChange {
        guard let contestant = try contestant(id, of: contest) else { return .notFound }
        let place: [Value] = [.int(contest), .int(contestant)]
        let former = try database.first(.identityOne, place) { noted($0.text(0), $0.text(1)) } ?? "–"
        let changed: Int64? =
            if check.state == .unchecked {
                try database.first(.identityDelete, place) { $0.int(0) }
            } else {
                try database.first(
                    .identityPut,
                    place + [.text(check.state.rawValue), .text(check.note), .time(receivedAt), .text(actor)]
                ) { $0.int(0) }
            }
        guard changed != nil else { return .done }
        try logStaff(
            .identityChecked,
            subject: contestant,
            actor: actor,
            detail: "\(id.hex): \(former) → \(noted(check.state.rawValue, check.note))",
            contest: contestID(contest),
            about: contestant
        )
        return .done
    }

    /// Keeps the order of some level people in place of what was decided about them and those level with them.
    ///
    /// `replaced`: Everybody with a decision who is level with them.
    func decide(
        _ decision: TieDecision,
        _ order: [Int64],
        replaced: [Int64],
        _ definition: Definition,
        by actor: String
    ) throws(DatabaseError) -> PrizeChange {
        let closing = BoardClosing(catalogue: catalogue, definition: definition, moment: receivedAt)
        guard try closing.isOver(decision.board.round, in: database) else { return .notOver }
        guard !closing.isFinal(decision.board.round) else { return .final }
        let board: [Value] = [
            .int(definition.contestKey), .text(decision.board.round), .text(decision.board.group),
        ]
        let former = try formerOrder(replaced, on: board)
        for contestant in replaced { try database.run(.tieDecisionDelete, board + [.int(contestant)]) }
        for (index, contestant) in order.enumerated() {
            try database.run(
                .tieDecisionPut,
                board + [
                    .int(contestant), .int(index + 1), .text(decision.reason), .time(receivedAt), .text(actor),
                ]
            )
        }
        try logStaff(
            .tieDecided,
            subject: definition.contestKey,
            actor: actor,
            detail: "\(decision.board.round) \(decision.board.group): \(former) → "
                + decision.order.map(\.hex).joined(separator: ", ") + ": \(decision.reason)",
            contest: definition.contest.id
        )
        return .done
    }

    /// Keeps what was drawn, once.
    func draw(
        _ draw: PublicDraw,
        source: String,
        _ definition: Definition,
        by actor: String
    ) throws(DatabaseError) -> PrizeChange {
        let closing = BoardClosing(catalogue: catalogue, definition: definition, moment: receivedAt)
        guard try closing.isOver(draw.round, in: database) else { return .notOver }
        guard !closing.isFinal(draw.round) else { return .final }
        let key = RoundKey(contest: definition.contestKey, round: draw.round)
        let isNew = try database.first(
            .publicDrawInsert,
            key.values + [.text(draw.text), .text(source), .time(receivedAt), .text(actor)]
        ) { $0.int(0) }
        guard isNew != nil else {
            let known = try database.first(.publicDraw, key.values) { ($0.text(0), $0.text(1)) }
            return known.map { $0 == (draw.text, source) } ?? false ? .done : .drawnAlready
        }
        try logStaff(
            .publicDrawRecorded,
            subject: definition.contestKey,
            actor: actor,
            detail: "\(draw.round): \(draw.text) (\(source))",
            contest: definition.contest.id
        )
        return .done
    }

    /// Id of a contest by its internal key.
    func contestID(_ key: Int64) -> String? {
        catalogue.definitions().first { $0.contestKey == key }?.contest.id
    }

    private func formerExclusion(of contestant: Int64, in contest: Int64) throws(DatabaseError) -> String {
        try database.first(.exclusionOne, [.int(contest), .int(contestant)]) { noted($0.text(0), $0.text(1)) } ?? "–"
    }

    /// Public ids in the order that was decided before.
    private func formerOrder(_ contestants: [Int64], on board: [Value]) throws(DatabaseError) -> String {
        let decided = try database.all(.tieDecisionsTold, board) { (contestant: $0.int(0), number: $0.int(1)) }
        let order = decided.filter { contestants.contains($0.contestant) }.sorted { $0.number < $1.number }
        var ids: [String] = []
        for line in order {
            ids += try database.first(.contestantID, [.int(line.contestant)]) { $0.bytes(0).hex }.map { [$0] } ?? []
        }
        return ids.isEmpty ? "–" : ids.joined(separator: ", ")
    }
}

/// A word with what was said about it.
private func noted(_ word: String, _ note: String) -> String {
    note.isEmpty ? word : "\(word): \(note)"
}

extension Query {
    static let contestantInContest = Query(
        name: "contestant.inContest",
        sql: "SELECT contestant FROM contestant WHERE contest = $1 AND public_id = $2"
    )
    static let exclusionOne = Query(
        name: "prizeExclusion.one",
        sql: "SELECT kind, reason FROM prize_exclusion WHERE contest = $1 AND contestant = $2"
    )
    static let identityOne = Query(
        name: "identityCheck.one",
        sql: "SELECT state, note FROM identity_check WHERE contest = $1 AND contestant = $2"
    )
    // The same again changes nothing, and gives no row.
    static let exclusionPut = Query(
        name: "prizeExclusion.put",
        sql: """
            INSERT INTO prize_exclusion (contest, contestant, kind, reason, excluded_at, excluded_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (contest, contestant) DO UPDATE
            SET kind = excluded.kind, reason = excluded.reason, excluded_at = excluded.excluded_at,
                excluded_by = excluded.excluded_by
            WHERE prize_exclusion.kind <> excluded.kind OR prize_exclusion.reason <> excluded.reason
            RETURNING contestant
            """
    )
    static let exclusionDelete = Query(
        name: "prizeExclusion.delete",
        sql: "DELETE FROM prize_exclusion WHERE contest = $1 AND contestant = $2 RETURNING kind, reason"
    )
    static let identityPut = Query(
        name: "identityCheck.put",
        sql: """
            INSERT INTO identity_check (contest, contestant, state, note, checked_at, checked_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (contest, contestant) DO UPDATE
            SET state = excluded.state, note = excluded.note, checked_at = excluded.checked_at,
                checked_by = excluded.checked_by
            WHERE identity_check.state <> excluded.state OR identity_check.note <> excluded.note
            RETURNING contestant
            """
    )
    static let identityDelete = Query(
        name: "identityCheck.delete",
        sql: "DELETE FROM identity_check WHERE contest = $1 AND contestant = $2 RETURNING contestant"
    )
    static let tieDecisionDelete = Query(
        name: "tieDecision.delete",
        sql: "DELETE FROM tie_decision WHERE contest = $1 AND round = $2 AND audience = $3 AND contestant = $4"
    )
    static let tieDecisionPut = Query(
        name: "tieDecision.put",
        sql: """
            INSERT INTO tie_decision (contest, round, audience, contestant, number, reason, decided_at, decided_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (contest, round, audience, contestant) DO UPDATE
            SET number = excluded.number, reason = excluded.reason, decided_at = excluded.decided_at,
                decided_by = excluded.decided_by
            """
    )
    static let publicDrawInsert = Query(
        name: "publicDraw.insert",
        sql: """
            INSERT INTO public_draw (contest, round, text, source, drawn_at, drawn_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            RETURNING contest
            """
    )
}
