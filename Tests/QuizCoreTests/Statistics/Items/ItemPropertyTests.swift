import QuizCore
import Testing

struct ItemPropertyTests {
    /// By hand: variances of the questions 1/4, 1/3 and 1/4, of the scores 5/3, so 3/2 · (1 − (5/6)/(5/3)) = 3/4.
    @Test func alphaOfASmallMatrix() throws {
        let report = Crowd.whole([[1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]])
        let reliability = try #require(report.reliability)
        #expect(abs(reliability.alpha - 0.75) < 1e-12)
        let deviation = (5.0 / 3).squareRoot() / 3
        #expect(abs((report.deviation ?? 0) - deviation) < 1e-12)
        #expect(abs(reliability.standardError - deviation / 2) < 1e-12)
        #expect(report.items.map(\.facility) == [0.75, 0.5, 0.25])
        // 3, 2, 1, 0 right: the second question against the rest 2, 1, 1, 0.
        #expect(abs((report.items[1].discrimination ?? 0) - 0.5.squareRoot()) < 1e-12)
    }

    @Test func aQuestionThatEverybodyGetsRightMovesNoOther() throws {
        let matrix = [[1, 1, 0, 1], [1, 0, 0, 1], [0, 1, 1, 0], [0, 0, 1, 0], [1, 1, 1, 1], [0, 0, 0, 1]]
        let report = Crowd.whole(matrix)
        let more = Crowd.whole(matrix.map { $0 + [1] })
        for (one, other) in zip(report.items, more.items) {
            #expect(one.facility == other.facility)
            #expect(abs((one.discrimination ?? 9) - (other.discrimination ?? 8)) < 1e-9)
        }
        let added = try #require(more.items.last)
        #expect(added.discrimination == nil)
        #expect(added.facility == 1)
        // Variance of the questions and of the scores stay; only k/(k − 1) changes.
        let alpha = try #require(report.reliability?.alpha)
        let widened = try #require(more.reliability?.alpha)
        #expect(abs(widened - alpha * (5.0 / 4) / (4.0 / 3)) < 1e-12)
    }

    @Test func whereNothingVariesNothingIsMadeUp() {
        let none = Crowd.report([], [Crowd.pick(2, key: [0])])
        #expect(none.papers == 0)
        #expect(none.items.isEmpty)
        #expect(none.reliability == nil)
        let one = Crowd.whole([[1, 0]])
        #expect(one.deviation == nil)
        #expect(one.reliability == nil)
        #expect(one.items.allSatisfy { $0.discrimination == nil && $0.flags.isEmpty && $0.drift == nil })
        let single = Crowd.whole([[1], [0], [1]])
        #expect(single.reliability == nil)
        #expect(single.items.allSatisfy { $0.discrimination == nil })
        let empty = Crowd.report(
            [Sitting(person: 1, startedAt: Timestamp(milliseconds: 5), answers: [])],
            [Crowd.pick(2, key: [0])]
        )
        #expect(empty.papers == 0)
    }

    /// 200 answers to each question, ten on a paper: found in at least 9 of 10 contests, and no other key is suspected.
    @Test func aWrongKeyIsFound() {
        let plot = Crowd.Plot(people: 400, questions: 20, length: 10, wrongKey: true)
        let found = (0..<20).count { seed in
            let report = Crowd.contest(plot, seed: UInt64(seed))
            let flagged = report.items.filter { $0.flags.contains { $0.code == .suspectKey } }
            #expect(flagged.allSatisfy { $0.item.question.id == "q01" && $0.flags.first == .suspectKey("C") })
            return !flagged.isEmpty
        }
        #expect(found >= 18, "\(found)")
    }

    /// No leak, and later people are much better: alarms in at most 5 of 100 contests, over 200.
    @Test(arguments: [0, 1.5])
    func withoutALeakThereIsHardlyAnAlarm(_ growth: Double) {
        let alarms = (0..<200).count { seed in
            let report = Crowd.contest(Crowd.Plot(growth: growth), seed: 1_000 + UInt64(seed))
            return report.items.contains { $0.flags.contains { $0.code == .leak } }
        }
        #expect(alarms <= 10, "\(alarms)")
    }

    /// 200 answers; from the middle on 8 in 10 know the question beforehand: found in at least 9 of 10 contests.
    @Test func aLeakIsFound() {
        let plot = Crowd.Plot(people: 600, questions: 24, length: 8, leaked: 0.8, growth: 0.5)
        let found = (0..<40).count { seed in
            let report = Crowd.contest(plot, seed: 5_000 + UInt64(seed))
            return report.items[12].flags.contains { $0.code == .leak }
        }
        #expect(found >= 36, "\(found)")
    }
}
