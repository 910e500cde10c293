import HTTPTypes
import QuizCore
import Synchronization
import Testing

/// Item statistics at the edge: who may, what is asked for, what comes.
struct StatisticsTests {
    /// What the store was asked for.
    private final class Asked: Sendable {
        let requests = Mutex<[(selection: AttemptSelection, actor: String)]>([])
    }

    private static let path = "/api/v1/contests/c/statistics"

    private func report() -> ItemReport {
        var items = ItemList()
        items.add(Example.definition(Example.contest()))
        let start = Timestamp(milliseconds: TestClock.start)
        var analysis = ItemAnalysis(items: items, slots: TimeSlots(from: start, through: start))
        for person in 0..<40 {
            let picked = person < 4 ? 1 : 0
            analysis.add(
                Sitting(
                    person: Int64(person),
                    startedAt: start,
                    answers: (0..<4).map { item in
                        Sitting.Answer(
                            item: item,
                            order: OptionOrder(count: 3),
                            choice: .places(PlaceSet(places: [item == 0 ? picked : 0])),
                            credit: item == 0 && picked == 1 ? 0 : 1_000,
                            change: Sitting.Change(at: start.adding(milliseconds: 5_000), isOnly: true)
                        )
                    }
                )
            )
        }
        return analysis.report()
    }

    private func server(_ grants: [Grant], asked: Asked = Asked(), contestant: Bool = false) throws -> TestServer {
        var store = StubStore()
        store.known = [Example.definition(Example.contest()), Example.definition(Example.contest(id: "d"), key: 2)]
        let someone = try #require(Example.contestant())
        let member = StaffMember(key: 1, name: "an", grants: grants)
        store.onPrincipal = { _ in contestant ? .contestant(someone) : .staff(member) }
        store.onKeep = { _, _ in }
        let report = report()
        store.onItemReport = { selection, actor in
            asked.requests.withLock { $0.append((selection, actor)) }
            return report
        }
        return try TestServer(store)
    }

    private static let organizer = Grant(role: .organizer, contest: "c", unit: nil)

    @Test func anOrganizerSeesTheQuestionsOfTheOwnContest() async throws {
        let asked = Asked()
        let server = try server([Self.organizer], asked: asked)
        let reply = try await server.get(Self.path + "?round=r&group=g&attempts=all")
        #expect(reply.status == 200)
        #expect(reply.headers[.cacheControl] == "no-store")
        let request = try #require(asked.requests.withLock { $0.first })
        #expect(request.selection == AttemptSelection(contest: "c", round: "r", group: "g", attempts: .all))
        #expect(request.actor == "an")
        #expect(reply.json["papers"] as? Int == 40)
        #expect(reply.json["attempts"] as? String == "all")
        let items = try #require(reply.json["items"] as? [[String: Any]])
        #expect(items.map { $0["question"] as? String } == ["q0", "q1", "q2", "q3"])
        #expect(items[0]["facility"] as? Double == 0.9)
        let options = try #require(items[0]["options"] as? [[String: Any]])
        #expect(options.map { $0["papers"] as? Int } == [36, 4, 0])
        #expect(options.map { $0["key"] as? Bool } == [true, false, false])
        let flags = try #require(items[1]["flags"] as? [[String: Any]])
        #expect(flags.map { $0["code"] as? String } == ["tooEasy"])
        #expect((flags[0]["advice"] as? String)?.isEmpty == false)
    }

    @Test func withoutAWordTheFirstAttemptsOfAllAreLookedAt() async throws {
        let asked = Asked()
        let server = try server([Grant(role: .admin, contest: nil, unit: nil)], asked: asked)
        #expect(try await server.get(Self.path + "?round=&group=").status == 200)
        #expect(asked.requests.withLock { $0.first?.selection } == AttemptSelection(contest: "c"))
    }

    /// Foreign and absent are the same (I7); nobody who may not read keys gets near them.
    @Test(arguments: [
        Grant(role: .organizer, contest: "d", unit: nil), Grant(role: .coordinator, contest: "c", unit: "u1"),
        Grant(role: .coordinator, contest: "c", unit: nil), Grant(role: .auditor, contest: "c", unit: nil),
        Grant(role: .organizer, contest: "c", unit: "u1"),
    ])
    func othersFindNothing(_ grant: Grant) async throws {
        let asked = Asked()
        let server = try server([grant], asked: asked)
        let foreign = try await server.get(Self.path)
        let absent = try await server.get("/api/v1/contests/khac/statistics")
        #expect(foreign.status == 404)
        #expect(absent.status == 404)
        #expect(foreign.code == absent.code)
        #expect(asked.requests.withLock { $0.isEmpty })
    }

    @Test func contestantsAndStrangersAreNotStaff() async throws {
        #expect(try await server([], contestant: true).get(Self.path).status == 401)
        #expect(try await server([Self.organizer]).get(Self.path, signedIn: false).status == 401)
    }

    @Test(arguments: ["format=pdf", "attempts=best", "round=khac", "group=khac"])
    func whatIsNotThereIsSaid(_ query: String) async throws {
        let reply = try await server([Self.organizer]).get(Self.path + "?" + query)
        #expect(reply.status == 422)
        #expect(reply.code == "invalid")
    }

    @Test func tablesForSpreadsheets() async throws {
        let server = try server([Self.organizer])
        let csv = try await server.get(Self.path + "?format=csv&separator=semicolon")
        #expect(csv.headers[.contentDisposition] == "attachment; filename=\"thong-ke-c.csv\"")
        let lines = csv.text.split(separator: "\r\n")
        #expect(lines.count == 5)
        #expect(lines[1].hasPrefix("b;q0;single;t;easy;Câu 0;40;0;36;0,9;"))
        let xlsx = try await server.get(Self.path + "?format=xlsx")
        #expect(xlsx.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(xlsx.headers[.contentType] == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
}
