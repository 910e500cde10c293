/// How far down a board its prizes have gone.
struct BoardWalk {
    let board: PrizeBoard
    /// Of the first line that no slot has looked at.
    var position = 0
    /// Level people of an earlier slot, some of whom still have a prize to come.
    var tie: OpenTie?
    /// Nothing more can be handed out here before the tie at this slot is decided.
    var blockedBy: PrizeSlot?
    var passedOver: [PassedOver] = []

    struct OpenTie {
        let lines: [PrizeLine]
        let slot: PrizeSlot
        let isNextInLine: Bool
        /// How many of them no slot has a prize for yet.
        var left: Int
    }

    /// How many lines each place would reach down to if nobody were passed over.
    let usualEnds: [Int]

    init(_ board: PrizeBoard, _ places: [PrizePlace], _ edge: PrizeRules.Edge) {
        self.board = board
        var ends: [Int] = []
        var end = 0
        for place in places {
            end += place.count
            if edge == .share {
                // All who are level with the last of them have the prize as well.
                while end > 0, end < board.lines.count, board.lines[end].place == board.lines[end - 1].place {
                    end += 1
                }
            }
            ends.append(end)
        }
        usualEnds = ends
    }

    /// The lines that share the place at ``position``.
    var level: ArraySlice<PrizeLine> {
        let rest = board.lines[position...]
        guard let place = rest.first?.place else { return rest }
        return rest.prefix { $0.place == place }
    }
}
