import HTTPTypes
import QuizAPI
import QuizCore
import Testing

/// Practice explains answer by answer; pauses, complete papers, and rounds with banks of their own.
struct PracticeTests {
    private func server(
        _ contest: Contest,
        bank: Bank = Example.bank(),
        attempt: Attempt? = nil,
        also: [Definition] = [],
        reveal: RevealOutcome? = nil,
        start: StartOutcome? = nil
    ) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        let example = try #require(Example.attempt())
        let attempt = attempt ?? example
        var store = StubStore()
        store.known = [Example.definition(contest, bank: bank)] + also
        store.bankVersions = [Example.version(bank)]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempt = { _, _ in attempt }
        store.onAttempts = { _ in [attempt] }
        store.onSubmit = { _, _ in attempt }
        store.places = { _, _ in (place: 2, of: 17, attempt: 5) }
        if let reveal { store.onReveal = { _, _, _ in reveal } }
        if let start { store.onStart = { _ in start } }
        return try TestServer(store)
    }

    private static let path = "/api/v1/attempts/" + String(repeating: "09", count: 16)
    private static let practice = Example.contest(mode: .practice, release: .submission, closesIn: nil)

    @Test func anAnswerIsExplainedWithItsKey() async throws {
        var attempt = try #require(Example.attempt())
        attempt.revealed = [2]
        let server = try server(Self.practice, attempt: attempt, reveal: .revealed(attempt))
        let reply = try await server.send(.post, Self.path + "/answers/2/reveal", "{}")
        #expect(reply.status == 200)
        #expect(
            reply.text
                == #"{"position":2,"kind":"single","prompt":"Câu 1","options":["#
                + #"{"id":"a","text":"Phương án 1/0","correct":true},{"id":"b","text":"Phương án 1/1","correct":false},"#
                + #"{"id":"c","text":"Phương án 1/2","correct":false}],"choice":["b"],"score":0,"maxScore":1000,"#
                + #""explanation":"Vì vậy 1","source":"Luật"}"#
        )
        let paper = try await server.get(Self.path)
        #expect(paper.text.contains(#""revealed":[2]"#))
        #expect(!paper.text.contains("Vì vậy"))
    }

    /// I3: the store is not even asked, which would be told as an issue.
    @Test func nothingIsExplainedWhileAKeyIsSecret() async throws {
        let reveal = Self.path + "/answers/1/reveal"
        let real = Example.definition(Example.contest(id: "real"), key: 3, bank: Example.bank(isPublic: false))
        let refused = [
            try server(Example.contest()), try server(Example.contest(mode: .demo, release: .submission)),
            try server(Example.contest(mode: .practice)),
            try server(Self.practice, bank: Example.bank(isPublic: false), also: [real]),
        ]
        for server in refused {
            let reply = try await server.send(.post, reveal, "{}")
            #expect(reply.status == 409 && reply.code == "key-withheld")
            #expect(!reply.text.contains("Vì vậy"))
        }
        let over = try server(
            Self.practice,
            bank: Example.bank(isPublic: false),
            also: [real],
            reveal: .revealed(try #require(Example.attempt()))
        )
        over.clock.advance(7 * Example.day)
        #expect(try await over.send(.post, reveal, "{}").status == 200)
    }

    @Test(
        arguments: [
            (.blank, "1", 409, "not-answered"), (.sealed, "1", 409, "sealed"), (.refused, "1", 409, "key-withheld"),
            (.notFound, "9", 404, "not-found"), (nil, "0", 404, "not-found"), (nil, "01", 404, "not-found"),
        ] as [(RevealOutcome?, String, Int, String)]
    )
    func whatCannotBeExplainedIsTold(
        _ outcome: RevealOutcome?,
        _ position: String,
        _ status: Int,
        _ code: String
    )
        async throws
    {
        let server = try server(Self.practice, reveal: outcome)
        let reply = try await server.send(.post, Self.path + "/answers/\(position)/reveal", "{}")
        #expect(reply.status == status && reply.code == code)
    }

    @Test func practiceIsNeverRanked() async throws {
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        let server = try server(Self.practice, attempt: sealed)
        let board = try await server.get("/api/v1/contests/c/leaderboards/g")
        #expect(board.json["status"] as? String == "hidden" && board.json["reason"] as? String == "practice")
        #expect(try await server.get("/api/v1/contests/c/leaderboards/g/me").code == "no-result")
        let result = try await server.get(Self.path + "/result")
        #expect(result.json["score"] as? Int == 3_000)
        for key in ["place", "of", "counted"] { #expect(result.json[key] == nil) }
    }

    @Test func aPauseSaysWhenItIsOver() async throws {
        let end = Timestamp(milliseconds: TestClock.start + 90_500)
        let server = try server(Example.contest(), start: .paused(until: end))
        let nonce = #"{"nonce":"08080808080808080808080808080808"}"#
        let reply = try await server.send(.post, "/api/v1/contests/c/attempts", nonce)
        #expect(reply.status == 409 && reply.code == "attempt-paused")
        #expect(reply.headers[.retryAfter] == "91")
        #expect(reply.json["startsFrom"] as? String == "2026-11-24T01:01:30.500Z")
        #expect((reply.json["detail"] as? String)?.contains("24/11/2026 08:01:30") == true)
    }

    @Test(arguments: [(1_800_000, true), (2_399_999, true), (2_400_000, false)] as [(Int64, Bool)])
    func whoComesBackDuringAPauseSeesWhenItEnds(_ after: Int64, _ waits: Bool) async throws {
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        let limit = AttemptLimit(limit: 2, per: .round, pause: 30)
        let server = try server(Example.contest(attempts: limit), attempt: sealed)
        server.clock.advance(after)
        let me = try await server.get("/api/v1/contests/c/me").json
        #expect(me["canStart"] as? Bool == !waits)
        #expect(me["startsFrom"] as? String == (waits ? "2026-11-24T01:40:00.000Z" : nil))
        let rules = try await server.get("/api/v1/contests/c").json["rules"] as? [String: Any]
        #expect((rules?["attempts"] as? [String: Any])?["pauseMinutes"] as? Int == 30)
    }

    @Test func blanksAreNamed() async throws {
        var attempt = try #require(Example.attempt())
        attempt.answers = [StoredAnswer(position: 2, choice: #"["a"]"#, sequence: 1, savedAt: attempt.startedAt)]
        attempt.answers.append(StoredAnswer(position: 3, choice: "[]", sequence: 2, savedAt: attempt.startedAt))
        let server = try server(Example.contest(mustAnswerAll: true), attempt: attempt)
        let reply = try await server.send(.post, Self.path + "/submission", "{}")
        #expect(reply.status == 409 && reply.code == "unanswered")
        #expect(reply.json["positions"] as? [Int] == [1, 3, 4])
        #expect((reply.json["detail"] as? String)?.contains("câu 1, 3, 4") == true)
        let rules = try await server.get("/api/v1/contests/c").json["rules"] as? [String: Any]
        #expect(rules?["mustAnswerAll"] as? Bool == true)
    }

    private static func later(banks: [String]?, _ sections: [Section]? = nil) -> Round {
        let opens = Timestamp(milliseconds: TestClock.start + 6 * Example.day)
        return Round(
            id: "r2",
            title: "Đợt 2",
            opens: opens,
            closes: opens.adding(milliseconds: 7 * Example.day),
            banks: banks,
            blueprints: sections.map { ["g": $0] } ?? [:]
        )
    }

    /// I3: no coming round can draw it.
    @Test(
        arguments: [
            (later(banks: nil), false), (later(banks: ["b"]), false), (later(banks: ["other"]), true),
            (later(banks: nil, [Section(topic: "t", difficulty: .hard, count: 1)]), true),
            (later(banks: nil, [Section(topic: nil, difficulty: .easy, count: 1)]), false),
        ] as [(Round, Bool)]
    )
    func aKeyIsReleasedWhenNoOpenOrComingRoundCanDrawIt(_ later: Round, _ released: Bool) async throws {
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        let server = try server(Example.contest(banks: ["b", "other"], later: [later]), attempt: sealed)
        server.clock.advance(6 * Example.day + 1_001)
        let first = try await server.get(Self.path + "/result")
        #expect(first.json["released"] as? Bool == released)
        server.clock.advance(7 * Example.day)
        #expect(try await server.get(Self.path + "/result").json["released"] as? Bool == true)
    }

    @Test func otherContestsHoldAKeyBackOnlyWithTheRoundsThatDrawFromItsBank() async throws {
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        let bank = Example.bank(isPublic: false)
        for (own, released) in [(nil, false), (["other"], true), (["b"], false)] as [([String]?, Bool)] {
            let other = Example.contest(id: "d", banks: ["b", "other"], later: [Self.later(banks: own)])
            let server = try server(
                Example.contest(),
                bank: bank,
                attempt: sealed,
                also: [Example.definition(other, key: 3, bank: bank)]
            )
            server.clock.advance(6 * Example.day + 1_001)
            #expect(try await server.get(Self.path + "/result").json["released"] as? Bool == released)
        }
    }

    @Test func aRoundsOwnBlueprintIsWhatPeopleAreTold() async throws {
        let sections = [Section(topic: "t", difficulty: nil, count: 7)]
        let server = try server(Example.contest(later: [Self.later(banks: nil, sections)]))
        func questions() async throws -> [Int?] {
            let json = try await server.get("/api/v1/contests/c").json
            let rules = json["rules"] as? [String: Any]
            let group = (json["groups"] as? [[String: Any]])?.first
            return [rules?["questions"] as? Int, group?["questions"] as? Int]
        }
        #expect(try await questions() == [4, 4])
        server.clock.advance(6 * Example.day)
        #expect(try await questions() == [7, 7])
    }
}
