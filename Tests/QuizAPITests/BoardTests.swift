import HTTPTypes
import QuizAPI
import QuizCore
import Synchronization
import Testing

struct BoardTests {
    private final class Board: Sendable {
        let version = Mutex<UInt64>(1)
        let reads = Mutex(0)
        let count: Int

        init(count: Int) {
            self.count = count
        }

        func page(_ from: Int, _ limit: Int) -> BoardPage {
            reads.withLock { $0 += 1 }
            let bonus = version.withLock { Int($0) }
            let lines = (0..<count).dropFirst(from).prefix(limit).map { index in
                BoardLine(
                    contestant: Int64(index),
                    place: index + 1,
                    name: "An N.V.",
                    unit: "Xã \"Một\"",
                    score: 4_000 - index + bonus,
                    maximum: 4_000,
                    duration: 1_000,
                    decidedBy: index == 0 ? nil : .score
                )
            }
            return BoardPage(lines: Array(lines), total: count, updatedAt: Timestamp(milliseconds: TestClock.start))
        }
    }

    private static let path = "/api/v1/contests/c/leaderboards/g"

    private func server(_ board: Board, _ contest: Contest = Example.contest()) throws -> TestServer {
        let contestant = try #require(Example.contestant())
        var store = StubStore()
        store.known = [Example.definition(contest)]
        store.versions = { _ in board.version.withLock { $0 } }
        store.onBoard = { _, _, from, limit in board.page(from, limit) }
        store.onPrincipal = { _ in .contestant(contestant) }
        store.places = { contestant, _ in contestant == 7 ? (place: 8, of: board.count, attempt: 1) : nil }
        store.onNeighbours = { _, _, reach in board.page(7 - reach, 2 * reach + 1).lines }
        return try TestServer(store)
    }

    @Test func aBoardIsEncodedOnceAVersion() async throws {
        let board = Board(count: 3)
        let server = try server(board)
        let first = try await server.get(Self.path, signedIn: false)
        #expect(first.status == 200)
        #expect(first.json["status"] as? String == "live")
        #expect(first.json["total"] as? Int == 3)
        #expect(first.json["next"] == nil)
        #expect(
            first.text.contains(
                #"{"place":1,"name":"An N.V.","unit":"Xã \"Một\"","score":4001,"maxScore":4000,"#
                    + #""durationMs":1000,"decidedBy":null}"#
            )
        )
        #expect(first.headers[.cacheControl] == "no-cache")
        let tag = try #require(first.headers[.eTag])
        #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""))
        for header in [tag, "\"x\", W/\(tag)", "*"] {
            let same = try await server.get(Self.path, signedIn: false, headers: [.ifNoneMatch: header])
            #expect(same.status == 304)
            #expect(same.bytes.isEmpty)
            #expect(same.headers[.eTag] == tag)
        }
        #expect(board.reads.withLock { $0 } == 1)
        board.version.withLock { $0 += 1 }
        let next = try await server.get(Self.path, signedIn: false, headers: [.ifNoneMatch: tag])
        #expect(next.status == 200)
        #expect(next.headers[.eTag] != tag)
        #expect(board.reads.withLock { $0 } == 2)
    }

    @Test func theTagIsNoPlainHash() async throws {
        let reply = try await server(Board(count: 3)).get(Self.path, signedIn: false)
        let hash = TestCryptography().sha256(reply.bytes).hex
        #expect(reply.headers[.eTag]?.contains(hash.prefix(32)) == false)
    }

    @Test func aLongBoardIsPackedOnce() async throws {
        let server = try server(Board(count: 100))
        let plain = try await server.get(Self.path, signedIn: false, headers: [.acceptEncoding: "br, gzip;q=0"])
        #expect(plain.headers[.contentEncoding] == nil)
        #expect(plain.headers[.vary] == "Accept-Encoding")
        let packed = try await server.get(Self.path, signedIn: false, headers: [.acceptEncoding: "br, gzip"])
        #expect(packed.headers[.contentEncoding] == "gzip")
        #expect(packed.bytes.count < plain.bytes.count)
        #expect(packed.headers[.eTag] != plain.headers[.eTag])
        #expect(packed.headers[.contentLength] == String(packed.bytes.count))
    }

    @Test func longerBoardsComeInPages() async throws {
        let server = try server(Board(count: 250))
        var seen: [Int] = []
        var after = ""
        while seen.count < 1_000 {
            let page = try await server.get(Self.path + "?limit=100" + after, signedIn: false)
            let entries = try #require(page.json["entries"] as? [[String: Any]])
            seen += entries.compactMap { $0["place"] as? Int }
            guard let next = page.json["next"] as? String else { break }
            after = "&after=\(next)"
        }
        #expect(seen == Array(1...250))
        let most = try await server.get(Self.path + "?limit=9223372036854775807", signedIn: false)
        #expect((most.json["entries"] as? [Any])?.count == 100)
        let far = try await server.get(Self.path + "?after=1099511627776", signedIn: false)
        #expect((far.json["entries"] as? [Any])?.isEmpty == true)
    }

    @Test func aUnitHasABoardOfItsOwn() async throws {
        var store = StubStore()
        store.known = [Example.definition(Example.contest())]
        store.onUnit = { $0 == "u1" ? Unit(code: "u1", title: "Một", type: "u", parent: nil) : nil }
        let board = Board(count: 3)
        store.onBoard = { _, unit, from, limit in board.page(from, unit == "u1" ? 2 : limit) }
        let server = try TestServer(store)
        let own = try await server.get(Self.path + "?unit=u1", signedIn: false)
        #expect((own.json["entries"] as? [Any])?.count == 2)
        #expect(own.json["unit"] as? String == "u1")
        let whole = try await server.get(Self.path, signedIn: false)
        #expect((whole.json["entries"] as? [Any])?.count == 3)
        #expect(whole.json["unit"] == nil)
        #expect(try await server.get(Self.path + "?unit=u2", signedIn: false).status == 404)
    }

    @Test func theOwnPlaceComesWithItsNeighbours() async throws {
        let reply = try await server(Board(count: 20)).get(Self.path + "/me")
        #expect(reply.json["place"] as? Int == 8)
        #expect(reply.json["of"] as? Int == 20)
        let neighbours = try #require(reply.json["neighbours"] as? [[String: Any]])
        #expect(neighbours.compactMap { $0["place"] as? Int } == Array(5...11))
        #expect(neighbours.filter { $0["me"] as? Bool == true }.compactMap { $0["place"] as? Int } == [8])
    }

    @Test func aClosedRoundIsToldAsSuch() async throws {
        let server = try server(Board(count: 3), Example.contest(showScore: .roundClosed))
        let hidden = try await server.get(Self.path, signedIn: false)
        #expect(hidden.json["reason"] as? String == "roundClosed")
        server.clock.advance(6 * Example.day)
        #expect(try await server.get(Self.path, signedIn: false).json["status"] as? String == "closed")
    }
}
