import HTTPTypes
import MetricsTestKit
import QuizAPI
import QuizCore
import Testing

struct RequestMetricsTests {
    @Test(
        arguments: [
            ("/", .page), ("/thi/", .page), ("/api", .page), ("", .page), ("/healthz", .health), ("/readyz", .health),
            ("/api/v1/attempts/09/answers/1", .answer), ("/api/v1/attempts/09/prediction", .answer),
            ("/api/v1/attempts/09/submission", .submission), ("/api/v1/attempts/09/result", .attempt),
            ("/api/v1/attempts/09", .attempt), ("/api/v1/attempts", .attempt), ("/api/v1/attempts//answers", .answer),
            ("/api/v1/contests", .contest), ("/api/v1/contests/c/me", .contest), ("/api/v1/contests/c", .contest),
            ("/api/v1/contests/c/registrations", .registration), ("/api/v1/contests/c/attempts", .start),
            ("/api/v1/contests/c/leaderboards/g/me", .board), ("/api/v1/contests/c/dashboard", .staff),
            ("/api/v1/contests/c/results", .staff), ("/api/v1/units/u/results", .staff), ("/api/v1/banks", .staff),
            ("/api/v1/media/00", .media), ("/api/v1/staff/units", .staff), ("/api/v1/sessions/current", .session),
            ("/api/v1/contests/c/unfinished", .staff), ("/api/v1/contests/c/unregistered", .staff),
            ("/api/v1/contests/c/participation", .staff), ("/api/v1/contests/c/coverage", .staff),
            ("/api/v1/reports/yearly", .staff), ("/api/v1/", .other),
            ("/api/v1/contests/c/prizes", .staff), ("/api/v1/contests/c/tie-decisions", .staff),
            ("/api/v1/contests/c/contestants", .staff), ("/api/v1/contests/c/winners", .board),
            ("/api/v2/sessions", .other), ("/api/", .other), ("/api/v1/////", .other), ("/api/v1/é/\u{0}", .other),
        ] as [(String, RouteClass)]
    )
    func aPathHasAClass(_ path: String, _ expected: RouteClass) {
        #expect(RouteClass(path: path) == expected)
    }

    private func count(_ server: TestServer, _ route: String, _ method: String, _ status: String) throws -> Int64 {
        try server.metrics.expectCounter(
            "quiz_http_requests_total",
            [("route", route), ("method", method), ("status", status)]
        ).totalValue
    }

    @Test func everyRequestIsCountedOnce() async throws {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onSave = { .saved(at: Timestamp(milliseconds: TestClock.start), sequence: $0.sequence) }
        let server = try TestServer(store)
        let save = "/api/v1/attempts/09090909090909090909090909090909/answers/1"
        for _ in 0..<3 { _ = try await server.send(.put, save, #"{"choice":["a"],"sequence":1}"#) }
        _ = try await server.send(.put, save, "{")
        _ = try await server.send(.head, "/healthz")
        _ = try await server.send(try #require(HTTPRequest.Method("BREW")), "/api/v1/nothing/here")
        #expect(try count(server, "answer", "PUT", "2xx") == 3)
        #expect(try count(server, "answer", "PUT", "4xx") == 1)
        #expect(try count(server, "health", "HEAD", "2xx") == 1)
        #expect(try count(server, "other", "other", "4xx") == 1)
        #expect(server.metrics.counters.reduce(0) { $0 + $1.totalValue } == 6)
        let times = try server.metrics.expectTimer("quiz_http_request_duration_seconds", [("route", "answer")])
        #expect(times.values.count == 4)
        #expect(times.values.allSatisfy { $0 >= 0 })
    }

    @Test func whatIsTurnedAwayIsCounted() async throws {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onSave = { _ throws(StoreError) in throw .busy }
        let server = try TestServer(store, isReady: false)
        _ = try await server.send(
            .put,
            "/api/v1/attempts/09090909090909090909090909090909/answers/1",
            #"{"choice":["a"],"sequence":1}"#
        )
        // Not ready is a state, not somebody turned away.
        _ = try await server.get("/readyz")
        #expect(try server.metrics.expectCounter("quiz_http_shed_total", [("status", "503")]).totalValue == 1)
        #expect(try server.metrics.expectCounter("quiz_http_shed_total", [("status", "429")]).totalValue == 0)
    }
}
