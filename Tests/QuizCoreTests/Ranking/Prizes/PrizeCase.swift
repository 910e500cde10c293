import QuizCore

/// A small contest with boards, drawn by chance.
struct PrizeCase: CustomStringConvertible {
    var prizes: Prizes
    var boards: [PrizeBoard]
    var excluded: [Int64: ExclusionKind]

    var description: String {
        "\(prizes.rules) \(prizes.tables.map { "\($0.boards): \($0.places.map { "\($0.count)/\($0.worth ?? 0)" })" })\n"
            + boards.map { "\($0.name.round): \($0.lines.map { "\($0.contestant)@\($0.place)" })" }.joined(
                separator: "\n"
            )
            + "\nexcluded \(excluded.keys.sorted())"
    }

    /// `levels`: how many places a board has at most; few make ties.
    init(_ random: inout SplitMix, people: Int = 6, levels: Int = 4, rules: PrizeRules? = nil) {
        let rounds = ["a", "b", "c"].prefix(Int.random(in: 1...3, using: &random))
        let isWorth = Bool.random(using: &random)
        // One table for all boards, or one for each.
        let parts = Bool.random(using: &random) ? [Array(rounds)] : rounds.map { [$0] }
        let tables = parts.map { boards in
            var worth = 12
            let places = (0..<Int.random(in: 1...3, using: &random)).map { index in
                worth = max(1, worth - Int.random(in: 0...4, using: &random))
                return PrizePlace(
                    title: "\(index)",
                    count: Int.random(in: 1...2, using: &random),
                    worth: isWorth ? worth : nil
                )
            }
            return PrizeTable(boards: boards, groups: ["g"], places: places)
        }
        let drawn = PrizeRules(
            isOnePerPerson: Int.random(in: 0..<5, using: &random) > 0,
            kept: Bool.random(using: &random) ? .highest : .earliest,
            edge: Bool.random(using: &random) ? .decide : .share
        )
        prizes = Prizes(tables: tables, rules: rules ?? drawn)
        boards = rounds.map { round in
            let present = (1...Int64(people)).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }
            let marks = present.map { (person: $0, mark: Int.random(in: 0..<levels, using: &random)) }
            return Self.board(round, marks)
        }
        excluded = [:]
        for person in 1...Int64(people) where Int.random(in: 0..<6, using: &random) == 0 {
            excluded[person] = .staff
        }
    }

    /// The board of people with their marks; the least mark is the best.
    static func board(_ round: String, _ marks: [(person: Int64, mark: Int)]) -> PrizeBoard {
        let ordered = marks.sorted { ($0.mark, $0.person) < ($1.mark, $1.person) }
        let lines = ordered.map { one in
            PrizeLine(contestant: one.person, place: 1 + ordered.count { $0.mark < one.mark })
        }
        return PrizeBoard(name: PrizeBoardName(round: round, group: "g"), lines: lines)
    }

    var allocation: PrizeAllocation {
        PrizeAllocation(of: prizes, boards: boards, excluded: excluded)
    }

    /// Every way in which the ties could be decided.
    var decided: [PrizeCase] {
        var cases = [self]
        for index in boards.indices {
            cases = cases.flatMap { one in
                Self.orders(boards[index].lines).map { lines in
                    var next = one
                    next.boards[index] = PrizeBoard(
                        name: boards[index].name,
                        lines: lines.enumerated().map { PrizeLine(contestant: $1.contestant, place: $0 + 1) }
                    )
                    return next
                }
            }
        }
        return cases
    }

    private static func orders(_ lines: [PrizeLine]) -> [[PrizeLine]] {
        guard let first = lines.first else { return [[]] }
        let level = lines.filter { $0.place == first.place }
        let rest = orders(Array(lines.dropFirst(level.count)))
        return permutations(level).flatMap { head in rest.map { head + $0 } }
    }

    private static func permutations(_ lines: [PrizeLine]) -> [[PrizeLine]] {
        guard lines.count > 1 else { return [lines] }
        return lines.indices.flatMap { index in
            var others = lines
            let one = others.remove(at: index)
            return permutations(others).map { [one] + $0 }
        }
    }
}

/// Who won what.
struct Win: Hashable {
    let slot: PrizeSlot
    let contestant: Int64
}

extension PrizeAllocation {
    var wins: Set<Win> {
        Set(
            outcomes.flatMap { outcome in
                outcome.winners.map { Win(slot: outcome.slot, contestant: $0.line.contestant) }
            }
        )
    }
}
