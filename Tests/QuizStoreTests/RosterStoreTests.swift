import Foundation
import QuizCore
import QuizStore
import Synchronization
import Testing

struct RosterStoreTests {
    private let secret = ServerSecret(key: [UInt8](repeating: 3, count: 32), cryptography: TestCryptography())

    private func entry(_ number: Int, _ name: String? = nil, in fixture: Fixture) throws -> NewRoster.Entry {
        let text =
            name ?? "Lê Thị \(String(UnicodeScalar(UInt8(65 + number % 26)))) \(number / 26 % 2 == 0 ? "An" : "Ba")"
        let id = fixture.id("entry \(number) \(text)")
        let person = try #require(PersonName(text))
        return NewRoster.Entry(
            id: id,
            unit: "u1",
            group: "g",
            name: text,
            sortKey: person.sortKey,
            birthYear: 1_990 + number % 20,
            position: nil,
            identityHash: secret.identityHash(contest: "c", name: "\(text) \(number)", birthYear: 2_000, unit: "u1"),
            codeHash: secret.hash(of: secret.rosterCode(contest: "c", entry: id, issue: 1))
        )
    }

    private func roster(_ entries: [NewRoster.Entry], _ name: String, in fixture: Fixture) -> NewRoster {
        let secret = secret
        return NewRoster(id: fixture.id(name), contest: "c", unit: "u1", entries: entries) { id, issue in
            secret.hash(of: secret.rosterCode(contest: "c", entry: id, issue: issue))
        }
    }

    private func signIn(
        _ entry: NewRoster.Entry,
        issue: Int = 1,
        _ turn: Int = 0,
        in store: Store,
        _ fixture: Fixture
    ) async throws -> Contestant? {
        let code = secret.rosterCode(contest: "c", entry: entry.id, issue: issue)
        let id = fixture.id("contestant \(entry.id.hex) \(turn)")
        return try await store.signInFromRoster(
            RosterSignIn(codeHash: secret.hash(of: code), id: id, unusable: secret.noCode(entry: id)) {
                "masked \($0)"
            },
            session: NewSession(
                hash: fixture.cryptography.sha256(Array("\(entry.id.hex) \(issue) \(turn)".utf8)),
                expires: fixture.clock.now().adding(milliseconds: 1_000_000)
            )
        )
    }

    private func change(_ entry: NewRoster.Entry, unit: String = "u1") -> RosterChange {
        RosterChange(person: entry.id, unit: unit, contest: "c", actor: "test")
    }

    private func page(_ store: Store, named name: String = "", limit: Int = 500) async throws -> [RosterLineEntry] {
        try await store.roster(RosterQuery(unit: "u1", contest: "c", name: NameQuery(name), limit: limit)).lines
    }

