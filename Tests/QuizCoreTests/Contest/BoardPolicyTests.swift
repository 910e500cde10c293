import QuizCore
import Testing

struct BoardPolicyTests {
    private let now = Timestamp(milliseconds: 1_795_500_000_000)

    private func round(closes: Int64?) -> Round {
        Round(id: "r", title: "R", opens: now.adding(milliseconds: -1), closes: closes.map(now.adding(milliseconds:)))
    }

    private func view(_ show: BoardPolicy.Show, closes: Int64 = 0, isPublished: Bool = false) -> BoardPolicy.View {
        BoardPolicy(show: show).view(of: [round(closes: closes)], isPublished: isPublished, at: now)
    }

    @Test func publishedResultsAreSeenWhateverThePolicy() {
        for show: BoardPolicy.Show in [.live, .hidden, .delayed(5), .frozen(5)] {
            #expect(view(show, isPublished: true) == .live)
        }
    }

    @Test func aDelayedBoardIsOneToTwoDelaysOldAndChangesInSteps() {
        let step: Int64 = 15 * 60_000
        var seen: Set<BoardPolicy.View> = []
        for offset in stride(from: Int64(0), to: step, by: 60_000) {
            let moment = now.adding(milliseconds: offset + 420_000)
            let view = BoardPolicy(show: .delayed(15)).view(of: [], isPublished: false, at: moment)
            guard case .asOf(let shown) = view else {
                Issue.record("\(view)")
                return
            }
            let age = moment.milliseconds - shown.milliseconds
            #expect(age >= step && age < 2 * step)
            seen.insert(view)
        }
        #expect(seen.count == 2)
        let next = BoardPolicy(show: .delayed(15)).nextChange(of: [], after: now)
        #expect(next.map { $0 > now && $0.milliseconds % step == 0 } == true)
    }

    @Test func aFrozenBoardIsLiveUntilTheLastMinutes() {
        let minutes: Int64 = 60 * 60_000
        #expect(view(.frozen(60), closes: minutes + 1) == .live)
        #expect(view(.frozen(60), closes: minutes) == .asOf(now))
        #expect(view(.frozen(60), closes: 0) == .asOf(now.adding(milliseconds: -minutes)))
        let policy = BoardPolicy(show: .frozen(60))
        #expect(policy.nextChange(of: [round(closes: minutes + 7)], after: now) == now.adding(milliseconds: 7))
        #expect(policy.nextChange(of: [round(closes: nil)], after: now) == nil)
    }
}
