import QuizCore
import QuizStore
import Testing

/// What the store promises, over a real file.
@Suite struct StoreTests {
    @Test func fiftyStartsAtOnceMakeOneAttempt() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let ids = try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            return try await withThrowingTaskGroup(of: PublicID?.self) { group in
                for turn in 0..<50 {
                    group.addTask {
                        switch try await fixture.start(contestant, nonce: "n\(turn)", id: "a\(turn)", in: store) {
                        case .started(let attempt), .existing(let attempt): attempt.id
                        default: nil
                        }
                    }
                }
                return try await group.reduce(into: Set<PublicID?>()) { $0.insert($1) }
            }
        }
        #expect(ids.count == 1 && ids.first != .some(nil))
    }

    @Test func theSameNonceGivesTheSameAttemptAlsoAfterTheSeal() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            let sealed = try await store.submit(attempt.id, of: contestant.key)
            #expect(sealed?.seal != nil)
            let again = try await fixture.start(contestant, nonce: "one", id: "other", in: store)
            #expect(again == .existing(sealed ?? attempt))
            let beyond = try await fixture.start(contestant, nonce: "two", id: "third", in: store)
            #expect(beyond == .exhausted)
        }
    }

    @Test func answersKeepTheHighestSequence() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            func save(_ choice: [ChoiceWord], _ sequence: Int64, position: Int = 1) async throws -> SaveOutcome {
                try await store.save(
                    AnswerSave(
                        attempt: attempt.id,
                        contestant: contestant.key,
                        position: position,
                        choice: choice,
                        sequence: sequence
                    )
                )
            }
            let first = try await save(["a"], 2)
            #expect(first == .saved(at: fixture.clock.now(), sequence: 2))
            fixture.clock.advance(5)
            let repeated = try await save(["a"], 2)
            #expect(repeated == first)
            let other = try await save(["b"], 2)
            let stored = StoredAnswer(
                position: 1,
                choice: "[\"a\"]",
                sequence: 2,
                savedAt: fixture.clock.now().adding(milliseconds: -5)
            )
            #expect(other == .superseded(stored))
            let older = try await save(["b"], 1)
            #expect(older == .superseded(stored))
            let cleared = try await save([], 3)
            #expect(cleared == .saved(at: fixture.clock.now(), sequence: 3))
            let wrong = try await save(["d"], 4)
            #expect(wrong == .invalidChoice)
            let two = try await save(["a", "b"], 4)
            #expect(two == .invalidChoice)
            let outside = try await save(["a"], 4, position: 6)
            #expect(outside == .notFound)
        }
    }

    @Test func aForeignAttemptIsNotThere() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let owner = try await fixture.register(1, in: store)
            let other = try await fixture.register(2, in: store)
            let attempt = try await fixture.started(owner, "one", in: store)
            let foreign = AnswerSave(
                attempt: attempt.id,
                contestant: other.key,
                position: 1,
                choice: ["a"],
                sequence: 1
            )
            let saved = try await store.save(foreign)
            #expect(saved == .notFound)
            let read = try await store.attempt(attempt.id, of: other.key)
            #expect(read == nil)
            let submitted = try await store.submit(attempt.id, of: other.key)
            #expect(submitted == nil)
        }
    }

    @Test(arguments: [(600_000, true), (601_000, true), (601_001, false)] as [(Int64, Bool)])
    func anAnswerCountsUntilOneSecondAfterTheDeadline(_ after: Int64, _ counts: Bool) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            fixture.clock.advance(after)
            let answer = AnswerSave(
                attempt: attempt.id,
                contestant: contestant.key,
                position: 1,
                choice: ["a"],
                sequence: 1
            )
            let outcome = try await store.save(answer)
            if counts {
                #expect(outcome == .saved(at: fixture.clock.now(), sequence: 1))
            } else {
                #expect(outcome == .late || outcome == .sealed)
            }
        }
    }

    @Test func whoNeverSubmitsIsSealedAtTheDeadlineAlsoAfterARestart() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let (contestant, attempt) = try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            return (contestant, try await fixture.started(contestant, "one", in: store))
        }
        fixture.clock.advance(3_600_000)
        try await fixture.running { store in
            let sealed = try await store.submit(attempt.id, of: contestant.key)
            #expect(sealed?.seal?.cause == .deadline)
            #expect(sealed?.seal?.sealedAt == attempt.deadline)
            #expect(sealed?.seal?.duration == 600_000)
            let board = BoardID(contest: "c", round: "r", group: "g")
            #expect(store.place(of: contestant.key, on: board)?.place == 1)
        }
    }

    @Test func registrationHappensOnceUnderARace() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let outcomes = try await fixture.running { store in
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for turn in 0..<50 {
                    group.addTask {
                        let registration = fixture.registration(1, in: store, request: 100 + turn)
                        if case .registered = try await store.register(registration) { return true }
                        return false
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
        }
        #expect(outcomes == 1)
    }

    @Test func theBoardEqualsANaiveSortAlsoAfterARestart() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let board = BoardID(contest: "c", round: "r", group: "g")
        let before = try await fixture.running { store in
            for number in 0..<40 {
                let contestant = try await fixture.register(number, in: store)
                let attempt = try await fixture.started(contestant, "p\(number)", in: store)
                for position in 1...5 {
                    fixture.clock.advance(Int64((number * 7 + position) % 4))
                    let letter = ["a", "b", "c"][(number * 31 + position * 17) % 3]
                    _ = try await store.save(
                        AnswerSave(
                            attempt: attempt.id,
                            contestant: contestant.key,
                            position: position,
                            choice: [.text(letter)],
                            sequence: 1
                        )
                    )
                }
                _ = try await store.submit(attempt.id, of: contestant.key)
            }
            return try await store.board(board, unit: nil, asOf: nil, from: 0, limit: 100).lines
        }
        let sorted = before.sorted { ($1.score, $0.duration) < ($0.score, $1.duration) }
        #expect(before.map(\.score) == sorted.map(\.score))
        #expect(before.map(\.duration) == sorted.map(\.duration))
        #expect(before.count == 40 && before.first?.place == 1)
        let after = try await fixture.running { store in
            try await store.board(board, unit: nil, asOf: nil, from: 0, limit: 100).lines
        }
        #expect(after == before)
    }

    @Test func aUnitsBoardHoldsWhoCountsForItAndBelow() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let board = BoardID(contest: "c", round: "r", group: "g")
        @Sendable func boards(_ store: Store) async throws -> [[Int64]] {
            var found: [[Int64]] = []
            for unit in ["u1", "u2", "u3", "nowhere"] {
                found.append(
                    try await store.board(board, unit: unit, asOf: nil, from: 0, limit: 10).lines.map(\.contestant)
                )
            }
            return found
        }
        let before = try await fixture.running { store in
            let units = [("u2", "u1"), ("u3", "u2")].map { Unit(code: $0, title: $0, type: "u", parent: $1) }
            try await store.put(units, by: "test")
            for (number, unit) in ["u1", "u2", "u3", "u3"].enumerated() {
                let contestant = try await fixture.register(number, unit: unit, in: store)
                let attempt = try await fixture.started(contestant, "p\(number)", in: store)
                fixture.clock.advance(1)
                _ = try await store.submit(attempt.id, of: contestant.key)
            }
            return try await boards(store)
        }
        #expect(before.map(\.count) == [4, 3, 2, 0])
        #expect(Set(before[1]).isSubset(of: before[0]) && Set(before[2]).isSubset(of: before[1]))
        #expect(try await fixture.running { try await boards($0) } == before)
    }

    @Test func aDatabaseBehindItsMarkIsRefused() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { _ in }
        await #expect(throws: OpenError.self) { _ = try await fixture.open(mark: 1_000) }
    }

    @Test func unitsAreFoundWithoutAccents() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let found = try await fixture.running { store in
            store.register.find(UnitQuery(text: "dong da"))
        }
        #expect(found.map(\.unit.code) == ["u1"])
    }

    @Test func everyMigrationLeavesASoundDatabase() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let problems = try await fixture.running { store in try await store.check() }
        #expect(problems.isEmpty)
    }
}
