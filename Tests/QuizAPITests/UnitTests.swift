import HTTPTypes
import QuizAPI
import QuizCore
import QuizFormats
import Testing

/// The register over HTTP: who may see and change it, and what belongs to whom.
struct UnitTests {
    private static let register = UnitRegister(units: [
        Unit(code: "tinh", title: "Tỉnh", type: "u", parent: nil),
        Unit(code: "so", title: "Sở", type: "u", parent: "tinh"),
        Unit(code: "xa", title: "Xã", type: "u", parent: "tinh", headcounts: [Headcount(count: 9)]),
        Unit(code: "truong", title: "Trường Một", type: "u", parent: "xa", educationParent: "so"),
        Unit(code: "lop", title: "Lớp 9A", type: "u", parent: "truong"),
        Unit(code: Unit.other, title: "Khác", type: Unit.other, parent: nil),
    ])

    private let handlers: UnitHandlers = {
        var handlers = UnitHandlers()
        handlers.register = register
        handlers.otherUnits = [
            OtherUnit.Counted(text: "Truong mot", people: 2), OtherUnit.Counted(text: "trường Một", people: 1),
        ]
        handlers.claims = [UnitClaims(unit: "lop", claimed: 2, confirmed: 3)]
        return handlers
    }()

    private func server(_ role: Grant.Role?, contest: String? = nil, unit: String? = nil) throws -> TestServer {
        var store = StubStore(known: [Example.definition(Example.contest())])
        store.units = handlers
        store.onUnit = { Self.register[$0] }
        let member = role.map {
            StaffMember(key: 3, name: "an", grants: [Grant(role: $0, contest: contest, unit: unit)])
        }
        store.onPrincipal = { _ in member.map { .staff($0) } }
        store.onKeep = { _, _ in }
        return try TestServer(store)
    }

    private func upload(_ server: TestServer, _ query: String, _ text: String) async throws -> TestServer.Reply {
        try await server.send(.post, "/api/v1/\(query)", text, headers: [.contentType: "text/csv"])
    }

    private static let file = "code,title,type,parent\nlop-2,Lớp 9B,u,truong\nxa,Xã Mới,u,tinh\ntinh,Tỉnh,u,\n"

