/// What is counted of units while it is added up.
package struct UnitCounts {
    private struct Count {
        var people: Set<Int64> = []
        var scores: [Int] = []
        var points = 0
    }

    private var units: [Int64: Count] = [:]
    private var known: [Int64: [Int64]] = [:]
    private let competing: (Int64) -> [Int64]

    /// `competing`: The units that the people of a unit count for, by internal key.
    package init(competing: @escaping (Int64) -> [Int64]) {
        self.competing = competing
    }

    /// Counts a line of a board that is ordered by `criteria`.
    package mutating func add(_ standing: Standing, by criteria: [Criterion]) {
        let score = standing.key.value(of: .score, in: criteria).map { Int($0) } ?? 0
        for unit in competitors(standing.unit) {
            units[unit, default: Count()].people.insert(standing.contestant)
            units[unit, default: Count()].scores.append(score)
        }
    }

    /// Counts a prize of somebody whose result counts for `unit`.
    package mutating func add(points: Int, of unit: Int64) {
        for unit in competitors(unit) { units[unit, default: Count()].points += points }
    }

    /// Every unit that has something, in no order; without headcounts.
    package func tallies(top: Int) -> [UnitTally] {
        units.map { unit, count in
            UnitTally(
                unit: unit,
                participants: count.people.count,
                topSum: count.scores.sorted(by: >).prefix(top).reduce(0, +),
                prizePoints: count.points
            )
        }
    }

    private mutating func competitors(_ unit: Int64) -> [Int64] {
        if let found = known[unit] { return found }
        let found = competing(unit)
        known[unit] = found
        return found
    }
}

extension CollectivePrize {
    /// The boards whose people count; where the contest has no board over all rounds, each of them.
    package func boards(of contest: Contest) -> [String] {
        board == Cumulative.round && contest.cumulative == nil ? contest.rounds.map(\.id) : [board]
    }

    /// Whether prizes of a board give points.
    package func counts(_ name: PrizeBoardName) -> Bool {
        (board == Cumulative.round || name.round == board) && groups.contains(name.group)
    }
}

extension ExclusionKind {
    /// Whether somebody counts for no unit either.
    package var countsNowhere: Bool { self == .disqualified || self == .identity }
}
