import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore
import Synchronization

/// Boards as bytes, made once a version and not once a request.
final class BoardCache: Sendable {
    struct Key: Hashable {
        let board: BoardID
        let limit: Int
        let isClosed: Bool
    }

    struct Entry {
        let version: UInt64
        let body: ByteBuffer
        let tag: String
    }

    private let entries = Mutex<[Key: Entry]>([:])

    func entry(_ key: Key, version: UInt64) -> Entry? {
        entries.withLock { $0[key].flatMap { $0.version == version ? $0 : nil } }
    }

    func remember(_ entry: Entry, for key: Key) {
        entries.withLock { entries in
            if entries.count > 1_000 { entries.removeAll() }
            entries[key] = entry
        }
    }
}

extension API {
    func addBoardRoutes(to api: RouterGroup<APIContext>) {
        api.get("contests/:contest/leaderboards/:group") { request, context in try await board(request, context) }
        api.get("contests/:contest/leaderboards/:group/me") { request, context in try await ownPlace(request, context) }
    }

    private func find(_ request: Request, _ context: APIContext) throws -> (Definition, Round, BoardID) {
        let definition = try definition(context)
        guard let group = context.parameters.get("group"), definition.contest.group(group) != nil else {
            throw Problem.notFound
        }
        var round = definition.contest.currentRound(at: now())
        if request.uri.query != nil, let id = request.uri.queryParameters.get("round") {
            guard let named = definition.contest.round(id) else { throw Problem.notFound }
            round = named
        }
        return (definition, round, BoardID(contest: definition.contest.id, round: round.id, group: group))
    }

    /// Why a board is not shown now, if it is not (I8).
    private func hiddenReason(_ definition: Definition, _ round: Round) -> String? {
        if !showsTotals(definition, round) { return "prediction" }
        return definition.contest.rules.showScore == .roundClosed && !round.isClosed(at: now()) ? "roundClosed" : nil
    }

    private func board(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, round, id) = try find(request, context)
        let query = request.uri.query == nil ? nil : request.uri.queryParameters
        let limit = min(max(query?.get("limit", as: Int.self) ?? BoardPage.headLength, 1), BoardPage.headLength)
        if let after = query?.get("after") { return try await page(after, definition, round, id, limit) }
        let isClosed = round.isClosed(at: now())
        let key = BoardCache.Key(board: id, limit: limit, isClosed: isClosed)
        let version = hiddenReason(definition, round) == nil ? store.version(of: id) : 0
        var entry = boards.entry(key, version: version)
        if entry == nil {
            let bytes = try await encode(definition, round, id, from: 0, limit: limit)
            let tag = "\"" + cryptography.hmac(bytes, key: keys.serverKey).prefix(16).map { $0 }.hex + "\""
            let made = BoardCache.Entry(version: version, body: ByteBuffer(bytes: bytes), tag: tag)
            boards.remember(made, for: key)
            entry = made
        }
        guard let entry else { throw Problem.internal }
        var headers: HTTPFields = [.eTag: entry.tag, .cacheControl: "no-cache"]
        if EntityTag.matches(request.headers[.ifNoneMatch], entry.tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "application/json; charset=utf-8"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: entry.body))
    }

    private func page(
        _ after: String,
        _ definition: Definition,
        _ round: Round,
        _ id: BoardID,
        _ limit: Int
    ) async throws -> Response {
        guard let from = Int(after), from > 0 else { throw Problem.notFound }
        let bytes = try await encode(definition, round, id, from: from, limit: limit)
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func encode(
        _ definition: Definition,
        _ round: Round,
        _ id: BoardID,
        from: Int,
        limit: Int
    ) async throws -> [UInt8] {
        let reason = hiddenReason(definition, round)
        let page =
            reason == nil
            ? try await store.board(id, from: from, limit: limit)
            : BoardPage(lines: [], total: 0, updatedAt: nil)
        return JSONText { json in
            json.field("contest", id.contest)
            json.field("group", id.group)
            json.field("round", id.round)
            json.field("status", reason != nil ? "hidden" : round.isClosed(at: now()) ? "closed" : "live")
            json.field("reason", reason)
            json.field("updatedAt", page.updatedAt)
            if reason == nil {
                json.field("total", page.total)
                if from + page.lines.count < page.total { json.field("next", "\(from + page.lines.count)") }
            }
            json.list("entries", page.lines) { json, line in json.object { Self.line(line, &$0) } }
        }.bytes
    }

    private func ownPlace(_ request: Request, _ context: APIContext) async throws -> Response {
        let (definition, round, id) = try find(request, context)
        let contestant = try contestant(context, in: definition.contest.id)
        guard hiddenReason(definition, round) == nil, let placed = store.place(of: contestant.key, on: id) else {
            throw Problem.noResult
        }
        let lines = try await store.neighbours(of: contestant.key, on: id, reach: 3)
        guard let own = lines.first(where: { $0.contestant == contestant.key }) else { throw Problem.noResult }
        return .json(
            JSONText { json in
                Self.line(own, &json)
                json.field("of", placed.of)
                json.list("neighbours", lines) { json, line in
                    json.object { json in
                        Self.line(line, &json)
                        json.field("me", line.contestant == contestant.key)
                    }
                }
            }
        )
    }

    private static func line(_ line: BoardLine, _ json: inout JSONText) {
        json.field("place", line.place)
        json.field("name", line.name)
        json.field("unit", line.unit)
        json.field("score", line.score)
        json.field("maxScore", line.maximum)
        json.field("durationMs", line.duration)
        json.field("decidedBy", json: line.decidedBy.map { "\"\($0.rawValue)\"" } ?? "null")
    }
}