    @Test func aFileIsTriedAndThenStored() async throws {
        let server = try server(.organizer)
        let tried = try await upload(server, "units?dryRun=true", Self.file)
        #expect(tried.status == 200 && handlers.told.all.isEmpty)
        for (key, count) in [("units", 3), ("new", 1), ("changed", 1), ("same", 1)] {
            #expect(tried.json[key] as? Int == count)
        }
        #expect(tried.text.contains(#"{"key":"title","from":"Xã","to":"Xã Mới"}"#))
        let stored = try await upload(server, "units", Self.file)
        #expect(
            stored.status == 201 && handlers.told.all == ["an stores tinh xa lop-2"] || handlers.told.all.count == 1
        )
    }

    @Test func faultsComeByRowAndColumnAndAsAWorkbook() async throws {
        let server = try server(.admin)
        let bad = "code,title,type,parent\nlop-2,,u,truong\nlop-3,Lớp,u,nowhere\n"
        let reply = try await upload(server, "units", bad)
        #expect(reply.status == 422 && reply.code == "invalid" && handlers.told.all.isEmpty)
        let faults = try #require(reply.json["faults"] as? [[String: Any]])
        #expect(
            faults.map { $0["line"] as? Int } == [2, 3] && faults.map { $0["columnName"] as? String } == ["A", "D"]
        )
        #expect(faults.allSatisfy { ($0["message"] as? String)?.isEmpty == false && $0["original"] as? String != "" })
        let book = try await upload(server, "unit-faults?file=a.csv", bad)
        #expect(book.status == 200 && book.headers[.contentDisposition]?.contains("a%20-%20l%E1%BB%97i.xlsx") == true)
        #expect(book.bytes.starts(with: [0x50, 0x4B]))
        for text in ["", "\u{0}", "PK\u{3}\u{4}", "units: ["] {
            #expect(try await upload(server, "units", text).status == 422)
        }
    }

    @Test func theRegisterIsWalkedSearchedAndTaken() async throws {
        let server = try server(.auditor)
        func codes(_ query: String) async throws -> [String] {
            let items = try await server.get("/api/v1/units\(query)").json["items"] as? [[String: Any]]
            return items?.compactMap { $0["code"] as? String } ?? []
        }
        #expect(try await codes("") == ["tinh"])
        #expect(try await codes("?parent=so").isEmpty)
        #expect(try await codes("?parent=so&tree=education") == ["truong"])
        #expect(try await codes("?q=truogn+mot") == ["truong"])
        #expect(try await server.get("/api/v1/units?parent=nowhere").status == 404)
        #expect(try await server.get("/api/v1/units?tree=x").status == 422)
        let unit = try await server.get("/api/v1/units/truong").json
        #expect(unit["path"] as? String == "Tỉnh › Xã" && unit["educationParent"] as? String == "so")
        #expect(try await server.get("/api/v1/units?format=xlsx").bytes.starts(with: [0x50, 0x4B]))
        #expect(try await server.get("/api/v1/unit-template?format=csv").text.contains("Mã đơn vị"))
        #expect(try await server.get("/api/v1/unit-template").status == 200)
    }

    /// Foreign and absent alike are not found (I7).
    @Test(
        arguments: [
            (Grant.Role.coordinator, nil, "xa"), (.coordinator, nil, nil), (.organizer, nil, "xa"),
            (.auditor, nil, nil),
        ] as [(Grant.Role, String?, String?)]
    )
    func whoMayNotChangeTheRegisterFindsNothing(_ role: Grant.Role, _ contest: String?, _ unit: String?) async throws {
        let server = try server(role, contest: contest, unit: unit)
        let count = #"{"count":5,"on":"2026-09-05","source":"Sở"}"#
        #expect(try await upload(server, "units", Self.file).status == 404)
        #expect(try await upload(server, "unit-faults", Self.file).status == 404)
        #expect(try await server.send(.post, "/api/v1/units/xa/headcounts", count).status == 404)
        #expect(try await server.send(.post, "/api/v1/units/xa/merges", #"{"successor":"so"}"#).status == 404)
        #expect(try await server.get("/api/v1/contests/c/other-units").status == 404)
        #expect(handlers.told.all.isEmpty)
    }

    @Test func countsAndMergesAreChecked() async throws {
        let server = try server(.organizer)
        func send(_ part: String, _ body: String) async throws -> TestServer.Reply {
            try await server.send(.post, "/api/v1/units/\(part)", body)
        }
        #expect(
            try await send("xa/headcounts", #"{"count":5,"on":"2026-09-05","source":"Sở","group":"g"}"#).status == 200
        )
        #expect(try await send("nowhere/headcounts", #"{"count":5,"on":"2026-09-05","source":"Sở"}"#).status == 404)
        let faults =
            try await send("xa/headcounts", #"{"count":0,"on":"5/9/2026","group":"x"}"#).json["faults"]
            as? [[String: Any]]
        #expect(faults?.compactMap { $0["field"] as? String } == ["group", "count", "on", "source"])
        let merge = #"{"successor":"so","from":"2026-07-01","contests":["c"],"reason":"Sáp nhập"}"#
        #expect(try await send("xa/merges", merge).text == #"{"moved":2,"listed":0}"#)
        for (from, to) in [("so", "nowhere"), ("2026-07-01", "2026-7-1"), ("Sáp nhập", "x")] {
            #expect(try await send("xa/merges", merge.replacing("\"\(from)\"", with: "\"\(to)\"")).status == 422)
        }
        #expect(try await send("xa/merges", merge.replacing("[\"c\"]", with: "[\"d\"]")).status == 404)
        #expect(handlers.told.all == ["an counts xa g 5 (2026-09-05, Sở)", "an merges xa so 2026-07-01"])
    }

    @Test func writtenNamesAreGroupedAndMapped() async throws {
        let server = try server(.organizer, contest: "c")
        let list = try await server.get("/api/v1/contests/c/other-units")
        #expect(list.json["people"] as? Int == 3)
        let items = try #require(list.json["items"] as? [[String: Any]])
        #expect(items.count == 1 && (items[0]["texts"] as? [Any])?.count == 2)
        #expect(list.text.contains(#""suggestions":[{"code":"truong""#))
        let body =
            #"{"texts":["Truong mot","trường Một"],"unit":"truong","reason":"Cùng trường","correctResults":true}"#
        let path = "/api/v1/contests/c/other-units/mappings"
        #expect(try await server.send(.post, path, body).text == #"{"moved":3,"attempts":1}"#)
        #expect(handlers.told.all == ["an maps 2 truong true"])
        for wrong in ["khac", "nowhere"] {
            #expect(
                try await server.send(.post, path, body.replacing("\"truong\"", with: "\"\(wrong)\"")).status == 422
            )
        }
        #expect(try await server.send(.post, path, #"{"texts":[],"unit":"truong","reason":"abc"}"#).status == 422)
    }

    /// A grant for a unit covers what is below it in either tree, and nothing else.
    @Test(arguments: [("xa", true), ("so", true), ("tinh", true), ("truong", true), ("lop", false), ("khac", false)])
    func aCoordinatorConfirmsTheOwnSubtree(_ granted: String, _ isOwn: Bool) async throws {
        let server = try server(.coordinator, contest: "c", unit: granted)
        let list = try await server.get("/api/v1/units/truong/confirmations?contest=c")
        #expect(list.status == (isOwn ? 200 : 404))
        if isOwn { #expect(list.json["claimed"] as? Int == 2 && list.json["confirmed"] as? Int == 3) }
        let id = String(repeating: "ab", count: 16)
        let body = #"{"contest":"c","contestants":["\#(id)"]}"#
        let path = "/api/v1/units/truong/confirmations"
        #expect(try await server.send(.post, path, body).status == (isOwn ? 200 : 404))
        #expect(handlers.told.all.isEmpty == !isOwn)
        #expect(try await server.send(.post, path, body.replacing("\"c\"", with: "\"d\"")).status == 404)
        if isOwn { #expect(try await server.send(.post, path, body.replacing(id, with: "x")).status == 422) }
    }
}
