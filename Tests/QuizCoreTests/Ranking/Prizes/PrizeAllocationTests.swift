import QuizCore
import Testing

struct PrizeAllocationTests {
    private func table(_ boards: [String] = ["a"], _ counts: Int...) -> PrizeTable {
        let places = counts.enumerated().map { PrizePlace(title: "\($0)", count: $1) }
        return PrizeTable(boards: boards, groups: ["g"], places: places)
    }

    private func board(_ round: String, _ places: (Int64, Int)...) -> PrizeBoard {
        let lines = places.map { PrizeLine(contestant: $0.0, place: $0.1) }
        return PrizeBoard(name: PrizeBoardName(round: round, group: "g"), lines: lines)
    }

    /// Winners by slot, as `board place: people`.
    private func told(_ allocation: PrizeAllocation) -> [String] {
        allocation.outcomes.map { outcome in
            let winners = outcome.winners.map { "\($0.line.contestant)\($0.isNextInLine ? "↑" : "")" }
            let tie = outcome.ties.map { "\($0.prizes) of \($0.lines.map(\.contestant))" }
            let wait = outcome.waitsFor.map { ["waits for \($0.board.round)\($0.place)"] } ?? []
            return "\(outcome.slot.board.round)\(outcome.slot.place): "
                + (tie + winners + wait).joined(separator: " ")
        }
    }

    @Test func theExcludedMakeRoomForTheNextInLine() {
        let line = board("a", (1, 1), (2, 2), (3, 3), (4, 4), (5, 5))
        let prizes = Prizes(tables: [table(["a"], 1, 2)])
        let allocation = PrizeAllocation(of: prizes, boards: [line], excluded: [1: .staff, 3: .disqualified])
        #expect(told(allocation) == ["a0: 2↑", "a1: 4↑ 5↑"])
        #expect(allocation.passedOver.map(\.reason) == [.excluded(.staff), .excluded(.disqualified)])
        let usual = PrizeAllocation(of: prizes, boards: [line], excluded: [2: .declined])
        #expect(told(usual) == ["a0: 1", "a1: 3 4↑"])
    }

    @Test func aPersonKeepsTheHighestPrizeOrTheEarliest() {
        let boards = [board("a", (1, 1), (2, 2), (3, 3)), board("b", (2, 1), (1, 2), (4, 3))]
        let tables = [table(["a", "b"], 1, 1)]
        let highest = PrizeAllocation(of: Prizes(tables: tables), boards: boards, excluded: [:])
        #expect(told(highest) == ["a0: 1", "a1: 3↑", "b0: 2", "b1: 4↑"])
        let second = PrizeSlot(board: PrizeBoardName(round: "b", group: "g"), table: 0, place: 0)
        #expect(highest.passedOver.first?.reason == .holds(second))
        let first = PrizeRules(isOnePerPerson: true, kept: .earliest, edge: .decide)
        let earliest = PrizeAllocation(of: Prizes(tables: tables, rules: first), boards: boards, excluded: [:])
        #expect(told(earliest) == ["a0: 1", "a1: 2", "b0: 4↑", "b1: "])
        let many = PrizeRules(isOnePerPerson: false, kept: .highest, edge: .decide)
        let all = PrizeAllocation(of: Prizes(tables: tables, rules: many), boards: boards, excluded: [:])
        #expect(told(all) == ["a0: 1", "a1: 2", "b0: 2", "b1: 1"])
    }

    @Test func worthComparesPrizesOfDifferentTables() {
        let boards = [board("a", (1, 1), (2, 2)), board("total", (1, 1), (2, 2))]
        func prizes(_ week: Int?, _ total: Int?) -> Prizes {
            Prizes(tables: [
                PrizeTable(boards: ["a"], groups: ["g"], places: [PrizePlace(title: "w", count: 1, worth: week)]),
                PrizeTable(boards: ["total"], groups: ["g"], places: [PrizePlace(title: "t", count: 1, worth: total)]),
            ])
        }
        let written = PrizeAllocation(of: prizes(nil, nil), boards: boards, excluded: [:])
        #expect(told(written) == ["a0: 1", "total0: 2↑"])
        let worth = PrizeAllocation(of: prizes(1, 2), boards: boards, excluded: [:])
        #expect(told(worth) == ["a0: 2↑", "total0: 1"])
    }

