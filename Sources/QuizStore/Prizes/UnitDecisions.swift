package import QuizCore

/// What was decided between level units, by prize.
struct UnitDecisions: Sendable {
    struct Key: Hashable, Sendable {
        let prize: String
        let round: String

        init(_ prize: CollectivePrize) {
            self.prize = prize.title
            round = prize.board
        }

        init(prize: String, round: String) {
            self.prize = prize
            self.round = round
        }
    }

    private(set) var numbers: [Key: [Int64: Int]] = [:]
    private(set) var reasons: [Key: [Int64: String]] = [:]

    static func read(of contest: Int64, from database: any Database) throws(DatabaseError) -> UnitDecisions {
        var decisions = UnitDecisions()
        try database.run(.unitDecisions, [.int(contest)]) { row in
            let key = Key(prize: row.text(0), round: row.text(1))
            decisions.numbers[key, default: [:]][row.int(2)] = Int(row.int(3))
            decisions.reasons[key, default: [:]][row.int(2)] = row.text(4)
        }
        return decisions
    }

    subscript(prize: CollectivePrize) -> [Int64: Int] { numbers[Key(prize)] ?? [:] }

    /// Whether just this was decided between some level units.
    func holds(_ decision: UnitDecision, _ order: [Int64], among level: [Int64]) -> Bool {
        let key = Key(prize: decision.prize, round: decision.round)
        let decided = (numbers[key] ?? [:]).filter { level.contains($0.key) }
        return decided == Dictionary(uniqueKeysWithValues: zip(order, 1...))
            && order.allSatisfy { reasons[key]?[$0] == decision.reason }
    }
}

extension Transaction {
    /// Keeps the order of some level units in place of what was decided about those level with them.
    func decide(
        _ decision: UnitDecision,
        _ order: [Int64],
        replaced: [Int64],
        _ definition: Definition,
        by actor: String
    ) throws(DatabaseError) -> PrizeChange {
        let closing = BoardClosing(catalogue: catalogue, definition: definition, moment: receivedAt)
        guard try closing.isOver(decision.round, in: database) else { return .notOver }
        guard !closing.isFinal(decision.round) else { return .final }
        let known = try UnitDecisions.read(of: definition.contestKey, from: database)
        if known.holds(decision, order, among: replaced) { return .done }
        let place: [Value] = [.int(definition.contestKey), .text(decision.prize), .text(decision.round)]
        for unit in replaced { try database.run(.unitDecisionDelete, place + [.int(unit)]) }
        for (index, unit) in order.enumerated() {
            try database.run(
                .unitDecisionInsert,
                place + [.int(unit), .int(index + 1), .text(decision.reason), .time(receivedAt), .text(actor)]
            )
        }
        try logStaff(
            .unitsDecided,
            subject: definition.contestKey,
            actor: actor,
            detail: "\(decision.prize), \(decision.round): " + decision.order.joined(separator: ", ")
                + ": \(decision.reason)",
            contest: decision.contest
        )
        return .done
    }
}

extension Store {
    package func decide(_ decision: UnitDecision, by actor: String) async throws(StoreError) -> PrizeChange {
        guard let definition = catalogue.definition(of: decision.contest),
            let report = try await prizes(of: decision.contest),
            let one = report.collective.first(where: {
                $0.prize.title == decision.prize && $0.prize.board == decision.round
            })
        else { return .notFound }
        guard one.prize.isDecidedByHand else { return .notInChain }
        guard one.isOver, !one.isWaiting else { return .notOver }
        let units = catalogue.units
        let lines = decision.order.map { code in
            one.ranking.lines.first { units.key(of: code) == $0.tally.unit }
        }
        guard let first = lines.first ?? nil else { return .notFound }
        let level = one.ranking.lines.filter { $0.levelFrom == first.levelFrom }
        let keys = level.map(\.tally.unit)
        let order = lines.compactMap { $0?.tally.unit }
        guard order.count == lines.count, Set(order).count == order.count else { return .notFound }
        guard order.allSatisfy({ keys.contains($0) }) else { return .notLevel }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.decide(decision, order, replaced: keys, definition, by: actor)
        }
    }
}

extension Query {
    static let unitDecisions = Query(
        name: "unitDecision.ofContest",
        sql: "SELECT prize, round, unit, number, reason FROM unit_decision WHERE contest = $1"
    )
    static let unitDecisionDelete = Query(
        name: "unitDecision.delete",
        sql: "DELETE FROM unit_decision WHERE contest = $1 AND prize = $2 AND round = $3 AND unit = $4"
    )
    static let unitDecisionInsert = Query(
        name: "unitDecision.insert",
        sql: """
            INSERT INTO unit_decision (contest, prize, round, unit, number, reason, decided_at, decided_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT DO NOTHING
            """
    )
}
