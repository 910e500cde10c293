import QuizCore
import QuizStore
import Testing

/// Predictions, rounds and what decides between level people, over a real file and across a restart.
struct RankingStoreTests {
    /// The clock of the fixture stands at 13:40 of 24 November in Việt Nam.
    private static let contest = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds:
          - { id: one, title: Một, opens: 2026-11-24T00:00, closes: 2026-11-24T14:00 }
          - { id: two, title: Hai, opens: 2026-11-25T00:00, closes: 2026-11-25T14:00, ranking: [score, duration] }
        rules:
          minutes: 10
          attempts: { limit: 3, per: round }
          ranking: [score, prediction, duration, fewestAttempts]
        prediction: { prompt: Bao nhiêu lượt thi?, target: attempts }
        cumulative: { of: sum, ranking: [score, duration] }
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 5 }] }
        """

    private static let day: Int64 = 86_400_000

    private func board(_ round: String) -> BoardID {
        BoardID(contest: "c", round: round, group: "g")
    }

    /// Sits an exam with so many right answers and a prediction.
    private func sit(
        _ contestant: Contestant,
        _ name: String,
        right: Int,
        prediction: Int64?,
        _ fixture: Fixture,
        _ store: Store
    ) async throws {
        let attempt = try await fixture.started(contestant, name, in: store)
        fixture.clock.advance(1_000)
        let words: [ChoiceWord] = ["a", "b", "c"]
        for (index, item) in attempt.paper.items.enumerated() {
            let key = (0..<3).first { item.order[$0] == 0 } ?? 0
            let place = index < right ? key : (key + 1) % 3
            _ = try await store.save(
                AnswerSave(
                    attempt: attempt.id,
                    contestant: contestant.key,
                    position: index + 1,
                    choice: [words[place]],
                    sequence: 1
                )
            )
        }
        if let prediction {
            _ = try await store.predict(
                PredictionSave(
                    attempt: attempt.id,
                    contestant: contestant.key,
                    value: prediction * 100_000,
                    sequence: 1
                )
            )
        }
        _ = try await store.submit(attempt.id, of: contestant.key)
    }

    private func settled(_ round: String, _ store: Store) async throws -> PredictionTruth? {
        for _ in 0..<100 {
            if let truth = store.truth(of: "c", round: round) { return truth }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    @Test func predictionsDecideOnceTheRoundIsOver() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let first = try await fixture.running(contest: Self.contest) { store in
            var people: [Contestant] = []
            for number in 1...4 { people.append(try await fixture.register(number, in: store)) }
            // All level by score but the first; seven attempts in all.
            try await sit(people[0], "a1", right: 4, prediction: 7, fixture, store)
            try await sit(people[1], "b1", right: 5, prediction: 20, fixture, store)
            try await sit(people[2], "c1", right: 5, prediction: 6, fixture, store)
            try await sit(people[2], "c2", right: 1, prediction: 7, fixture, store)
            try await sit(people[3], "d1", right: 5, prediction: nil, fixture, store)
            try await sit(people[0], "a2", right: 0, prediction: 7, fixture, store)
            try await sit(people[0], "a3", right: 0, prediction: 7, fixture, store)
            #expect(store.truth(of: "c", round: "one") == nil)
            fixture.clock.advance(3_600_000)
            let truth = try await settled("one", store)
            #expect(truth?.value == 700_000)
            #expect(truth?.outcome == PredictionQuestion.Outcome(attempts: 7, people: 4, peopleAllCorrect: 3))
            let page = try await store.board(board("one"), unit: nil, asOf: nil, from: 0, limit: 10)
            // Off by 1, by 13, without one; the counted attempt's prediction counts, not the later and nearer one.
            #expect(page.lines.map(\.contestant) == [people[2].key, people[1].key, people[3].key, people[0].key])
            #expect(page.lines.map(\.decidedBy) == [.prediction, .prediction, .prediction, .score])
            return page
        }
        let again = try await fixture.running { store in
            #expect(store.truth(of: "c", round: "one")?.value == 700_000)
            return try await store.board(board("one"), unit: nil, asOf: nil, from: 0, limit: 10)
        }
        #expect(again.lines == first.lines)
    }

    @Test func theBoardOverAllRoundsAddsThemUp() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let first = try await fixture.running(contest: Self.contest) { store in
            var people: [Contestant] = []
            for number in 1...3 { people.append(try await fixture.register(number, in: store)) }
            try await sit(people[0], "a1", right: 5, prediction: 1, fixture, store)
            try await sit(people[1], "b1", right: 4, prediction: 1, fixture, store)
            fixture.clock.advance(Self.day - 3_600_000)
            try await sit(people[1], "b2", right: 3, prediction: 1, fixture, store)
            try await sit(people[1], "b3", right: 5, prediction: 1, fixture, store)
            try await sit(people[2], "c1", right: 5, prediction: 1, fixture, store)
            let page = try await store.board(board(Cumulative.round), unit: nil, asOf: nil, from: 0, limit: 10)
            #expect(page.lines.map(\.contestant) == [people[1].key, people[0].key, people[2].key])
            #expect(page.lines.map(\.score) == [9_000, 5_000, 5_000])
            #expect(page.lines.map(\.duration) == [2_000, 1_000, 1_000])
            #expect(page.lines.map(\.maximum) == [10_000, 10_000, 10_000])
            #expect(page.lines.map(\.place) == [1, 2, 2])
            #expect(page.lines.map(\.decidedBy) == [.score, .score, .score])
            return page
        }
        let again = try await fixture.running { store in
            try await store.board(board(Cumulative.round), unit: nil, asOf: nil, from: 0, limit: 10)
        }
        #expect(again.lines == first.lines)
    }

    @Test func aPastBoardHoldsWhatWasSubmittedByThen() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let first = try await fixture.register(1, in: store)
            let second = try await fixture.register(2, in: store)
            try await sit(first, "a1", right: 3, prediction: 1, fixture, store)
            let then = fixture.clock.now()
            fixture.clock.advance(1_000)
            try await sit(second, "b1", right: 5, prediction: 1, fixture, store)
            try await sit(first, "a2", right: 4, prediction: 1, fixture, store)
            for round in ["one", Cumulative.round] {
                let page = try await store.board(board(round), unit: nil, asOf: then, from: 0, limit: 10)
                #expect(page.lines.map(\.contestant) == [first.key])
                #expect(page.lines.map(\.score) == [3_000])
                let around = try await store.neighbours(of: second.key, on: board(round), asOf: then, reach: 2)
                #expect(around == nil)
                let live = try await store.board(board(round), unit: nil, asOf: nil, from: 0, limit: 10)
                #expect(live.lines.map(\.contestant) == [second.key, first.key])
            }
        }
    }
}
