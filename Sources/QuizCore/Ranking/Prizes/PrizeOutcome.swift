/// One line of a board, as far as prizes look at it.
package struct PrizeLine: Hashable, Sendable {
    package let contestant: Int64
    /// Level people share it.
    package let place: Int

    package init(contestant: Int64, place: Int) {
        self.contestant = contestant
        self.place = place
    }
}

/// A board that is over, with all its lines in order.
package struct PrizeBoard: Hashable, Sendable {
    package let name: PrizeBoardName
    package let lines: [PrizeLine]

    package init(name: PrizeBoardName, lines: [PrizeLine]) {
        self.name = name
        self.lines = lines
    }
}

/// Why somebody gets no prize whatever their place.
package enum ExclusionKind: String, CaseIterable, Hashable, Sendable {
    /// Belongs to the organizers.
    case staff
    case disqualified
    /// Does not want it.
    case declined
    /// Is not who they said they were.
    case identity
}

/// The prizes of one rank on one board.
package struct PrizeSlot: Hashable, Sendable {
    package let board: PrizeBoardName
    /// Index of the table.
    package let table: Int
    /// Index of the place within it.
    package let place: Int

    package init(board: PrizeBoardName, table: Int, place: Int) {
        self.board = board
        self.table = table
        self.place = place
    }
}

/// Who gets the prizes of a slot, and what still has to be decided.
package struct PrizeOutcome: Hashable, Sendable {
    package let slot: PrizeSlot
    package internal(set) var winners: [Winner] = []
    /// Level people of whom only so many get this prize; two where the rest of one meets the next.
    package internal(set) var ties: [Tie] = []
    /// What of this slot is open until the tie at another is decided.
    package internal(set) var waitsFor: PrizeSlot?

    package var isDecided: Bool { ties.isEmpty && waitsFor == nil }

    package struct Winner: Hashable, Sendable {
        package let line: PrizeLine
        /// The place alone would not have been enough: somebody before was passed over.
        package let isNextInLine: Bool
    }

    package struct Tie: Hashable, Sendable {
        package let lines: [PrizeLine]
        /// Fewer than there are people.
        package let prizes: Int
        package let isNextInLine: Bool
    }
}

/// Somebody who was passed over, and why.
package struct PassedOver: Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case excluded(ExclusionKind)
        case holds(PrizeSlot)
    }

    package let board: PrizeBoardName
    package let line: PrizeLine
    package let reason: Reason
}
