import QuizAPI
import QuizCore
import Synchronization
import Testing

/// Lists of people over HTTP: who gets them, with what in them, and what is noted before.
struct ListTests {
    private static let lists = ["results", "participation", "unregistered", "unfinished"]

    private static func row(_ name: String) -> ListRow {
        ListRow(
            name: name,
            birthYear: nil,
            phone: nil,
            group: "g",
            unitCode: "u1",
            unitTitle: "Xã \"Một\"",
            isUnitConfirmed: false,
            facts: .progress(ListRow.Progress(attempts: 1, submitted: 0))
        )
    }

    /// Two pieces of one person each.
    private static func pages() -> ListPages {
        let names = Mutex(["Lan", "=1+1"])
        return ListPages { () async throws(StoreError) in
            names.withLock { $0.isEmpty ? [] : [row($0.removeFirst())] }
        }
    }

    private func server(
        _ grant: Grant,
        _ selections: @escaping @Sendable (ListSelection, String?) -> Void = { _, _ in }
    ) throws -> TestServer {
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { (_) throws(StoreError) in .staff(StaffMember(key: 1, name: "an", grants: [grant])) }
        store.onKeep = { (_, _) throws(StoreError) in }
        store.units.register = UnitRegister(units: [
            Unit(code: "u1", title: "Xã Một", type: "xa", parent: "top"),
            Unit(code: "top", title: "Tỉnh", type: "tinh", parent: nil),
        ])
        store.onUnit = { (code) throws(StoreError) in
            switch code {
            case "u1": Unit(code: "u1", title: "Xã Một", type: "xa", parent: "top")
            case "top": Unit(code: "top", title: "Tỉnh", type: "tinh", parent: nil)
            default: nil
            }
        }
        store.onExport = { (selection, _, purpose, _) throws(StoreError) in selections(selection, purpose) }
        store.onList = { (_) throws(StoreError) in Self.pages() }
        return try TestServer(store)
    }

    @Test(arguments: lists)
    func organizersGetTheListsOfAContest(_ list: String) async throws {
        let server = try server(Grant(role: .organizer, contest: nil, unit: nil))
        let reply = try await server.get("/api/v1/contests/c/\(list)?format=json")
        #expect(reply.status == 200)
        #expect(reply.json["rows"] as? Int == 2)
        #expect((reply.json["items"] as? [[String: Any]])?.map { $0["name"] as? String } == ["Lan", "=1+1"])
        let csv = try await server.get("/api/v1/contests/c/\(list)?separator=semicolon")
        #expect(csv.text.hasPrefix("\u{FEFF}STT;"))
        #expect(csv.text.contains("'=1+1"))
        #expect(try await server.get("/api/v1/contests/c/\(list)?format=xlsx").bytes.starts(with: [0x50, 0x4B]))
    }

    @Test(
        arguments: [
            (Grant(role: .coordinator, contest: nil, unit: "u1"), 404, 200),
            (Grant(role: .coordinator, contest: nil, unit: "top"), 404, 200),
            (Grant(role: .coordinator, contest: nil, unit: "u2"), 404, 404),
            (Grant(role: .coordinator, contest: "other", unit: "u1"), 404, 404),
            (Grant(role: .organizer, contest: "c", unit: nil), 200, 200),
            (Grant(role: .organizer, contest: "other", unit: nil), 404, 404),
            (Grant(role: .auditor, contest: nil, unit: nil), 404, 404),
        ] as [(Grant, Int, Int)]
    )
    func foreignAndAbsentAreAlikeNotFound(_ grant: Grant, _ contest: Int, _ unit: Int) async throws {
        let server = try server(grant)
        for list in Self.lists {
            #expect(try await server.get("/api/v1/contests/c/\(list)").status == contest)
            #expect(try await server.get("/api/v1/units/u1/\(list)?contest=c&format=csv").status == unit)
            #expect(try await server.get("/api/v1/units/none/\(list)?contest=c&format=csv").status == 404)
            #expect(try await server.get("/api/v1/units/u1/\(list)?contest=none&format=csv").status == 404)
        }
    }

    @Test(
        arguments: [
            "format=pdf", "separator=tab", "fields=all", "fields=contact", "fields=contact&purpose=%20", "round=x",
            "group=x",
        ]
    )
    func whatCannotBeAskedForIsSaid(_ query: String) async throws {
        let noted = Mutex(0)
        let server = try server(Grant(role: .organizer, contest: nil, unit: nil)) { _, _ in noted.withLock { $0 += 1 } }
        let reply = try await server.get("/api/v1/contests/c/results?\(query)")
        #expect(reply.status == 422)
        let long = String(repeating: "a", count: 201)
        #expect(try await server.get("/api/v1/contests/c/results?purpose=\(long)").status == 422)
        #expect(noted.withLock { $0 } == 0)
    }

    @Test func whoAndWhatForIsNotedAndPlacesWait() async throws {
        let seen = Mutex<[(ListSelection, String?)]>([])
        let note: @Sendable (ListSelection, String?) -> Void = { selection, purpose in
            seen.withLock { $0.append((selection, purpose)) }
        }
        let path = "/api/v1/units/u1/results?contest=c&format=json&fields=contact&purpose=trao%20gi%E1%BA%A3i"
        _ = try await server(Grant(role: .coordinator, contest: nil, unit: "u1"), note).get(path)
        _ = try await server(Grant(role: .organizer, contest: nil, unit: nil), note).get(path)
        let noted = seen.withLock { $0 }
        #expect(noted.map(\.1) == ["trao giải", "trao giải"])
        #expect(noted.map(\.0.unit) == ["u1", "u1"])
        #expect(noted.allSatisfy { $0.0.hasContact })
        #expect(noted[1].0.hiddenPlaces.isEmpty)
    }

    @Test func nothingIsSentThatCannotBeNoted() async throws {
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { (_) throws(StoreError) in
            .staff(StaffMember(key: 1, name: "an", grants: [Grant(role: .admin, contest: nil, unit: nil)]))
        }
        store.onKeep = { (_, _) throws(StoreError) in }
        store.onList = { (_) throws(StoreError) in Self.pages() }
        store.onExport = { (_, _, _, _) throws(StoreError) in throw .full }
        let reply = try await TestServer(store).get("/api/v1/contests/c/participation")
        #expect(reply.status == 507 || reply.status == 503)
        #expect(!reply.text.contains("Lan"))
    }
}
