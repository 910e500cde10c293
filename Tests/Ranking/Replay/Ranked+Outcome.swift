import QuizCore

extension Ranked {
    func outcome() -> Outcome {
        var outcome = Outcome(truths: truths, faults: faults)
        for (name, board) in boards {
            var lines = Outcome.Lines()
            for line in board.lines(from: 0, limit: board.count) {
                lines.people.append(line.standing.contestant)
                lines.places.append(line.place)
                lines.reasons.append(line.decidedBy?.rawValue ?? "")
            }
            outcome.boards[written(name)] = lines
        }
        let allocation = PrizeAllocation(of: contest.prizes, boards: prizeBoards, excluded: excluded)
        outcome.prizes = allocation.outcomes.map(slot)
        outcome.passedOver = allocation.passedOver.map(passed)
        outcome.collective = contest.prizes.collective.indices.map { units($0, allocation) }
        return outcome
    }

    private func written(_ name: PrizeBoardName) -> String { "\(name.round)/\(name.group)" }

    private var excluded: [Int64: ExclusionKind] {
        var excluded: [Int64: ExclusionKind] = [:]
        for (person, kind) in zip(written.excluded.person, written.excluded.kind) {
            excluded[Int64(person)] = ExclusionKind(rawValue: kind)
        }
        return excluded
    }

    private var prizeBoards: [PrizeBoard] {
        (contest.rounds.map(\.id) + [Cumulative.round]).flatMap { round in
            contest.groups.compactMap { group in
                let name = PrizeBoardName(round: round, group: group.id)
                guard contest.prizes.table(of: name) != nil, let board = boards[name] else { return nil }
                let lines = board.lines(from: 0, limit: board.count).map {
                    PrizeLine(contestant: $0.standing.contestant, place: $0.place)
                }
                return PrizeBoard(name: name, lines: lines)
            }
        }
    }

    private func title(_ slot: PrizeSlot) -> String {
        contest.prizes.tables[slot.table].places[slot.place].title
    }

    private func slot(_ outcome: PrizeOutcome) -> Outcome.Slot {
        Outcome.Slot(
            board: written(outcome.slot.board),
            title: title(outcome.slot),
            winners: outcome.winners.map(\.line.contestant),
            nextInLine: outcome.winners.filter(\.isNextInLine).map(\.line.contestant),
            ties: outcome.ties.map { Outcome.Tie(people: $0.lines.map(\.contestant), prizes: $0.prizes) },
            waits: outcome.waitsFor != nil
        )
    }

    private func passed(_ one: PassedOver) -> Outcome.Passed {
        let reason =
            switch one.reason {
            case .excluded(let kind): kind.rawValue
            case .holds(let slot): "\(written(slot.board)) \(title(slot))"
            }
        return Outcome.Passed(board: written(one.board), person: one.line.contestant, reason: reason)
    }

    private func units(_ index: Int, _ allocation: PrizeAllocation) -> Outcome.Units {
        let prize = contest.prizes.collective[index]
        let scope = allocation.outcomes.filter { prize.counts($0.slot.board) }
        let usesPrizes = prize.formula.contains(.prizePoints) || prize.second?.contains(.prizePoints) ?? false
        let isWaiting = usesPrizes && !scope.allSatisfy(\.isDecided)
        var outcome = Outcome.Units(title: prize.title, board: prize.board, isWaiting: isWaiting)
        let ranking = CollectiveRanking(of: prize, among: tallies(prize, scope), decided: decided(index))
        for line in ranking.lines {
            outcome.lines.append(
                Outcome.Units.Line(
                    unit: written.units.code[Int(line.tally.unit)],
                    place: line.place,
                    prize: line.prize.map { prize.places[$0].title } ?? "",
                    reason: line.decidedBy?.rawValue ?? ""
                )
            )
        }
        for (tally, reason) in ranking.absent {
            outcome.absent[written.units.code[Int(tally.unit)]] = reason.rawValue
        }
        return outcome
    }

    private func decided(_ prize: Int) -> [Int64: Int] {
        var decided: [Int64: Int] = [:]
        let decisions = written.unitDecisions
        for index in decisions.prize.indices where decisions.prize[index] == prize {
            decided[Int64(decisions.unit[index])] = decisions.number[index]
        }
        return decided
    }

    private func tallies(_ prize: CollectivePrize, _ scope: [PrizeOutcome]) -> [UnitTally] {
        var counts = UnitCounts(competing: competing(prize.unitTypes))
        let barred = Set(excluded.filter { $0.value.countsNowhere }.keys)
        for round in prize.boards(of: contest) {
            for group in prize.groups {
                guard let board = boards[PrizeBoardName(round: round, group: group)] else { continue }
                for standing in board.pieces.joined() where !barred.contains(standing.contestant) {
                    counts.add(standing, by: board.criteria)
                }
            }
        }
        for outcome in scope {
            guard let points = prize.formula.points[title(outcome.slot)] else { continue }
            for winner in outcome.winners {
                let unit = boards[outcome.slot.board]?.standing(of: winner.line.contestant)?.unit
                counts.add(points: points, of: unit ?? 0)
            }
        }
        return counts.tallies(top: prize.formula.top).map { count in
            count.with(
                headcount: Headcount.total(of: prize.groups, outOf: contest, in: headcounts(count.unit))
            )
        }.sorted { written.units.code[Int($0.unit)] < written.units.code[Int($1.unit)] }
    }

    private func headcounts(_ unit: Int64) -> [Headcount] {
        written.units.headcounts[Int(unit)].map { Headcount(group: $0.key.isEmpty ? nil : $0.key, count: $0.value) }
    }

    private func competing(_ types: [String]) -> (Int64) -> [Int64] {
        { unit in
            var found: [Int64] = []
            var next = Int(unit)
            while next >= 0 {
                if types.contains(written.units.type[next]) { found.append(Int64(next)) }
                next = written.units.parent[next]
            }
            return found
        }
    }
}
