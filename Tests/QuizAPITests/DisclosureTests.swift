import HTTPTypes
import QuizAPI
import QuizCore
import Testing

/// I3 and I8 at the edge: what leaves, and when.
struct DisclosureTests {
    private func server(
        _ contest: Contest,
        attempt: Attempt,
        bank: Bank = Example.bank(),
        also: [Definition] = [],
        older: [Definition] = [],
        truth: PredictionTruth? = nil
    ) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        let definition = Example.definition(contest, bank: bank)
        store.known = (older.isEmpty ? [definition] : [Example.definition(contest, key: 2, bank: bank)]) + also
        store.older = older
        store.bankVersions = [Example.version(bank)]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempt = { _, _ in attempt }
        store.onAttempts = { _ in [attempt] }
        store.onSubmit = { _, _ in attempt }
        store.onStart = { start in
            let round = start.definition.contest.rounds[0]
            let drawn = start.draw(round, 1, CalendarDay(of: Timestamp(milliseconds: TestClock.start)), [])
            return drawn.flatMap { drawn in
                Example.attempt().map { example in
                    .started(
                        Attempt(
                            key: 5,
                            id: start.id,
                            contest: "c",
                            definition: 1,
                            contestant: 7,
                            group: "g",
                            round: "r",
                            number: 1,
                            nonce: start.nonce,
                            startedAt: example.startedAt,
                            deadline: example.deadline,
                            paper: drawn.paper
                        )
                    )
                }
            } ?? .unfillable
        }
        store.truths = { _, _ in truth }
        store.places = { _, _ in (place: 2, of: 17, attempt: 5) }
        return try TestServer(store)
    }

    private static let nonce = #"{"nonce":"08080808080808080808080808080808"}"#

    /// Whatever option is right, a contestant gets the same bytes.
    @Test func beforeTheReleaseNoByteDependsOnTheKey() async throws {
        let open = try #require(Example.attempt())
        let sealed = try #require(Example.attempt(seal: Example.seal()))
        var seen: [[String]] = []
        for key in 0..<3 {
            let bank = Example.bank(isPublic: false, key: key)
            let contest = Example.contest()
            let running = try server(contest, attempt: open, bank: bank)
            let done = try server(contest, attempt: sealed, bank: bank)
            let path = "/api/v1/attempts/\(open.id.hex)"
            let replies = [
                try await running.send(.post, "/api/v1/contests/c/attempts", Self.nonce),
                try await running.get(path), try await running.get(path + "/result"),
                try await running.get("/api/v1/contests/c"), try await running.get("/api/v1/contests/c/me"),
                try await done.send(.post, path + "/submission", "{}"), try await done.get(path),
                try await done.get(path + "/result"), try await done.get("/api/v1/contests/c/me"),
            ]
            #expect(replies.map(\.status) == [201, 200, 409, 200, 200, 200, 200, 200, 200])
            #expect(replies[0].json["questions"].map { ($0 as? [Any])?.count } == 4)
            for reply in replies where reply.status < 300 {
                for word in ["correct", "explanation", "Vì vậy", "Luật"] { #expect(!reply.text.contains(word)) }
            }
            // Request ids are random.
            seen.append(replies.filter { $0.status < 300 }.map(\.text))
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0] == seen[2])
    }

    @Test func keysAppearWhenNobodyCanAnswerAnyMore() async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let server = try server(Example.contest(), attempt: attempt)
        let path = "/api/v1/attempts/\(attempt.id.hex)/result"
        server.clock.advance(6 * Example.day + 1_000)
        let before = try await server.get(path)
        #expect(before.json["released"] as? Bool == false)
        #expect(before.json["releaseAt"] as? String == "2026-11-30T01:00:01.001Z")
        server.clock.advance(1)
        let after = try await server.get(path)
        #expect(after.json["released"] as? Bool == true)
        #expect(after.text.contains(#""correct":true"#))
        #expect(after.text.contains(#""choice":["b"],"score":0,"maxScore":1000,"explanation":"Vì vậy 0""#))
    }

    @Test func lateAttemptsHoldKeysBack() async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let server = try server(Example.contest(lateStart: .full), attempt: attempt)
        server.clock.advance(6 * Example.day + 1_200_000)
        let path = "/api/v1/attempts/\(attempt.id.hex)/result"
        #expect(try await server.get(path).json["released"] as? Bool == false)
        server.clock.advance(1_001)
        #expect(try await server.get(path).json["released"] as? Bool == true)
    }

    @Test func aProlongedRoundHoldsKeysAndScoresBack() async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let older = Example.definition(Example.contest(showScore: .roundClosed, closesIn: 6), key: 1)
        let server = try server(
            Example.contest(showScore: .roundClosed, closesIn: 8),
            attempt: attempt,
            older: [older]
        )
        server.clock.advance(7 * Example.day)
        let reply = try await server.get("/api/v1/attempts/\(attempt.id.hex)/result")
        #expect(reply.json["released"] as? Bool == false)
        #expect(reply.json["score"] == nil)
    }

    @Test(arguments: [true, false])
    func practiceTellsAtOnceUnlessASecretBankIsStillInUse(_ isPublic: Bool) async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let bank = Example.bank(isPublic: isPublic)
        let server = try server(
            Example.contest(mode: .practice, release: .submission, closesIn: nil),
            attempt: attempt,
            bank: bank,
            also: [Example.definition(Example.contest(id: "real"), key: 3, bank: bank)]
        )
        let path = "/api/v1/attempts/\(attempt.id.hex)/result"
        #expect(try await server.get(path).json["released"] as? Bool == isPublic)
        server.clock.advance(7 * Example.day)
        #expect(try await server.get(path).json["released"] as? Bool == true)
    }

    @Test(arguments: [CountedAttempt.best, .first])
    func aScoreThatWaitsIsNowhere(_ counts: CountedAttempt) async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let contest = Example.contest(limit: 3, counts: counts, showScore: .roundClosed)
        let server = try server(contest, attempt: attempt)
        let path = "/api/v1/attempts/\(attempt.id.hex)"
        let replies = [
            try await server.get(path), try await server.get(path + "/result"),
            try await server.get("/api/v1/contests/c/me"), try await server.send(.post, path + "/submission", "{}"),
        ]
        for reply in replies {
            #expect(reply.status == 200)
            for word in [#""score""#, #""place""#, #""of""#, "3000"] { #expect(!reply.text.contains(word)) }
        }
        // Which of three is the best would tell.
        #expect(replies[1].text.contains("counted") == (counts == .first))
        server.clock.advance(6 * Example.day)
        #expect(try await server.get(path + "/result").json["score"] as? Int == 3_000)
        #expect(try await server.get(path + "/result").json["place"] as? Int == 2)
    }

    /// I8: how many take part is the answer.
    @Test func withAPredictionOpenNoTotalLeaves() async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let question = PredictionQuestion(prompt: "Bao nhiêu người dự thi?", target: .people, decimals: 0)
        let server = try server(Example.contest(prediction: question), attempt: attempt)
        let path = "/api/v1/attempts/\(attempt.id.hex)/result"
        let result = try await server.get(path)
        #expect(result.json["score"] as? Int == 3_000)
        #expect(result.json["place"] == nil)
        #expect(result.json["of"] == nil)
        // The stub records an issue if the board is read at all.
        let board = try await server.get("/api/v1/contests/c/leaderboards/g")
        #expect(board.json["status"] as? String == "hidden")
        #expect(board.json["reason"] as? String == "prediction")
        #expect((board.json["entries"] as? [Any])?.isEmpty == true)
        for key in ["total", "updatedAt", "next"] { #expect(board.json[key] == nil) }
        let deep = try await server.get("/api/v1/contests/c/leaderboards/g?after=5")
        #expect(deep.json["status"] as? String == "hidden")
        #expect(try await server.get("/api/v1/contests/c/leaderboards/g/me").code == "no-result")
        server.clock.advance(6 * Example.day)
        #expect(try await server.get(path).json["of"] == nil)
    }

    /// A board without the prediction's true value would be ranked by what comes after it.
    @Test func whenTheTrueValueIsFixedTheBoardIsShown() async throws {
        let attempt = try #require(Example.attempt(seal: Example.seal()))
        let question = PredictionQuestion(prompt: "Bao nhiêu người dự thi?", target: .people, decimals: 0)
        let outcome = PredictionQuestion.Outcome(attempts: 20, people: 17, peopleAllCorrect: 3)
        let truth = PredictionTruth(value: 1_700_000, outcome: outcome, fixedAt: Timestamp(milliseconds: 0))
        let server = try server(Example.contest(prediction: question), attempt: attempt, truth: truth)
        let path = "/api/v1/attempts/\(attempt.id.hex)/result"
        #expect(try await server.get(path).json["of"] == nil)
        server.clock.advance(6 * Example.day)
        #expect(try await server.get(path).json["of"] as? Int == 17)
    }
}
