import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore
import Synchronization

/// Boards as bytes, made once a version and not once a request.
final class BoardCache: Sendable {
    struct Key: Hashable {
        let board: BoardID
        let unit: String?
        let limit: Int
        let status: BoardStatus
    }

    struct Entry {
        let version: UInt64
        let content: Representation
    }

    /// What an address gave the last time, and how long that can be true.
    struct Ready {
        let board: BoardID
        let unit: String?
        let view: BoardPolicy.View
        let entry: Entry
        /// The version of the contest's definition.
        let definition: Int64
        /// Before this no round opens or closes; `nil`: none ever will.
        let until: Timestamp?
    }

    private let entries = Mutex<[Key: Entry]>([:])
    private let ready = Mutex<[String: Ready]>([:])

    func ready(at address: String) -> Ready? {
        ready.withLock { $0[address] }
    }

    func remember(_ made: Ready, at address: String) {
        ready.withLock { ready in
            if ready.count > 1_000 { ready.removeAll() }
            ready[address] = made
        }
    }

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

/// What is shown of a board now.
struct BoardStatus: Hashable {
    /// Why nothing is.
    let hiddenReason: String?
    let isClosed: Bool
    /// How far the results of the round are; `nil` for the board over all rounds.
    let results: RoundResults?
    /// What the board shows, where it shows anything.
    let view: BoardPolicy.View
    /// How many lines, at most; `nil`: all.
    let top: Int?

    init(_ disclosure: Disclosure, _ round: String, _ results: RoundResults?, _ view: BoardPolicy.View, top: Int?) {
        self.results = results
        self.view = view
        self.top = top
        hiddenReason = disclosure.hiddenReason(round) ?? (view == .hidden ? "policy" : nil)
        isClosed = disclosure.isClosed(round)
    }

    /// Only what was submitted by then; `nil`: all.
    var asOf: Timestamp? { if case .asOf(let moment) = view { moment } else { nil } }

    var name: String { hiddenReason != nil ? "hidden" : isClosed ? "closed" : "live" }
}

extension API {
    /// Beyond it no board has a line; a larger number would overflow where a limit is added.
    private static var lastLine: Int { 1 << 40 }

    func addBoardRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/leaderboards/:group") { request, context in try await board(request, context) }
        api.get("contests/:contest/leaderboards/:group/me") { request, context in try await ownPlace(request, context) }
        api.get("contests/:contest/leaderboards/:group/events") { request, context in try events(request, context) }
    }

    /// A board that was asked for in the same words before and has not changed: the most frequent question of all.
    func readyBoard(_ request: Request) -> Response? {
        guard request.method == .get, let ready = boards.ready(at: request.uri.string),
            ready.until.map({ now() < $0 }) ?? true,
            store.definition(of: ready.board.contest)?.key == ready.definition,
            version(of: ready.board, ready.unit, ready.view) == ready.entry.version
        else { return nil }
        return ready.entry.content.response(to: request)
    }

    private func find(
        _ request: Request,
        _ context: APIContext
    ) throws -> (definition: Definition, board: BoardID, status: BoardStatus) {
        let definition = try definition(context)
        guard let group = context.path.get("group"), definition.contest.group(group) != nil else {
            throw Problem.notFound
        }
        var round = definition.contest.currentRound(at: now()).id
        if request.uri.query != nil, let id = request.uri.queryParameters.get("round") {
            guard definition.contest.hasBoard(of: id) else { throw Problem.notFound }
            round = id
        }
        let id = BoardID(contest: definition.contest.id, round: round, group: group)
        return (definition, id, status(of: id, definition))
    }

    func status(of board: BoardID, _ definition: Definition) -> BoardStatus {
        let contest = definition.contest
        let rounds = contest.round(board.round).map { [$0] } ?? contest.rounds
        let results = rounds.map { store.results(of: contest.id, round: $0.id) }
        let view = contest.rules.board.view(
            of: rounds,
            isPublished: results.allSatisfy { $0.objectionsUntil != nil },
            at: now()
        )
        return BoardStatus(
            disclosure(definition),
            board.round,
            board.round == Cumulative.round ? nil : results.first,
            view,
            top: contest.rules.board.top
        )
    }

    private func board(_ request: Request, _ context: APIContext) async throws -> Response {
        let moment = now()
        let (definition, id, status) = try find(request, context)
        let query = request.uri.query == nil ? nil : request.uri.queryParameters
        let unit = query?.get("unit")
        if let unit, try await store.unit(code: unit) == nil { throw Problem.notFound }
        let limit = min(max(query?.get("limit", as: Int.self) ?? BoardPage.headLength, 1), BoardPage.headLength)
        if let after = query?.get("after") { return try await page(after, id, unit, status, limit) }
        let entry = try await head(of: id, unit, status, limit)
        if status.hiddenReason == nil {
            let contest = definition.contest
            let until = [
                contest.nextChange(after: moment), contest.rules.board.nextChange(of: contest.rounds, after: moment),
            ].compactMap { $0 }.min()
            let ready = BoardCache.Ready(
                board: id,
                unit: unit,
                view: status.view,
                entry: entry,
                definition: definition.key,
                until: until
            )
            boards.remember(ready, at: request.uri.string)
        }
        return entry.content.response(to: request)
    }

