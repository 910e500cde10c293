import QuizCore
import Testing

struct CollectiveRankingTests {
    private func prize(
        _ terms: [CollectiveFormula.WeighedTerm],
        then second: [CollectiveFormula.WeighedTerm]? = nil,
        minimum: Int = 1,
        top: Int = 1,
        counts: [Int] = [1, 1],
        byHand: Bool = false
    ) -> CollectivePrize {
        CollectivePrize(
            title: "Tập thể",
            board: "total",
            groups: ["g"],
            unitTypes: ["u"],
            formula: CollectiveFormula(terms: terms, top: top),
            second: second.map { CollectiveFormula(terms: $0, top: top) },
            minimum: minimum,
            places: counts.enumerated().map { PrizePlace(title: "\($0)", count: $1) },
            isDecidedByHand: byHand
        )
    }

    private func tally(_ unit: Int64, _ people: Int, of heads: Int? = nil, top: Int = 0, points: Int = 0) -> UnitTally {
        UnitTally(unit: unit, participants: people, headcount: heads, topSum: top, prizePoints: points)
    }

    @Test func ratesAreComparedExactly() {
        // 1/3 against 333333/1000000: equal to six digits.
        let tallies = [tally(1, 333_333, of: 1_000_000), tally(2, 1, of: 3), tally(3, 50, of: nil), tally(4, 2, of: 6)]
        let ranking = CollectiveRanking(of: prize([.init(.rate)]), among: tallies)
        #expect(ranking.lines.map(\.tally.unit) == [2, 4, 1])
        #expect(ranking.lines.map(\.place) == [1, 1, 3])
        // Level units share the first prize, and the second is still to be won.
        #expect(ranking.lines.map(\.prize) == [0, 0, 1])
        #expect(ranking.lines.map { $0.value.rounded } == [33_333, 33_333, 33_333])
        #expect(ranking.absent.map(\.tally.unit) == [3])
        #expect(ranking.absent.map(\.reason) == [.noHeadcount])
    }

    @Test func aSecondFormulaAndAMinimumDecide() {
        let tallies = [tally(1, 10, of: 20), tally(2, 20, of: 40), tally(3, 3, of: 3)]
        let ranking = CollectiveRanking(
            of: prize([.init(.rate)], then: [.init(.participants)], minimum: 5),
            among: tallies
        )
        #expect(ranking.lines.map(\.tally.unit) == [2, 1])
        #expect(ranking.lines.map(\.prize) == [0, 1])
        #expect(ranking.absent.map(\.reason) == [.tooFewPeople])
    }

    @Test func termsAddUpByTheirWeights() {
        // 50 % and 10 points against 40 % and 12 points: 60 and 52 once, 70 and 64 with points twice; means of two.
        let tallies = [
            tally(1, 50, of: 100, top: 30_000, points: 10), tally(2, 40, of: 100, top: 40_000, points: 12),
        ]
        let sum = CollectiveRanking(of: prize([.init(.rate), .init(.prizePoints, weight: 2)]), among: tallies)
        #expect(sum.lines.map { $0.value.rounded } == [70_000, 64_000])
        let heavy = CollectiveRanking(of: prize([.init(.rate), .init(.prizePoints, weight: 6)]), among: tallies)
        #expect(heavy.lines.map(\.tally.unit) == [2, 1])
        let mean = CollectiveRanking(of: prize([.init(.meanOfTop)], top: 2), among: tallies)
        #expect(mean.lines.map { $0.value.rounded } == [20_000, 15_000])
        let people = CollectiveRanking(of: prize([.init(.participants)]), among: tallies)
        #expect(people.lines.map { $0.value.rounded } == [50_000, 40_000])
    }

    @Test func theLargestNumbersStayExact() {
        let terms: [CollectiveFormula.WeighedTerm] = CollectiveFormula.Term.allCases.map { .init($0, weight: 1_000) }
        let one = tally(1, 10_000_000, of: 99_999_999, top: 1_000_000_000_000, points: 1_000_000_000)
        let other = tally(2, 10_000_000, of: 99_999_998, top: 1_000_000_000_000, points: 1_000_000_000)
        let ranking = CollectiveRanking(of: prize(terms, top: 1_000), among: [one, other])
        #expect(ranking.lines.map(\.tally.unit) == [2, 1])
    }

