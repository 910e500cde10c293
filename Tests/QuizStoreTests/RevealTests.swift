import QuizCore
import QuizStore
import Testing

/// Practice: an answer that was explained stays as it is.
struct RevealTests {
    private func save(
        _ attempt: Attempt,
        _ position: Int,
        _ letter: String?,
        _ sequence: Int64,
        in store: Store
    ) async throws -> SaveOutcome {
        try await store.save(
            AnswerSave(
                attempt: attempt.id,
                contestant: attempt.contestant,
                position: position,
                choice: letter.map { [.text($0)] } ?? [],
                sequence: sequence
            )
        )
    }

    @Test func anExplainedAnswerIsLocked() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Fixture.contest(limit: 3, mode: "practice")) { store in
            let contestant = try await fixture.register(1, in: store)
            let other = try await fixture.register(2, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            func reveal(_ position: Int, of owner: Int64? = nil) async throws -> RevealOutcome {
                try await store.reveal(attempt.id, of: owner ?? contestant.key, position: position)
            }
            let unanswered = try await reveal(1)
            #expect(unanswered == .blank)
            _ = try await save(attempt, 1, "a", 1, in: store)
            let foreign = try await reveal(1, of: other.key)
            #expect(foreign == .notFound)
            let beforeTheFirst = try await reveal(0)
            #expect(beforeTheFirst == .notFound)
            let behindTheLast = try await reveal(6)
            #expect(behindTheLast == .notFound)
            guard case .revealed(let told) = try await reveal(1) else {
                Issue.record("nothing was revealed")
                return
            }
            #expect(told.revealed == [1] && told.answers.map(\.choice) == [#"["a"]"#])
            let again = try await reveal(1)
            #expect(again == .revealed(told))
            let changed = try await save(attempt, 1, "b", 2, in: store)
            #expect(changed == .revealed)
            let cleared = try await save(attempt, 1, nil, 3, in: store)
            #expect(cleared == .revealed)
            // What was sent before and is sent again is on disk.
            let repeated = try await save(attempt, 1, "a", 1, in: store)
            #expect(repeated == .saved(at: fixture.clock.now(), sequence: 1))
            // Others are free.
            let free = try await save(attempt, 2, "b", 1, in: store)
            #expect(free == .saved(at: fixture.clock.now(), sequence: 1))
            _ = try await save(attempt, 2, nil, 2, in: store)
            let emptied = try await reveal(2)
            #expect(emptied == .blank)
            _ = try await save(attempt, 3, "c", 1, in: store)
            let sealed = try await store.submit(attempt.id, of: contestant.key)
            #expect(sealed?.seal != nil)
            let late = try await reveal(3)
            #expect(late == .sealed)
            let stored = try await store.attempt(attempt.id, of: contestant.key)
            #expect(stored?.revealed == [1] && stored?.answers.first?.choice == #"["a"]"#)
        }
    }

    /// A save and the explanation at once: whichever is first, what is explained is what is stored.
    @Test func savesAndExplanationsAtOnceAgree() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Fixture.contest(limit: 3, mode: "practice")) { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            _ = try await save(attempt, 1, "a", 1, in: store)
            let told = try await withThrowingTaskGroup(of: String?.self) { group in
                for turn in 0..<40 {
                    group.addTask {
                        if turn % 2 == 0 {
                            _ = try await save(attempt, 1, turn % 4 == 0 ? "b" : "c", Int64(turn + 2), in: store)
                            return nil
                        }
                        let outcome = try await store.reveal(attempt.id, of: contestant.key, position: 1)
                        guard case .revealed(let attempt) = outcome else { return "refused" }
                        return attempt.answers[0].choice
                    }
                }
                return try await group.reduce(into: Set<String>()) { seen, choice in
                    if let choice { seen.insert(choice) }
                }
            }
            let stored = try await store.attempt(attempt.id, of: contestant.key)
            #expect(told.count == 1 && told.first == stored?.answers.first?.choice)
        }
    }

    @Test func onlyPracticeExplainsBeforeTheEnd() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            _ = try await save(attempt, 1, "a", 1, in: store)
            let outcome = try await store.reveal(attempt.id, of: contestant.key, position: 1)
            #expect(outcome == .refused)
        }
    }
}
