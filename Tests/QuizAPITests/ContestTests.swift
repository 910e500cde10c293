import HTTPTypes
import QuizAPI
import QuizCore
import Testing

struct ContestTests {
    private func server(_ contest: Contest = Example.contest(), attempts: [Attempt] = []) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(contest)]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempts = { _ in attempts }
        store.units.register = UnitRegister(units: [
            Example.unit, Unit(code: "s1", title: "Trường Hai", type: "v", parent: "u1"),
            Unit(
                code: "u0",
                title: "Xã Một cũ",
                type: "u",
                parent: nil,
                validTo: CalendarDay(year: 2026, month: 11, day: 23),
                successors: ["u1"]
            ), Unit(code: Unit.other, title: "Khác", type: Unit.other, parent: nil),
        ])
        return try TestServer(store)
    }

    @Test func contestsAreListedWithTheirState() async throws {
        let server = try server()
        let text =
            #"{"items":[{"id":"c","title":"Cuộc thi","mode":"contest","state":"open","#
            + #""opens":"2026-11-23T01:00:00.000Z","closes":"2026-11-30T01:00:00.000Z"}]}"#
        #expect(try await server.get("/api/v1/contests", signedIn: false).text == text)
        server.clock.advance(6 * Example.day)
        #expect(try await server.get("/api/v1/contests").text.contains(#""state":"closed""#))
    }

    @Test func aContestIsDescribedWhole() async throws {
        let json = try await server().get("/api/v1/contests/c", signedIn: false).json
        for key in [
            "id", "title", "mode", "timezone", "serverTime", "paperKeyCommitment", "rounds", "currentRound", "rules",
            "groups", "consents", "units",
        ] { #expect(json[key] != nil, "\(key)") }
        let rules = try #require(json["rules"] as? [String: Any])
        #expect(rules["questions"] as? Int == 4)
        #expect((json["consents"] as? [[String: Any]])?.last?["required"] as? String == "child")
    }

    @Test func unitsAreSearched() async throws {
        let server = try server()
        let unit = #"{"code":"u1","title":"Xã Một","type":"u","path":""}"#
        let found = try await server.get("/api/v1/contests/c/units?group=g&q=xa+mo%20&limit=99")
        #expect(found.text == #"{"items":[\#(unit)]}"#)
        // A group takes units of its types; what is no more is offered to nobody.
        #expect(try await server.get("/api/v1/contests/c/units?group=g&q=truong").text == #"{"items":[]}"#)
        let all = try await server.get("/api/v1/contests/c/units").text
        #expect(all.contains(#""path":"Xã Một"}"#) && !all.contains("u0") && !all.contains("khac"))
    }

    @Test func otherIsOfferedLastWhereTheContestTakesIt() async throws {
        let server = try server(Example.contest(otherUnits: true))
        for query in ["", "?q=xa+mot", "?q=nothing+like+it", "?limit=1"] {
            let items = try await server.get("/api/v1/contests/c/units\(query)").json["items"] as? [[String: Any]]
            #expect(items?.last?["code"] as? String == "khac", "\(query)")
            #expect(items?.filter { $0["code"] as? String == "khac" }.count == 1)
        }
    }

    @Test func whoComesBackSeesWhatIsLeft() async throws {
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        let open = try #require(Example.attempt())
        let fresh = try await server().get("/api/v1/contests/c/me").json
        #expect(fresh["attemptsLeft"] as? Int == 1)
        #expect(fresh["canStart"] as? Bool == true)
        let running = try await server(attempts: [open]).get("/api/v1/contests/c/me").json
        #expect(running["attemptsLeft"] as? Int == 0)
        #expect(running["canStart"] as? Bool == true)
        let done = try await server(attempts: [sealed]).get("/api/v1/contests/c/me")
        #expect(done.json["canStart"] as? Bool == false)
        #expect(done.text.contains(#""state":"sealed""#))
        let unlimited = try await server(Example.contest(limit: nil), attempts: [sealed]).get("/api/v1/contests/c/me")
        #expect(unlimited.text.contains(#""attemptsLeft":null,"canStart":true"#))
    }

    @Test func aPaperIsResumedWithItsAnswers() async throws {
        let attempt = try #require(Example.attempt())
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempt = { id, owner in id == attempt.id && owner == 7 ? attempt : nil }
        let reply = try await TestServer(store).get("/api/v1/attempts/\(attempt.id.hex)")
        #expect(reply.json["state"] as? String == "open")
        #expect(reply.json["serverTime"] as? String == "2026-11-24T01:00:00.000Z")
        #expect(
            reply.text.contains(
                #""questions":[{"position":1,"kind":"single","prompt":"Câu 0","#
                    + #""options":[{"id":"a","text":"Phương án 0/0"},{"id":"b""#
            )
        )
        #expect(
            reply.text.contains(
                #""answers":[{"position":1,"choice":["b"],"sequence":1,"savedAt":"2026-11-24T01:00:00.000Z"}"#
            )
        )
    }
}
