import QuizCore
import QuizStore
import Testing

/// A session of staff ends an hour after its last use, and twelve hours after it was opened in any case.
@Suite struct StaffSessionTests {
    private static let minute: Int64 = 60_000

    /// Opens a session of staff and has `body` use it.
    private func session(
        _ body: @Sendable @escaping (Store, Fixture, [UInt8]) async throws -> Void
    ) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let hash = PasswordHash(salt: [1], cost: 2, blockSize: 1, parallelism: 1, hash: [1])
            let grant = Grant(role: .organizer, contest: nil, unit: nil)
            let isNew = try await store.addAccount(NewAccount(name: "an", password: hash, grants: [grant]), by: "test")
            #expect(isNew)
            let account = try #require(try await store.account(named: "an"))
            let token = fixture.cryptography.sha256([1])
            let expires = fixture.clock.now().adding(milliseconds: StaffSessionTerm.idle)
            let member = try await store.openStaffSession(
                account: account.key,
                session: NewSession(hash: token, expires: expires)
            )
            #expect(member?.name == "an")
            try await body(store, fixture, token)
        }
    }

    private func isGood(_ hash: [UInt8], in store: Store, _ fixture: Fixture) async throws -> Bool {
        try await store.principal(sessionHash: hash, at: fixture.clock.now()) != nil
    }

    @Test func itEndsWhenNobodyUsesIt() async throws {
        try await session { store, fixture, hash in
            fixture.clock.advance(60 * Self.minute - 1)
            #expect(try await isGood(hash, in: store, fixture))
            fixture.clock.advance(1)
            #expect(try await !isGood(hash, in: store, fixture))
            // Too late: what has ended does not come back.
            try await store.keepStaffSession(hash: hash, at: fixture.clock.now())
            #expect(try await !isGood(hash, in: store, fixture))
        }
    }

    @Test func useKeepsItUpToTwelveHours() async throws {
        try await session { store, fixture, hash in
            for _ in 0..<23 {
                fixture.clock.advance(30 * Self.minute)
                #expect(try await isGood(hash, in: store, fixture))
                try await store.keepStaffSession(hash: hash, at: fixture.clock.now())
            }
            fixture.clock.advance(30 * Self.minute - 1)
            #expect(try await isGood(hash, in: store, fixture))
            try await store.keepStaffSession(hash: hash, at: fixture.clock.now())
            fixture.clock.advance(1)
            #expect(try await !isGood(hash, in: store, fixture))
        }
    }

    @Test func itsEndMovesAtMostOnceAMinute() async throws {
        try await session { store, fixture, hash in
            fixture.clock.advance(Self.minute - 1)
            try await store.keepStaffSession(hash: hash, at: fixture.clock.now())
            // Still the first end, an hour after it was opened.
            fixture.clock.advance(59 * Self.minute + 1)
            #expect(try await !isGood(hash, in: store, fixture))
        }
        try await session { store, fixture, hash in
            fixture.clock.advance(Self.minute)
            try await store.keepStaffSession(hash: hash, at: fixture.clock.now())
            fixture.clock.advance(60 * Self.minute - 1)
            #expect(try await isGood(hash, in: store, fixture))
        }
    }

    @Test func aContestantsSessionStaysAsItIs() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let registration = fixture.registration(1, in: store)
            _ = try await store.register(registration)
            fixture.clock.advance(900_000)
            try await store.keepStaffSession(hash: registration.session.hash, at: fixture.clock.now())
            fixture.clock.advance(100_000)
            #expect(try await !isGood(registration.session.hash, in: store, fixture))
        }
    }
}
