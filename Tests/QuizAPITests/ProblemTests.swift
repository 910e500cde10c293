import HTTPTypes
import QuizAPI
import QuizCore
import Testing

/// Every refusal: its status, its code, and that nothing internal leaves.
struct ProblemTests {
    private static let save = "/api/v1/attempts/09090909090909090909090909090909/answers/1"
    private static let answer = #"{"choice":["a"],"sequence":1}"#

    private func signedIn(_ change: (inout StubStore) -> Void = { _ in }) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        change(&store)
        return try TestServer(store)
    }

    private func expect(_ reply: TestServer.Reply, _ status: Int, _ code: String) {
        #expect(reply.status == status)
        #expect(reply.code == code, "\(reply.text)")
        #expect(reply.headers[.contentType] == "application/problem+json; charset=utf-8")
        #expect(reply.json["type"] as? String == "/problems/\(code)")
        #expect(reply.json["status"] as? Int == status)
        for member in ["title", "detail", "detailEn", "requestId"] {
            #expect((reply.json[member] as? String)?.isEmpty == false, "\(member)")
        }
    }

    @Test(
        arguments: [
            (.sealed, 409, "sealed"), (.late, 409, "late"), (.notFound, 404, "not-found"),
            (.invalidChoice, 422, "invalid"),
        ] as [(SaveOutcome, Int, String)]
    )
    func savingIsRefused(_ outcome: SaveOutcome, _ status: Int, _ code: String) async throws {
        let server = try signedIn { $0.onSave = { _ in outcome } }
        expect(try await server.send(.put, Self.save, Self.answer), status, code)
    }

    @Test(
        arguments: [(.busy, 503, "busy"), (.full, 507, "storage-full"), (.broken("table answer"), 500, "internal")]
            as [(StoreError, Int, String)]
    )
    func theStoreFails(_ error: StoreError, _ status: Int, _ code: String) async throws {
        let server = try signedIn { $0.onSave = { _ throws(StoreError) in throw error } }
        let reply = try await server.send(.put, Self.save, Self.answer)
        expect(reply, status, code)
        #expect(!reply.text.contains("table answer"))
        if error == .busy { #expect(reply.headers[.retryAfter] != nil) }
    }

    @Test func aNewerAnswerIsTold() async throws {
        let stored = StoredAnswer(
            position: 1,
            choice: #"["c"]"#,
            sequence: 4,
            savedAt: Timestamp(milliseconds: TestClock.start)
        )
        let server = try signedIn { $0.onSave = { _ in .superseded(stored) } }
        let reply = try await server.send(.put, Self.save, Self.answer)
        expect(reply, 409, "superseded")
        #expect(reply.text.contains(#""stored":{"choice":["c"],"sequence":4,"savedAt":"2026-11-24T01:00:00.000Z"}"#))
    }

    @Test func aNewerPredictionIsToldAsItWasTyped() async throws {
        let stored = StoredAnswer(position: 0, choice: "8750000", sequence: 4, savedAt: Timestamp(milliseconds: 0))
        let server = try signedIn { store in
            let question = PredictionQuestion(prompt: "Bao nhiêu?", target: .percentAllCorrect, decimals: 1)
            store.known = [Example.definition(Example.contest(prediction: question))]
            store.onPredict = { _ in .superseded(stored) }
        }
        let path = "/api/v1/attempts/09090909090909090909090909090909/prediction"
        let reply = try await server.send(.put, path, #"{"value":"80","sequence":3}"#)
        expect(reply, 409, "superseded")
        #expect(reply.text.contains(#""choice":"87,5""#))
    }

    @Test(
        arguments: [
            (.exhausted, 409, "attempts-exhausted"), (.closed, 409, "round-not-open"), (.unfillable, 500, "internal"),
        ] as [(StartOutcome, Int, String)]
    )
    func startingIsRefused(_ outcome: StartOutcome, _ status: Int, _ code: String) async throws {
        let server = try signedIn { $0.onStart = { _ in outcome } }
        let body = #"{"nonce":"08080808080808080808080808080808"}"#
        expect(try await server.send(.post, "/api/v1/contests/c/attempts", body), status, code)
    }

    @Test func anOpenAttemptHasNoResult() async throws {
        let attempt = try #require(Example.attempt())
        let server = try signedIn { $0.onAttempt = { _, _ in attempt } }
        expect(try await server.get("/api/v1/attempts/\(attempt.id.hex)/result"), 409, "attempt-open")
        expect(try await server.get("/api/v1/contests/c/leaderboards/g/me"), 404, "no-result")
    }

    /// I7: foreign and absent are one.
    @Test(
        arguments: [
            "/api/v1/attempts/09090909090909090909090909090909", "/api/v1/attempts/9", "/api/v1/contests/x",
            "/api/v1/contests/x/me", "/api/v1/contests/c/leaderboards/x", "/api/v1/contests/c/leaderboards/g?round=x",
            "/api/v1/contests/c/leaderboards/g?after=x", "/api/v1/contests/c/leaderboards/g?after=-1",
            "/api/v1/contests/c/leaderboards/g?after=9223372036854775807", "/api/v1/contests/c/units?group=x",
            "/api/v1/nothing", "/api/",
        ]
    )
    func nothingIsThere(_ path: String) async throws {
        let server = try signedIn { $0.onAttempt = { _, _ in nil } }
        expect(try await server.get(path), 404, "not-found")
    }

    @Test(arguments: ["0", "01", "+1", "x", "-9223372036854775808", "9223372036854775807", "1000"])
    func onlyPlainPositionsAreTaken(_ position: String) async throws {
        let path = "/api/v1/attempts/09090909090909090909090909090909/answers/\(position)"
        expect(try await signedIn().send(.put, path, Self.answer), 404, "not-found")
    }

    @Test(
        arguments: [
            ("/api/v1/contests", "GET, HEAD"), ("/api/v1/sessions", "POST"),
            ("/api/v1/sessions/current", "DELETE, GET, HEAD"), ("/healthz", "GET, HEAD"), ("/", "GET, HEAD"),
        ] as [(String, String)]
    )
    func aWrongMethodIsToldTheRightOnes(_ path: String, _ allowed: String) async throws {
        let reply = try await signedIn().send(.put, path, "{}")
        expect(reply, 405, "method-not-allowed")
        #expect(reply.headers[.allow] == allowed)
    }

    @Test(
        arguments: [
            "", "[]", "{", "null", #"{"nonce":1}"#, #"{"nonce":"00"}"#, "{}", #"{"nonce":null}"#,
            #"{"nonce":"08080808080808080808080808080808","nonce":"08080808080808080808080808080808"}"#,
            #"{"nonce":"08080808080808080808080808080808"}x"#, #"{"nonce":"\ud800"}"#, #"{"nonce":01}"#,
            #"{"nonce":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}"#, "{\"nonce\":\"a\nb\"}", #"{"nonce":"a\q"}"#,
        ]
    )
    func whatIsNoProperBodyIsMalformed(_ body: String) async throws {
        let reply = try await signedIn().send(.post, "/api/v1/contests/c/attempts", body)
        expect(reply, 400, "malformed")
        for word in ["String", "Int", "Swift", "Decoding", "JSONValue"] { #expect(!reply.text.contains(word)) }
    }

    @Test(
        arguments: [
            #"{"choice":"a","sequence":1}"#, #"{"choice":[1],"sequence":1}"#, #"{"choice":["a"],"sequence":1.5}"#,
            #"{"choice":["a"],"sequence":0}"#, #"{"choice":["a"],"sequence":9007199254740992}"#,
            #"{"choice":["a"],"sequence":1e3}"#, #"{"choice":["a"],"sequence":99999999999999999999}"#,
            #"{"choice":["a"]}"#, #"{"sequence":1}"#,
        ]
    )
    func answersAreReadStrictly(_ body: String) async throws {
        expect(try await signedIn().send(.put, Self.save, body), 400, "malformed")
    }

    @Test func escapesAreRead() async throws {
        let server = try signedIn { store in
            store.onSave = { answer in
                #expect(answer.choice == ["a\"\\/é😀"])
                return .invalidChoice
            }
        }
        let body = #" { "choice" : [ "a\"\\\/\u00e9\ud83d\ude00" ] , "sequence" : 1 } "#
        expect(try await server.send(.put, Self.save, body), 422, "invalid")
    }

    @Test func anUnknownFieldIsNamed() async throws {
        let reply = try await signedIn().send(.put, Self.save, #"{"choice":[],"sequence":1,"skore":1}"#)
        expect(reply, 400, "unknown-field")
        #expect((reply.json["detail"] as? String)?.contains("skore") == true)
    }

    @Test func bodiesHaveALimit() async throws {
        let body = #"{"choice":[""# + String(repeating: "a", count: 70_000) + #""],"sequence":1}"#
        expect(try await signedIn().send(.put, Self.save, body), 413, "too-large")
    }

    @Test func withoutASessionNothingIsOwn() async throws {
        let server = try TestServer(StubStore())
        for path in ["/api/v1/sessions/current", "/api/v1/attempts/09090909090909090909090909090909"] {
            let reply = try await server.get(path, signedIn: false)
            expect(reply, 401, "unauthorized")
            #expect(reply.headers[.wwwAuthenticate] == "Bearer")
        }
    }

    @Test func aStaffSessionIsNoContestant() async throws {
        let server = try signedIn { store in
            store.onPrincipal = { _ in .staff(StaffMember(key: 1, name: "an", grants: [])) }
            store.onKeep = { _, _ in }
        }
        expect(try await server.send(.put, Self.save, Self.answer), 401, "unauthorized")
    }

    @Test func aContestantOfAnotherContestFindsNothing() async throws {
        let other = try #require(Example.contestant(in: "x"))
        let server = try signedIn { $0.onPrincipal = { _ in .contestant(other) } }
        expect(try await server.get("/api/v1/contests/c/me"), 404, "not-found")
    }
}
