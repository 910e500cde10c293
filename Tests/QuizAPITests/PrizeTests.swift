import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct PrizeTests {
    private static let id = "07070707070707070707070707070707"
    private static let base = "/api/v1/contests/c"

    /// Two prizes, of which one is won and one is level between two.
    private static func contest() -> Contest {
        let plain = Example.contest()
        return Contest(
            id: plain.id,
            mode: plain.mode,
            acceptsPublicBank: plain.acceptsPublicBank,
            title: plain.title,
            banks: plain.banks,
            rounds: plain.rounds,
            rules: plain.rules,
            groups: plain.groups,
            prediction: nil,
            prizes: Prizes(tables: [
                PrizeTable(
                    boards: ["r"],
                    groups: ["g"],
                    places: [
                        PrizePlace(title: "Giải Nhất", count: 1, value: "1.000.000 đồng"),
                        PrizePlace(title: "Giải Nhì", count: 1),
                    ]
                )
            ])
        )
    }

    private static func report() throws -> PrizeReport {
        let board = PrizeBoardName(round: "r", group: "g")
        let lines = [(5, 1), (6, 2), (7, 3), (8, 3)].map { PrizeLine(contestant: $0.0, place: $0.1) }
        let allocation = PrizeAllocation(
            of: contest().prizes,
            boards: [PrizeBoard(name: board, lines: lines)],
            excluded: [5: .staff]
        )
        let at = Timestamp(milliseconds: TestClock.start)
        var people: [Int64: PrizeReport.Person] = [:]
        for key in 5...8 {
            people[Int64(key)] = PrizeReport.Person(
                id: try #require(Example.id(UInt8(key))),
                name: "=Người \(key)",
                displayName: "\(key) N.",
                birthYear: 1_990,
                group: "g",
                exclusion: key == 5 ? Exclusion(kind: .staff, reason: "Thư ký", at: at, by: "an") : nil,
                identity: key == 6 ? IdentityCheck(state: .confirmed, note: "", at: at, by: "an") : nil
            )
        }
        let result = PrizeReport.Result(score: 4_000, duration: 1_500, unitCode: "u1", unitTitle: "Xã Một")
        return PrizeReport(
            boards: [
                PrizeReport.Board(
                    name: board,
                    table: 0,
                    isOver: true,
                    outcomes: allocation.outcomes,
                    passedOver: allocation.passedOver,
                    results: [5: result, 6: result, 7: result, 8: result]
                )
            ],
            collective: [],
            people: people,
            excluded: [people[5]].compactMap { $0 },
            decisions: [],
            draws: []
        )
    }

    private func server(
        _ grants: [Grant] = [Grant(role: .organizer, contest: "c", unit: nil)],
        change: PrizeChange = .done,
        heard: Heard = Heard()
    ) throws -> TestServer {
        let report = try Self.report()
        var store = StubStore()
        store.known = [Example.definition(Self.contest())]
        store.onPrincipal = { _ in .staff(StaffMember(key: 1, name: "binh", grants: grants)) }
        store.onKeep = { _, _ in }
        store.prizes.onReport = { _ in report }
        store.prizes.onChange = { words in
            heard.words.withLock { $0.append(words) }
            return change
        }
        store.prizes.onPeople = { words, limit in
            heard.words.withLock { $0.append("\(words) \(limit)") }
            return []
        }
        return try TestServer(store)
    }

    private final class Heard: Sendable {
        let words = Mutex<[String]>([])
    }

    @Test func winnersAndReasonsAreTold() async throws {
        let reply = try await server().get(Self.base + "/prizes")
        #expect(reply.status == 200)
        let board = try #require((reply.json["boards"] as? [[String: Any]])?.first)
        let places = try #require(board["places"] as? [[String: Any]])
        let winner = try #require((places[0]["winners"] as? [[String: Any]])?.first)
        #expect(winner["contestant"] as? String == String(repeating: "06", count: 16))
        #expect(winner["nextInLine"] as? Bool == true)
        #expect((winner["identity"] as? [String: Any])?["state"] as? String == "confirmed")
        let tie = try #require((places[1]["ties"] as? [[String: Any]])?.first)
        #expect(tie["prizes"] as? Int == 1 && tie["size"] as? Int == 2)
        #expect((tie["people"] as? [Any])?.count == 2)
        let passed = try #require((board["passedOver"] as? [[String: Any]])?.first)
        #expect(passed["kind"] as? String == "staff")
        #expect((passed["exclusion"] as? [String: Any])?["reason"] as? String == "Thư ký")
        // Internal keys stay inside, and no phone is told.
        #expect(!reply.text.contains("\"phone\"") && !reply.text.contains("\"key\""))
    }

    @Test func filesOfWinnersHoldNoFormulas() async throws {
        let server = try server()
        let csv = try await server.get(Self.base + "/prizes?format=csv&separator=semicolon")
        #expect(csv.text.hasPrefix("\u{FEFF}STT;Giải;"))
        #expect(csv.text.contains(";'=Người 6;1990;u1;Xã Một;2;4;1,5;Đã xác minh;Kế tiếp\r\n"))
        #expect(csv.text.contains("Cần quyết định: 2 người bằng nhau, 1 giải"))
        #expect(csv.headers[.contentDisposition] == "attachment; filename=\"giai-thuong-c.csv\"")
        let book = try await server.get(Self.base + "/prizes?format=xlsx")
        #expect(book.bytes.starts(with: Array("PK".utf8)))
        #expect(try await server.get(Self.base + "/prizes?format=pdf").status == 422)
    }

    @Test func levelPeopleAreListed() async throws {
        let server = try server()
        let reply = try await server.get(Self.base + "/ties?round=r&group=g")
        let tie = try #require((reply.json["items"] as? [[String: Any]])?.first)
        #expect(tie["size"] as? Int == 2 && tie["place"] as? Int == 3)
        #expect(tie["byHand"] as? Bool == false && tie["byDraw"] as? Bool == false)
        #expect(((tie["prizes"] as? [[String: Any]])?.first?["title"]) as? String == "Giải Nhì")
        #expect(try await server.get(Self.base + "/ties?round=x").status == 404)
        #expect(try await server.get(Self.base + "/ties?group=x").status == 404)
    }

    @Test func changesReachTheStoreWithTheirActor() async throws {
        let heard = Heard()
        let server = try server(heard: heard)
        let replies = [
            try await server.send(
                .put,
                Self.base + "/exclusions/\(Self.id)",
                #"{"kind":"staff","reason":" Thành viên "}"#
            ),
            try await server.send(.delete, Self.base + "/exclusions/\(Self.id)"),
            try await server.send(.put, Self.base + "/prizes/\(Self.id)/identity", #"{"state":"confirmed"}"#),
            try await server.send(
                .post,
                Self.base + "/tie-decisions",
                #"{"round":"r","group":"g","order":["\#(Self.id)"],"reason":"Họp"}"#
            ),
            try await server.send(
                .post,
                Self.base + "/draws",
                #"{"round":"r","text":"52817","source":"Xổ số"}"#
            ),
            try await server.get(Self.base + "/contestants?q=%C4%91%C3%A0o%20hue&limit=5"),
        ]
        #expect(replies.map(\.status) == [200, 200, 200, 200, 201, 200])
        #expect(
            heard.words.withLock { $0 } == [
                "exclude \(Self.id) staff Thành viên by binh", "readmit \(Self.id) by binh",
                "check \(Self.id) confirmed  by binh", "decide r [\"\(Self.id)\"] Họp by binh",
                "draw r 52817 Xổ số by binh", "[\"đào\", \"hue\"] 6",
            ]
        )
    }

    @Test(
        arguments: [
            (.put, "/exclusions/\(id)", #"{"kind":"other","reason":"x"}"#, 422),
            (.put, "/exclusions/\(id)", #"{"kind":"staff","reason":" "}"#, 422),
            (.put, "/exclusions/\(id)", #"{"kind":"staff"}"#, 422),
            (.put, "/exclusions/\(id)", #"{"kind":"staff","reason":"a\nb"}"#, 422),
            (.put, "/exclusions/\(id)", #"{"kind":"staff","reason":"x","note":"y"}"#, 400),
            (.put, "/exclusions/7", #"{"kind":"staff","reason":"x"}"#, 404),
            (.put, "/prizes/\(id)/identity", #"{"state":"failed"}"#, 422),
            (.put, "/prizes/\(id)/identity", #"{"state":"maybe"}"#, 422),
            (.post, "/tie-decisions", #"{"round":"r","group":"g","order":[],"reason":"x"}"#, 422),
            (.post, "/tie-decisions", #"{"round":"r","group":"g","order":["x"],"reason":"x"}"#, 422),
            (.post, "/tie-decisions", #"{"round":"r","group":"g","order":["\#(id)","\#(id)"],"reason":"x"}"#, 422),
            (.post, "/tie-decisions", #"{"round":"r","group":"g","reason":"x"}"#, 400),
            (.post, "/draws", #"{"round":"r","text":"","source":"x"}"#, 422),
            (.post, "/draws", #"{"round":"r","text":"x"}"#, 422),
        ] as [(HTTPRequest.Method, String, String, Int)]
    )
    func whatIsNotSoundIsRefused(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String,
        _ status: Int
    ) async throws {
        let heard = Heard()
        let reply = try await server(heard: heard).send(method, Self.base + path, body)
        #expect(reply.status == status)
        #expect(heard.words.withLock { $0 }.isEmpty)
    }

    @Test(
        arguments: [
            (.notFound, 404, "not-found"), (.notInChain, 409, "not-in-chain"), (.notOver, 409, "round-not-over"),
            (.notLevel, 409, "not-level"), (.drawnAlready, 409, "drawn-already"),
        ] as [(PrizeChange, Int, String)]
    )
    func refusalsHaveTheirCode(_ change: PrizeChange, _ status: Int, _ code: String) async throws {
        let body = #"{"round":"r","text":"1","source":"x"}"#
        let reply = try await server(change: change).send(.post, Self.base + "/draws", body)
        #expect(reply.status == status)
        #expect(reply.code == code)
    }

    /// I7: only organizers of this contest; for all others there is nothing.
    @Test(
        arguments: [
            [], [Grant(role: .organizer, contest: "other", unit: nil)],
            [Grant(role: .coordinator, contest: "c", unit: "u1")], [Grant(role: .auditor, contest: "c", unit: nil)],
            [Grant(role: .organizer, contest: "c", unit: "u1")],
        ] as [[Grant]]
    )
    func nobodyElseFindsAnything(_ grants: [Grant]) async throws {
        let heard = Heard()
        let server = try server(grants, heard: heard)
        let exclusion = #"{"kind":"staff","reason":"x"}"#
        let replies = [
            try await server.get(Self.base + "/prizes"), try await server.get(Self.base + "/prizes?format=csv"),
            try await server.get(Self.base + "/ties"), try await server.get(Self.base + "/contestants?q=nguyen"),
            try await server.send(.put, Self.base + "/exclusions/\(Self.id)", exclusion),
            try await server.send(.delete, Self.base + "/exclusions/\(Self.id)"),
            try await server.send(.put, Self.base + "/prizes/\(Self.id)/identity", #"{"state":"confirmed"}"#),
            try await server.send(
                .post,
                Self.base + "/tie-decisions",
                #"{"round":"r","group":"g","order":["\#(Self.id)"],"reason":"x"}"#
            ),
            try await server.send(.post, Self.base + "/draws", #"{"round":"r","text":"1","source":"x"}"#),
        ]
        #expect(replies.allSatisfy { $0.status == 404 && $0.code == "not-found" }, "\(replies.map(\.status))")
        #expect(heard.words.withLock { $0 }.isEmpty)
    }

    @Test func contestantsAndStrangersAreTurnedAway() async throws {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(Self.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        let server = try TestServer(store)
        #expect(try await server.get(Self.base + "/prizes").status == 401)
        #expect(try await server.get(Self.base + "/prizes", signedIn: false).status == 401)
        #expect(try await server.get(Self.base + "/contestants?q=nguyen").status == 401)
    }

    @Test func theListOfWinnersIsNotPublicYet() async throws {
        let reply = try await server().get(Self.base + "/winners?round=r", signedIn: false)
        #expect(reply.status == 404)
    }

    @Test func anAnnouncementHasOnlyNamesOfWinners() throws {
        let announcement = PrizeAnnouncement(of: try Self.report(), Self.contest())
        #expect(announcement.lines.map(\.name) == ["6 N."])
        #expect(announcement.lines.map(\.prize) == ["Giải Nhất"])
        // One prize is level between two.
        #expect(!announcement.isComplete)
    }

    @Test func oneLetterAsksForNobody() async throws {
        let heard = Heard()
        let reply = try await server(heard: heard).get(Self.base + "/contestants?q=a")
        #expect((reply.json["items"] as? [Any])?.isEmpty == true)
        #expect(heard.words.withLock { $0 }.isEmpty)
    }
}
