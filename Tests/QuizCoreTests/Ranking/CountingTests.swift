import QuizCore
import Testing

/// Many attempts of one person against the definition: all of them in a list, and the one that counts picked out.
struct CountingTests {
    private struct Sitting {
        let attempt: Int64
        let result: RankedResult
    }

    private func sitting(_ attempt: Int64, _ random: inout FixedGenerator) -> Sitting {
        let start = attempt * 100 + Int64.random(in: 0...3, using: &random)
        let result = RankedResult(
            score: Int.random(in: 0...2, using: &random),
            predictionDistance: Bool.random(using: &random) ? nil : Int64.random(in: 0...3, using: &random),
            duration: Int64.random(in: 1...2, using: &random),
            startedAt: Timestamp(milliseconds: start),
            fullMarks: Int.random(in: 0...1, using: &random),
            manualOrder: 5,
            drawNumber: 6
        )
        return Sitting(attempt: attempt, result: result)
    }

    /// The attempt that counts, straight from the words of the rules.
    private func counted(_ sittings: [Sitting], _ counts: CountedAttempt, _ chain: [Criterion]) -> Sitting? {
        let inOrder = sittings.sorted { $0.attempt < $1.attempt }
        switch counts {
        case .first: return inOrder.first
        case .last: return inOrder.last
        case .best:
            let attemptLevel = chain.filter { [.score, .duration, .earliest, .earliestSubmission].contains($0) }
            return inOrder.min { one, other in
                RankKey(of: one.result, by: attemptLevel) < RankKey(of: other.result, by: attemptLevel)
            }
        }
    }

    @Test(arguments: CountedAttempt.allCases)
    func attemptsInAnyOrderMakeTheSameLine(_ counts: CountedAttempt) throws {
        var random = FixedGenerator(11)
        for _ in 0..<3_000 {
            let chain = Array(Criterion.allCases.shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
            let counting = Counting(counts: counts, criteria: chain)
            let number = Int64.random(in: 1...5, using: &random)
            let sittings = (1...number).map { sitting($0, &random) }
            var line: Standing?
            for sitting in sittings.shuffled(using: &random) {
                let alone = Standing(
                    key: RankKey(of: sitting.result, by: chain),
                    contestant: 1,
                    attempt: sitting.attempt,
                    unit: 9
                )
                line = counting.adding(alone, to: line)
            }
            let found = try #require(line)
            let expected = try #require(counted(sittings, counts, chain))
            var whole = expected.result
            whole.attempts = sittings.count
            whole.fullMarks = sittings.reduce(0) { $0 + $1.result.fullMarks }
            #expect(found.attempt == expected.attempt)
            #expect(found.key == RankKey(of: whole, by: chain))
        }
    }
}