    @Test func levelPeopleAtTheEdgeAreNotGuessed() {
        let line = board("a", (1, 1), (2, 2), (3, 2), (4, 2), (5, 5), (6, 6))
        let prizes = Prizes(tables: [table(["a"], 2, 2, 1)])
        let allocation = PrizeAllocation(of: prizes, boards: [line], excluded: [:])
        #expect(told(allocation) == ["a0: 1 of [2, 3, 4] 1", "a1: 2 of [2, 3, 4]", "a2: 5"])
        // Two of three are left, and there are prizes for both.
        let fewer = PrizeAllocation(of: prizes, boards: [line], excluded: [3: .staff])
        #expect(told(fewer) == ["a0: 1 of [2, 4] 1", "a1: 1 of [2, 4] 5↑", "a2: 6↑"])
        let share = PrizeRules(isOnePerPerson: true, kept: .highest, edge: .share)
        let shared = PrizeAllocation(of: Prizes(tables: prizes.tables, rules: share), boards: [line], excluded: [:])
        #expect(told(shared) == ["a0: 1 2 3 4", "a1: 5 6", "a2: "])
    }

    @Test func whatHangsOnATieElsewhereWaits() {
        let boards = [board("a", (1, 1), (2, 1), (3, 3)), board("b", (4, 1), (2, 2), (5, 3))]
        let prizes = Prizes(tables: [table(["a"], 1), table(["b"], 1, 1)])
        let allocation = PrizeAllocation(of: prizes, boards: boards, excluded: [:])
        #expect(told(allocation) == ["a0: 1 of [1, 2]", "b0: 4", "b1: waits for a0"])
        #expect(allocation.outcomes.map(\.isDecided) == [false, true, false])
    }

