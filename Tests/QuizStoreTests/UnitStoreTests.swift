import QuizCore
import QuizStore
import Testing

/// The register over a real file: imported, merged, counted, and who belongs where.
struct UnitStoreTests {
    private static let today = CalendarDay(year: 2026, month: 11, day: 24)

    private static func school(_ code: String, _ parent: String? = nil, education: String? = nil) -> Unit {
        Unit(code: code, title: "Trường \(code)", type: "u", parent: parent, educationParent: education)
    }

    private static func finished(_ contestant: Contestant, _ fixture: Fixture, _ store: Store) async throws {
        let attempt = try await fixture.started(contestant, "a\(contestant.key)", in: store)
        _ = try await store.submit(attempt.id, of: contestant.key)
    }

    private static func line(_ store: Store, _ unit: String) async throws -> [Int64] {
        let board = BoardID(contest: "c", round: "r", group: "g")
        return try await store.board(board, unit: unit, asOf: nil, from: 0, limit: 50).lines.map(\.contestant)
    }

    /// 69 communes, 600 schools and 12,000 classes; again, and after a restart, they are the same.
    @Test func aProvinceIsImported() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        var units = (0..<69).map { Unit(code: "xa\($0)", title: "Xã \($0)", type: "u", parent: nil) }
        units += (0..<600).map { Self.school("s\($0)", "xa\($0 % 69)") }
        units += (0..<12_000).map {
            Unit(
                code: "l\($0)",
                title: "Lớp \($0)",
                type: "u",
                parent: "s\($0 % 600)",
                headcounts: [Headcount(count: 40, countedOn: Self.today, source: "Sở")]
            )
        }
        let all = units
        try await fixture.running { store in
            let change = UnitImport(units: all, stored: store.register.byCode)
            let started = ContinuousClock.now
            let isStored = try await store.store(change, readAt: store.registerRevision, by: "an")
            #expect(isStored)
            // Far above what it takes, far below what would be wrong.
            #expect(ContinuousClock.now - started < .seconds(30))
            #expect(
                store.register.subtree(of: "xa0").count == store.register.children(of: "xa0", in: .administrative).count
                    * 21 + 1
            )
            #expect(UnitImport(units: all, stored: store.register.byCode).same == all.count)
        }
        try await fixture.running { store in
            #expect(UnitImport(units: all, stored: store.register.byCode).same == all.count)
        }
    }

    @Test func anImportOnAnOldRegisterIsRefused() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let revision = store.registerRevision
            let change = UnitImport(units: [Self.school("a")], stored: store.register.byCode)
            #expect(try await store.store(change, readAt: revision, by: "an"))
            let other = UnitImport(units: [Self.school("b")], stored: [:])
            #expect(try await !store.store(other, readAt: revision, by: "an"))
            #expect(store.register["b"] == nil)
            try await store.put([Self.school("b", "a")], by: "an")
            #expect(store.register.path(up: "b") == ["b", "a"])
        }
    }

    /// A stop in the middle leaves nothing half done: the next start goes on.
    @Test func anImportThatWasBrokenOffGoesOn() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { _ in }
        do {
            let database = try SQLiteDatabase(path: fixture.folder + "/quiz.db", access: .writing)
            let json =
                #"{"units":[{"code":"a","title":"A","type":"u","successors":[],"counts":[]},"#
                + #"{"code":"b","title":"B","type":"u","parent":"a","successors":[],"counts":[]}],"actor":"an","detail":"2"}"#
            try database.begin()
            try database.run(
                Query(
                    name: "test.break",
                    sql: "UPDATE unit_register SET revision = revision + 1, waiting = $1, done = 1 WHERE register = 1"
                ),
                [.bytes(Array(json.utf8))]
            )
            try database.execute("INSERT INTO unit (code, title, type) VALUES ('a', 'A', 'u')")
            try database.commit()
            try database.checkpoint()
        }
        try await fixture.running { store in
            for _ in 0..<200 where store.register["b"] == nil { try await Task.sleep(for: .milliseconds(10)) }
            #expect(store.register.path(up: "b") == ["b", "a"])
            try await store.put([Self.school("d")], by: "an")
            #expect(store.register["d"] != nil)
        }
    }

    @Test func headcountsKeepTheirHistory() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            func counted(_ count: Int, _ day: Int, _ source: String = "Sở") -> Headcount {
                Headcount(count: count, countedOn: CalendarDay(year: 2026, month: 9, day: day), source: source)
            }
            #expect(try await store.enter(counted(10, 1), of: "u1", by: "an"))
            #expect(try await store.enter(counted(12, 5), of: "u1", by: "bình"))
            #expect(try await store.enter(counted(11, 1), of: "u1", by: "bình"))
            #expect(try await store.enter(counted(11, 1, "Trường"), of: "u1", by: "an"))
            #expect(try await !store.enter(counted(1, 1), of: "nowhere", by: "an"))
            let history = try await store.headcounts(of: "u1")
            #expect(
                history.map(\.headcount.count) == [12, 11, 11] && history.map(\.enteredBy) == ["bình", "an", "bình"]
            )
            #expect(history.allSatisfy { $0.enteredAt == fixture.clock.now() })
            #expect(Headcount.newest(of: store.register["u1"]?.headcounts ?? []).map(\.count) == [12])
            // An import adds to them, too.
            let unit = Unit(code: "u1", title: "Đống Đa", type: "u", parent: nil, headcounts: [counted(15, 9)])
            try await store.put([unit], by: "an")
            #expect(try await store.headcounts(of: "u1").map(\.headcount.count) == [15, 12, 11, 11])
        }
    }

    /// People move, what they did stays where it was done (I14).
    @Test func aMergeMovesPeopleAndNoResults() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put([Self.school("cu"), Self.school("moi")], by: "an")
            let person = try await fixture.register(1, unit: "cu", in: store)
            try await Self.finished(person, fixture, store)
            let from = try #require(CalendarDay(year: 2026, month: 11, day: 20))
            func merge(_ old: String, _ new: String, _ contests: [String] = ["c"]) async throws -> UnitMergeOutcome {
                let merge = UnitMerge(unit: old, successor: new, from: from, contests: contests, reason: "Sáp nhập")
                return try await store.merge(merge, by: "an")
            }
            #expect(try await merge("cu", "moi") == .merged(UnitMoves(people: 1)))
            #expect(try await Self.line(store, "cu") == [person.key])
            #expect(try await Self.line(store, "moi").isEmpty)
            #expect(try await store.claims(of: "moi", contest: "c").map(\.claimed) == [1])
            #expect(store.register["cu"]?.validTo == CalendarDay(year: 2026, month: 11, day: 19))
            #expect(store.register.rolledUp("cu", on: from)?.code == "moi")
            // Nobody registers there any more, and nothing succeeds itself.
            let late = fixture.registration(2, unit: "cu", in: store)
            #expect(try await store.register(late) == .unknownUnit)
            for (old, new) in [("moi", "cu"), ("moi", "moi")] {
                guard case .refused = try await merge(old, new) else {
                    Issue.record("\(old) → \(new) was merged")
                    continue
                }
            }
            #expect(try await merge("moi", "nowhere") == .unknown)
            #expect(try await merge("moi", "u1", ["nowhere"]) == .unknown)
        }
    }

    /// Neither a row nor a denominator is left of what is no more; what was done there counts for the successor.
    @Test func reportsCountTheUnitsThatAreThere() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let counted = Headcount(count: 40, countedOn: Self.today, source: "Sở")
            let codes = ["cu", "moi", "xa", Unit.other]
            try await store.put(
                codes.map { Unit(code: $0, title: "A \($0)", type: "u", parent: nil, headcounts: [counted]) }
                    + [Unit(code: "lop", title: "Lớp", type: "u", parent: "xa")],
                by: "an"
            )
            for (number, unit) in ["cu", "cu", "moi"].enumerated() {
                try await Self.finished(try await fixture.register(number, unit: unit, in: store), fixture, store)
            }
            let scope = ReportScope(contests: .one("c"))
            func listed() async throws -> [String] {
                try #require(try await store.figures(scope)).units.map(\.code).filter { $0 != "u1" && $0 != "u2" }
            }
            #expect(try await listed() == ["cu", "moi", "xa", "lop", Unit.other])
            let past = try #require(CalendarDay(year: 2026, month: 1, day: 2))
            for (old, new) in [("cu", "moi"), ("xa", "moi")] {
                let merge = UnitMerge(unit: old, successor: new, from: past, contests: [], reason: "Sáp nhập")
                #expect(try await store.merge(merge, by: "an") == .merged(UnitMoves()))
            }
            // What is below it is still there, and needs its way up.
            #expect(try await listed() == ["moi", "xa", "lop", Unit.other])
            let figures = try #require(try await store.figures(scope))
            let moi = try #require(figures.units.first { $0.code == "moi" })
            #expect(figures.people[moi.key]?["g"]?.submitted == 3)
        }
    }

    @Test(arguments: [false, true])
    func otherUnitsAreMapped(_ corrects: Bool) async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            try await store.put([Self.school("le-loi")], by: "an")
            var people: [Contestant] = []
            for (number, text) in ["THCS Lê Lợi", "thcs le loi", "Nhà máy"].enumerated() {
                let known = fixture.registration(number, unit: Unit.other, in: store)
                let registration = Registration(other: text, known)
                guard case .registered(let person) = try await store.register(registration) else { return }
                people.append(person)
            }
            try await Self.finished(people[0], fixture, store)
            #expect(try await store.otherUnits(of: "c").map(\.people) == [1, 1, 1])
            let mapping = OtherUnitMapping(
                texts: ["THCS Lê Lợi", "thcs le loi"],
                unit: "le-loi",
                reason: "Ghi khác tên",
                correctsResults: corrects
            )
            let moves = try await store.map(mapping, of: "c", by: "an")
            #expect(moves == UnitMoves(people: 2, attempts: corrects ? 1 : 0))
            #expect(try await store.otherUnits(of: "c").map(\.text) == ["Nhà máy"])
            #expect(try await store.claims(of: "le-loi", contest: "c").map(\.claimed) == [2])
            #expect(try await Self.line(store, "le-loi") == (corrects ? [people[0].key] : []))
            #expect(try await Self.line(store, Unit.other) == (corrects ? [] : [people[0].key]))
            #expect(try await store.map(mapping, of: "c", by: "an") == UnitMoves())
        }
        // Boards are the same when they are built anew.
        try await fixture.running { store in
            let lines = try await Self.line(store, "le-loi")
            #expect(lines.count == (corrects ? 1 : 0))
        }
    }

    @Test func peopleAreConfirmedInTheirOwnSubtree() async throws {
        let fixture = try Fixture()
        defer { fixture.remove() }
        try await fixture.running { store in
            let units = [
                Self.school("xa"), Self.school("so"), Self.school("truong", "xa", education: "so"),
                Self.school("lop", "truong"),
            ]
            try await store.put(units, by: "an")
            let own = try await fixture.register(1, unit: "lop", in: store)
            let foreign = try await fixture.register(2, in: store)
            for unit in ["truong", "xa", "so"] {
                #expect(
                    try await store.claims(of: unit, contest: "c") == [
                        UnitClaims(unit: "lop", claimed: 1, confirmed: 0)
                    ]
                )
            }
            let absent = fixture.id("nobody")
            let ids = [own.id, foreign.id, absent]
            let first = try await store.confirm(ids, of: "so", contest: "c", by: "an")
            #expect(first.confirmed == 1 && first.already == 0 && first.unknown == [foreign.id, absent])
            let second = try await store.confirm(ids, of: "xa", contest: "c", by: "an")
            #expect(second.confirmed == 0 && second.already == 1)
            #expect(
                try await store.claims(of: "so", contest: "c") == [UnitClaims(unit: "lop", claimed: 0, confirmed: 1)]
            )
            #expect(try await store.claimants(of: "so", contest: "c", limit: 10).isEmpty)
            #expect(try await store.claimants(of: "u1", contest: "c", limit: 10).map(\.id) == [foreign.id])
            #expect(try await store.confirm(ids, of: "so", contest: "nowhere", by: "an").unknown == ids)
        }
    }
}

extension Registration {
    fileprivate init(other text: String, _ known: Registration) {
        self.init(
            id: known.id,
            contestKey: known.contestKey,
            contest: known.contest,
            name: known.name,
            displayName: known.displayName,
            sortKey: known.sortKey,
            group: known.group,
            unit: known.unit,
            birthYear: known.birthYear,
            position: known.position,
            phone: known.phone,
            consents: known.consents,
            identityHash: known.identityHash,
            entryCodeHash: known.entryCodeHash,
            requestKeyHash: known.requestKeyHash,
            contentHash: known.contentHash,
            session: known.session,
            otherUnit: text
        )
    }
}
