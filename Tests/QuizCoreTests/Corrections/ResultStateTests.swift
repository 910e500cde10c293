import QuizCore
import Testing

struct ResultStateTests {
    private let now = Timestamp(milliseconds: 1_795_500_000_000)

    private func refusal(_ from: RoundResults, _ to: ResultState, until: Int64? = nil) -> Message? {
        from.refusal(of: to, objectionsUntil: until.map { now.adding(milliseconds: $0) }, at: now)
    }

    /// Each step follows the one before it, and no other.
    @Test func stepsAreTakenOneByOne() {
        let order: [ResultState] = [.live, .frozen, .provisional, .verified, .final]
        for from in order {
            for to in order {
                let results = RoundResults(state: from, objectionsUntil: now)
                let isNext = from != .live && from.next == to
                #expect((refusal(results, to, until: 1) == nil) == isNext, "\(from) → \(to)")
            }
        }
    }

    @Test func publishingNeedsATimeForObjections() {
        #expect(refusal(RoundResults(state: .frozen), .provisional) != nil)
        #expect(refusal(RoundResults(state: .frozen), .provisional, until: 0) != nil)
        #expect(refusal(RoundResults(state: .frozen), .provisional, until: 1) == nil)
    }

    @Test func verifyingWaitsForObjections() {
        let open = RoundResults(state: .provisional, objectionsUntil: now.adding(milliseconds: 1))
        #expect(refusal(open, .verified) != nil)
        #expect(refusal(RoundResults(state: .provisional, objectionsUntil: now), .verified) == nil)
    }

    @Test func aCorrectionOpensObjectionsAgain() {
        let threeDays = now.adding(milliseconds: 3 * 86_400_000)
        let verified = RoundResults(state: .verified, objectionsUntil: now)
        #expect(verified.afterCorrection(at: now) == RoundResults(state: .provisional, objectionsUntil: threeDays))
        let later = RoundResults(state: .provisional, objectionsUntil: threeDays.adding(milliseconds: 1))
        #expect(later.afterCorrection(at: now) == later)
        #expect(RoundResults(state: .frozen).afterCorrection(at: now) == RoundResults(state: .frozen))
    }
}