    /// I4: one code in fifty hands at once makes one contestant, in the unit that the list says.
    @Test func oneCodeAtOnceMakesOneContestant() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let entry = try entry(0, "Lê Thị Bé", in: fixture)
            #expect(
                try await store.addRoster(roster([entry], "one", in: fixture), by: "test") == .added(1, unchanged: 0)
            )
            let found = try await withThrowingTaskGroup(of: Contestant?.self) { group in
                for turn in 0..<50 { group.addTask { try await signIn(entry, turn, in: store, fixture) } }
                return try await group.reduce(into: Set<Contestant?>()) { $0.insert($1) }
            }
            let contestant = try #require(found.first ?? nil)
            #expect(found.count == 1 && contestant.name == "Lê Thị Bé" && contestant.displayName == "masked Lê Thị Bé")
            #expect(contestant.owesConsent)
            #expect(try await page(store).map(\.state) == [.present])
            // Agreed once, nothing is owed, and the exam may begin.
            try await store.keepConsents([ConsentText.standard[0]], of: contestant.key, isNamed: true)
            let again = try await signIn(entry, 60, in: store, fixture)
            #expect(again?.owesConsent == false && again?.displayName == "Lê Thị Bé")
            let attempt = try await fixture.started(contestant, "n", in: store)
            #expect(try await page(store).map(\.state) == [.open])
            _ = try await store.submit(attempt.id, of: contestant.key)
            #expect(try await page(store).map(\.state) == [.submitted])
            #expect(try await store.removeFromRoster(change(entry)) == .hasAttempt)
        }
    }

    /// I12: what a stop breaks off is seen by nobody, and is gone after the next start.
    @Test func aBrokenImportLeavesNothing() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let entries = try (0..<1_000).map { try entry($0, in: fixture) }
        let stop = StopAfterBatches(6)
        let observer = StoreObserver(committed: { _ in stop.count() }, failed: {})
        try await fixture.running(observer: observer) { store in
            stop.arm { store.close() }
            let result = try? await store.addRoster(roster(entries, "all", in: fixture), by: "test")
            #expect(result == nil)
            // A part of it is on disk by now, and nobody sees it.
            let seen = try await page(store)
            #expect(seen.isEmpty)
        }
        try await fixture.running { store in
            #expect(try await page(store).isEmpty)
            #expect(try await page(store, named: "le").isEmpty)
            let first = try await store.addRoster(roster(entries, "again", in: fixture), by: "test")
            #expect(first == .added(1_000, unchanged: 0))
            let second = try await store.addRoster(roster(entries, "twice", in: fixture), by: "test")
            #expect(second == .added(0, unchanged: 1_000))
            let pages = try await page(store)
            #expect(pages.count == 500 && Set(pages.map(\.id)).count == 500)
            let rest = try await store.roster(RosterQuery(unit: "u1", contest: "c", after: pages[499].id, limit: 500))
            #expect(rest.lines.count == 500 && !rest.hasMore)
            let all = (pages + rest.lines).map(\.name)
            let keys = try all.map { try #require(PersonName($0)).sortKey }
            for (one, other) in zip(keys, keys.dropFirst()) { #expect(!other.lexicographicallyPrecedes(one)) }
            #expect(try await page(store, named: "thi q").allSatisfy { $0.name.contains(" Q ") })
            #expect(try await page(store, named: "thi q").count == all.count { $0.contains(" Q ") })
            #expect(try await store.rosterClasses(unit: "u1", contest: "c").map(\.people) == [1_000])
        }
    }

    /// More than one job takes, and found by name in the new unit, no more in the old one.
    @Test func aRosterFollowsItsUnit() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let entries = try (0..<230).map { try entry($0, in: fixture) }
            _ = try await store.addRoster(roster(entries, "one", in: fixture), by: "test")
            let came = try #require(try await signIn(entries[7], in: store, fixture))
            #expect(try await page(store, named: "thi", limit: 300).count == 230)
            try await store.put([Unit(code: "moi", title: "Mới", type: "u", parent: nil)], by: "test")
            let day = try #require(CalendarDay(year: 2026, month: 11, day: 20))
            let merge = UnitMerge(unit: "u1", successor: "moi", from: day, contests: ["c"], reason: "Sáp nhập")
            #expect(try await store.merge(merge, by: "test") == .merged(UnitMoves(people: 1, listed: 230)))
            #expect(try await page(store).isEmpty)
            for name in ["", "thi"] {
                let query = RosterQuery(unit: "moi", contest: "c", name: NameQuery(name), limit: 300)
                #expect(try await store.roster(query).lines.count == 230)
            }
            // The slip is good as before, for the same person.
            #expect(try await signIn(entries[7], issue: 1, 1, in: store, fixture)?.id == came.id)
            _ = try #require(try await signIn(entries[8], in: store, fixture))
            #expect(try await store.claims(of: "moi", contest: "c").map(\.confirmed) == [2])
        }
    }

    @Test func aNewCodeEndsTheOldOneAndItsSessions() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let entry = try entry(0, "Lê Thị Bé", in: fixture)
            _ = try await store.addRoster(roster([entry], "one", in: fixture), by: "test")
            let secret = secret
            let hash: @Sendable (Int) -> [UInt8] = { issue in
                secret.hash(of: secret.rosterCode(contest: "c", entry: entry.id, issue: issue))
            }
            let contestant = try #require(try await signIn(entry, in: store, fixture))
            for turn in 0..<3 {
                // Sent several times, one new code (I5).
                guard
                    case .done(let line, let ended) = try await store.reissueCode(
                        change(entry),
                        issue: 1,
                        codeHash: hash
                    )
                else { return #expect(Bool(false)) }
                #expect(line.issue == 2 && ended.count == (turn == 0 ? 1 : 0))
            }
            #expect(try await store.reissueCode(change(entry), issue: 4, codeHash: hash) == .outdated)
            #expect(try await store.reissueCode(change(entry, unit: "u2"), issue: 2, codeHash: hash) == .notFound)
            #expect(try await signIn(entry, 1, in: store, fixture) == nil)
            #expect(try await signIn(entry, issue: 2, 2, in: store, fixture)?.key == contestant.key)
            _ = try await store.revokeCode(change(entry))
            #expect(try await signIn(entry, issue: 2, 3, in: store, fixture) == nil)
            // Taken off, and back again under another code.
            _ = try await store.removeFromRoster(change(entry))
            #expect(try await page(store).isEmpty)
            #expect(
                try await store.addRoster(roster([entry], "two", in: fixture), by: "test") == .added(1, unchanged: 0)
            )
            #expect(try await page(store).map(\.issue) == [3])
            #expect(try await signIn(entry, issue: 3, 4, in: store, fixture)?.key == contestant.key)
        }
    }

    /// Whoever registered before, or instead, is the same person.
    @Test func registrationAndRosterMeet() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let early = try await fixture.register(1, in: store)
            func listed(_ number: Int) throws -> NewRoster.Entry {
                let made = try entry(number, "Lê Thị Bé", in: fixture)
                return NewRoster.Entry(
                    id: made.id,
                    unit: "u1",
                    group: "g",
                    name: made.name,
                    sortKey: made.sortKey,
                    birthYear: 1_990,
                    position: nil,
                    identityHash: fixture.registration(number, in: store).identityHash,
                    codeHash: made.codeHash
                )
            }
            let entries = try [1, 2].map(listed)
            var unlisted = fixture.registration(2, in: store)
            unlisted.mustBeListed = true
            #expect(try await store.register(unlisted) == .notListed)
            _ = try await store.addRoster(roster(entries, "r", in: fixture), by: "test")
            #expect(try await signIn(entries[0], in: store, fixture)?.key == early.key)
            guard case .registered(let late) = try await store.register(unlisted) else { return #expect(Bool(false)) }
            #expect(try await signIn(entries[1], in: store, fixture)?.key == late.key)
            #expect(try await page(store).map(\.state) == [.present, .present])
        }
    }
}

/// Calls for a stop once so many batches are on disk.
private final class StopAfterBatches: Sendable {
    private struct State {
        var left: Int
        var stop: (@Sendable () -> Void)?
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(left: count)) }

    func arm(_ stop: @escaping @Sendable () -> Void) { state.withLock { $0.stop = stop } }

    func count() {
        let stop = state.withLock { state -> (@Sendable () -> Void)? in
            guard state.stop != nil else { return nil }
            state.left -= 1
            return state.left == 0 ? state.stop : nil
        }
        stop?()
    }
}
