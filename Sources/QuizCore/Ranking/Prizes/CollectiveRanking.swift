/// Ranks units and hands out a collective prize.
package struct CollectiveRanking: Sendable {
    package struct Line: Sendable {
        package let tally: UnitTally
        package let value: Fraction
        /// Of the second formula.
        package let second: Fraction?
        /// Counted from 1; level units share it.
        package let place: Int
        /// Index of the place that it wins.
        package let prize: Int?
    }

    /// Why a unit does not compete.
    package enum Absence: String, Hashable, Sendable {
        case tooFewPeople, noHeadcount
    }

    /// Best first; level units in the order they came.
    package let lines: [Line]
    package let absent: [(tally: UnitTally, reason: Absence)]

    package init(of prize: CollectivePrize, among tallies: [UnitTally]) {
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
            present.append(Candidate(index: index, tally: tally, value: value, second: second))
        }
        self.absent = absent.map { (tally: $0.0, reason: $0.1) }
        present.sort { $0.isBefore($1) ?? ($0.index < $1.index) }
        lines = Self.handOut(prize.places, to: present)
    }

    private struct Candidate {
        let index: Int
        let tally: UnitTally
        let value: Fraction
        let second: Fraction?

        /// `nil`: level.
        func isBefore(_ other: Candidate) -> Bool? {
            if value != other.value { return value > other.value }
            guard let second, let others = other.second, second != others else { return nil }
            return second > others
        }
    }

    /// Units that are level where prizes of a rank run out all get one.
    private static func handOut(_ places: [PrizePlace], to candidates: [Candidate]) -> [Line] {
        var lines: [Line] = []
        var next = 0
        var open = places.first?.count ?? 0
        var index = 0
        while index < candidates.count {
            let level = candidates[index...].prefix { candidates[index].isBefore($0) == nil }
            while open == 0, next < places.count {
                next += 1
                open = next < places.count ? places[next].count : 0
            }
            for one in level {
                lines.append(
                    Line(
                        tally: one.tally,
                        value: one.value,
                        second: one.second,
                        place: index + 1,
                        prize: next < places.count ? next : nil
                    )
                )
            }
            open = max(0, open - level.count)
            index += level.count
        }
        return lines
    }
}
