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
    let decisions: UnitDecisions

    func result(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> PrizeReport.Collective {
        let isOver = over.contains(prize.board)
        let counted = isOver ? tallies(of: prize, boards) : []
        let usesPrizes = prize.formula.contains(.prizePoints) || prize.second?.contains(.prizePoints) ?? false
        let isDecided = scope(of: prize, boards).allSatisfy { $0.isOver && $0.outcomes.allSatisfy(\.isDecided) }
        return PrizeReport.Collective(
            prize: prize,
            isOver: isOver,
            isWaiting: usesPrizes && !isDecided,
            ranking: CollectiveRanking(of: prize, among: counted, decided: decisions[prize]),
            units: Dictionary(
                counted.compactMap { tally in units.unit(key: tally.unit).map { (tally.unit, $0) } },
                uniquingKeysWith: { one, _ in one }
            )
        )
    }

    /// The boards whose prizes give points.
    private func scope(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> [PrizeReport.Board] {
        boards.filter { prize.counts($0.name) }
    }

    private func tallies(of prize: CollectivePrize, _ boards: [PrizeReport.Board]) -> [UnitTally] {
        var counts = UnitCounts(competing: competing(prize.unitTypes))
        for round in prize.boards(of: contest) {
            for group in prize.groups {
                let (pieces, criteria) = standings.whole(BoardID(contest: contest.id, round: round, group: group))
                for standing in pieces.joined() where !barred.contains(standing.contestant) {
                    counts.add(standing, by: criteria)
                }
            }
        }
        for board in scope(of: prize, boards) { addPoints(of: board, prize, &counts) }
        return counts.tallies(top: prize.formula.top).map { tally in
            tally.with(
                headcount: Headcount.total(of: prize.groups, outOf: contest, in: headcounts[tally.unit] ?? [])
            )
        }.sorted { code($0.unit) < code($1.unit) }
    }

    private func code(_ unit: Int64) -> String {
        units.unit(key: unit)?.code ?? ""
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

    /// The units that a unit's people count for: those of some types at or above it.
    private func competing(_ types: [String]) -> (Int64) -> [Int64] {
        let units = units
        return { key in
            units.upward(from: key).filter { types.contains($0.type) }.compactMap { units.key(of: $0.code) }
        }
    }
}
