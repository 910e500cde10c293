/// What a contest gives its best, as its organizer wrote it.
package struct Prizes: Hashable, Sendable {
    /// What is written earlier is worth more, unless places say what they are worth (``PrizePlace/worth``).
    package let tables: [PrizeTable]
    package let rules: PrizeRules
    package let collective: [CollectivePrize]

    package init(tables: [PrizeTable], rules: PrizeRules = .usual, collective: [CollectivePrize] = []) {
        self.tables = tables
        self.rules = rules
        self.collective = collective
    }

    package static let none = Prizes(tables: [])

    package var isEmpty: Bool { tables.isEmpty && collective.isEmpty }

    /// The table of a board; no board has two.
    package func table(of board: PrizeBoardName) -> Int? {
        tables.firstIndex { $0.boards.contains(board.round) && $0.groups.contains(board.group) }
    }
}

/// A board that gives prizes: a round or ``Cumulative/round``, and a group.
package struct PrizeBoardName: Hashable, Sendable {
    package let round: String
    package let group: String

    package init(round: String, group: String) {
        self.round = round
        self.group = group
    }
}

/// The prizes that each of some boards gives.
package struct PrizeTable: Hashable, Sendable {
    /// Rounds, or ``Cumulative/round``; in the order of the rounds, that one last.
    package let boards: [String]
    /// In the order of the contest's groups.
    package let groups: [String]
    /// Best first, no two titles alike.
    package let places: [PrizePlace]

    package init(boards: [String], groups: [String], places: [PrizePlace]) {
        self.boards = boards
        self.groups = groups
        self.places = places
    }
}

/// One rank of prizes, such as three second prizes.
package struct PrizePlace: Hashable, Sendable {
    package let title: String
    /// At least 1.
    package let count: Int
    /// In the words of the announcement: '1.000.000 đồng'.
    package let value: String?
    /// Compares prizes of different tables; all places of a contest have one, or none has.
    package let worth: Int?

    package init(title: String, count: Int, value: String? = nil, worth: Int? = nil) {
        self.title = title
        self.count = count
        self.value = value
        self.worth = worth
    }
}

/// What holds for all prizes of a contest.
package struct PrizeRules: Hashable, Sendable {
    /// Which prize stays with a person who reaches several.
    package enum Kept: String, CaseIterable, Hashable, Sendable {
        case highest, earliest
    }

    /// What becomes of people who are level where the prizes of a rank run out.
    package enum Edge: String, CaseIterable, Hashable, Sendable {
        /// Nobody gets them before it is decided who stands first.
        case decide
        /// All of them get the prize.
        case share
    }

    package let isOnePerPerson: Bool
    package let kept: Kept
    package let edge: Edge

    package init(isOnePerPerson: Bool, kept: Kept, edge: Edge) {
        self.isOnePerPerson = isOnePerPerson
        self.kept = kept
        self.edge = edge
    }

    package static let usual = PrizeRules(isOnePerPerson: true, kept: .highest, edge: .decide)
}
