import QuizCore
import QuizStore
import Testing

/// Lists of people from rows: who stands in them, in which order, piece by piece.
struct ListStoreTests {
    private static let units = [
        Unit(code: "top", title: "Tỉnh", type: "u", parent: nil),
        Unit(code: "l10", title: "Lớp 10A", type: "u", parent: "top"),
        Unit(code: "l9", title: "Lớp 9B", type: "u", parent: "top"),
        Unit(code: "far", title: "Tỉnh khác", type: "u", parent: nil),
    ]

    /// All rows of a list, and how many pieces it came in.
    private func rows(_ store: Store, _ selection: ListSelection) async throws -> (rows: [ListRow], pieces: Int) {
        let pages = try #require(try await store.list(selection))
        var (rows, pieces): ([ListRow], Int) = ([], 0)
        while true {
            let piece = try await pages.next()
            if piece.isEmpty { return (rows, pieces) }
            rows += piece
            pieces += 1
        }
    }

    private func names(
        _ store: Store,
        _ kind: ListKind,
        unit: String? = nil,
        round: String? = nil
    ) async throws -> [String] {
        try await rows(store, ListSelection(kind: kind, contest: "c", round: round, unit: unit)).rows.map(\.name)
    }

    @Test func peopleByUnitThenName() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put(Self.units, by: "test")
            for (number, unit) in [(3, "l10"), (1, "l10"), (2, "l9"), (5, "far"), (4, "top")] {
                _ = try await fixture.register(number, unit: unit, in: store)
            }
            let own = ["Người 4", "Người 2", "Người 1", "Người 3"]
            #expect(try await names(store, .participation, unit: "top") == own)
            #expect(try await names(store, .participation) == own + ["Người 5"])
            #expect(try await names(store, .unfinished, unit: "l9") == ["Người 2"])
            #expect(try await store.list(ListSelection(kind: .results, contest: "c", unit: "none")) == nil)
            #expect(try await store.list(ListSelection(kind: .results, contest: "none")) == nil)
        }
    }

    /// By the name and the unit of now, a page after the other, and no more once erased.
    @Test func peopleAreFoundByName() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put(Self.units, by: "test")
            var people: [Contestant] = []
            for (number, unit) in [(3, "l10"), (1, "l10"), (2, "l9"), (5, "far"), (4, "top")] {
                people.append(try await fixture.register(number, unit: unit, in: store))
            }
            func found(_ typed: String, unit: String = "top", limit: Int = 100) async throws -> [String] {
                var (names, last): ([String], PublicID?) = ([], nil)
                repeat {
                    let query = ParticipationQuery(
                        contest: "c",
                        unit: unit,
                        name: NameQuery(typed),
                        after: last,
                        limit: limit
                    )
                    let page = try #require(try await store.participation(query))
                    names += page.people.map(\.row.name)
                    last = page.next
                } while last != nil
                return names
            }
            #expect(try await found("nguoi") == ["Người 4", "Người 2", "Người 1", "Người 3"])
            #expect(try await found("nguoi", limit: 1) == ["Người 4", "Người 2", "Người 1", "Người 3"])
            #expect(try await found("3 ng") == ["Người 3"])
            #expect(try await found("nguoi", unit: "far") == ["Người 5"])
            #expect(try await found("nguoii") == [])
            let correction = PersonCorrection(
                contestant: people[0].key,
                contest: "c",
                name: "Lê An",
                displayName: "L. A.",
                sortKey: Array("an".utf8),
                birthYear: 1990,
                unit: "l9",
                phone: nil,
                identityHash: fixture.cryptography.sha256([7]),
                reason: "Theo CCCD"
            )
            #expect(try await store.correct(correction, by: "an") == .corrected)
            #expect(try await found("nguoi 3") == [])
            #expect(try await found("le") == ["Lê An"])
            #expect(try await found("le", unit: "l10") == [])
            #expect(try await found("le", unit: "l9") == ["Lê An"])
            let erasure = Erasure(person: people[0].id, contest: "c", isForced: true, reason: "x", request: nil)
            _ = try await store.erase(erasure, by: "an")
            #expect(try await found("le") == [])
            #expect(try await found("nguoi").count == 3)
        }
    }

    @Test func whoSubmittedIsNotUnfinishedAndWhoSitsIsToldApart() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let people = [
                try await fixture.register(1, in: store), try await fixture.register(2, in: store),
                try await fixture.register(3, in: store),
            ]
            let sealed = try await fixture.started(people[0], "a", in: store)
            _ = try await store.submit(sealed.id, of: people[0].key)
            _ = try await fixture.started(people[1], "b", in: store)
            let (rows, _) = try await rows(store, ListSelection(kind: .unfinished, contest: "c"))
            #expect(rows.map(\.name) == ["Người 2", "Người 3"])
            #expect(
                rows.map(\.facts) == [
                    .progress(ListRow.Progress(attempts: 1, submitted: 0)),
                    .progress(ListRow.Progress(attempts: 0, submitted: 0)),
                ]
            )
            // In another round nobody has done anything.
            #expect(try await names(store, .unfinished, round: "other").count == 3)
            #expect(try await names(store, .results) == ["Người 1"])
            let (results, _) = try await self.rows(
                store,
                ListSelection(kind: .results, contest: "c", hasContact: true, hiddenPlaces: ["r"])
            )
            guard case .result(let result)? = results.first?.facts else { throw StoreError.busy }
            #expect(result.place == nil)
            #expect(results.first?.birthYear == 1990)
        }
    }

    @Test func longListsComeInPiecesWithoutGapsOrRepeats() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            for number in 10_000..<12_500 { _ = try await fixture.register(number, in: store) }
            let (rows, pieces) = try await rows(store, ListSelection(kind: .participation, contest: "c"))
            #expect(rows.map(\.name) == (10_000..<12_500).map { "Người \($0)" })
            #expect(pieces == 3)
            var (seen, after): ([String], PublicID?) = ([], nil)
            repeat {
                let query = ParticipationQuery(contest: "c", unit: "u1", after: after, limit: 999)
                let page = try #require(try await store.participation(query))
                #expect(page.unit.registered == 2_500)
                seen += page.people.map(\.row.name)
                after = page.next
            } while after != nil
            #expect(seen == rows.map(\.name))
        }
    }

    @Test func aPageSearchesByNameAndGoesOnOnlyBehindOwnPeople() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put(Self.units, by: "test")
            let foreign = try await fixture.register(1, unit: "far", in: store)
            _ = try await fixture.register(2, unit: "l9", in: store)
            let stranger = ParticipationQuery(contest: "c", unit: "top", after: foreign.id)
            let none = try await store.participation(stranger)
            #expect(none == nil)
            #expect(try await store.participation(ParticipationQuery(contest: "c", unit: "none")) == nil)
            let page = try #require(try await store.participation(ParticipationQuery(contest: "c", unit: "top")))
            #expect(page.people.map(\.row.name) == ["Người 2"])
            #expect(page.children.map(\.code) == ["l9", "l10"])
            #expect(page.children.map(\.registered) == [1, 0])
            #expect(page.unit.denominator == nil)
        }
    }

    /// I7, I13: a list does not leave unseen.
    @Test func whoTakesAListIsInTheLog() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let before = store.committedSequence
            let selection = ListSelection(kind: .results, contest: "c", hasContact: true)
            try await store.noteExport(of: selection, as: "xlsx", purpose: "trao giải", by: "an")
            #expect(store.committedSequence == before + 1)
        }
    }

    /// Who registered in a unit that was abolished counts where its successor stands.
    @Test func reportsCountAnAbolishedUnitsPeopleWithItsSuccessor() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put(Self.units, by: "test")
            _ = try await fixture.register(1, unit: "l9", in: store)
            let abolished = Unit(
                code: "l9",
                title: "Lớp 9B",
                type: "u",
                parent: "top",
                validTo: CalendarDay(year: 2001, month: 1, day: 1),
                successors: ["l10"]
            )
            try await store.put([abolished], by: "test")
            func registered(_ unit: String?) async throws -> [String: Int] {
                let figures = try #require(try await store.figures(ReportScope(contests: .one("c"), unit: unit)))
                let counts = figures.units.map { ($0.code, figures.people[$0.key]?["g"]?.registered ?? 0) }
                return Dictionary(uniqueKeysWithValues: counts).filter { $0.value > 0 }
            }
            #expect(try await registered(nil) == ["l10": 1])
            // A report that does not reach the successor keeps them where they were.
            #expect(try await registered("l9") == ["l9": 1])
        }
    }
}
