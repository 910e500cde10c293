import QuizCore

/// Makes a ``PrizeReport`` from the boards in memory and the rows about people.
struct PrizeReader {
    /// Of a tie, so many are named; the number of all stands beside them.
    static let namedOfTie = 500

    let database: any Database
    let definition: Definition
    let standings: Standings
    let units: UnitTree

    private var contest: Contest { definition.contest }

    func report(_ closing: BoardClosing) throws(DatabaseError) -> PrizeReport {
        var over: Set<String> = []
        for round in contest.rounds.map(\.id) + [Cumulative.round] where try closing.isOver(round, in: database) {
            over.insert(round)
        }
        let exclusions = try exclusions()
        let checks = try checks()
        var excluded = exclusions.mapValues(\.kind)
        for (contestant, check) in checks where check.state == .failed && excluded[contestant] == nil {
            excluded[contestant] = .identity
        }
        let names = boardNames
        let orders = names.filter { over.contains($0.round) }.map { BoardOrder($0, contest, standings) }
        let allocation = PrizeAllocation(of: contest.prizes, boards: orders.map(\.prizeBoard), excluded: excluded)
        let boards = contest.prizes.tables.indices.flatMap { table in
            names.filter { contest.prizes.table(of: $0) == table }.map { name in
                board(name, table, orders.first { $0.name == name }, allocation)
            }
        }
        let decisions = try decisions()
        let named = boards.flatMap { $0.results.keys } + decisions.map(\.person) + exclusions.keys
        let people = try people(Set(named), exclusions, checks)
        let headcounts = contest.prizes.collective.contains(where: \.needsHeadcount) ? try headcounts() : [:]
        let count = CollectiveCount(
            contest: contest,
            standings: standings,
            units: units,
            over: over,
            barred: Set(excluded.filter { $0.value.countsNowhere }.keys),
            headcounts: headcounts,
            decisions: try UnitDecisions.read(of: definition.contestKey, from: database)
        )
        return PrizeReport(
            boards: boards,
            collective: contest.prizes.collective.map { count.result(of: $0, boards) },
            people: people,
            excluded: exclusions.keys.compactMap { people[$0] }.sorted { ($0.name, $0.id.hex) < ($1.name, $1.id.hex) },
            decisions: decisions,
            draws: try draws()
        )
    }

    /// In the order of rounds and groups, the board over all rounds last.
    private var boardNames: [PrizeBoardName] {
        (contest.rounds.map(\.id) + [Cumulative.round]).flatMap { round in
            contest.groups.map { PrizeBoardName(round: round, group: $0.id) }
        }.filter { contest.prizes.table(of: $0) != nil }
    }

    private func board(
        _ name: PrizeBoardName,
        _ table: Int,
        _ order: BoardOrder?,
        _ allocation: PrizeAllocation
    ) -> PrizeReport.Board {
        let outcomes = allocation.outcomes.filter { $0.slot.board == name }
        let passedOver = allocation.passedOver.filter { $0.board == name }
        var named = outcomes.flatMap { $0.winners.map(\.line.contestant) } + passedOver.map(\.line.contestant)
        for tie in outcomes.flatMap(\.ties) { named += tie.lines.prefix(Self.namedOfTie).map(\.contestant) }
        var results: [Int64: PrizeReport.Result] = [:]
        for contestant in named { results[contestant] = order?.result(of: contestant, units) }
        return PrizeReport.Board(
            name: name,
            table: table,
            isOver: order != nil,
            outcomes: outcomes,
            passedOver: passedOver,
            results: results
        )
    }

    private func exclusions() throws(DatabaseError) -> [Int64: Exclusion] {
        let rows = try database.all(.exclusions, [.int(definition.contestKey)]) { row in
            (row.int(0), ExclusionKind(rawValue: row.text(1)), row.text(2), row.time(3), row.text(4))
        }
        var exclusions: [Int64: Exclusion] = [:]
        for (contestant, kind, reason, at, by) in rows {
            exclusions[contestant] = kind.map { Exclusion(kind: $0, reason: reason, at: at, by: by) }
        }
        return exclusions
    }

