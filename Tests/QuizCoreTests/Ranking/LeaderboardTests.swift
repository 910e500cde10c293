import QuizCore
import Testing

/// The board against the plain definition: sort, and count who is better.
struct LeaderboardTests {
    private static let criteria: [Criterion] = [.score, .duration, .earliest]

    /// What the doc comment of ``Placed`` says, word by word.
    private struct Oracle {
        var lines: [Int64: Standing] = [:]

        var sorted: [Standing] {
            lines.values.sorted { $0.key == $1.key ? $0.contestant < $1.contestant : $0.key < $1.key }
        }

        var placed: [Placing] {
            let sorted = sorted
            return sorted.map { line in
                let better = sorted.filter { $0.key < line.key }
                let other = better.last ?? sorted.first { line.key < $0.key }
                return Placing(
                    standing: line,
                    place: better.count + 1,
                    decidedBy: other.flatMap { line.key.firstDifference(from: $0.key, by: criteria) }
                )
            }
        }
    }

    private struct Placing: Hashable {
        let standing: Standing
        let place: Int
        let decidedBy: Criterion?

        init(standing: Standing, place: Int, decidedBy: Criterion?) {
            self.standing = standing
            self.place = place
            self.decidedBy = decidedBy
        }

        init(_ placed: Placed) {
            self.init(standing: placed.standing, place: placed.place, decidedBy: placed.decidedBy)
        }
    }

    /// Few values, so that most lines are tied with others in one, two or all criteria.
    private func standing(_ contestant: Int64, _ random: inout FixedGenerator) -> Standing {
        let result = RankedResult(
            score: Int.random(in: 0...3, using: &random),
            duration: Int64.random(in: 0...2, using: &random),
            startedAt: Timestamp(milliseconds: Int64.random(in: 0...1, using: &random))
        )
        return Standing(key: RankKey(of: result, by: Self.criteria), contestant: contestant, attempt: contestant)
    }

    @Test func twoHundredBoardsOfFiveHundredSteps() {
        for seed in UInt64(0)..<200 {
            var random = FixedGenerator(seed)
            var board = Leaderboard(criteria: Self.criteria)
            var oracle = Oracle()
            let people = Int64.random(in: 1...40, using: &random)
            for step in 1...500 {
                let contestant = Int64.random(in: 1...people, using: &random)
                let before = oracle.sorted
                let index: Int?
                if Int.random(in: 0..<3, using: &random) > 0 {
                    let line = standing(contestant, &random)
                    index = board.put(line)
                    oracle.lines[contestant] = line
                } else {
                    index = board.remove(contestant: contestant)
                    #expect(index == before.firstIndex { $0.contestant == contestant })
                    oracle.lines[contestant] = nil
                }
                #expect(board.count == oracle.lines.count)
                if let index { #expect(before.prefix(index) == oracle.sorted.prefix(index)) }
                if step % 25 == 0 { check(board, oracle, &random) }
            }
        }
    }

    private func check(_ board: Leaderboard, _ oracle: Oracle, _ random: inout FixedGenerator) {
        let expected = oracle.placed
        #expect(board.lines(from: 0, limit: expected.count + 5).map { Placing($0) } == expected)
        let limit = Int.random(in: 0...5, using: &random)
        for from in 0...expected.count + 1 {
            let window = board.lines(from: from, limit: limit).map { Placing($0) }
            #expect(window == Array(expected.dropFirst(from).prefix(limit)))
        }
        for (index, line) in expected.enumerated() {
            let contestant = line.standing.contestant
            #expect(board.place(of: contestant) == line.place)
            #expect(board.standing(of: contestant) == line.standing)
            let around = board.neighbours(of: contestant, reach: 2).map { Placing($0) }
            #expect(around == Array(expected[max(index - 2, 0)..<min(index + 3, expected.count)]))
        }
        #expect(board.place(of: -1) == nil)
        #expect(board.neighbours(of: -1, reach: 2).isEmpty)
    }

    /// Past the size of a chunk, put in at random and loaded in order.
    @Test func aLongBoardIsTheSameLoadedAndGrown() {
        var random = FixedGenerator(9)
        var grown = Leaderboard(criteria: Self.criteria)
        var oracle = Oracle()
        for contestant in (Int64(1)...5_000).shuffled(using: &random) {
            let line = standing(contestant, &random)
            grown.put(line)
            oracle.lines[contestant] = line
        }
        let sorted = oracle.sorted
        let loaded = Leaderboard(criteria: Self.criteria, ordered: sorted)
        for board in [grown, loaded] {
            #expect(board.count == 5_000)
            #expect(board.lines(from: 0, limit: 5_000).map(\.standing) == sorted)
            for from in stride(from: 0, through: 5_000, by: 499) {
                let window = board.lines(from: from, limit: 3)
                #expect(window.map(\.standing) == Array(sorted.dropFirst(from).prefix(3)))
                for line in window { #expect(line.place == sorted.count { $0.key < line.standing.key } + 1) }
            }
        }
        for contestant in Int64(1)...5_000 where contestant % 50 > 0 { grown.remove(contestant: contestant) }
        #expect(grown.lines(from: 0, limit: 200).map(\.standing) == sorted.filter { $0.contestant % 50 == 0 })
    }

    private func level(_ score: Int, contestant: Int64) -> Standing {
        let result = RankedResult(score: score, duration: 0, startedAt: Timestamp(milliseconds: 0))
        return Standing(key: RankKey(of: result, by: [.score]), contestant: contestant, attempt: 0)
    }

    @Test func equalKeysShareAPlaceAndTheNextIsLeftOut() {
        let lines = [3, 2, 2, 1].enumerated().map { level($1, contestant: Int64($0)) }
        let board = Leaderboard(criteria: [.score], ordered: lines)
        #expect(board.lines(from: 0, limit: 9).map(\.place) == [1, 2, 2, 4])
        #expect(board.lines(from: 0, limit: 9).map(\.decidedBy) == [.score, .score, .score, .score])
    }

    @Test func allEqualMeansNothingDecides() {
        let lines = (Int64(0)..<3).map { level(1, contestant: $0) }
        let board = Leaderboard(criteria: [.score], ordered: lines)
        #expect(board.lines(from: 2, limit: 1).map(\.place) == [1])
        #expect(board.lines(from: 0, limit: 3).allSatisfy { $0.decidedBy == nil })
    }
}
