import HTTPTypes
import Hummingbird
import Logging
import Metrics
import NIOCore
import NIOEmbedded
import QuizServer
import Synchronization
import Testing

struct AdminResponderTests {
    private func ask(
        _ path: String,
        method: HTTPRequest.Method = .get,
        host: String? = "127.0.0.1:9",
        isReady: Bool = true
    ) async throws -> (response: Response, text: String) {
        let registry = MetricRegistry()
        Counter(label: "quiz_answers_saved_total", factory: registry).increment(by: 3)
        let responder = AdminResponder(registry: registry, isReady: { isReady })
        let request = Request(
            head: HTTPRequest(method: method, scheme: "http", authority: host, path: path),
            body: RequestBody(buffer: ByteBuffer())
        )
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger)
        let response = try await responder.respond(to: request, context: BasicRequestContext(source: source))
        let collected = Collected()
        try await response.body.write(collected)
        return (response, collected.text.withLock { $0 })
    }

    @Test func figuresAreInTheTextFormat() async throws {
        let reply = try await ask("/metrics")
        #expect(reply.response.status == .ok)
        #expect(reply.response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
        #expect(try Exposition(reply.text).values == ["quiz_answers_saved_total": 3])
    }

    @Test func healthAndReadinessAreTold() async throws {
        #expect(try await ask("/healthz").response.status == .ok)
        #expect(try await ask("/readyz").response.status == .ok)
        #expect(try await ask("/readyz", isReady: false).response.status == .serviceUnavailable)
        #expect(try await ask("/healthz", isReady: false).response.status == .ok)
        #expect(try await ask("/").response.status == .notFound)
    }

    @Test func onlyReadingIsAllowed() async throws {
        #expect(try await ask("/metrics", method: .post).response.status == .methodNotAllowed)
        #expect(try await ask("/metrics", method: .head).text.isEmpty)
    }

    @Test(arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:9", "", nil])
    func aForeignNameIsRefused(_ host: String?) async throws {
        let reply = try await ask("/metrics", host: host)
        #expect(reply.response.status == .forbidden)
        #expect(!reply.text.contains("quiz_"))
    }

    @Test(arguments: ["127.0.0.1", "localhost", "localhost:9090"])
    func thisMachineIsLetIn(_ host: String) async throws {
        #expect(try await ask("/metrics", host: host).response.status == .ok)
    }
}

private final class Collected: ResponseBodyWriter, Sendable {
    let text = Mutex("")

    func write(_ buffer: ByteBuffer) async throws {
        text.withLock { $0 += String(buffer: buffer) }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
