import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import OpenSSL
import QuizAPI
import QuizCore
import QuizFormats
import QuizStore
import Synchronization

struct TestCryptography: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

/// Two contests with their people over a real store, and the real routes before it, asked without a socket.
struct World: Sendable {
    static let publicURL = "https://thi.example.vn"
    static let moment = Timestamp(milliseconds: 1_795_500_000_000)
    static let vocabulary = Vocabulary(
        topics: [Vocabulary.Term(code: "t", title: Message(vi: "t", en: "t"))],
        groups: [Vocabulary.Term(code: "g", title: Message(vi: "g", en: "g"))],
        unitTypes: [Vocabulary.Term(code: "u", title: Message(vi: "u", en: "u"))]
    )

    let store: Store
    private let folder: String
    private let answer: @Sendable (Request, APIContext) async throws -> Response
    private let counter = Counter()

    /// Values without end, none twice.
    final class Counter: Sendable {
        private let last = Atomic<Int>(0)

        func bytes(_ count: Int) -> [UInt8] {
            let number = last.add(1, ordering: .relaxed).newValue
            return Array(SHA256.hash(Array("\(number)".utf8)).prefix(count))
                + [UInt8](repeating: 0, count: max(0, count - 32))
        }
    }

    /// A millisecond further each time it is looked at, so that what is kept has an order.
    final class Clock: Sendable {
        private let last = Atomic<Int64>(World.moment.milliseconds)

        func next() -> Timestamp { Timestamp(milliseconds: last.add(1, ordering: .relaxed).newValue) }
    }

    /// Runs `body` over a world that goes afterwards.
    static func running<Output: Sendable>(
        _ body: @Sendable (World) async throws -> Output
    ) async throws -> Output {
        let folder = NSTemporaryDirectory() + "matrix-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder + "/web", withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let world = try await World(folder: folder)
        async let writing: Void = world.store.run { _ in }
        let result: Result<Output, any Error>
        do { result = .success(try await body(world)) } catch { result = .failure(error) }
        world.store.close()
        await writing
        return try result.get()
    }

    private init(folder: String) async throws {
        self.folder = folder
        let clock = Clock()
        let store = try await Store(
            open: { try SQLiteDatabase(path: folder + "/quiz.db", access: $0) },
            cryptography: TestCryptography(),
            vocabulary: Self.vocabulary,
            mark: 0,
            now: { clock.next() }
        )
        self.store = store
        let counter = counter
        let api = API(
            store: store,
            cryptography: TestCryptography(),
            random: { counter.bytes($0) },
            now: { Self.moment },
            keys: APIKeys(
                serverKey: [UInt8](repeating: 1, count: 32),
                contestKey: { _ in [UInt8](repeating: 2, count: 32) }
            ),
            passwords: PasswordCheck(verify: { _, _ in .wrong }),
            secrets: AccountSecrets(
                hash: { _ in PasswordHash(salt: [1], cost: 2, blockSize: 1, parallelism: 1, hash: [1]) },
                hmacSHA1: { HMACSHA1.authenticate($0, key: $1) },
                seal: { plain, _, _ in plain },
                open: { sealed, _, _ in sealed }
            ),
            bankReading: BankReading { bytes, format, settings in
                BankReport(bytes, format, settings, vocabulary: Self.vocabulary, by: TestCryptography())
            },
            settings: APISettings(
                publicURL: Self.publicURL,
                trustedProxies: [],
                isDraining: { false },
                isReady: { true }
            ),
            vocabulary: Self.vocabulary,
            web: try StaticSite.load(directory: folder + "/web") { SHA256.hash($0).hex },
            openapi: Array("openapi: 3.1.0\n".utf8),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        )
        let responder = api.responder()
        answer = { try await responder.respond(to: $0, context: $1) }
    }

    struct Reply: Sendable {
        let status: Int
        /// Without what differs from request to request.
        let text: String
        var code: String? { text.firstMatch(of: /"code":"([^"]+)"/).map { String($0.1) } }
    }

    /// Sends a request as a program does, with a bearer token if there is one.
    func send(_ method: String, _ path: String, _ body: String, token: String?) async throws -> Reply {
        var headers: HTTPFields = [.contentType: "application/json"]
        if let token { headers[.authorization] = "Bearer \(token)" }
        let channel = NIOAsyncTestingChannel()
        channel.remoteAddress = try SocketAddress(ipAddress: "203.0.113.1", port: 40_000)
        let request = Request(
            head: HTTPRequest(
                method: HTTPRequest.Method(method) ?? .get,
                scheme: "https",
                authority: "x",
                path: path,
                headerFields: headers
            ),
            body: RequestBody(buffer: ByteBuffer(string: method == "GET" ? "" : body))
        )
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let context = APIContext(source: ApplicationRequestContextSource(channel: channel, logger: logger))
        let response = try await answer(request, context)
        let collected = Collected()
        // A stream of events has no end.
        if response.headers[.contentType] != "text/event-stream" { try await response.body.write(collected) }
        let text = String(decoding: collected.bytes.withLock { $0 }, as: UTF8.self)
        return Reply(
            status: response.status.code,
            text: text.replacing(/"(requestId|serverTime)":"[^"]*"/, with: "")
        )
    }
}

private final class Collected: ResponseBodyWriter, Sendable {
    let bytes = Mutex<[UInt8]>([])

    func write(_ buffer: ByteBuffer) async throws {
        bytes.withLock { $0 += buffer.readableBytesView }
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
