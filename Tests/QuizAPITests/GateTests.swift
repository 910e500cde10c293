import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct GateTests {
    private static let save = "/api/v1/attempts/09090909090909090909090909090909/answers/1"
    private static let answer = #"{"choice":["a"],"sequence":1}"#

    private func server(publicURL: String = TestServer.publicURL) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onSave = { .saved(at: Timestamp(milliseconds: TestClock.start), sequence: $0.sequence) }
        return try TestServer(store, publicURL: publicURL)
    }

    @Test func aChangeByCookieMustComeFromOurPages() async throws {
        let server = try server()
        let good = try await server.send(.put, Self.save, Self.answer)
        #expect(good.status == 200)
        #expect(good.text == #"{"savedAt":"2026-11-24T01:00:00.000Z","sequence":1}"#)
        for origin in ["https://evil.example", "https://thi.example.vn.evil.example", "http://thi.example.vn", "null"] {
            let reply = try await server.send(.put, Self.save, Self.answer, headers: [.origin: origin])
            #expect(reply.status == 403)
            #expect(reply.code == "forbidden-origin")
        }
        let bare = try await server.send(.put, Self.save, Self.answer, without: [.origin])
        #expect(bare.code == "forbidden-origin")
    }

    @Test func programsWithABearerTokenNeedNoOrigin() async throws {
        let reply = try await server().send(
            .put,
            Self.save,
            Self.answer,
            signedIn: false,
            headers: [.authorization: "Bearer \(TestServer.token)"],
            without: [.origin]
        )
        #expect(reply.status == 200)
    }

    @Test(
        arguments: [
            "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp",
            "application/yaml", "",
        ]
    )
    func aFormCannotChangeAnything(_ type: String) async throws {
        let reply = try await server().send(.put, Self.save, Self.answer, headers: [.contentType: type])
        #expect(reply.status == 415)
        #expect(reply.code == "unsupported-media-type")
    }

    @Test(arguments: ["application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"])
    func jsonMayNameItsCharacters(_ type: String) async throws {
        let reply = try await server().send(.put, Self.save, Self.answer, headers: [.contentType: type])
        #expect(reply.status == 200)
    }

    @Test(arguments: ["/", "/api/v1/contests", "/api/v1/nothing", "/healthz"])
    func everyReplyCarriesTheSecurityHeaders(_ path: String) async throws {
        let reply = try await server().get(path)
        let policy = try #require(reply.headers[.contentSecurityPolicy])
        // Data is no document: nothing at all may be loaded by it.
        let isData = path.hasPrefix("/api")
        #expect(policy == "default-src 'none'; frame-ancestors 'none'; sandbox" || !isData)
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self';") || isData)
        #expect(!policy.contains("unsafe"))
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        #expect(reply.headers[.strictTransportSecurity] != nil)
        for name in ["Referrer-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy"] {
            #expect(reply.headers[try #require(HTTPField.Name(name))] != nil)
        }
        if path.hasPrefix("/api") { #expect(reply.headers[.cacheControl] == "no-store") }
    }

    @Test func withoutHTTPSNobodyIsHeldToIt() async throws {
        let reply = try await server(publicURL: "http://127.0.0.1:8080").get("/healthz")
        #expect(reply.headers[.strictTransportSecurity] == nil)
    }

    @Test func headAnswersLikeGetWithoutABody() async throws {
        let server = try server()
        for path in ["/api/v1/contests", "/healthz"] {
            let get = try await server.get(path)
            let head = try await server.send(.head, path)
            #expect(head.status == 200)
            #expect(head.bytes.isEmpty)
            #expect(head.headers[.contentLength] == String(get.bytes.count))
        }
    }

    @Test func oneSessionHasSixtyFourRequestsAtATime() async throws {
        let contestant = try #require(Example.contestant())
        let isOpen = Mutex(false)
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempts = { _ in [] }
        store.pause = { while !isOpen.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(5)) } }
        let server = try TestServer(store)
        try await withThrowingTaskGroup(of: TestServer.Reply.self) { group in
            for _ in 0..<65 { group.addTask { try await server.get("/api/v1/contests/c/me") } }
            // All others wait in the store.
            let refused = try #require(try await group.next())
            #expect(refused.status == 429)
            #expect(refused.code == "too-many-requests")
            #expect(refused.headers[.retryAfter] == "1")
            isOpen.withLock { $0 = true }
            for try await reply in group { #expect(reply.status == 200) }
        }
        #expect(try await server.get("/api/v1/contests/c/me").status == 200)
    }

    @Test func readinessIsTold() async throws {
        #expect(try await TestServer(StubStore(), isReady: false).get("/readyz").status == 503)
        #expect(try await TestServer(StubStore(), isReady: true).get("/readyz").status == 200)
        let yaml = try await TestServer(StubStore()).get("/openapi.yaml")
        #expect(yaml.text == "openapi: 3.1.0\n")
        #expect(yaml.headers[.contentType] == "application/yaml; charset=utf-8")
    }
}
