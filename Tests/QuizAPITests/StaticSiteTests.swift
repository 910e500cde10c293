import HTTPTypes
import QuizAPI
import QuizCore
import Testing

struct StaticSiteTests {
    private static let long = "<!doctype html>" + String(repeating: "<p>Cuộc thi</p>", count: 100)

    private func server() throws -> TestServer {
        let pages = Pages(files: [
            "index.html": Self.long, "404.html": "<p>Không có", "thi/index.html": "<p>Thi", "js/a.js": "let a",
            "js/a.test.js": "test", "package.json": "{}", ".secret": "x", ".git/config.txt": "x", "css/a.css": "a{}",
            "note.md": "x", "xindex.html": "x",
        ])
        return try TestServer(StubStore(), web: pages.site())
    }

    @Test(
        arguments: [
            ("/", "text/html; charset=utf-8"), ("/index.html", "text/html; charset=utf-8"),
            ("/thi/", "text/html; charset=utf-8"), ("/thi/?contest=c", "text/html; charset=utf-8"),
            ("/js/a.js", "text/javascript; charset=utf-8"), ("/css/a.css", "text/css; charset=utf-8"),
        ] as [(String, String)]
    )
    func pagesAreServed(_ path: String, _ type: String) async throws {
        let reply = try await server().get(path, signedIn: false)
        #expect(reply.status == 200)
        #expect(reply.headers[.contentType] == type)
        #expect(reply.headers[.cacheControl] == "no-cache")
        #expect(reply.headers[.xContentTypeOptions] == "nosniff")
    }

    @Test(
        arguments: [
            "/js/a.test.js", "/package.json", "/.secret", "/.git/config.txt", "/note.md", "/x", "/thi/x",
            "/../etc/passwd",
            "/%2e%2e/etc/passwd", "//", "/x/", "/js/",
        ]
    )
    func nothingElseIs(_ path: String) async throws {
        let reply = try await server().get(path, signedIn: false)
        #expect(reply.status == 404)
        #expect(reply.text == "<p>Không có")
        #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
    }

    @Test func aFolderNeedsItsSlash() async throws {
        let reply = try await server().get("/thi?contest=c", signedIn: false)
        #expect(reply.status == 308)
        #expect(reply.headers[.location] == "/thi/?contest=c")
    }

    @Test func tagsAreStrongAndHonoured() async throws {
        let server = try server()
        let first = try await server.get("/thi/", signedIn: false)
        let tag = try #require(first.headers[.eTag])
        #expect(!tag.hasPrefix("W/"))
        for header in [tag, "\"a\", \(tag), \"b\"", "W/\(tag)", "*"] {
            let reply = try await server.get("/thi/", signedIn: false, headers: [.ifNoneMatch: header])
            #expect(reply.status == 304)
            #expect(reply.headers[.contentType] == nil)
        }
        #expect(try await server.get("/thi/", signedIn: false, headers: [.ifNoneMatch: "\"a\""]).status == 200)
    }

    @Test func aPageIsPackedForWhoTakesIt() async throws {
        let server = try server()
        let plain = try await server.get("/", signedIn: false)
        let packed = try await server.get("/", signedIn: false, headers: [.acceptEncoding: "gzip, deflate"])
        #expect(plain.text == Self.long)
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.headers[.vary] == "Accept-Encoding")
        #expect(packed.bytes.count == plain.bytes.count / 2)
        let head = try await server.send(.head, "/", signedIn: false)
        #expect(head.bytes.isEmpty)
        #expect(head.headers[.contentLength] == String(plain.bytes.count))
    }
}
