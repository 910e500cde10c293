import Foundation
import HTTPTypes
import QuizCore
import Synchronization
import Testing

struct MediaTests {
    private static let bytes: [UInt8] = Array("not looked into".utf8)
    private static let digest = TestCryptography().sha256(bytes)
    private static let path = "/api/v1/media/" + digest.hex

    private func server(_ type: ImageType = .png, asked: @escaping @Sendable () -> Void = {}) throws -> TestServer {
        var store = StubStore()
        store.onImage = { digest in
            asked()
            guard digest == Self.digest else { return nil }
            let facts = ImageFacts(digest: digest, type: type, width: 20, height: 30)
            return ImageContent(facts: facts, bytes: Self.bytes)
        }
        return try TestServer(store)
    }

    @Test(arguments: ImageType.allCases)
    func aPictureIsServedAsWhatItIs(_ type: ImageType) async throws {
        let reply = try await server(type).get(Self.path, signedIn: false)
        #expect(reply.status == 200 && reply.bytes == Self.bytes)
        #expect(reply.headers[.contentType] == "image/" + type.rawValue)
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
        #expect(reply.headers[.cacheControl] == "public, max-age=31536000, immutable")
        #expect(reply.headers[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'; sandbox")
        #expect(reply.headers[.eTag] == "\"\(Self.digest.hex)\"")
        #expect(reply.headers[.contentEncoding] == nil && reply.headers[.vary] == nil)
    }

    @Test func whoHasItIsToldSo() async throws {
        let reply = try await server().get(
            Self.path,
            signedIn: false,
            headers: [.ifNoneMatch: "\"\(Self.digest.hex)\"", .acceptEncoding: "gzip"]
        )
        #expect(reply.status == 304 && reply.bytes.isEmpty && reply.headers[.contentType] == nil)
        #expect(reply.headers[.cacheControl] == "public, max-age=31536000, immutable")
        let head = try await server().send(.head, Self.path, signedIn: false)
        #expect(head.status == 200 && head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == String(Self.bytes.count))
    }

    @Test func anotherNameIsNotFound() async throws {
        let counter = Mutex(0)
        let server = try server { counter.withLock { $0 += 1 } }
        let absent = try await server.get("/api/v1/media/" + String(repeating: "0", count: 64), signedIn: false)
        #expect(absent.status == 404 && absent.headers[.cacheControl] == "no-store")
        let upper = Self.digest.hex.uppercased()
        for name in [upper, String(Self.digest.hex.dropLast(2)), Self.digest.hex + "00", "x", "..%2f..%2fquiz.db"] {
            let reply = try await server.get("/api/v1/media/" + name, signedIn: false)
            #expect(reply.status == 404)
        }
        // Only what can be a name is looked for.
        #expect(counter.withLock { $0 } == 1)
        let post = try await server.send(.post, Self.path, "{}", signedIn: false)
        #expect(post.status == 405 && post.headers[.allow] == "GET, HEAD")
    }

    /// The first of one kind that is prepared and of one that is not, on the paper and in the result.
    @Test func aQuestionSaysWhereItsPictureIsAndHowLarge() async throws {
        let image = Image(
            file: "a.png",
            facts: ImageFacts(digest: Self.digest, type: .png, width: 640, height: 480),
            alt: "Biển “A”"
        )
        let json = #""media":{"url":"\#(Self.path)","type":"image/png","width":640,"height":480,"alt":"Biển “A”"}"#
        let options = (0..<3).map { Option(text: "\($0)", isCorrect: $0 == 0) }
        let bodies: [QuestionBody] = [
            .choice(ChoiceQuestion(kind: .single, options: options)), .short(ShortQuestion(answers: ["x"])),
        ]
        for body in bodies {
            let open = try await attempt(body, image, sealed: false)
            #expect(open.components(separatedBy: json).count == 2, "\(open)")
            #expect(!open.contains("a.png"))
            let result = try await attempt(body, image, sealed: true)
            #expect(result.components(separatedBy: json).count == 2, "\(result)")
        }
    }

    private func attempt(_ body: QuestionBody, _ image: Image, sealed: Bool) async throws -> String {
        let contestant = try #require(Example.contestant())
        let attempt = try #require(Example.attempt(seal: sealed ? Example.seal() : nil))
        let questions = (0..<4).map { number in
            Question(
                id: "q\(number)",
                topic: "t",
                difficulty: .easy,
                groups: ["g"],
                prompt: "Câu \(number)",
                body: body,
                explanation: "",
                source: "",
                image: number == 2 ? image : nil
            )
        }
        let bank = Bank(id: "b", isPublic: true, title: "B", language: "vi", licence: "CC0-1.0", questions: questions)
        var store = StubStore()
        store.known = [Example.definition(Example.contest(mode: .practice, release: .submission), bank: bank)]
        store.bankVersions = [Example.version(bank)]
        store.onPrincipal = { _ in .contestant(contestant) }
        store.onAttempt = { _, _ in attempt }
        store.places = { _, _ in nil }
        let path = "/api/v1/attempts/" + String(repeating: "09", count: 16) + (sealed ? "/result" : "")
        return try await TestServer(store).get(path).text
    }

    @Test func theStoreIsAskedOnce() async throws {
        let counter = Mutex(0)
        let server = try server { counter.withLock { $0 += 1 } }
        for _ in 0..<3 { _ = try await server.get(Self.path, signedIn: false) }
        #expect(counter.withLock { $0 } == 1)
    }
}
