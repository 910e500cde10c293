import QuizCore
import QuizStore
import Testing

/// Level units are decided between by the organizers, where the contest says so; and every version of it is listed.
struct UnitDecisionTests {
    private static let contest = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds: [{ id: one, title: Một, opens: 2026-11-24T00:00, closes: 2026-11-24T14:00 }]
        rules: { minutes: 10 }
        groups: [{ id: g, title: G, blueprint: [{ topic: t, count: 5 }] }]
        collective:
          - { title: Cờ, board: one, unitTypes: [u], by: participants, level: manual, places: [{ title: Cờ, count: 1 }] }
          - { title: Chung, board: one, unitTypes: [u], by: participants, places: [{ title: Cờ, count: 1 }] }
        """

    private func lines(_ store: Store, _ prize: Int) async throws -> [String] {
        let report = try await #require(store.prizes(of: "c"))
        let one = report.collective[prize]
        return one.ranking.lines.map { line in
            "\(one.units[line.tally.unit]?.code ?? "") \(line.place) \(line.decidedBy?.rawValue ?? "-")"
        }
    }

    @Test func levelUnitsAreDecidedOnceTheRoundIsOver() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            try await store.put([Unit(code: "u2", title: "Kỳ Anh", type: "u", parent: nil)], by: "test")
            for number in 1...2 {
                let person = try await fixture.register(number, unit: "u\(number)", in: store)
                _ = try await store.submit(fixture.started(person, "\(number)", in: store).id, of: person.key)
            }
            func decide(_ prize: String, _ order: [String]) async throws -> PrizeChange {
                let decision = UnitDecision(contest: "c", prize: prize, round: "one", order: order, reason: "Họp")
                return try await store.decide(decision, by: "an")
            }
            #expect(try await decide("Cờ", ["u2"]) == .notOver)
            fixture.clock.advance(3_605_000)
            #expect(try await lines(store, 0) == ["u1 1 -", "u2 1 -"])
            #expect(try await decide("Chung", ["u2"]) == .notInChain)
            #expect(try await decide("Khác", ["u2"]) == .notFound)
            #expect(try await decide("Cờ", ["u3"]) == .notFound)
            let before = store.committedSequence
            for _ in 0..<2 { #expect(try await decide("Cờ", ["u2"]) == .done) }
            #expect(store.committedSequence == before + 1)
            #expect(try await lines(store, 0) == ["u2 1 manual", "u1 2 manual"])
            #expect(try await lines(store, 1) == ["u1 1 -", "u2 1 -"])
        }
    }

    @Test func everyVersionSaysWhatChanged() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let source = Self.contest.replacing("title: C\n", with: "title: Mới\n").replacing("14:00", with: "15:00")
            let contest = try Contest(yaml: Array(source.utf8), vocabulary: Fixture.vocabulary)
            _ = try await store.apply(contest, source: Array(source.utf8), by: "binh")
            let history = try await store.history(of: "c")
            #expect(history.map(\.version) == [1, 2] && history.map(\.appliedBy) == ["test", "binh"])
            #expect(history.map(\.changes) == [[], ["title", "rounds.one.closes"]])
            #expect(try await store.history(of: "khac").isEmpty)
        }
    }
}
