import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import MetricsTestKit
import NIOCore
import NIOEmbedded
import OpenSSL
import QuizAPI
import QuizCore
import QuizFormats
import Synchronization

/// The API over stub stores, asked without a socket.
struct TestServer: Sendable {
    static let publicURL = "https://thi.example.vn"
    static let token = String(repeating: "t", count: 43)

    private let answer: @Sendable (Request, APIContext) async throws -> Response
    let clock: TestClock
    let metrics = TestMetrics()

    init(
        _ store: StubStore,
        clock: TestClock = TestClock(),
        publicURL: String = publicURL,
        trustedProxies: Set<String> = [],
        password: PasswordCheck.Verdict = .wrong,
        judging: (@Sendable () -> PasswordCheck.Verdict)? = nil,
        web: StaticSite? = nil,
        isReady: Bool = true
    ) throws {
        let counter = Mutex<UInt8>(0)
        let api = API(
            store: store,
            cryptography: TestCryptography(),
            random: { count in
                let next = counter.withLock { counter in
                    counter &+= 1
                    return counter
                }
                return [UInt8](repeating: next, count: count)
            },
            now: clock.now,
            keys: APIKeys(
                serverKey: [UInt8](repeating: 1, count: 32),
                contestKey: { _ in [UInt8](repeating: 2, count: 32) }
            ),
            passwords: PasswordCheck(verify: { _, hash in hash == nil ? .wrong : judging?() ?? password }),
            secrets: AccountSecrets(
                hash: { _ in nil },
                hmacSHA1: { HMACSHA1.authenticate($0, key: $1) },
                seal: { plain, _, _ in plain },
                open: { sealed, _, _ in sealed }
            ),
            bankReading: BankReading { bytes, format, settings in
                BankReport(bytes, format, settings, vocabulary: Example.vocabulary, by: TestCryptography())
            },
            settings: APISettings(
                publicURL: publicURL,
                trustedProxies: trustedProxies,
                isDraining: { false },
                isReady: { isReady }
            ),
            vocabulary: Example.vocabulary,
            web: try web ?? Pages(files: [:]).site(),
            openapi: Array("openapi: 3.1.0\n".utf8),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            compression: Compression { bytes in Array(bytes.prefix(bytes.count / 2)) },
            metrics: metrics
        )
        let responder = api.responder()
        answer = { try await responder.respond(to: $0, context: $1) }
        self.clock = clock
    }

    /// A reply with its body.
    struct Reply: Sendable {
        let status: Int
        let headers: HTTPFields
        let bytes: [UInt8]

        var text: String { String(decoding: bytes, as: UTF8.self) }
        /// Of a problem.
        var code: String? { json["code"] as? String }
        var json: [String: Any] {
            ((try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any]) ?? [:]
        }
    }

    /// Sends a request as our own pages do: with Origin, JSON and, if `signedIn`, the cookie.
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String? = nil,
        signedIn: Bool = true,
        headers extra: HTTPFields = [:],
        without: Set<HTTPField.Name> = [],
        from address: String = "203.0.113.1"
    ) async throws -> Reply {
        var headers: HTTPFields = [.origin: Self.publicURL]
        if body != nil { headers[.contentType] = "application/json" }
        if signedIn { headers[.cookie] = "theme=dark; __Host-quiz=\(Self.token)" }
        for field in extra { headers[field.name] = field.value }
        for name in without { headers[name] = nil }
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: address, port: 40_000)
        let request = Request(
            head: HTTPRequest(method: method, scheme: "https", authority: "x", path: path, headerFields: headers),
            body: RequestBody(buffer: ByteBuffer(string: body ?? ""))
        )
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let context = APIContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await answer(request, context)
        let collected = Collected()
        try await response.body.write(collected)
        return Reply(status: response.status.code, headers: response.headers, bytes: collected.bytes.withLock { $0 })
    }

    func get(_ path: String, signedIn: Bool = true, headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, path, signedIn: signedIn, headers: headers)
    }
}

private final class Collected: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

/// Pages in a folder of their own.
struct Pages {
    let files: [String: String]

    func site() throws -> StaticSite {
        let folder = FileManager.default.temporaryDirectory.appending(path: "pages-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = folder.appending(path: name)
            let above = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try StaticSite.load(
            directory: folder.path,
            compression: Compression { Array($0.prefix($0.count / 2)) },
            digest: { TestCryptography().sha256($0).hex }
        )
    }
}
