import QuizCore
import QuizStore
import Testing

/// Data that are corrected, and time that one person has beyond the others.
struct ProfileStoreTests {
    private func change(
        _ former: Profile,
        name: String,
        unit: String = "u1",
        identity: UInt8 = 9
    ) throws -> ProfileChange {
        var form = former.form
        form.name = name
        form.unit = unit
        let contest = try Contest(yaml: Array(Self.contest.utf8), vocabulary: Fixture.vocabulary)
        let checked = try #require(form.check(in: contest, year: 2026).checked)
        return ProfileChange(
            former: former,
            form: form,
            checked: checked,
            identityHash: [UInt8](repeating: identity, count: 32)
        )
    }

    private static let contest = Fixture.contest(limit: 3, rules: "  identity: none")

    private func profile(_ key: Int64, _ store: Store) async throws -> Profile {
        try #require(try await store.profile(of: key))
    }

    @Test func dataChangeUntilTheFirstSubmission() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            try await store.put([Unit(code: "u2", title: "Kỳ Anh", type: "u", parent: nil)], by: "test")
            let person = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(person, "one", in: store)
            let first = try await profile(person.key, store)
            let outcome = try await store.change(change(first, name: "Trần Bình", unit: "u2"))
            guard case .changed(let changed) = outcome else { throw StoreError.broken("\(outcome)") }
            #expect(changed.name == "Trần Bình" && changed.unitCode == "u2")

            // What was read before no longer holds.
            #expect(try await store.change(change(first, name: "Trần Cả")) == .outdated)

            _ = try await store.submit(attempt.id, of: person.key)
            let second = try await profile(person.key, store)
            #expect(second.isLocked)
            #expect(try await store.change(change(second, name: "Trần Cả")) == .locked)
            // I14: the result counts for the unit of the start.
            let results = try await #require(store.list(ListSelection(kind: .results, contest: "c"))).next()
            #expect(results.map(\.name) == ["Trần Bình"] && results.map(\.unitCode) == ["u1"])
        }
    }

    @Test func nobodyIsRegisteredTwiceByAChange() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let people = [try await fixture.register(1, in: store), try await fixture.register(2, in: store)]
            let former = [try await profile(people[0].key, store), try await profile(people[1].key, store)]
            // Both at once, to the same identity.
            let changes = try former.map { try change($0, name: "Lê Dần") }
            async let one = store.change(changes[0])
            async let other = store.change(changes[1])
            let outcomes = [try await one, try await other]
            #expect(outcomes.count { $0 == .identityTaken } == 1)
        }
    }

    @Test(
        arguments: [(.minutes(5), 15), (.percent(50), 15), (.percent(400), 50), (nil, 10)]
            as [(TimeAllowance.Amount?, Int64)]
    )
    func moreTimeHoldsForAttemptsThatStartLater(_ amount: TimeAllowance.Amount?, _ minutes: Int64) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let person = try await fixture.register(1, in: store)
            let before = try await fixture.started(person, "one", in: store)
            let allowance = amount.map { TimeAllowance(amount: $0, reason: "Khiếm thị") }
            for _ in 0..<2 {
                #expect(try await store.allow(allowance, for: person.id, of: "c", by: "an"))
            }
            #expect(try await profile(person.key, store).allowance == allowance)
            let open = try #require(try await store.attempt(before.id, of: person.key))
            #expect(open.deadline.milliseconds - open.startedAt.milliseconds == 600_000)
            _ = try await store.submit(before.id, of: person.key)
            let after = try await fixture.started(person, "two", in: store)
            #expect(after.deadline.milliseconds - after.startedAt.milliseconds == minutes * 60_000)
            #expect(try await !store.allow(nil, for: fixture.id("nobody"), of: "c", by: "an"))
        }
    }
}
