import QuizCore
import QuizStore
import Testing

/// Later attempts: new questions, and pauses in between.
struct RepeatTests {
    private func questions(_ attempt: Attempt) -> Set<Int> { Set(attempt.paper.items.map(\.ordinal)) }

    @Test func sixPapersShareNoQuestionAndTheSeventhBeginsWithTheFirst() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(limit: 10) { store in
            let contestant = try await fixture.register(1, in: store)
            var papers: [Set<Int>] = []
            for number in 1...8 {
                let attempt = try await fixture.started(contestant, "n\(number)", in: store)
                _ = try await store.submit(attempt.id, of: contestant.key)
                papers.append(questions(attempt))
            }
            // Thirty questions, five a paper.
            #expect(papers[..<6].reduce(Set()) { $0.union($1) }.count == 30)
            #expect(papers[6] == papers[0] && papers[7] == papers[1])
            // What somebody else has seen is nothing to this person.
            let other = try await fixture.register(2, in: store)
            let fresh = try await fixture.started(other, "other", in: store)
            #expect(fresh.paper.items.count == 5)
        }
    }

    @Test func whereRepeatsAreAllowedPapersAreDrawnAlike() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let contest = Fixture.contest(limit: 6, rules: "  repeats: allow")
        let union = try await fixture.running(contest: contest) { store in
            let contestant = try await fixture.register(1, in: store)
            var union: Set<Int> = []
            for number in 1...6 {
                let attempt = try await fixture.started(contestant, "n\(number)", in: store)
                _ = try await store.submit(attempt.id, of: contestant.key)
                union.formUnion(questions(attempt))
            }
            return union
        }
        #expect(union.count < 30)
    }

    /// I5: whoever wins the race, all get the same second paper, and its nonce gives it again.
    @Test func startsAtOnceGiveOneSecondPaper() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(limit: 2) { store in
            let contestant = try await fixture.register(1, in: store)
            let first = try await fixture.started(contestant, "first", in: store)
            _ = try await store.submit(first.id, of: contestant.key)
            let papers = try await withThrowingTaskGroup(of: Attempt?.self) { group in
                for turn in 0..<40 {
                    group.addTask {
                        switch try await fixture.start(contestant, nonce: "n\(turn % 4)", id: "a\(turn)", in: store) {
                        case .started(let attempt), .existing(let attempt): attempt
                        default: nil
                        }
                    }
                }
                return try await group.reduce(into: Set<Attempt?>()) { $0.insert($1) }
            }
            #expect(papers.count == 1)
            let second = try #require(papers.first ?? nil)
            #expect(questions(first).isDisjoint(with: questions(second)))
            let sealed = try #require(try await store.submit(second.id, of: contestant.key))
            for turn in 0..<4 {
                let again = try await fixture.start(contestant, nonce: "n\(turn)", id: "late\(turn)", in: store)
                let isOwn = fixture.id("n\(turn)") == second.nonce
                #expect(again == (isOwn ? .existing(sealed) : .exhausted))
            }
        }
    }

    /// An attempt under an earlier version counts as well: its questions are found by name.
    @Test func papersOfAnEarlierVersionAreAvoided() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(limit: 9) { store in
            let contestant = try await fixture.register(1, in: store)
            let first = try await fixture.started(contestant, "one", in: store)
            let former = try #require(store.definition(of: "c")).pool
            // Not sealed yet, so that the definition may still change: ten questions go, and so do their places.
            let shrunk = Bank(
                id: "b",
                isPublic: true,
                title: "B",
                language: "vi",
                licence: "CC0-1.0",
                questions: Array(fixture.bank.questions.dropFirst(10))
            )
            _ = try await store.add(shrunk, by: "test")
            let source = Array(Fixture.contest(limit: 9).utf8)
            let contest = try Contest(yaml: source, vocabulary: Fixture.vocabulary)
            _ = try await store.apply(contest, source: source, by: "test")
            let newer = try #require(store.definition(of: "c")).pool
            #expect(newer.questions.count == 20)
            _ = try await store.submit(first.id, of: contestant.key)
            let seen = Set(first.paper.items.map { former.questions[$0.ordinal].id })
            for number in 1...3 {
                let attempt = try await fixture.started(contestant, "n\(number)", in: store)
                _ = try await store.submit(attempt.id, of: contestant.key)
                #expect(seen.isDisjoint(with: attempt.paper.items.map { newer.questions[$0.ordinal].id }))
            }
        }
    }

    /// From the seal, to the millisecond; also where the deadline sealed.
    @Test(arguments: [true, false])
    func nobodyStartsDuringAPause(_ submits: Bool) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Fixture.contest(limit: 2, attempts: ", pause: 30")) { store in
            let contestant = try await fixture.register(1, in: store)
            let first = try await fixture.started(contestant, "one", in: store)
            fixture.clock.advance(submits ? 60_000 : 700_000)
            if submits { _ = try await store.submit(first.id, of: contestant.key) }
            let sealedAt = submits ? fixture.clock.now() : first.deadline
            let end = sealedAt.adding(milliseconds: 1_800_000)
            let early = try await fixture.start(contestant, nonce: "two", id: "two", in: store)
            #expect(early == .paused(until: end))
            // The first one's nonce is still good.
            guard case .existing = try await fixture.start(contestant, nonce: "one", id: "x", in: store) else {
                Issue.record("the first attempt is gone")
                return
            }
            fixture.clock.advance(end.milliseconds - fixture.clock.now().milliseconds - 1)
            let last = try await fixture.start(contestant, nonce: "two", id: "two", in: store)
            #expect(last == .paused(until: end))
            fixture.clock.advance(1)
            let outcomes = try await withThrowingTaskGroup(of: PublicID?.self) { group in
                for turn in 0..<20 {
                    group.addTask {
                        switch try await fixture.start(contestant, nonce: "t\(turn)", id: "t\(turn)", in: store) {
                        case .started(let attempt), .existing(let attempt): attempt.id
                        default: nil
                        }
                    }
                }
                return try await group.reduce(into: Set<PublicID?>()) { $0.insert($1) }
            }
            #expect(outcomes.count == 1 && outcomes.first != .some(nil))
            // The pause of one person holds back nobody else.
            let other = try await fixture.register(2, in: store)
            _ = try await fixture.started(other, "o", in: store)
        }
    }

    @Test func aPaperWithBlanksIsNotTakenUntilItsTimeIsOver() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Fixture.contest(limit: 2, rules: "  mustAnswerAll: true")) { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            @Sendable func save(_ position: Int, _ choice: [ChoiceWord], _ sequence: Int64) async throws {
                let answer = AnswerSave(
                    attempt: attempt.id,
                    contestant: contestant.key,
                    position: position,
                    choice: choice,
                    sequence: sequence
                )
                let outcome = try await store.save(answer)
                #expect(outcome == .saved(at: fixture.clock.now(), sequence: sequence))
            }
            for position in [1, 3, 5] { try await save(position, ["a"], 1) }
            try await save(3, [], 2)
            let open = try #require(try await store.submit(attempt.id, of: contestant.key))
            #expect(open.seal == nil && open.blanks == [2, 3, 4])
            for position in 2...4 { try await save(position, ["b"], 3) }
            let sealed = try await store.submit(attempt.id, of: contestant.key)
            #expect(sealed?.seal?.cause == .contestant)
            let second = try await fixture.started(contestant, "two", in: store)
            fixture.clock.advance(601_001)
            let expired = try await store.submit(second.id, of: contestant.key)
            #expect(expired?.seal?.cause == .deadline)
        }
    }
}