    private func checks() throws(DatabaseError) -> [Int64: IdentityCheck] {
        var checks: [Int64: IdentityCheck] = [:]
        try database.run(.identityChecks, [.int(definition.contestKey)]) { row in
            checks[row.int(0)] = IdentityCheck.State(rawValue: row.text(1)).map {
                IdentityCheck(state: $0, note: row.text(2), at: row.time(3), by: row.text(4))
            }
        }
        return checks
    }

    private func people(
        _ keys: Set<Int64>,
        _ exclusions: [Int64: Exclusion],
        _ checks: [Int64: IdentityCheck]
    ) throws(DatabaseError) -> [Int64: PrizeReport.Person] {
        var people: [Int64: PrizeReport.Person] = [:]
        for key in keys.sorted() {
            let person = try database.first(.prizePerson, [.int(key)]) { row in
                PublicID(bytes: row.bytes(0)).map { id in
                    PrizeReport.Person(
                        id: id,
                        name: row.text(1),
                        displayName: row.text(2),
                        birthYear: Int(row.int(3)),
                        group: row.text(4),
                        exclusion: exclusions[key],
                        identity: checks[key]
                    )
                }
            }
            people[key] = person ?? nil
        }
        return people
    }

    private func headcounts() throws(DatabaseError) -> [Int64: [Headcount]] {
        var headcounts: [Int64: [Headcount]] = [:]
        try database.run(.headcounts, []) { row in
            headcounts[row.int(0), default: []].append(Headcount(row))
        }
        guard let day = lastDay else { return headcounts.mapValues { Headcount.newest(of: $0) } }
        return headcounts.mapValues { Headcount.newest(of: $0, on: day) }
    }

    /// Headcounts hold as they were when the contest ended; `nil`: it has no end, and the newest hold.
    private var lastDay: CalendarDay? {
        let ends = contest.rounds.compactMap(\.closes)
        return ends.count == contest.rounds.count ? ends.max().map { CalendarDay(of: $0) } : nil
    }

    private func decisions() throws(DatabaseError) -> [PrizeReport.Decision] {
        try database.all(.tieDecisionsOfContest, [.int(definition.contestKey)]) { row in
            PrizeReport.Decision(
                board: PrizeBoardName(round: row.text(0), group: row.text(1)),
                person: row.int(2),
                number: Int(row.int(3)),
                reason: row.text(4),
                at: row.time(5),
                by: row.text(6)
            )
        }
    }

    private func draws() throws(DatabaseError) -> [PrizeReport.Draw] {
        try database.all(.publicDrawsOfContest, [.int(definition.contestKey)]) { row in
            PrizeReport.Draw(
                round: row.text(0),
                text: row.text(1),
                source: row.text(2),
                at: row.time(3),
                by: row.text(4)
            )
        }
    }
}

extension Headcount {
    /// Reads a row of ``Query/headcounts``.
    init(_ row: any Row) {
        self.init(
            group: row.text(1).isEmpty ? nil : row.text(1),
            count: Int(row.int(2)),
            countedOn: row.isNull(3) ? nil : CalendarDay(of: row.time(3)),
            source: row.optionalText(4)
        )
    }
}

extension Query {
    static let exclusions = Query(
        name: "prizeExclusion.ofContest",
        sql: """
            SELECT contestant, kind, reason, excluded_at, excluded_by FROM prize_exclusion WHERE contest = $1
            """
    )
    static let identityChecks = Query(
        name: "identityCheck.ofContest",
        sql: "SELECT contestant, state, note, checked_at, checked_by FROM identity_check WHERE contest = $1"
    )
    static let prizePerson = Query(
        name: "prize.person",
        sql: "SELECT public_id, name, display_name, birth_year, audience FROM contestant WHERE contestant = $1"
    )
    static let headcounts = Query(
        name: "unitHeadcount.all",
        sql: """
            SELECT unit, audience, count, counted_on, source FROM unit_headcount ORDER BY unit_headcount
            """
    )
    static let tieDecisionsOfContest = Query(
        name: "tieDecision.ofContest",
        sql: """
            SELECT round, audience, contestant, number, reason, decided_at, decided_by FROM tie_decision
            WHERE contest = $1
            ORDER BY round, audience, number, contestant
            """
    )
    static let publicDrawsOfContest = Query(
        name: "publicDraw.ofContest",
        sql: "SELECT round, text, source, drawn_at, drawn_by FROM public_draw WHERE contest = $1 ORDER BY round"
    )
}
