/// What reports are made of: counts by unit and group, without anybody's name.
package struct ReportFigures: Sendable {
    package struct ContestFact: Hashable, Sendable {
        package let id: String
        package let title: String
        package let mode: Contest.Mode

        package init(id: String, title: String, mode: Contest.Mode) {
            self.id = id
            self.title = title
            self.mode = mode
        }
    }

    package let contests: [ContestFact]
    /// Each behind the one it belongs to.
    package let units: [ReportUnit]
    /// By internal key of the unit that people belong to, then by group; whoever took part in several of the contests
    /// is counted once.
    package let people: [Int64: [String: PeopleTally]]
    /// People on rosters, by unit.
    package let roster: [Int64: Int]
    package let topics: TopicFigures
    /// Of practice in the same time.
    package let practice: TopicFigures
    /// Of the contests of the year before.
    package let former: TopicFigures

    package init(
        contests: [ContestFact],
        units: [ReportUnit],
        people: [Int64: [String: PeopleTally]],
        roster: [Int64: Int],
        topics: TopicFigures,
        practice: TopicFigures = TopicFigures(),
        former: TopicFigures = TopicFigures()
    ) {
        self.contests = contests
        self.units = units
        self.people = people
        self.roster = roster
        self.topics = topics
        self.practice = practice
        self.former = former
    }

    /// Everybody, by group.
    package var audiences: [String: PeopleTally] {
        var sums: [String: PeopleTally] = [:]
        for unit in units {
            for (group, tally) in people[unit.key] ?? [:] { sums[group, default: PeopleTally()] += tally }
        }
        return sums
    }
}

/// A unit as reports see it.
package struct ReportUnit: Hashable, Sendable {
    /// Internal; never leaves the server.
    package let key: Int64
    package let code: String
    package let title: String
    package let type: String
    /// Index of the unit above among all of the report.
    package let parent: Int?
    /// How many units are above it.
    package let level: Int
    package let headcounts: [Headcount]

    package init(
        key: Int64,
        code: String,
        title: String,
        type: String,
        parent: Int?,
        level: Int,
        headcounts: [Headcount]
    ) {
        self.key = key
        self.code = code
        self.title = title
        self.type = type
        self.parent = parent
        self.level = level
        self.headcounts = headcounts
    }
}

/// What a report is about.
package struct ReportScope: Hashable, Sendable {
    package enum Contests: Hashable, Sendable {
        case one(String)
        /// The contests and the practice of a calendar year in Việt Nam.
        case year(Int)
    }

    package let contests: Contests
    /// Only attempts begun on this day or before; `nil`: all.
    package let until: CalendarDay?
    /// Code of the unit with all below it; `nil`: the whole register.
    package let unit: String?

    package init(contests: Contests, until: CalendarDay? = nil, unit: String? = nil) {
        self.contests = contests
        self.until = until
        self.unit = unit
    }
}
