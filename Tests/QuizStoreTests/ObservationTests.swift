import QuizCore
import QuizStore
import Synchronization
import Testing

/// What the store tells its observer, and what a check beside it finds.
@Suite struct ObservationTests {
    @Test func theObserverLearnsWhatIsOnDisk() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let batches = Mutex<[CommittedBatch]>([])
        let failures = Mutex(0)
        let observer = StoreObserver(
            committed: { batch in batches.withLock { $0.append(batch) } },
            failed: { failures.withLock { $0 += 1 } }
        )
        let sequence = try await fixture.running(limit: 2, observer: observer) { store in
            let contestant = try await fixture.register(1, in: store)
            let first = try await fixture.started(contestant, "one", in: store)
            for position in 1...3 {
                let answer = AnswerSave(
                    attempt: first.id,
                    contestant: contestant.key,
                    position: position,
                    choice: ["a"],
                    sequence: 1
                )
                // The second time nothing is stored.
                for _ in 0..<2 { _ = try await store.save(answer) }
            }
            _ = try await store.submit(first.id, of: contestant.key)
            _ = try await store.submit(first.id, of: contestant.key)
            _ = try await fixture.started(contestant, "two", in: store)
            fixture.clock.advance(700_000)
            // Sealed by the start that finds it, or by the clock of the store.
            _ = try await fixture.start(contestant, nonce: "three", id: "three", in: store)
            #expect(store.waiting == 0)
            return store.committedSequence
        }
        let seen = batches.withLock { $0 }
        #expect(seen.reduce(0) { $0 + $1.tally.started } == 2)
        #expect(seen.reduce(0) { $0 + $1.tally.saved } == 3)
        #expect(seen.reduce(0) { $0 + $1.tally.submitted } == 1)
        #expect(seen.reduce(0) { $0 + $1.tally.expired } == 1)
        #expect(seen.allSatisfy { $0.jobs > 0 && $0.duration > .zero })
        #expect(failures.withLock { $0 } == 0)
        // Bank, units, definition, registration, two starts, two seals.
        #expect(sequence == 8)
    }

    @Test func aCheckBesideTheWriterFindsDamage() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let sound = try await store.checkBeside()
            #expect(sound.isEmpty)
            // A session of somebody who is not there, as only a fault of the disk or of a program could leave it.
            let other = try SQLiteDatabase(path: fixture.folder + "/quiz.db", access: .writing)
            try other.execute(
                """
                PRAGMA foreign_keys = OFF;
                INSERT INTO session (hash, contestant, created_at, expires_at) VALUES (zeroblob(32), 9999, 1, 2);
                """
            )
            let damaged = try await store.checkBeside()
            #expect(damaged.count == 1)
            #expect(damaged.first?.contains("session") ?? false)
        }
    }
}
