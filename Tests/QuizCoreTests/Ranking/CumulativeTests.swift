import QuizCore
import Testing

struct CumulativeTests {
    private static let chain: [Criterion] = [.score, .duration, .earliest]

    private func part(_ score: Int, _ duration: Int64, _ start: Int64, attempt: Int64) -> Cumulative.Part {
        let result = RankedResult(
            score: score,
            duration: duration,
            startedAt: Timestamp(milliseconds: start)
        )
        let key = RankKey(of: result, by: Self.chain)
        return Cumulative.Part(
            standing: Standing(key: key, contestant: 1, attempt: attempt, unit: attempt * 10),
            criteria: Self.chain
        )
    }

    private func line(
        _ rule: Cumulative.Rule,
        _ parts: [Cumulative.Part]
    ) -> (score: Int64?, duration: Int64?, unit: Int64)? {
        Cumulative(rule: rule, ranking: Self.chain).standing(of: parts).map { standing in
            (
                standing.key.value(of: .score, in: Self.chain), standing.key.value(of: .duration, in: Self.chain),
                standing.unit
            )
        }
    }

    @Test func roundsAddUpTheBestCountOrTheLast() throws {
        let parts = [part(10, 500, 1, attempt: 1), part(20, 900, 2, attempt: 2), part(10, 400, 3, attempt: 3)]
        let sum = try #require(line(.sum, parts))
        #expect(sum == (40, 1_800, 30))
        let best = try #require(line(.best(2), parts))
        #expect(best == (30, 1_300, 30))
        let last = try #require(line(.last, parts))
        #expect(last == (10, 400, 30))
        let few = try #require(line(.best(2), [parts[0]]))
        #expect(few == (10, 500, 10))
        #expect(line(.sum, []) == nil)
    }

    @Test func amongLevelRoundsTheEarlierCounts() throws {
        let parts = [part(10, 500, 1, attempt: 1), part(10, 500, 2, attempt: 2)]
        #expect(try #require(line(.best(1), parts)).unit == 10)
    }
}
