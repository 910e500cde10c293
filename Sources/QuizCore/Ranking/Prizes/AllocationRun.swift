/// A ``PrizeAllocation`` while it is being made.
struct AllocationRun {
    private let prizes: Prizes
    private let excluded: [Int64: ExclusionKind]
    private(set) var outcomes: [PrizeSlot: PrizeOutcome] = [:]
    private(set) var walks: [PrizeBoardName: BoardWalk] = [:]
    /// Who is sure of a prize at least as high as any that is still to be filled.
    private var holders: [Int64: PrizeSlot] = [:]
    /// Who may or may not hold such a prize, by the slot whose tie it hangs on.
    private var uncertain: [Int64: PrizeSlot] = [:]
    /// Those of them whom another board has come upon meanwhile: they may win there instead.
    private var touched: Set<Int64> = []

    init(_ prizes: Prizes, _ boards: [PrizeBoard], _ excluded: [Int64: ExclusionKind]) {
        self.prizes = prizes
        self.excluded = excluded
        for board in boards {
            guard let table = prizes.table(of: board.name) else { continue }
            walks[board.name] = BoardWalk(board, prizes.tables[table].places, prizes.rules.edge)
        }
    }

    /// Fills a slot; the slots above it are filled.
    mutating func fill(_ slot: PrizeSlot) {
        guard var walk = walks[slot.board] else { return }
        var outcome = PrizeOutcome(slot: slot)
        fill(&outcome, from: &walk)
        outcomes[slot] = outcome
        walks[slot.board] = walk
    }

    private mutating func fill(_ outcome: inout PrizeOutcome, from walk: inout BoardWalk) {
        let slot = outcome.slot
        if let tie = walk.tie, tie.lines.contains(where: { touched.contains($0.contestant) }) {
            block(&walk, by: tie.slot, open: prizes.tables[slot.table].places[slot.place].count, from: slot)
        }
        if let blocker = walk.blockedBy {
            outcome.waitsFor = blocker
            return
        }
        var open = prizes.tables[slot.table].places[slot.place].count
        open -= takeRest(&outcome, of: &walk, open: open)
        while open > 0, walk.position < walk.board.lines.count {
            let level = walk.level
            if let blocker = blocker(among: level) {
                block(&walk, by: blocker, open: open, from: slot)
                outcome.waitsFor = blocker
                return
            }
            let isNext = level.startIndex >= walk.usualEnds[slot.place]
            let eligible = eligible(level, &walk)
            walk.position = level.endIndex
            if eligible.count <= open || prizes.rules.edge == .share {
                for line in eligible { award(line, slot, isNext, &outcome) }
                open = max(0, open - eligible.count)
            } else {
                split(eligible, open, isNext, &outcome, &walk)
                open = 0
            }
        }
    }

    /// The tie that it hangs on whether one of some level people still takes part here.
    private func blocker(among level: ArraySlice<PrizeLine>) -> PrizeSlot? {
        guard prizes.rules.isOnePerPerson, !uncertain.isEmpty else { return nil }
        return level.compactMap { uncertain[$0.contestant] }.first
    }

    /// Those of some level people who can win here; the others are noted.
    private func eligible(_ level: ArraySlice<PrizeLine>, _ walk: inout BoardWalk) -> [PrizeLine] {
        var eligible: [PrizeLine] = []
        for line in level {
            if let kind = excluded[line.contestant] {
                walk.passedOver.append(
                    PassedOver(board: walk.board.name, line: line, reason: .excluded(kind))
                )
            } else if prizes.rules.isOnePerPerson, let held = holders[line.contestant] {
                walk.passedOver.append(PassedOver(board: walk.board.name, line: line, reason: .holds(held)))
            } else {
                eligible.append(line)
            }
        }
        return eligible
    }

    private mutating func award(_ line: PrizeLine, _ slot: PrizeSlot, _ isNext: Bool, _ outcome: inout PrizeOutcome) {
        outcome.winners.append(PrizeOutcome.Winner(line: line, isNextInLine: isNext))
        holders[line.contestant] = slot
    }

    /// More level people than prizes: who gets them is not known, and of the others neither.
    private mutating func split(
        _ lines: [PrizeLine],
        _ open: Int,
        _ isNext: Bool,
        _ outcome: inout PrizeOutcome,
        _ walk: inout BoardWalk
    ) {
        outcome.ties.append(PrizeOutcome.Tie(lines: lines, prizes: open, isNextInLine: isNext))
        walk.tie = BoardWalk.OpenTie(
            lines: lines,
            slot: outcome.slot,
            isNextInLine: isNext,
            left: lines.count - open
        )
        for line in lines { uncertain[line.contestant] = outcome.slot }
    }

    /// Gives prizes of a slot to those whom the slot before had none for.
    ///
    /// - Returns: How many.
    private mutating func takeRest(_ outcome: inout PrizeOutcome, of walk: inout BoardWalk, open: Int) -> Int {
        guard var tie = walk.tie else { return 0 }
        let taken = min(open, tie.left)
        outcome.ties.append(PrizeOutcome.Tie(lines: tie.lines, prizes: taken, isNextInLine: tie.isNextInLine))
        tie.left -= taken
        walk.tie = tie.left == 0 ? nil : tie
        guard tie.left == 0 else { return taken }
        // In whatever order, all of them have a prize down to here.
        for line in tie.lines {
            uncertain[line.contestant] = nil
            touched.remove(line.contestant)
            holders[line.contestant] = outcome.slot
        }
        return taken
    }

    /// Stops a board; whoever could still win on it is uncertain from now on.
    ///
    /// Those passed over in some way of deciding are certain holders, excluded, or uncertain already, so that as many
    /// more lines as there are uncertain people reach far enough.
    private mutating func block(_ walk: inout BoardWalk, by blocker: PrizeSlot, open: Int, from slot: PrizeSlot) {
        walk.blockedBy = blocker
        let lower = prizes.tables[slot.table].places[(slot.place + 1)...].reduce(0) { $0 + $1.count }
        var reach = open + lower + uncertain.count
        var index = walk.position
        while index < walk.board.lines.count, reach > 0 {
            let place = walk.board.lines[index].place
            while index < walk.board.lines.count, walk.board.lines[index].place == place {
                let contestant = walk.board.lines[index].contestant
                index += 1
                guard excluded[contestant] == nil, holders[contestant] == nil else { continue }
                reach -= 1
                if uncertain[contestant] != nil { touched.insert(contestant) }
                uncertain[contestant] = uncertain[contestant] ?? blocker
            }
        }
    }
}
