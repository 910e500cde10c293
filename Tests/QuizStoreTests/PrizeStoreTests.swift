import QuizCore
import QuizStore
import Testing

/// Prizes over a real file and across restarts: who wins, what is decided, what is refused.
struct PrizeStoreTests {
    /// The clock of the fixture stands at 13:40 of 24 November in Việt Nam.
    private static let contest = """
        contest: c
        mode: contest
        acceptPublicBank: true
        title: C
        banks: [b]
        rounds:
          - { id: one, title: Một, opens: 2026-11-24T00:00, closes: 2026-11-24T14:00 }
          - { id: two, title: Hai, opens: 2026-11-25T00:00, closes: 2026-11-25T14:00, ranking: [score] }
        rules:
          minutes: 10
          attempts: { limit: 3, per: round }
          ranking: [score, manual, draw]
        groups:
          - { id: g, title: G, blueprint: [{ topic: t, count: 5 }] }
        prizes:
          - board: each-round
            places:
              - { title: Nhất, count: 1, value: '1.000.000 đồng' }
              - { title: Nhì, count: 1 }
        collective:
          - title: Tập thể
            board: each-round
            unitTypes: [u]
            by: { rate: 1, prizePoints: 1 }
            then: participants
            points: { Nhất: 10, Nhì: 8 }
            places: [{ title: Cờ, count: 1 }]
        """

    /// Until the first round is over, with the grace for late answers.
    private static let hour: Int64 = 3_605_000

    /// Sits an exam with so many right answers.
    private func sit(
        _ contestant: Contestant,
        _ name: String,
        right: Int,
        _ fixture: Fixture,
        _ store: Store
    ) async throws {
        let attempt = try await fixture.started(contestant, name, in: store)
        let words: [ChoiceWord] = ["a", "b", "c"]
        for (index, item) in attempt.paper.items.enumerated() {
            let key = (0..<3).first { item.order[$0] == 0 } ?? 0
            let choice = words[index < right ? key : (key + 1) % 3]
            let answer = AnswerSave(
                attempt: attempt.id,
                contestant: contestant.key,
                position: index + 1,
                choice: [choice],
                sequence: 1
            )
            _ = try await store.save(answer)
        }
        _ = try await store.submit(attempt.id, of: contestant.key)
    }

    /// Five people in round one, of whom three are level at the top.
    private func people(_ fixture: Fixture, _ store: Store) async throws -> [Contestant] {
        let units = [
            Unit(code: "u1", title: "Đống Đa", type: "u", parent: nil, headcounts: [Headcount(count: 30)]),
            Unit(code: "u2", title: "Kỳ Anh", type: "u", parent: nil),
        ]
        try await store.put(units, by: "test")
        var people: [Contestant] = []
        for number in 1...5 {
            people.append(try await fixture.register(number, unit: number == 5 ? "u2" : "u1", in: store))
        }
        for (index, right) in [5, 5, 5, 4, 3].enumerated() {
            try await sit(people[index], "one \(index)", right: right, fixture, store)
        }
        return people
    }

    /// Winners of a round as `title: names`, ties and waits included.
    private func told(_ store: Store, _ round: String = "one") async throws -> [String] {
        let report = try await #require(store.prizes(of: "c"))
        let contest = try #require(store.definition(of: "c")?.contest)
        return report.limited(to: round).boards.flatMap { board in
            board.outcomes.map { outcome in
                let title = contest.prizes.tables[board.table].places[outcome.slot.place].title
                let names = outcome.winners.compactMap { report.people[$0.line.contestant]?.name }
                let tie = outcome.ties.map { "\($0.prizes)/\($0.lines.count)" }
                return "\(title): \((names + tie).joined(separator: ", "))"
            }
        }
    }

    private func decision(_ people: [Contestant], round: String = "one", reason: String = "Họp") -> TieDecision {
        TieDecision(
            contest: "c",
            board: PrizeBoardName(round: round, group: "g"),
            order: people.map(\.id),
            reason: reason
        )
    }

