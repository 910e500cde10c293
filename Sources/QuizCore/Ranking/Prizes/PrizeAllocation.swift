/// Hands out the prizes of all boards that are over.
///
/// Slots are filled one after the other, the highest first, each from the head of its board: whoever is excluded or holds
/// a prize already is passed over, and the next in line moves up. Since everybody prefers the same slots, this is the only
/// way of handing out in which nobody holds a prize while a higher one went to somebody behind them on its board.
///
/// What hangs on level people whose order is not decided is never guessed. Everything else that could come out otherwise
/// by that decision is held back with it (``PrizeOutcome/waitsFor``); what is told as won is won whatever is decided.
package struct PrizeAllocation: Sendable {
    /// One for each slot of each board, in the order of tables, boards and places.
    package private(set) var outcomes: [PrizeOutcome]
    /// In the order of boards and lines.
    package private(set) var passedOver: [PassedOver]

    /// - Parameters:
    ///   - prizes: What there is to win.
    ///   - boards: Those that are over, in the order of rounds and groups.
    ///   - excluded: Who gets nothing, by contestant.
    package init(of prizes: Prizes, boards: [PrizeBoard], excluded: [Int64: ExclusionKind]) {
        let slots = PrizeOrder(prizes, boards: boards.map(\.name))
        var run = AllocationRun(prizes, boards, excluded)
        for slot in slots.byWorth { run.fill(slot) }
        outcomes = slots.byWriting.compactMap { run.outcomes[$0] }
        passedOver = boards.flatMap { run.walks[$0.name]?.passedOver ?? [] }
    }

    /// The slot whose prize somebody is sure to hold on a board.
    package func slots(wonBy contestant: Int64) -> [PrizeSlot] {
        outcomes.filter { $0.winners.contains { $0.line.contestant == contestant } }.map(\.slot)
    }
}

/// The slots of a contest in the two orders that matter.
struct PrizeOrder {
    let byWriting: [PrizeSlot]
    let byWorth: [PrizeSlot]

    init(_ prizes: Prizes, boards: [PrizeBoardName]) {
        var lines: [(slot: PrizeSlot, worth: Int, board: Int)] = []
        for (table, written) in prizes.tables.enumerated() {
            for (index, board) in boards.enumerated() where prizes.table(of: board) == table {
                for (place, prize) in written.places.enumerated() {
                    let slot = PrizeSlot(board: board, table: table, place: place)
                    lines.append((slot, prize.worth ?? 0, index))
                }
            }
        }
        byWriting = lines.map(\.slot)
        switch prizes.rules.kept {
        case .highest:
            byWorth = lines.sorted {
                (-$0.worth, $0.slot.table, $0.slot.place, $0.board) < (
                    -$1.worth, $1.slot.table, $1.slot.place, $1.board
                )
            }.map(\.slot)
        case .earliest:
            byWorth = lines.sorted { ($0.board, $0.slot.place) < ($1.board, $1.slot.place) }.map(\.slot)
        }
    }
}
