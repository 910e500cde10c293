import QuizCore
import Testing

struct RankKeyTests {
    private func result(
        score: Int = 10,
        distance: Int64? = 5,
        duration: Int64 = 100,
        start: Int64 = 1_000,
        manual: Int64? = 1
    ) -> RankedResult {
        RankedResult(
            score: score,
            predictionDistance: distance,
            duration: duration,
            startedAt: Timestamp(milliseconds: start),
            manualOrder: manual
        )
    }

    @Test func eachCriterionPutsTheBetterFirst() {
        let worse = [
            result(score: 9), result(distance: 6), result(duration: 101), result(start: 1_001), result(manual: 2),
        ]
        for (criterion, other) in zip(Criterion.allCases, worse) {
            #expect(RankKey(of: result(), by: [criterion]) < RankKey(of: other, by: [criterion]))
        }
        #expect(Criterion.allCases.count == RankKey.width)
    }

    @Test func whatIsMissingComesLast() {
        let far = RankKey(of: result(distance: .max - 1), by: [.prediction])
        #expect(far < RankKey(of: result(distance: nil), by: [.prediction]))
        #expect(RankKey(of: result(manual: 9), by: [.manual]) < RankKey(of: result(manual: nil), by: [.manual]))
    }

    /// The order is that of lists, number by number.
    @Test func keysCompareFieldByField() {
        var random = FixedGenerator(4)
        for _ in 0..<20_000 {
            let one = (0..<5).map { _ in Int64.random(in: -1...1, using: &random) }
            let other = (0..<5).map { _ in Int64.random(in: -1...1, using: &random) }
            #expect((RankKey(one) < RankKey(other)) == one.lexicographicallyPrecedes(other))
            #expect((RankKey(one) == RankKey(other)) == (one == other))
            let difference = (0..<5).first { one[$0] != other[$0] }
            #expect(RankKey(one).firstDifference(from: RankKey(other)) == difference)
        }
    }
}