    @Test func tiesAreDecidedByHandOnceTheRoundIsOver() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let people = try await people(fixture, store)
            #expect(try await told(store).isEmpty)
            #expect(try await store.decide(decision([people[1]]), by: "an") == .notOver)
            fixture.clock.advance(Self.hour)
            #expect(try await told(store) == ["Nhất: 1/3", "Nhì: 1/3"])
            #expect(try await store.decide(decision([people[1], people[3]]), by: "an") == .notLevel)
            #expect(try await store.decide(decision([people[1]], round: "two"), by: "an") == .notInChain)
            #expect(try await store.decide(decision([people[1]], round: "khac"), by: "an") == .notFound)
            let before = store.committedSequence
            #expect(try await store.decide(decision([people[1]]), by: "an") == .done)
            #expect(try await told(store) == ["Nhất: Người 2", "Nhì: 1/2"])
            // The same again is the same; another order takes the place of the first.
            #expect(try await store.decide(decision([people[1]]), by: "an") == .done)
            #expect(store.committedSequence == before + 1)
            #expect(try await store.decide(decision([people[2], people[0]]), by: "binh") == .done)
            #expect(store.committedSequence == before + 2)
            #expect(try await told(store) == ["Nhất: Người 3", "Nhì: Người 1"])
            let decisions = try await store.prizes(of: "c")?.decisions ?? []
            #expect(decisions.map(\.person) == [people[2].key, people[0].key])
            #expect(decisions.map(\.by) == ["binh", "binh"])
        }
        let again = try await fixture.running { store in try await told(store) }
        #expect(again == ["Nhất: Người 3", "Nhì: Người 1"])
    }

    @Test func aPublicDrawIsKeptOnceAndDecides() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        let draw = PublicDraw(contest: "c", round: "one", text: "52817")
        let first = try await fixture.running(contest: Self.contest) { store in
            let people = try await people(fixture, store)
            #expect(try await store.draw(draw, source: "XSMT", by: "an") == .notOver)
            fixture.clock.advance(Self.hour)
            #expect(try await store.draw(draw, source: "XSMT", by: "an") == .done)
            #expect(try await store.draw(draw, source: "XSMT", by: "an") == .done)
            let other = PublicDraw(contest: "c", round: "one", text: "52818")
            #expect(try await store.draw(other, source: "XSMT", by: "an") == .drawnAlready)
            let two = PublicDraw(contest: "c", round: "two", text: "1")
            #expect(try await store.draw(two, source: "XSMT", by: "an") == .notInChain)
            let order = people.prefix(3).sorted {
                draw.number(of: $0.id, by: fixture.cryptography) < draw.number(of: $1.id, by: fixture.cryptography)
            }
            let told = try await told(store)
            #expect(told == ["Nhất: \(order[0].name)", "Nhì: \(order[1].name)"])
            let draws = try await store.prizes(of: "c")?.draws
            #expect(draws?.map(\.text) == ["52817"])
            #expect(draws?.map(\.by) == ["an"])
            return told
        }
        let again = try await fixture.running { store in try await told(store) }
        #expect(again == first)
    }

    @Test func theExcludedAndTheUnidentifiedMakeRoom() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let people = try await people(fixture, store)
            fixture.clock.advance(Self.hour)
            let staff = NewExclusion(kind: .staff, reason: "Thành viên Tổ thư ký")
            let before = store.committedSequence
            #expect(try await store.exclude(people[0].id, of: "c", as: staff, by: "an") == .done)
            #expect(try await store.exclude(people[0].id, of: "c", as: staff, by: "binh") == .done)
            #expect(store.committedSequence == before + 1)
            #expect(try await store.exclude(fixture.id("nobody"), of: "c", as: staff, by: "an") == .notFound)
            #expect(try await store.exclude(people[0].id, of: "d", as: staff, by: "an") == .notFound)
            #expect(try await told(store) == ["Nhất: 1/2", "Nhì: 1/2"])
            let failed = NewIdentityCheck(state: .failed, note: "Sai năm sinh")
            #expect(try await store.keepIdentity(people[1].id, of: "c", as: failed, by: "an") == .done)
            #expect(try await told(store) == ["Nhất: Người 3", "Nhì: Người 4"])
            let report = try await #require(store.prizes(of: "c"))
            #expect(report.boards[0].passedOver.map(\.reason) == [.excluded(.staff), .excluded(.identity)])
            #expect(report.excluded.map(\.exclusion?.by) == ["an"])
            #expect(report.people[people[1].key]?.identity?.note == "Sai năm sinh")
            let unchecked = NewIdentityCheck(state: .unchecked, note: "")
            #expect(try await store.keepIdentity(people[1].id, of: "c", as: unchecked, by: "an") == .done)
            #expect(try await store.readmit(people[0].id, of: "c", by: "an") == .done)
            #expect(try await store.readmit(people[0].id, of: "c", by: "an") == .done)
            #expect(store.committedSequence == before + 4)
            #expect(try await told(store) == ["Nhất: 1/3", "Nhì: 1/3"])
        }
    }

    @Test func unitsWinByTheirHeadcountAndTheirPeoplesPrizes() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let people = try await people(fixture, store)
            fixture.clock.advance(Self.hour)
            let open = try await #require(store.prizes(of: "c")?.collective.first)
            #expect(open.isOver && open.isWaiting)
            #expect(open.ranking.absent.map(\.reason) == [.noHeadcount])
            _ = try await store.decide(decision(people.prefix(2).reversed()), by: "an")
            let big = Unit(
                code: "u2",
                title: "Kỳ Anh",
                type: "u",
                parent: nil,
                headcounts: [Headcount(count: 5, countedOn: CalendarDay(year: 2026, month: 9, day: 5), source: "Sở")]
            )
            try await store.put([big], by: "test")
            let settled = try await #require(store.prizes(of: "c")?.collective.first)
            #expect(!settled.isWaiting)
            // 4 of 30 and 18 points against 1 of 5: 31.333 and 20.
            #expect(settled.ranking.lines.map { $0.value.rounded } == [31_333, 20_000])
            #expect(settled.ranking.lines.map { settled.units[$0.tally.unit]?.code } == ["u1", "u2"])
            // The disqualified count nowhere.
            let out = NewExclusion(kind: .disqualified, reason: "Thi hộ")
            for person in people.prefix(4) { _ = try await store.exclude(person.id, of: "c", as: out, by: "an") }
            let rest = try await #require(store.prizes(of: "c")?.collective.first)
            #expect(rest.ranking.lines.map { rest.units[$0.tally.unit]?.code } == ["u2"])
            #expect(rest.ranking.lines.map { $0.value.rounded } == [30_000])
            let later = try await store.prizes(of: "c")?.collective.last
            #expect(later?.isOver == false && later?.ranking.lines.isEmpty == true)
        }
    }

    @Test func peopleAreFoundByNameAndUnit() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running(contest: Self.contest) { store in
            let people = try await people(fixture, store)
            func found(_ words: String...) async throws -> [String] {
                try await store.people(of: "c", words: words, limit: 3).map(\.name)
            }
            #expect(try await found("nguoi") == ["Người 1", "Người 2", "Người 3"])
            #expect(try await found("KỲ", "anh") == ["Người 5"])
            #expect(try await found("dong da", "4") == ["Người 4"])
            #expect(try await found(people[1].id.hex) == ["Người 2"])
            #expect(try await found("khong co").isEmpty)
            #expect(try await store.people(of: "d", words: ["nguoi"], limit: 3).isEmpty)
        }
    }
}
