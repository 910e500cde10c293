package import QuizCore

extension Store: PrizeStore {
    package func prizes(of contest: String) async throws(StoreError) -> PrizeReport? {
        guard let definition = catalogue.definition(of: contest) else { return nil }
        let catalogue = catalogue
        let standings = standings
        let moment = moment
        return try await readers.read { database throws(DatabaseError) in
            let closing = BoardClosing(catalogue: catalogue, definition: definition, moment: moment)
            return try PrizeReader(
                database: database,
                definition: definition,
                standings: standings,
                units: catalogue.units
            ).report(closing)
        }
    }

    package func exclude(
        _ contestant: PublicID,
        of contest: String,
        as exclusion: NewExclusion,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return .notFound }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.exclude(contestant, of: key, as: exclusion, by: actor)
        }
    }

    package func readmit(
        _ contestant: PublicID,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return .notFound }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.readmit(contestant, of: key, by: actor)
        }
    }

    package func keepIdentity(
        _ contestant: PublicID,
        of contest: String,
        as check: NewIdentityCheck,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return .notFound }
        return try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.keepIdentity(contestant, of: key, as: check, by: actor)
        }
    }

    package func decide(_ decision: TieDecision, by actor: String) async throws(StoreError) -> PrizeChange {
        guard let definition = catalogue.definition(of: decision.contest),
            definition.contest.hasBoard(of: decision.board.round),
            definition.contest.group(decision.board.group) != nil
        else { return .notFound }
        guard definition.contest.ranking(of: decision.board.round).contains(.manual) else { return .notInChain }
        let standings = standings
        let found = try await readers.read { database throws(DatabaseError) in
            try LevelPeople.find(decision, definition, standings, in: database)
        }
        switch found {
        case .absent: return .notFound
        case .apart: return .notLevel
        case .level(let order, let decided, let isSame):
            if isSame { return .done }
            let change = try await write(.sheddable) { transaction throws(DatabaseError) in
                try transaction.decide(decision, order, replaced: decided, definition, by: actor)
            }
            if change == .done { try await rebuild(decision.board.round, definition) }
            return change
        }
    }

    package func draw(
        _ draw: PublicDraw,
        source: String,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        guard let definition = catalogue.definition(of: draw.contest), definition.contest.hasBoard(of: draw.round)
        else { return .notFound }
        guard definition.contest.ranking(of: draw.round).contains(.draw) else { return .notInChain }
        let change = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.draw(draw, source: source, definition, by: actor)
        }
        if change == .done { try await rebuild(draw.round, definition) }
        return change
    }

    /// Ranks a board that is over anew, by what was decided about it.
    private func rebuild(_ round: String, _ definition: Definition) async throws(StoreError) {
        let standings = standings
        try await readers.read { database throws(DatabaseError) in
            try standings.build(definition, round: round, from: database)
        }
    }

    package func people(
        of contest: String,
        words: [String],
        limit: Int
    ) async throws(StoreError) -> [PersonFound] {
        guard let key = catalogue.definition(of: contest)?.contestKey else { return [] }
        if words.count == 1, let id = PublicID(hex: words[0]) {
            return try await readers.read { database throws(DatabaseError) in
                let keys = try database.all(.contestantInContest, [.int(key), .bytes(id.bytes)]) { $0.int(0) }
                return try database.people(keys, limit: limit) { _ in true }
            }
        }
        guard let name = NameQuery(words.joined(separator: " ")) else { return [] }
        let names = catalogue.contestantNames
        try await names.update(from: readers)
        let keys = names.find(name, contest: key, orIn: catalogue.units.searchTexts)
        return try await readers.read { database throws(DatabaseError) in
            try database.people(keys, limit: limit) { person in
                name.matches("\(person.name) \(Unit.searchText(title: person.unitTitle, code: person.unitCode))")
            }
        }
    }
}

extension Database {
    /// The first of some people who fit, as the search reads them.
    fileprivate func people(
        _ keys: [Int64],
        limit: Int,
        where fits: (PersonFound) -> Bool
    ) throws(DatabaseError) -> [PersonFound] {
        var found: [PersonFound] = []
        for key in keys where found.count < limit {
            let person = try first(.contestantFound, [.int(key)]) { row in
                PublicID(bytes: row.bytes(0)).map { id in
                    PersonFound(
                        id: id,
                        name: row.text(1),
                        birthYear: Int(row.int(2)),
                        group: row.text(3),
                        unitCode: row.text(4),
                        unitTitle: row.text(5),
                        exclusion: row.optionalText(6).flatMap { ExclusionKind(rawValue: $0) }
                    )
                }
            }
            if let person = person ?? nil, fits(person) { found.append(person) }
        }
        return found
    }
}

/// The people of a decision, found on their board.
private enum LevelPeople {
    case absent
    case apart
    /// `decided`: those level with them about whom something was decided; `isSame`: just that.
    case level(order: [Int64], decided: [Int64], isSame: Bool)

    static func find(
        _ decision: TieDecision,
        _ definition: Definition,
        _ standings: Standings,
        in database: any Database
    ) throws(DatabaseError) -> LevelPeople {
        let board = BoardID(
            contest: decision.contest,
            round: decision.board.round,
            group: decision.board.group
        )
        var order: [Int64] = []
        for id in decision.order {
            let key = try database.first(
                .contestantInContest,
                [.int(definition.contestKey), .bytes(id.bytes)]
            ) { $0.int(0) }
            guard let key, standings.place(of: key, on: board) != nil else { return .absent }
            order.append(key)
        }
        let criteria = standings.criteria(of: board)
        let before = Array(criteria.prefix { $0 != .manual })
        func facts(_ contestant: Int64) -> [Int64?]? {
            standings.standing(of: contestant, on: board).map { standing in
                before.map { standing.key.value(of: $0, in: criteria) }
            }
        }
        guard let first = order.first, let level = facts(first), order.allSatisfy({ facts($0) == level }) else {
            return .apart
        }
        var decided: [(contestant: Int64, number: Int64, reason: String)] = []
        let place: [Value] = [.int(definition.contestKey), .text(board.round), .text(board.group)]
        try database.run(.tieDecisionsTold, place) { row in
            guard facts(row.int(0)) == level else { return }
            decided.append((row.int(0), row.int(1), row.text(2)))
        }
        decided.sort { $0.number < $1.number }
        return .level(
            order: order,
            decided: decided.map(\.contestant),
            isSame: decided.map(\.contestant) == order && decided.allSatisfy { $0.reason == decision.reason }
        )
    }
}

extension Query {
    static let contestantFound = Query(
        name: "contestant.found",
        sql: """
            SELECT contestant.public_id, contestant.name, contestant.birth_year, contestant.audience, unit.code,
                unit.title, prize_exclusion.kind
            FROM contestant
            JOIN unit ON unit.unit = contestant.unit
            LEFT JOIN prize_exclusion
                ON prize_exclusion.contest = contestant.contest AND prize_exclusion.contestant = contestant.contestant
            WHERE contestant.contestant = $1
            """
    )
    static let tieDecisionsTold = Query(
        name: "tieDecision.told",
        sql: """
            SELECT contestant, number, reason, decided_at, decided_by FROM tie_decision
            WHERE contest = $1 AND round = $2 AND audience = $3
            """
    )
}