    /// Against sorting by sums of doubles, where those are far enough apart.
    @Test(arguments: 0..<100 as Range<UInt64>)
    func valuesAgreeWithFloatingPoint(_ seed: UInt64) {
        var random = SplitMix(state: seed)
        let terms = CollectiveFormula.Term.allCases.shuffled(using: &random).prefix(
            Int.random(in: 1...4, using: &random)
        )
        .map { CollectiveFormula.WeighedTerm($0, weight: Int.random(in: 1...9, using: &random)) }
        let top = Int.random(in: 1...5, using: &random)
        let tallies = (1...20).map { unit in
            let people = Int.random(in: 0...40, using: &random)
            return tally(
                Int64(unit),
                people,
                of: people + Int.random(in: 1...40, using: &random),
                top: Int.random(in: 0...90_000, using: &random),
                points: Int.random(in: 0...30, using: &random)
            )
        }
        func value(_ tally: UnitTally) -> Double {
            terms.reduce(0) { sum, weighed in
                let share: Double =
                    switch weighed.term {
                    case .participants: Double(tally.participants)
                    case .rate: 100 * Double(tally.participants) / Double(tally.headcount ?? 1)
                    case .meanOfTop: Double(tally.topSum) / Double(top) / 1_000
                    case .prizePoints: Double(tally.prizePoints)
                    }
                return sum + share * Double(weighed.weight)
            }
        }
        let ranking = CollectiveRanking(of: prize(Array(terms), top: top), among: tallies.shuffled(using: &random))
        for line in ranking.lines {
            #expect(abs(Double(line.value.rounded) / 1_000 - value(line.tally)) < 0.001)
            let better = ranking.lines.count { value($0.tally) > value(line.tally) + 1e-9 }
            #expect(line.place == better + 1)
        }
        #expect(ranking.lines.count + ranking.absent.count == 20)
    }

    @Test func headcountsOfGroupsAddUpOrStandForAll() {
        let counted = [Headcount(count: 500), Headcount(group: "a", count: 200), Headcount(group: "b", count: 100)]
        #expect(Headcount.total(of: ["a", "b"], in: counted) == 300)
        #expect(Headcount.total(of: ["a", "c"], in: counted) == 500)
        #expect(Headcount.total(of: ["a", "c"], in: [counted[1]]) == nil)
    }

    @Test func everyLineSaysWhatPutItThere() {
        let tallies = [tally(1, 9, of: 10), tally(2, 8, of: 10), tally(3, 16, of: 20), tally(4, 16, of: 20)]
        let decided: [Int64: Int] = [4: 1]
        let shared = CollectiveRanking(
            of: prize([.init(.rate)], then: [.init(.participants)]),
            among: tallies,
            decided: decided
        )
        // Without the word of the contest nobody decides by hand.
        #expect(shared.lines.map(\.tally.unit) == [1, 3, 4, 2])
        #expect(shared.lines.map(\.decidedBy) == [.by, .by, .by, .then])
        let byHand = CollectiveRanking(
            of: prize([.init(.rate)], then: [.init(.participants)], byHand: true),
            among: tallies,
            decided: decided
        )
        #expect(byHand.lines.map(\.tally.unit) == [1, 4, 3, 2])
        #expect(byHand.lines.map(\.place) == [1, 2, 3, 4])
        #expect(byHand.lines.map(\.levelFrom) == [1, 2, 2, 4])
        #expect(byHand.lines.map(\.decidedBy) == [.by, .by, .manual, .then])
        #expect(byHand.lines.map(\.prize) == [0, 1, nil, nil])
        let alone = CollectiveRanking(of: prize([.init(.rate)]), among: [tally(1, 9, of: 10)])
        #expect(alone.lines.map(\.decidedBy) == [nil])
    }
}
