/// How far a contest or the contests of a year reached, against what the register of units says.
package struct CoverageReport: Sendable {
    /// People against a number of people that somebody has stated.
    package struct Reach: Hashable, Sendable {
        package var people = 0
        package var confirmed = 0
        /// Sum of the numbers that are stated.
        package var headcount = 0
        /// People of the units whose number is stated.
        package var counted = 0
        /// Units whose number nobody has stated.
        package var uncounted = 0

        package var claimed: Int { people - confirmed }

        /// `nil`: chưa có mẫu số.
        package var share: Double? { headcount > 0 ? Double(counted) / Double(headcount) : nil }
    }

    package struct UnitLine: Hashable, Sendable {
        package let unit: ReportUnit
        /// With all below it.
        package let tally: PeopleTally
        package let reach: Reach
        /// Who says so and as of when, where the number is the unit's own.
        package let stated: Headcount?
        package let roster: Int?
    }

    /// Units of one type, or of one level.
    package struct GroupLine: Hashable, Sendable {
        /// Code of the type, or the level.
        package let name: String
        package var units = 0
        package var active = 0
        package var reach = Reach()

        package var share: Double? { units > 0 ? Double(active) / Double(units) : nil }
    }

    package struct TargetLine: Hashable, Sendable {
        package let target: Target
        package let count: Int
        /// `nil`: chưa có mẫu số.
        package let whole: Int?
        /// Units that are left out since nobody has stated their number.
        package let uncounted: Int

        package var share: Double? { whole.map { $0 > 0 ? Double(count) / Double($0) : 0 } }
        /// `nil`: it cannot be said.
        package var isMet: Bool? {
            guard let whole, uncounted == 0 else { return nil }
            return target.isMet(count, of: whole)
        }
    }

    package struct TopicLine: Hashable, Sendable {
        package let group: String
        package let topic: String
        package let tally: TopicTally
    }

    package let contests: [ReportFigures.ContestFact]
    package let units: [UnitLine]
    /// In the order in which types first occur.
    package let types: [GroupLine]
    /// From the top of the tree.
    package let levels: [GroupLine]
    package let targets: [TargetLine]
    /// Units that a target speaks of, with not one participant.
    package let absent: [ReportUnit]
    /// By group, the weakest first; those that say nothing last.
    package let topics: [TopicLine]
    package let note: String
    package let plan: String

    package init(_ figures: ReportFigures, against targets: Targets) {
        let count = CoverageCount(figures)
        contests = figures.contests
        units = count.units
        types = count.lines { $0.type }
        levels = count.lines { String($0.level) }.sorted { (Int($0.name) ?? 0) < (Int($1.name) ?? 0) }
        self.targets = targets.targets.map { count.line(of: $0) }
        let types = Set(targets.targets.filter { $0.measure != .people }.flatMap(\.unitTypes))
        absent = count.units.filter { types.contains($0.unit.type) && $0.tally.submitted == 0 }.map(\.unit)
        topics = Self.lines(figures.topics)
        note = targets.note
        plan = targets.plan
    }

    private static func lines(_ topics: TopicFigures) -> [TopicLine] {
        topics.tallies.flatMap { group, tallies in
            tallies.map { TopicLine(group: group, topic: $0.key, tally: $0.value) }
        }.sorted { one, other in
            (one.group, one.tally.share ?? 2, one.topic) < (other.group, other.tally.share ?? 2, other.topic)
        }
    }
}
