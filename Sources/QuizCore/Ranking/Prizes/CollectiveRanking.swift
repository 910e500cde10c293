/// Ranks units and hands out a collective prize.
package struct CollectiveRanking: Sendable {
    package struct Line: Sendable {
        package let tally: UnitTally
        package let value: Fraction
        /// Of the second formula.
        package let second: Fraction?
        /// Counted from 1; level units share it.
        package let place: Int
        /// The place by the formulas alone, before anything is decided by hand.
        package let levelFrom: Int
        /// Index of the place that it wins.
        package let prize: Int?
        /// What puts it behind the next better unit; at the first place, before the next worse one.
        ///
        /// `nil` where there is nobody to compare with.
        package let decidedBy: Step?
    }

    /// What tells two units apart, in this order.
    package enum Step: String, CaseIterable, Hashable, Sendable {
        /// The first formula.
        case by
        /// The second.
        case then
        /// The organizers, with their reason on record.
        case manual
    }

    /// Why a unit does not compete.
    package enum Absence: String, Hashable, Sendable {
        case tooFewPeople, noHeadcount
    }

    /// Best first; level units in the order they came.
    package let lines: [Line]
    package let absent: [(tally: UnitTally, reason: Absence)]

    /// `decided`: What the organizers decided between level units, where the prize lets them; smaller is better, and
    /// whoever is not named stands behind.
    package init(of prize: CollectivePrize, among tallies: [UnitTally], decided: [Int64: Int] = [:]) {
        var absent: [(UnitTally, Absence)] = []
        var present: [Candidate] = []
        for (index, tally) in tallies.enumerated() {
            guard tally.participants >= prize.minimum else {
                absent.append((tally, .tooFewPeople))
                continue
            }
            let second = prize.second?.value(of: tally)
            guard let value = prize.formula.value(of: tally), prize.second == nil || second != nil else {
                absent.append((tally, .noHeadcount))
                continue
            }
            let order = prize.isDecidedByHand ? decided[tally.unit] ?? .max : 0
            present.append(Candidate(index: index, tally: tally, value: value, second: second, order: order))
        }
        self.absent = absent.map { (tally: $0.0, reason: $0.1) }
        present.sort { $0.compared(to: $1)?.isBefore ?? ($0.index < $1.index) }
        lines = Self.handOut(prize.places, to: present)
    }

    private struct Candidate {
        let index: Int
        let tally: UnitTally
        let value: Fraction
        let second: Fraction?
        /// By hand.
        let order: Int

        func isLevel(with other: Candidate) -> Bool { value == other.value && second == other.second }

        /// Which stands before the other and by what; `nil`: level.
        func compared(to other: Candidate) -> (isBefore: Bool, step: Step)? {
            if value != other.value { return (value > other.value, .by) }
            if let second, let others = other.second, second != others { return (second > others, .then) }
            return order == other.order ? nil : (order < other.order, .manual)
        }
    }

    /// Units that are level where prizes of a rank run out all get one.
    private static func handOut(_ places: [PrizePlace], to candidates: [Candidate]) -> [Line] {
        var lines: [Line] = []
        var next = 0
        var open = places.first?.count ?? 0
        var index = 0
        var levelFrom = 1
        while index < candidates.count {
            let level = candidates[index...].prefix { candidates[index].compared(to: $0) == nil }
            while open == 0, next < places.count {
                next += 1
                open = next < places.count ? places[next].count : 0
            }
            let beside = index > 0 ? candidates[index - 1] : candidates.dropFirst(level.endIndex).first
            if index > 0, !candidates[index].isLevel(with: candidates[index - 1]) { levelFrom = index + 1 }
            let step = beside.flatMap { candidates[index].compared(to: $0)?.step }
            for one in level {
                lines.append(
                    Line(
                        tally: one.tally,
                        value: one.value,
                        second: one.second,
                        place: index + 1,
                        levelFrom: levelFrom,
                        prize: next < places.count ? next : nil,
                        decidedBy: step
                    )
                )
            }
            open = max(0, open - level.count)
            index += level.count
        }
        return lines
    }
}