    /// The first lines of a board, as they were made for this version or are made now.
    private func head(
        of id: BoardID,
        _ unit: String?,
        _ status: BoardStatus,
        _ limit: Int
    ) async throws -> BoardCache.Entry {
        let key = BoardCache.Key(board: id, unit: unit, limit: limit, status: status)
        // Read before the lines are: what comes in between makes the entry old at once, never wrong.
        let version = status.hiddenReason == nil ? version(of: id, unit, status.view) : 0
        if let entry = boards.entry(key, version: version) { return entry }
        let bytes = try await encode(id, unit, status, from: 0, limit: limit)
        // Keyed: a plain hash would let totals be guessed while they are not shown (I8).
        let name = Array(cryptography.hmac(bytes, key: keys.serverKey).prefix(16)).hex
        let content = Representation(
            bytes,
            type: "application/json; charset=utf-8",
            name: name,
            compression: compression
        )
        let entry = BoardCache.Entry(version: version, content: content)
        boards.remember(entry, for: key)
        return entry
    }

    /// Of the whole board its head and total count; of a unit's any line may be in its head.
    ///
    /// A past board changes by corrections alone, which touch no version of the live one that they do not change.
    private func version(of board: BoardID, _ unit: String?, _ view: BoardPolicy.View) -> UInt64 {
        switch view {
        case .live: unit == nil ? store.version(of: board) : store.revision(of: board)
        case .asOf:
            UInt64(store.corrections(of: board.contest).reduce(0) { $0 + ($1.isApplying ? 1 : 2) })
                + store.nameChanges(of: board.contest) << 24
        case .hidden: 0
        }
    }

    private func page(
        _ after: String,
        _ id: BoardID,
        _ unit: String?,
        _ status: BoardStatus,
        _ limit: Int
    ) async throws -> Response {
        guard let from = Int(after), (1...Self.lastLine).contains(from) else { throw Problem.notFound }
        let bytes = try await encode(id, unit, status, from: from, limit: limit)
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func encode(
        _ id: BoardID,
        _ unit: String?,
        _ status: BoardStatus,
        from: Int,
        limit: Int
    ) async throws -> [UInt8] {
        let shown = status.top.map { max(0, min(limit, $0 - from)) } ?? limit
        let page =
            status.hiddenReason == nil
            ? try await store.board(id, unit: unit, asOf: status.asOf, from: from, limit: shown)
            : BoardPage(lines: [], total: 0, updatedAt: nil)
        let end = min(status.top ?? page.total, page.total)
        return JSONText { json in
            json.field("contest", id.contest)
            json.field("group", id.group)
            json.field("round", id.round)
            json.field("unit", unit)
            json.field("status", status.name)
            json.field("reason", status.hiddenReason)
            json.field("results", status.results?.state.rawValue)
            json.field("objectionsUntil", status.results?.objectionsUntil)
            json.field("updatedAt", page.updatedAt)
            if status.hiddenReason == nil, let truth = store.truth(of: id.contest, round: id.round) {
                json.field("predictionTruth", PredictionValue(scaled: truth.value).text)
            }
            if status.hiddenReason == nil {
                json.field("total", page.total)
                json.field("asOf", status.asOf)
                if from + page.lines.count < end { json.field("next", "\(from + page.lines.count)") }
            }
            json.list("entries", page.lines) { json, line in json.object { Self.line(line, &$0) } }
        }.bytes
    }

    /// Tells whenever a board has changed, so that nobody needs to ask; what it says now is asked for as ever.
    private func events(_ request: Request, _ context: APIContext) throws -> Response {
        let (_, id, _) = try find(request, context)
        guard let place = streams.enter() else { throw Problem.busy }
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                defer { _ = place }
                try await BoardEvents(api: self, board: id).write(to: &writer)
                try await writer.finish(nil)
            }
        )
    }

    private func ownPlace(_ request: Request, _ context: APIContext) async throws -> Response {
        let (_, id, status) = try find(request, context)
        let contestant = try contestant(context, in: id.contest)
        guard status.hiddenReason == nil,
            let around = try await store.neighbours(of: contestant.key, on: id, asOf: status.asOf, reach: 3),
            let own = around.lines.first(where: { $0.contestant == contestant.key })
        else { throw Problem.noResult }
        return .json(
            JSONText { json in
                Self.line(own, &json)
                json.field("of", around.total)
                json.list("neighbours", around.lines) { json, line in
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
