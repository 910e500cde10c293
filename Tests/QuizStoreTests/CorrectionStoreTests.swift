import QuizCore
import QuizStore
import Testing

/// Corrections over a real file: previewed, applied once, the same after a restart.
struct CorrectionStoreTests {
    /// The clock of the fixture stands at 13:40 of 24 November in Việt Nam.
    private static let contest = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds:
          - { id: r, title: R, opens: 2026-11-24T00:00, closes: 2026-11-24T15:00 }
        rules:
          minutes: 10
          attempts: { limit: 1, per: contest }
          ranking: [score, prediction, duration, earliest]
        prediction: { prompt: Bao nhiêu người đúng hết?, target: peopleAllCorrect }
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 5 }] }
        """

    private static let board = BoardID(contest: "c", round: "r", group: "g")

    private struct Sat: Sendable {
        let contestant: Contestant
        let attempt: Attempt
    }

    /// Answers with the first `right` questions right, the others with the bank's second option.
    private static func sit(
        _ number: Int,
        right: Int,
        seconds: Int64,
        _ fixture: Fixture,
        _ store: Store
    ) async throws -> Sat {
        let contestant = try await fixture.register(number, in: store)
        let attempt = try await fixture.started(contestant, "a\(number)", in: store)
        fixture.clock.advance(seconds * 1_000)
        let words: [ChoiceWord] = ["a", "b", "c"]
        for (index, item) in attempt.paper.items.enumerated() {
            let wanted = index < right ? 0 : 1
            let place = (0..<3).first { item.order[$0] == wanted } ?? 0
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
        _ = try await store.predict(
            PredictionSave(attempt: attempt.id, contestant: contestant.key, value: 100_000, sequence: 1)
        )
        guard let sealed = try await store.submit(attempt.id, of: contestant.key) else {
            throw StoreError.broken("no attempt")
        }
        return Sat(contestant: contestant, attempt: sealed)
    }

    private static func close(_ fixture: Fixture, _ store: Store) async throws {
        fixture.clock.advance(2 * 3_600_000)
        for _ in 0..<100 where store.truth(of: "c", round: "r") == nil {
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private static func places(_ store: Store) async throws -> [Int64] {
        try await store.board(board, unit: nil, asOf: nil, from: 0, limit: 50).lines.map(\.contestant)
    }

    private static func correction(_ fixture: Fixture, _ change: Correction.Change, _ name: String = "k") -> Correction
    {
        Correction(id: fixture.id(name), change: change, reason: "Đáp án in nhầm")
    }

    @Test func aWrongKeyIsCorrectedAsPreviewed() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let after = try await fixture.running(contest: Self.contest) { store in
            // The first has the fifth question wrong, with the second option.
            let one = try await Self.sit(1, right: 4, seconds: 5, fixture, store)
            let two = try await Self.sit(2, right: 5, seconds: 5, fixture, store)
            let ordinal = one.attempt.paper.items[4].ordinal
            let definition = try #require(store.definition(of: "c"))
            let question = definition.pool.questions[ordinal].id
            try await Self.close(fixture, store)
            #expect(try await Self.places(store) == [two.contestant.key, one.contestant.key])
            #expect(store.truth(of: "c", round: "r")?.value == 100_000)
            let change = Correction.Change.question(
                QuestionCorrection(bank: "b", question: question, accept: ["B"])
            )
            let correction = Self.correction(fixture, change)
            guard case .previewed(let effect) = try await store.preview(correction, of: "c") else {
                Issue.record("no preview")
                return [Int64]()
            }
            let hasBoth = two.attempt.paper.items.contains { $0.ordinal == ordinal }
            #expect(effect.remarked == (hasBoth ? 2 : 1))
            #expect(effect.moved >= 1)
            // Nothing has changed by looking.
            #expect(try await Self.places(store) == [two.contestant.key, one.contestant.key])
            guard case .applied(let record) = try await store.apply(correction, of: "c", by: "org") else {
                Issue.record("not applied")
                return []
            }
            #expect(record.number == 1 && !record.isApplying && record.remarked == effect.remarked)
            #expect(store.corrections(of: "c") == [record])
            // Sent again it is the same correction.
            #expect(try await store.apply(correction, of: "c", by: "org") == .applied(record))
            let marked = try await store.attempt(one.attempt.id, of: one.contestant.key)
            #expect(marked?.seal?.marks.score == 5_000)
            let truth = store.truth(of: "c", round: "r")?.outcome.peopleAllCorrect
            #expect(truth == (hasBoth ? 1 : 2))
            return try await Self.places(store)
        }
        let again = try await fixture.running { store in
            #expect(store.corrections(of: "c").count == 1)
            return try await Self.places(store)
        }
        #expect(again == after)
    }

    @Test func aVoidQuestionGivesItsPointsToAll() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let one = try await Self.sit(1, right: 0, seconds: 5, fixture, store)
            let definition = try #require(store.definition(of: "c"))
            let question = definition.pool.questions[one.attempt.paper.items[2].ordinal].id
            let change = Correction.Change.question(QuestionCorrection(bank: "b", question: question, accept: nil))
            // Also while the round is open, and for whoever sits after it.
            _ = try await store.apply(Self.correction(fixture, change), of: "c", by: "org")
            let marked = try await store.attempt(one.attempt.id, of: one.contestant.key)
            #expect(marked?.seal?.marks.score == 1_000)
            let later = try await Self.sit(2, right: 0, seconds: 5, fixture, store)
            let hasIt = later.attempt.paper.items.contains { definition.pool.questions[$0.ordinal].id == question }
            #expect(later.attempt.seal?.marks.score == (hasIt ? 1_000 : 0))
        }
    }

    @Test func aVoidAttemptLeavesTheBoardAndMayBeGivenBack() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let one = try await Self.sit(1, right: 5, seconds: 5, fixture, store)
            let two = try await Self.sit(2, right: 1, seconds: 5, fixture, store)
            let change = Correction.Change.attempt(VoidedAttempt(attempt: one.attempt.id, isGivenBack: true))
            _ = try await store.apply(Self.correction(fixture, change), of: "c", by: "org")
            #expect(try await Self.places(store) == [two.contestant.key])
            let again = try await fixture.start(one.contestant, nonce: "again", id: "again", in: store)
            guard case .started(let attempt) = again else {
                Issue.record("the attempt was not given back: \(again)")
                return
            }
            #expect(attempt.number == 1)
            let other = Correction.Change.attempt(VoidedAttempt(attempt: two.attempt.id, isGivenBack: false))
            _ = try await store.apply(Self.correction(fixture, other, "k2"), of: "c", by: "org")
            let spent = try await fixture.start(two.contestant, nonce: "more", id: "more", in: store)
            #expect(spent == .exhausted)
        }
    }

    @Test func anOutageIsTakenOutOfTheTimeItTouched() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let begin = fixture.clock.now()
            let one = try await Self.sit(1, right: 5, seconds: 100, fixture, store)
            let two = try await Self.sit(2, right: 5, seconds: 60, fixture, store)
            let open = try await fixture.register(3, in: store)
            let attempt = try await fixture.started(open, "open", in: store)
            fixture.clock.advance(10_000)
            // Twenty seconds into the first, until ten seconds after the third began.
            let outage = Outage(from: begin.adding(milliseconds: 20_000), to: fixture.clock.now())
            let reply = try await store.apply(Self.correction(fixture, .outage(outage)), of: "c", by: "org")
            guard case .applied = reply else {
                Issue.record("\(reply)")
                return
            }
            let first = try await store.attempt(one.attempt.id, of: one.contestant.key)
            let second = try await store.attempt(two.attempt.id, of: two.contestant.key)
            let third = try await store.attempt(attempt.id, of: open.key)
            #expect(first?.seal?.duration == 20_000)
            #expect(second?.seal?.duration == 0)
            #expect(third?.deadline == attempt.deadline.adding(milliseconds: 10_000))
        }
    }

    @Test func moreTimeIsGivenOnceAndOnlyToAnOpenAttempt() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "a", in: store)
            let grant = TimeGrant(id: fixture.id("grant"), attempt: attempt.id, minutes: 5, reason: "Khiếm thị")
            let more = attempt.deadline.adding(milliseconds: 300_000)
            #expect(try await store.grant(grant, of: "c", by: "org") == more)
            #expect(try await store.grant(grant, of: "c", by: "org") == more)
            fixture.clock.advance(12 * 60_000)
            let saved = try await store.save(
                AnswerSave(
                    attempt: attempt.id,
                    contestant: contestant.key,
                    position: 1,
                    choice: ["a"],
                    sequence: 1
                )
            )
            #expect(saved == .saved(at: fixture.clock.now(), sequence: 1))
            _ = try await store.submit(attempt.id, of: contestant.key)
            let late = TimeGrant(id: fixture.id("late"), attempt: attempt.id, minutes: 5, reason: "x")
            #expect(try await store.grant(late, of: "c", by: "org") == nil)
        }
    }

    @Test func finalResultsTakeNoCorrection() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let one = try await Self.sit(1, right: 4, seconds: 5, fixture, store)
            let step = { (state: ResultState) in
                ResultStep(
                    round: "r",
                    state: state,
                    objectionsUntil: fixture.clock.now().adding(milliseconds: 60_000)
                )
            }
            guard case .refused = try await store.advance(step(.provisional), of: "c", by: "org") else {
                Issue.record("published while open")
                return
            }
            try await Self.close(fixture, store)
            #expect(store.results(of: "c", round: "r").state == .frozen)
            guard case .done = try await store.advance(step(.provisional), of: "c", by: "org") else {
                Issue.record("not published")
                return
            }
            fixture.clock.advance(61_000)
            _ = try await store.advance(step(.verified), of: "c", by: "org")
            _ = try await store.advance(step(.final), of: "c", by: "org")
            #expect(store.results(of: "c", round: "r").state == .final)
            let void = Correction.Change.attempt(VoidedAttempt(attempt: one.attempt.id, isGivenBack: false))
            guard case .refused = try await store.apply(Self.correction(fixture, void), of: "c", by: "org") else {
                Issue.record("corrected though final")
                return
            }
        }
    }
}