    /// What is told as won is won in every way of deciding; what could be won is told as open.
    @Test(arguments: 0..<300 as Range<UInt64>)
    func nothingIsGuessedAndNothingIsHidden(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let rules = PrizeRules(
            isOnePerPerson: seed % 5 > 0,
            kept: seed % 3 == 0 ? .earliest : .highest,
            edge: .decide
        )
        let example = PrizeCase(&random, people: seed % 4 == 0 ? 5 : 4, levels: 3, rules: rules)
        let told = example.allocation
        let possible = example.decided.map(\.allocation)
        #expect(possible.allSatisfy { $0.outcomes.allSatisfy(\.isDecided) })
        let always = possible.dropFirst().reduce(possible.first?.wins ?? []) { $0.intersection($1.wins) }
        let ever = possible.reduce(into: Set<Win>()) { $0.formUnion($1.wins) }
        #expect(told.wins.isSubset(of: always), "\(example)")
        for win in ever.subtracting(told.wins) {
            let outcome = told.outcomes.first { $0.slot == win.slot }
            let tied = outcome?.ties.flatMap(\.lines) ?? []
            let isCandidate = tied.contains { $0.contestant == win.contestant }
            #expect(isCandidate || outcome?.waitsFor != nil, "\(win) in \(example)")
        }
        // With one board nothing waits, so that all that is certain is told.
        if example.boards.count == 1 { #expect(told.wins == always, "\(example)") }
    }

    /// The definition itself: with strict boards nobody prefers a prize that went to somebody behind them, or to nobody.
    @Test(arguments: 0..<400 as Range<UInt64>)
    func theHandingOutIsStable(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let rules = PrizeRules(isOnePerPerson: true, kept: seed % 2 == 0 ? .highest : .earliest, edge: .decide)
        let example = PrizeCase(&random, people: 9, levels: 1_000_000, rules: rules)
        let allocation = example.allocation
        let held = Dictionary(grouping: allocation.wins, by: \.contestant)
        #expect(held.values.allSatisfy { $0.count == 1 }, "\(example)")
        #expect(held.keys.allSatisfy { example.excluded[$0] == nil })
        let order = Self.preference(example)
        for outcome in allocation.outcomes {
            let slot = outcome.slot
            let lines = example.boards.first { $0.name == slot.board }?.lines ?? []
            let size = example.prizes.tables[slot.table].places[slot.place].count
            #expect(outcome.winners.count <= size)
            for line in lines where example.excluded[line.contestant] == nil {
                let own = held[line.contestant]?.first?.slot
                if let own, let mine = order.firstIndex(of: own), let other = order.firstIndex(of: slot), mine <= other
                {
                    continue
                }
                #expect(outcome.winners.count == size, "\(line) wants \(slot): \(example)")
                #expect(outcome.winners.allSatisfy { $0.line.place < line.place }, "\(line) \(slot): \(example)")
            }
        }
    }

    /// Slots by what people prefer, found by comparing each with each.
    private static func preference(_ example: PrizeCase) -> [PrizeSlot] {
        func round(_ slot: PrizeSlot) -> Int { example.boards.firstIndex { $0.name == slot.board } ?? 0 }
        func worth(_ slot: PrizeSlot) -> Int { example.prizes.tables[slot.table].places[slot.place].worth ?? 0 }
        return example.allocation.outcomes.map(\.slot).sorted { one, other in
            if example.prizes.rules.kept == .earliest, round(one) != round(other) { return round(one) < round(other) }
            if example.prizes.rules.kept == .highest, worth(one) != worth(other) { return worth(one) > worth(other) }
            if example.prizes.rules.kept == .highest, one.table != other.table { return one.table < other.table }
            return one.place != other.place ? one.place < other.place : round(one) < round(other)
        }
    }

    @Test(arguments: 0..<200 as Range<UInt64>)
    func otherNamesAndWorseEntrantsChangeNoPrize(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let example = PrizeCase(&random, people: 8)
        let wins = example.allocation.wins
        // Everybody gets another number, and level lines another order.
        var renamed = example
        renamed.boards = example.boards.map { board in
            let lines = board.lines.shuffled(using: &random).sorted { $0.place < $1.place }
            return PrizeBoard(
                name: board.name,
                lines: lines.map { PrizeLine(contestant: 1_000 - $0.contestant, place: $0.place) }
            )
        }
        renamed.excluded = Dictionary(
            uniqueKeysWithValues: example.excluded.map { (1_000 - $0.key, $0.value) }
        )
        #expect(Set(renamed.allocation.wins.map { Win(slot: $0.slot, contestant: 1_000 - $0.contestant) }) == wins)
        var longer = example
        longer.boards = example.boards.map { board in
            PrizeBoard(
                name: board.name,
                lines: board.lines + [PrizeLine(contestant: 77, place: board.lines.count + 1)]
            )
        }
        let others = longer.allocation
        #expect(others.wins.filter { $0.contestant != 77 } == wins, "\(example)")
        // The last of all takes only what nobody wanted.
        for win in others.wins where win.contestant == 77 {
            let before = example.allocation.outcomes.first { $0.slot == win.slot }
            let size = example.prizes.tables[win.slot.table].places[win.slot.place].count
            #expect((before?.winners.count ?? 0) < size)
        }
    }

    @Test func aLargeBoardIsReadAsFarAsItsPrizesGo() {
        let lines = (1...200_000).map { PrizeLine(contestant: Int64($0), place: $0) }
        let boards = ["a", "b"].map { PrizeBoard(name: PrizeBoardName(round: $0, group: "g"), lines: lines) }
        let prizes = Prizes(tables: [table(["a", "b"], 1, 3, 10)])
        let clock = ContinuousClock()
        let time = clock.measure {
            let allocation = PrizeAllocation(of: prizes, boards: boards, excluded: [:])
            #expect(allocation.wins.count == 28)
            // Each board passes over those whom the other has served before: 0, 3, 3 and 1, 3, 10 less the two first.
            #expect(allocation.passedOver.count == 18)
        }
        #expect(time < .seconds(1))
    }

    /// Once it ended the process.
    @Test(arguments: PrizeRules.Edge.allCases)
    func aBoardWithoutAnybodyGivesNoPrizes(_ edge: PrizeRules.Edge) {
        let board = PrizeBoardName(round: "a", group: "g")
        let places = [PrizePlace(title: "Nhất", count: 1), PrizePlace(title: "Nhì", count: 2)]
        let prizes = Prizes(
            tables: [PrizeTable(boards: ["a"], groups: ["g"], places: places)],
            rules: PrizeRules(isOnePerPerson: true, kept: .highest, edge: edge)
        )
        let allocation = PrizeAllocation(of: prizes, boards: [PrizeBoard(name: board, lines: [])], excluded: [:])
        #expect(allocation.outcomes.map { $0.winners.isEmpty && $0.isDecided } == [true, true])
    }
}
