import QuizCore
import QuizStore
import Testing

/// Accounts under changes and races, over a real database.
@Suite struct AccountStoreTests {
    private static let password = PasswordHash(salt: [1], cost: 2, blockSize: 1, parallelism: 1, hash: [1])
    private static let other = PasswordHash(salt: [2], cost: 2, blockSize: 1, parallelism: 1, hash: [2])
    private static let organizer = Grant(role: .organizer, contest: nil, unit: nil)
    private static let coordinator = Grant(role: .coordinator, contest: "c", unit: "u1")

    /// A store with one organizer `an`.
    private func running(
        _ body: @Sendable @escaping (Store, Fixture, Int64) async throws -> Void
    ) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let account = NewAccount(name: "an", password: Self.password, grants: [Self.organizer])
            let isNew = try await store.addAccount(account, by: "test")
            #expect(isNew)
            try await body(store, fixture, try #require(try await store.account(named: "an")).key)
        }
    }

    private static func session(_ name: String, _ fixture: Fixture) -> NewSession {
        NewSession(
            hash: fixture.cryptography.sha256(Array(name.utf8)),
            expires: fixture.clock.now().adding(milliseconds: StaffSessionTerm.idle),
            device: "Chrome trên Windows"
        )
    }

    private static func signIn(
        _ key: Int64,
        _ name: String,
        _ password: PasswordHash = password,
        factor: SecondFactor? = nil,
        in store: Store,
        _ fixture: Fixture
    ) async throws -> StaffMember? {
        let credentials = StaffCredentials(account: key, password: password, factor: factor)
        return try await store.signInStaff(credentials, session: session(name, fixture))
    }

    private static func principal(_ name: String, _ store: Store, _ fixture: Fixture) async throws -> StaffMember? {
        let hash = session(name, fixture).hash
        guard case .staff(let member)? = try await store.principal(sessionHash: hash, at: fixture.clock.now()) else {
            return nil
        }
        return member
    }

    @Test func aDisabledAccountIsOutAtOnceAndComesBackWithoutItsSessions() async throws {
        try await running { store, fixture, key in
            #expect(try await Self.signIn(key, "one", in: store, fixture) != nil)
            let version = store.accountsVersion
            _ = try await store.change("an", .disable, by: "test")
            #expect(store.accountsVersion > version)
            #expect(try await Self.principal("one", store, fixture) == nil)
            #expect(try await Self.signIn(key, "two", in: store, fixture) == nil)
            #expect(try await store.account(named: "an")?.isDisabled == true)
            _ = try await store.change("an", .enable, by: "test")
            #expect(try await Self.principal("one", store, fixture) == nil)
            #expect(try await Self.signIn(key, "two", in: store, fixture)?.grants == [Self.organizer])
            #expect(try await store.change("khong-co", .disable, by: "test") == .notFound)
        }
    }

    /// A password that was checked before another was set opens nothing.
    @Test func aTemporaryPasswordLeavesNoRoleUntilItIsChanged() async throws {
        try await running { store, fixture, key in
            #expect(try await Self.signIn(key, "one", in: store, fixture) != nil)
            _ = try await store.change("an", .resetPassword(Self.other), by: "test")
            #expect(try await Self.principal("one", store, fixture) == nil)
            #expect(try await Self.signIn(key, "two", in: store, fixture) == nil)
            let member = try #require(try await Self.signIn(key, "two", Self.other, in: store, fixture))
            #expect(member.grants.isEmpty)
            #expect(member.duties == [.changePassword])
            #expect(try await Self.signIn(key, "three", Self.other, in: store, fixture) != nil)
            let keeping = Self.session("two", fixture).hash
            _ = try await store.change("an", .changePassword(Self.password, keeping: keeping), by: "an")
            #expect(try await Self.principal("two", store, fixture)?.grants == [Self.organizer])
            #expect(try await Self.principal("three", store, fixture) == nil)
        }
    }

    @Test func grantsAreGivenOnceAndTakenAsTheyWereGiven() async throws {
        try await running { store, fixture, key in
            #expect(try await Self.signIn(key, "one", in: store, fixture) != nil)
            for _ in 0..<13 { _ = try await store.change("an", .grant(Self.coordinator), by: "test") }
            #expect(try await Self.principal("one", store, fixture)?.grants == [Self.organizer, Self.coordinator])
            let similar = Grant(role: .coordinator, contest: "c", unit: nil)
            _ = try await store.change("an", .revoke(similar), by: "test")
            #expect(try await store.accountLine(named: "an")?.grants.count == 2)
            for _ in 0..<2 { _ = try await store.change("an", .revoke(Self.organizer), by: "test") }
            #expect(try await Self.principal("one", store, fixture)?.grants == [Self.coordinator])
            let log = try await store.audit(AuditFilter(actor: "test", kind: "grant.given"), before: nil, limit: 9)
            let detail = "an: organizer → organizer; coordinator contest=c unit=u1"
            #expect(log.entries.map(\.detail) == [detail])
            #expect(log.entries.map(\.contest) == ["c"])
        }
    }

    // MARK: Second factors

    private static func setUp(_ key: Int64, _ store: Store, recovery: [[UInt8]] = []) async throws {
        let isPrepared = try await store.prepareTOTP([7], ofAccount: key)
        #expect(isPrepared)
        let isConfirmed = try await store.confirmTOTP([7], step: 100, recovery: recovery, ofAccount: key)
        #expect(isConfirmed)
    }

    /// Each step is used once, and none before one that was used; also when all come at a time.
    @Test func noStepIsUsedTwice() async throws {
        try await running { store, fixture, key in
            try await Self.setUp(key, store)
            #expect(try await Self.signIn(key, "none", in: store, fixture) == nil)
            for step: Int64 in [99, 100] {
                #expect(try await Self.signIn(key, "old", factor: .step(step), in: store, fixture) == nil)
            }
            let opened = try await Self.race(20) { number in
                try await Self.signIn(key, "race \(number)", factor: .step(101), in: store, fixture) != nil
            }
            #expect(opened == 1)
            #expect(try await Self.signIn(key, "late", factor: .step(100), in: store, fixture) == nil)
            #expect(try await Self.signIn(key, "next", factor: .step(102), in: store, fixture) != nil)
        }
    }

    @Test func aRecoveryCodeIsGoodOnceHoweverManyTry() async throws {
        try await running { store, fixture, key in
            let codes = (0..<3).map { fixture.cryptography.sha256([UInt8($0)]) }
            try await Self.setUp(key, store, recovery: codes)
            let opened = try await Self.race(20) { number in
                try await Self.signIn(key, "race \(number)", factor: .recovery(codes[0]), in: store, fixture) != nil
            }
            #expect(opened == 1)
            let foreign = fixture.cryptography.sha256([9])
            #expect(try await Self.signIn(key, "x", factor: .recovery(foreign), in: store, fixture) == nil)
            #expect(try await Self.signIn(key, "y", factor: .recovery(codes[1]), in: store, fixture) != nil)
            let log = try await store.audit(AuditFilter(kind: "recovery.used"), before: nil, limit: 9)
            #expect(log.entries.map(\.detail) == ["2 → 1", "3 → 2"])
        }
    }

    private static func race(
        _ count: Int,
        _ work: @Sendable @escaping (Int) async throws -> Bool
    ) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<count { group.addTask { try await work(number) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    @Test func aSecretInForceIsNotReplaced() async throws {
        try await running { store, _, key in
            #expect(try await store.prepareTOTP([1], ofAccount: key))
            #expect(try await store.prepareTOTP([2], ofAccount: key))
            #expect(try await store.pendingTOTP(ofAccount: key) == [2])
            // Confirmed with what was shown first: it is another by now.
            #expect(try await !store.confirmTOTP([1], step: 1, recovery: [], ofAccount: key))
            #expect(try await store.account(named: "an")?.totp == nil)
            #expect(try await store.confirmTOTP([2], step: 1, recovery: [], ofAccount: key))
            #expect(try await store.account(named: "an")?.totp == [2])
            #expect(try await !store.prepareTOTP([3], ofAccount: key))
            _ = try await store.change("an", .removeTOTP, by: "test")
            #expect(try await store.account(named: "an")?.totp == nil)
            #expect(try await store.prepareTOTP([3], ofAccount: key))
        }
    }

    @Test func aRoleThatNeedsASecondFactorIsNotInForceWithoutOne() async throws {
        try await running { store, fixture, key in
            #expect(try await Self.signIn(key, "one", in: store, fixture)?.duties == [])
            let version = store.accountsVersion
            try await store.setRolesWithTOTP([.organizer, .admin], by: "test")
            #expect(store.accountsVersion > version)
            let member = try #require(try await Self.principal("one", store, fixture))
            #expect(member.duties == [.setUpTOTP])
            #expect(member.grants.isEmpty)
            try await Self.setUp(key, store)
            #expect(try await Self.principal("one", store, fixture)?.grants == [Self.organizer])
            #expect(try await store.rolesWithTOTP() == [.organizer, .admin])
        }
    }

    // MARK: Sessions

    @Test func sessionsAreListedAndEnded() async throws {
        try await running { store, fixture, key in
            for name in ["one", "two", "three"] {
                #expect(try await Self.signIn(key, name, in: store, fixture) != nil)
                fixture.clock.advance(60_000)
            }
            try await store.keepStaffSession(hash: Self.session("one", fixture).hash, at: fixture.clock.now())
            let lines = try await store.sessions(ofAccount: key)
            let hashes = ["three", "two", "one"].map { Self.session($0, fixture).hash }
            #expect(lines.map(\.hash) == hashes)
            #expect(Set(lines.map(\.id)).count == 3)
            #expect(lines.allSatisfy { $0.device == "Chrome trên Windows" })
            #expect(lines.last?.usedAt == fixture.clock.now())
            let ended = try await store.endSessions(.one(lines[1].id), ofAccount: key, by: "an")
            #expect(ended == 1)
            #expect(try await Self.principal("two", store, fixture) == nil)
            #expect(try await store.endSessions(.one(lines[1].id), ofAccount: key, by: "an") == 0)
            #expect(try await store.endSessions(.one(lines[0].id), ofAccount: key + 1, by: "an") == 0)
            #expect(try await store.endSessions(.others(hashes[0]), ofAccount: key, by: "an") == 1)
            #expect(try await Self.principal("three", store, fixture) != nil)
            #expect(try await store.endSessions(.all, ofAccount: key, by: "test") == 1)
        }
    }

    @Test func aContestantEndsTheOthersAndNobodyElses() async throws {
        try await running { store, fixture, _ in
            let (one, two) = (fixture.registration(1, in: store), fixture.registration(2, in: store))
            guard case .registered(let contestant) = try await store.register(one) else { return }
            _ = try await store.register(two)
            let more = NewSession(hash: fixture.cryptography.sha256([1]), expires: one.session.expires)
            _ = try await store.signIn(entryCodeHash: one.entryCodeHash, session: more)
            let ended = try await store.endOtherSessions(ofContestant: contestant.key, but: more.hash)
            #expect(ended == [one.session.hash])
            #expect(try await store.principal(sessionHash: more.hash, at: fixture.clock.now()) != nil)
            #expect(try await store.principal(sessionHash: two.session.hash, at: fixture.clock.now()) != nil)
        }
    }
}
