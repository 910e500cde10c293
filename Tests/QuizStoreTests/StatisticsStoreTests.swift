import QuizCore
import QuizStore
import Testing

/// Item statistics from rows: which attempts are looked at, and what is read of them.
struct StatisticsStoreTests {
    /// Answers the first question of a paper with `b`, which may be right, and submits a minute after the start.
    private func sit(
        _ contestant: Contestant,
        _ name: String,
        _ fixture: Fixture,
        _ store: Store
    ) async throws -> Attempt {
        let attempt = try await fixture.started(contestant, name, in: store)
        fixture.clock.advance(60_000)
        _ = try await store.save(
            AnswerSave(attempt: attempt.id, contestant: contestant.key, position: 1, choice: ["b"], sequence: 1)
        )
        return try #require(try await store.submit(attempt.id, of: contestant.key))
    }

    private func report(
        _ store: Store,
        _ attempts: AttemptSelection.Attempts = .first,
        round: String? = nil,
        group: String? = nil
    ) async throws -> ItemReport {
        let selection = AttemptSelection(contest: "c", round: round, group: group, attempts: attempts)
        return try await store.itemReport(selection, by: "an")
    }

    @Test func marksAndChoicesComeOutAsTheyWereSaved() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await sit(contestant, "one", fixture, store)
            let item = attempt.paper.items[0]
            let pool = try #require(store.definition(of: "c")).pool
            let report = try await report(store)
            #expect(report.papers == 1)
            #expect(report.length == 5)
            #expect(report.items.count == 5)
            #expect(report.items.map(\.blank).reduce(0, +) == 4)
            let answered = try #require(report.items.first { $0.blank == 0 })
            #expect(answered.item.question == pool.questions[item.ordinal])
            #expect(answered.lines.firstIndex { $0.count == 1 } == item.order[1])
            #expect(answered.right == (item.order[1] == 0 ? 1 : 0))
            #expect(report.meanScore == Double(attempt.seal?.marks.score ?? 9) / 5_000)
            #expect(answered.seconds?.median == 60)
        }
    }

    @Test func theFirstTheCountedOrAllAttempts() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(limit: 3) { store in
            var scores: [Int] = []
            for number in 1...3 {
                let contestant = try await fixture.register(number, in: store)
                for turn in 1...number {
                    let attempt = try await sit(contestant, "\(number) \(turn)", fixture, store)
                    if turn == 1 { scores.append(attempt.seal?.marks.score ?? 0) }
                }
            }
            // One who is still at it is not looked at.
            _ = try await fixture.started(try await fixture.register(4, in: store), "open", in: store)
            let first = try await report(store)
            #expect(first.papers == 3)
            #expect(abs(first.meanScore - Double(scores.reduce(0, +)) / 15_000) < 1e-9)
            #expect(try await report(store, .counted).papers == 3)
            #expect(try await report(store, .all).papers == 6)
            #expect(try await report(store, .all, round: "r", group: "g").papers == 6)
            #expect(try await report(store, .all, round: "other").papers == 0)
            #expect(try await report(store, .all, group: "other").items.isEmpty)
        }
    }

    /// The counted attempt is the best, not the first.
    @Test func countedIsWhatStandsOnTheBoard() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(limit: 20) { store in
            let contestant = try await fixture.register(1, in: store)
            var best = 0
            for turn in 1...20 {
                let attempt = try await sit(contestant, "\(turn)", fixture, store)
                best = max(best, attempt.seal?.marks.score ?? 0)
            }
            #expect(best == 1_000)
            #expect(try await report(store, .counted).meanScore == 0.2)
        }
    }

    @Test func newAttemptsAreSeenAndOldOnesNotReadAgain() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            _ = try await sit(try await fixture.register(1, in: store), "one", fixture, store)
            #expect(try await report(store).papers == 1)
            #expect(try await report(store).papers == 1)
            _ = try await sit(try await fixture.register(2, in: store), "two", fixture, store)
            #expect(try await report(store).papers == 2)
        }
    }

    /// More than one chunk, read side by side with what several ask for at once.
    @Test func manyAttemptsAreReadInChunks() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            for number in 1...600 {
                let contestant = try await fixture.register(number, in: store)
                _ = try await sit(contestant, "\(number)", fixture, store)
            }
            async let one = report(store)
            async let other = report(store, .all)
            let (first, all) = try await (one, other)
            #expect(first.papers == 600)
            #expect(String(describing: first) == String(describing: all))
            #expect(first.items.map(\.count).reduce(0, +) == 3_000)
            #expect(first.windows.map(\.papers) == Array(repeating: 60, count: 10))
        }
    }

    /// I7: keys are not read unseen.
    @Test func whoReadIsInTheLog() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let before = store.committedSequence
            _ = try await report(store)
            #expect(store.committedSequence == before + 1)
        }
    }

    @Test func aContestThatDoesNotExistIsRefused() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        _ = try await fixture.running { store in
            await #expect(throws: StoreError.self) {
                _ = try await store.itemReport(AttemptSelection(contest: "khac"), by: "an")
            }
        }
    }
}
