import QuizCore
import Testing

struct RankKeyTests {
    private func result(
        score: Int = 10,
        distance: Int64? = 5,
        duration: Int64 = 100,
        start: Int64 = 1_000,
        submission: Int64 = 2_000,
        attempts: Int = 2,
        fullMarks: Int = 1,
        manual: Int64? = 1,
        draw: Int64? = 7
    ) -> RankedResult {
        RankedResult(
            score: score,
            predictionDistance: distance,
            duration: duration,
            startedAt: Timestamp(milliseconds: start),
            submittedAt: Timestamp(milliseconds: submission),
            attempts: attempts,
            fullMarks: fullMarks,
            manualOrder: manual,
            drawNumber: draw
        )
    }

    @Test func eachCriterionPutsTheBetterFirst() {
        let worse = [
            result(score: 9), result(distance: 6), result(duration: 101), result(start: 1_001),
            result(submission: 2_001), result(attempts: 3), result(fullMarks: 0), result(manual: 2), result(draw: 8),
        ]
        #expect(worse.count == Criterion.allCases.count)
        for (criterion, other) in zip(Criterion.allCases, worse) {
            #expect(RankKey(of: result(), by: [criterion]) < RankKey(of: other, by: [criterion]))
        }
    }

    @Test func whatIsMissingComesLast() {
        let far = RankKey(of: result(distance: .max - 1), by: [.prediction])
        #expect(far < RankKey(of: result(distance: nil), by: [.prediction]))
        #expect(RankKey(of: result(manual: 9), by: [.manual]) < RankKey(of: result(manual: nil), by: [.manual]))
        #expect(RankKey(of: result(draw: 9), by: [.draw]) < RankKey(of: result(draw: nil), by: [.draw]))
    }

    @Test func scoresBelowZeroComeAfterThoseAbove() {
        let scores = [20_000, 1, 0, -1, -20_000]
        let keys = scores.map { RankKey(of: result(score: $0), by: [.score]) }
        #expect(keys == keys.sorted())
        #expect(keys.map { $0.value(of: .score, in: [.score]) } == scores.map { Int64($0) })
    }

    /// Value by value in the order of the chain: what the packed number must amount to.
    private func naive(_ one: RankedResult, _ other: RankedResult, _ chain: [Criterion]) -> Criterion? {
        chain.first { values(one, $0) != values(other, $0) }
    }

    /// Smaller is better; what is missing is worse than all.
    private func values(_ result: RankedResult, _ criterion: Criterion) -> Int64 {
        switch criterion {
        case .score: -Int64(result.score)
        case .prediction: result.predictionDistance ?? .max
        case .duration: result.duration
        case .earliest: result.startedAt.milliseconds
        case .earliestSubmission: result.submittedAt.milliseconds
        case .fewestAttempts: Int64(result.attempts)
        case .mostFullMarks: -Int64(result.fullMarks)
        case .manual: result.manualOrder ?? .max
        case .draw: result.drawNumber ?? .max
        }
    }

    @Test func keysCompareCriterionByCriterion() {
        var random = FixedGenerator(4)
        func any(_ most: Int64) -> Int64 {
            Bool.random(using: &random)
                ? Int64.random(in: 0...2, using: &random) : Int64.random(in: 0...most, using: &random)
        }
        for _ in 0..<20_000 {
            let chain = Array(Criterion.allCases.shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
            let pair = (0..<2).map { _ in
                result(
                    score: Int(any(2_000_000)) - 5,
                    distance: Int.random(in: 0..<4, using: &random) == 0 ? nil : any(1 << 50),
                    duration: any(36_000_000),
                    start: any(1_900_000_000_000),
                    submission: any(1_900_000_000_000),
                    attempts: Int(any(3_000)),
                    fullMarks: Int(any(3_000)),
                    manual: Bool.random(using: &random) ? nil : any(1_000_000),
                    draw: Bool.random(using: &random) ? nil : any(1 << 59)
                )
            }
            let keys = pair.map { RankKey(of: $0, by: chain) }
            let decides = naive(pair[0], pair[1], chain)
            #expect(keys[0].firstDifference(from: keys[1], by: chain) == decides)
            #expect((keys[0] == keys[1]) == (decides == nil))
            let isBetter = decides.map { values(pair[0], $0) < values(pair[1], $0) } ?? false
            #expect((keys[0] < keys[1]) == isBetter)
            for criterion in Criterion.allCases {
                let value = keys[0].value(of: criterion, in: chain)
                let expected = abs(values(pair[0], criterion))
                #expect(value.map { abs($0) } == (chain.contains(criterion) && expected != .max ? expected : nil))
            }
        }
    }
}
