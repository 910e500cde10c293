/// How many people a unit has, by whoever counted them.
package struct Headcount: Hashable, Sendable {
    /// The audience group it counts; `nil`: everybody.
    package let group: String?
    /// At least 1.
    package let count: Int
    package let countedOn: CalendarDay?
    /// Who says so.
    package let source: String?

    package init(group: String? = nil, count: Int, countedOn: CalendarDay? = nil, source: String? = nil) {
        self.group = group
        self.count = count
        self.countedOn = countedOn
        self.source = source
    }

    /// How many there are of some groups: each counted apart, or else everybody.
    ///
    /// - Returns: `nil` if nobody has said.
    package static func total(of groups: [String], in counted: [Headcount]) -> Int? {
        let apart = groups.compactMap { group in counted.first { $0.group == group }?.count }
        if !groups.isEmpty, apart.count == groups.count { return apart.reduce(0, +) }
        return counted.first { $0.group == nil }?.count
    }

    /// The same where `groups` may be all that the contest has: then what was said of everybody comes first.
    package static func total(of groups: [String], outOf contest: Contest, in counted: [Headcount]) -> Int? {
        let everybody = groups.count == contest.groups.count ? counted.first { $0.group == nil }?.count : nil
        return everybody ?? total(of: groups, in: counted)
    }
}

/// What is counted of a unit that competes for a collective prize.
package struct UnitTally: Hashable, Sendable {
    /// Internal key.
    package let unit: Int64
    /// People with a result.
    package let participants: Int
    /// `nil`: nobody has said.
    package let headcount: Int?
    /// Of the best results.
    ///
    /// Unit: thousandths of a point.
    package let topSum: Int
    package let prizePoints: Int

    package init(unit: Int64, participants: Int, headcount: Int? = nil, topSum: Int = 0, prizePoints: Int = 0) {
        self.unit = unit
        self.participants = participants
        self.headcount = headcount
        self.topSum = topSum
        self.prizePoints = prizePoints
    }

    package func with(headcount: Int?) -> UnitTally {
        UnitTally(
            unit: unit,
            participants: participants,
            headcount: headcount,
            topSum: topSum,
            prizePoints: prizePoints
        )
    }
}

extension CollectiveFormula {
    /// The value of a unit, in thousandths.
    ///
    /// - Returns: `nil` without the headcount that it needs.
    package func value(of tally: UnitTally) -> Fraction? {
        let heads = needsHeadcount ? tally.headcount ?? 0 : 1
        guard heads > 0 else { return nil }
        // Over the common denominator headcount × top.
        var numerator: Int128 = 0
        for weighed in terms {
            let share: Int128 =
                switch weighed.term {
                case .participants: Int128(tally.participants) * 1_000 * Int128(heads) * Int128(top)
                case .rate: Int128(tally.participants) * 100_000 * Int128(top)
                case .meanOfTop: Int128(tally.topSum) * Int128(heads)
                case .prizePoints: Int128(tally.prizePoints) * 1_000 * Int128(heads) * Int128(top)
                }
            numerator += share * Int128(weighed.weight)
        }
        return Fraction(numerator, over: Int128(heads) * Int128(top))
    }
}
