import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct SessionTests {
    private static let code = "0123-4567-89AB-CDEF-GHJK-MNPQ-RS"
    private static let hash = PasswordHash(salt: [], cost: 2, blockSize: 1, parallelism: 1, hash: [])

    private func store() throws -> StubStore {
        let contestant = try #require(Example.contestant())
        let wanted = TestCryptography().sha256(Array("0123456789ABCDEFGHJKMNPQRS".utf8))
        var store = StubStore()
        store.onSignIn = { hash, _ in hash == wanted ? contestant : nil }
        store.onAccount = { $0 == "an" ? Account(key: 1, name: "an", password: Self.hash) : nil }
        store.onStaffSession = { _, _ in
            StaffMember(key: 1, name: "an", grants: [Grant(role: .coordinator, contest: "c", unit: "u1")])
        }
        store.onEndSession = { _ in }
        return store
    }

    private func signIn(
        _ server: TestServer,
        _ body: String,
        from address: String = "203.0.113.1"
    ) async throws
        -> TestServer.Reply
    {
        try await server.send(.post, "/api/v1/sessions", body, signedIn: false, from: address)
    }

    @Test(arguments: [code, code.lowercased(), "O123 4567 89ab cdef ghjk mnpq rs", "0l23456789ABCDEFGHJKMNPQRS"])
    func anEntryCodeOpensASession(_ typed: String) async throws {
        let reply = try await signIn(TestServer(store()), #"{"entryCode":"\#(typed)","contest":"c"}"#)
        #expect(reply.status == 201)
        #expect(reply.json["kind"] as? String == "contestant")
        #expect(reply.json["expires"] as? String == "2026-12-24T01:00:00.000Z")
        #expect(reply.json["token"] == nil)
        let cookie = try #require(reply.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-quiz="))
        #expect(cookie.hasSuffix("; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure"))
    }

    @Test func overPlainHTTPTheCookieHasAnotherName() async throws {
        let server = try TestServer(store(), publicURL: "http://127.0.0.1:8080")
        let reply = try await server.send(
            .post,
            "/api/v1/sessions",
            #"{"entryCode":"\#(Self.code)"}"#,
            signedIn: false,
            headers: [.origin: "http://127.0.0.1:8080"]
        )
        let cookie = try #require(reply.headers[.setCookie])
        #expect(cookie.hasPrefix("quiz="))
        #expect(!cookie.contains("Secure"))
    }

    @Test func programsGetTheTokenInTheBody() async throws {
        let reply = try await signIn(TestServer(store()), #"{"entryCode":"\#(Self.code)","bearer":true}"#)
        #expect(reply.headers[.setCookie] == nil)
        #expect((reply.json["token"] as? String)?.utf8.count == 43)
    }

    @Test func aCodeOfAnotherContestLeavesNoSession() async throws {
        let ended = Mutex(0)
        var store = try store()
        store.onEndSession = { _ in ended.withLock { $0 += 1 } }
        let reply = try await signIn(TestServer(store), #"{"entryCode":"\#(Self.code)","contest":"x"}"#)
        #expect(reply.status == 401)
        #expect(ended.withLock { $0 } == 1)
    }

    /// I7: one text for all that is wrong.
    @Test func whatIsWrongIsToldInOneText() async throws {
        let server = try TestServer(store())
        let bodies = [
            #"{"entryCode":"x"}"#, #"{"entryCode":"1123-4567-89AB-CDEF-GHJK-MNPQ-RS"}"#,
            #"{"username":"an","password":"x"}"#, #"{"username":"nobody","password":"x"}"#,
        ]
        var details: Set<String> = []
        for body in bodies {
            let reply = try await signIn(server, body)
            #expect(reply.status == 401)
            details.insert(reply.json["detail"] as? String ?? "")
        }
        #expect(details.count == 1)
    }

    @Test func staffSignInWithAPassword() async throws {
        let reply = try await signIn(TestServer(store(), password: .right), #"{"username":"an","password":"x"}"#)
        #expect(reply.status == 201)
        #expect(reply.text.contains(#""roles":[{"role":"coordinator","scope":"unit","contest":"c","unit":"u1"}]"#))
        #expect(reply.json["expires"] as? String == "2026-11-24T02:00:00.000Z")
        let busy = try await signIn(TestServer(store(), password: .overloaded), #"{"username":"an","password":"x"}"#)
        #expect(busy.code == "busy")
    }

    @Test func guessingGetsSlower() async throws {
        let server = try TestServer(store())
        let body = #"{"username":"An","password":"x"}"#
        for _ in 0..<5 { #expect(try await signIn(server, body).status == 401) }
        let refused = try await signIn(server, body)
        #expect(refused.code == "too-many-requests")
        #expect(refused.headers[.retryAfter] == "1")
        #expect(try await signIn(server, body, from: "203.0.113.2").status == 401)
        server.clock.advance(1_000)
        #expect(try await signIn(server, body).status == 401)
        #expect(try await signIn(server, body).headers[.retryAfter] == "2")
    }

    @Test func onlyATrustedProxySaysWhoAsks() async throws {
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        let body = #"{"username":"an","password":"x"}"#
        let server = try TestServer(store(), trustedProxies: ["10.0.0.1"])
        func ask(_ forwarded: String, through proxy: String) async throws -> Int {
            try await server.send(
                .post,
                "/api/v1/sessions",
                body,
                signedIn: false,
                headers: [name: forwarded],
                from: proxy
            ).status
        }
        for number in 0..<5 { #expect(try await ask("198.51.100.\(number)", through: "203.0.113.9") == 401) }
        #expect(try await ask("198.51.100.77", through: "203.0.113.9") == 429)
        for _ in 0..<5 { #expect(try await ask("1.2.3.4, 198.51.100.1", through: "10.0.0.1") == 401) }
        #expect(try await ask("4.3.2.1, 198.51.100.1", through: "10.0.0.1") == 429)
        #expect(try await ask("198.51.100.2, 10.0.0.1", through: "10.0.0.1") == 401)
    }

    @Test func aSessionIsReadOnceAMinute() async throws {
        let reads = Mutex(0)
        let contestant = try #require(Example.contestant())
        var store = try store()
        store.onPrincipal = { hash in
            reads.withLock { $0 += 1 }
            #expect(hash == TestCryptography().sha256(Array(TestServer.token.utf8)))
            return .contestant(contestant)
        }
        let server = try TestServer(store)
        for _ in 0..<3 { #expect(try await server.get("/api/v1/sessions/current").status == 200) }
        #expect(reads.withLock { $0 } == 1)
        server.clock.advance(60_000)
        #expect(try await server.get("/api/v1/sessions/current").status == 200)
        #expect(reads.withLock { $0 } == 2)
    }

    @Test func staffAtWorkKeepTheirSessionOnceAMinute() async throws {
        let kept = Mutex<[Timestamp]>([])
        var store = try store()
        store.onPrincipal = { _ in .staff(StaffMember(key: 1, name: "an", grants: [])) }
        store.onKeep = { hash, moment in
            #expect(hash == TestCryptography().sha256(Array(TestServer.token.utf8)))
            kept.withLock { $0.append(moment) }
        }
        let server = try TestServer(store)
        for _ in 0..<3 { #expect(try await server.get("/api/v1/sessions/current").status == 200) }
        #expect(kept.withLock { $0 } == [server.clock.now()])
        server.clock.advance(60_000)
        #expect(try await server.get("/api/v1/sessions/current").status == 200)
        #expect(kept.withLock { $0.count } == 2)
    }

    @Test func aBusyStoreDoesNotTurnStaffAway() async throws {
        var store = try store()
        store.onPrincipal = { _ in .staff(StaffMember(key: 1, name: "an", grants: [])) }
        store.onKeep = { _, _ throws(StoreError) in throw .busy }
        let status = try await TestServer(store).get("/api/v1/sessions/current").status
        #expect(status == 200)
    }

    @Test func signingOutEndsTheSessionAtOnce() async throws {
        let contestant = try #require(Example.contestant())
        let isEnded = Mutex(false)
        var store = try store()
        store.onPrincipal = { _ in isEnded.withLock { $0 } ? nil : .contestant(contestant) }
        store.onEndSession = { _ in isEnded.withLock { $0 = true } }
        let server = try TestServer(store)
        #expect(try await server.get("/api/v1/sessions/current").status == 200)
        let reply = try await server.send(.delete, "/api/v1/sessions/current")
        #expect(reply.status == 204)
        #expect(reply.headers[.setCookie]?.contains("Max-Age=0") == true)
        #expect(try await server.get("/api/v1/sessions/current").status == 401)
    }

    @Test(arguments: [
        "quiz=\(TestServer.token)", "__Host-quiz=short", "x__Host-quiz=\(TestServer.token)", "__Host-quiz",
    ])
    func otherCookiesAreNoSession(_ cookie: String) async throws {
        let reply = try await TestServer(store()).get(
            "/api/v1/sessions/current",
            signedIn: false,
            headers: [.cookie: cookie]
        )
        #expect(reply.status == 401)
    }
}
