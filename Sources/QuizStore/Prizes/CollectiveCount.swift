import QuizCore

/// Counts what units reached, and ranks them.
struct CollectiveCount {
    let contest: Contest
    let standings: Standings
    let units: UnitTree
    let over: Set<String>
    /// People who count nowhere.
    let barred: Set<Int64>
    /// By internal key of the unit.
    let headcounts: [Int64: [Headcount]]

    func result(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> PrizeReport.Collective {
        let isOver = over.contains(prize.board)
        let counted = isOver ? tallies(of: prize, boards) : []
        let usesPrizes = prize.formula.contains(.prizePoints) || prize.second?.contains(.prizePoints) ?? false
        let isDecided = scope(of: prize, boards).allSatisfy { $0.isOver && $0.outcomes.allSatisfy(\.isDecided) }
        return PrizeReport.Collective(
            prize: prize,
            isOver: isOver,
            isWaiting: usesPrizes && !isDecided,
            ranking: CollectiveRanking(of: prize, among: counted),
            units: Dictionary(
                counted.compactMap { tally in units.unit(key: tally.unit).map { (tally.unit, $0) } },
                uniquingKeysWith: { one, _ in one }
            )
        )
    }

    /// The boards whose prizes give points.
    private func scope(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> [PrizeReport.Board] {
        boards.filter { board in
            (prize.board == Cumulative.round || board.name.round == prize.board)
                && prize.groups.contains(board.name.group)
        }
    }

    private func tallies(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> [UnitTally] {
        var counts = UnitCounts(competing: competing(prize.unitTypes))
        for round in rounds(of: prize) {
            for group in prize.groups {
                let (pieces, criteria) = standings.whole(BoardID(contest: contest.id, round: round, group: group))
                for standing in pieces.joined() where !barred.contains(standing.contestant) {
                    counts.add(standing, score: standing.key.value(of: .score, in: criteria).map { Int($0) } ?? 0)
                }
            }
        }
        for board in scope(of: prize, boards) { addPoints(of: board, prize, &counts) }
        let top = prize.formula.top
        return counts.units.keys.sorted(by: { code($0) < code($1) }).map { unit in
            UnitTally(
                unit: unit,
                participants: counts.units[unit]?.people.count ?? 0,
                headcount: headcount(of: unit, prize.groups),
                topSum: counts.units[unit]?.scores.sorted(by: >).prefix(top).reduce(0, +) ?? 0,
                prizePoints: counts.units[unit]?.points ?? 0
            )
        }
    }

    private func code(_ unit: Int64) -> String {
        units.unit(key: unit)?.code ?? ""
    }

    /// Where the contest has no board over all rounds, people are counted on each, and once.
    private func rounds(of prize: CollectivePrize) -> [String] {
        prize.board == Cumulative.round && contest.cumulative == nil ? contest.rounds.map(\.id) : [prize.board]
    }

    private func addPoints(of board: PrizeReport.Board, _ prize: CollectivePrize, _ counts: inout UnitCounts) {
        let points = prize.formula.points
        for outcome in board.outcomes {
            let title = contest.prizes.tables[board.table].places[outcome.slot.place].title
            guard let worth = points[title] else { continue }
            for winner in outcome.winners {
                guard let unit = board.results[winner.line.contestant].flatMap({ units.key(of: $0.unitCode) }) else {
                    continue
                }
                counts.add(points: worth, of: unit)
            }
        }
    }

    private func headcount(of unit: Int64, _ groups: [String]) -> Int? {
        // For all groups of the contest, the number of everybody comes first.
        let counted = headcounts[unit] ?? []
        let isAll = groups.count == contest.groups.count
        if isAll, let everybody = counted.first(where: { $0.group == nil }) { return everybody.count }
        return Headcount.total(of: groups, in: counted)
    }

    /// The units that a unit's people count for: those of some types at or above it.
    private func competing(_ types: [String]) -> (Int64) -> [Int64] {
        let units = units
        return { key in
            units.upward(from: key).filter { types.contains($0.type) }.compactMap { units.key(of: $0.code) }
        }
    }
}

/// What is counted of units while it is added up.
private struct UnitCounts {
    struct Count {
        var people: Set<Int64> = []
        var scores: [Int] = []
        var points = 0
    }

    private(set) var units: [Int64: Count] = [:]
    private var known: [Int64: [Int64]] = [:]
    private let competing: (Int64) -> [Int64]

    init(competing: @escaping (Int64) -> [Int64]) {
        self.competing = competing
    }

    mutating func add(_ standing: Standing, score: Int) {
        for unit in competitors(standing.unit) {
            units[unit, default: Count()].people.insert(standing.contestant)
            units[unit, default: Count()].scores.append(score)
        }
    }

    mutating func add(points: Int, of unit: Int64) {
        for unit in competitors(unit) { units[unit, default: Count()].points += points }
    }

    private mutating func competitors(_ unit: Int64) -> [Int64] {
        if let found = known[unit] { return found }
        let found = competing(unit)
        known[unit] = found
        return found
    }
}
