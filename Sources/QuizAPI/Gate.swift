import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import QuizCore
import QuizFormats

/// What every request passes: headers, session, origin, errors.
///
/// One piece, since it is on the hottest path.
struct Gate<Store: QuizStores, Crypto: Cryptography>: HTTPResponder {
    private static var root: String { "/api/v1/" }
    /// What files with banks are sent as.
    private static var bankTypes: Set<String> {
        Set(BankFormat.allCases.map { String($0.mediaType.prefix { $0 != ";" }) })
    }

    /// Where they are sent to.
    private static var bankPaths: [String] {
        ["/api/v1/banks", "/api/v1/banks/faults", "/api/v1/units", "/api/v1/unit-faults"]
    }

    private let api: API<Store, Crypto>
    private let routes: RouteTable
    private let security: SecurityFields
    private let description: Representation

    init(api: API<Store, Crypto>, routes: RouteTable) {
        self.api = api
        self.routes = routes
        security = SecurityFields(isSecure: api.settings.isSecure)
        description = Representation(
            api.openapi,
            type: "application/yaml; charset=utf-8",
            name: String(api.cryptography.sha256(api.openapi).hex.prefix(32)),
            compression: api.compression
        )
    }

    func respond(to request: Request, context: APIContext) async throws -> Response {
        let start = NIODeadline.now()
        let path = request.uri.path
        var response: Response
        do {
            response = try await answer(path, request, context)
        } catch {
            response = refusal(error, request, context)
        }
        for field in path.hasPrefix("/api/") ? security.ofData : security.ofPages { response.headers.append(field) }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        api.metrics.record(path: path, method: request.method, status: response.status, since: start)
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// An error in the words for the outside; its own words go to the log only.
    private func refusal(_ error: any Error, _ request: Request, _ context: APIContext) -> Response {
        let problem = Problem.from(error)
        api.metrics.refused(problem.status)
        // Not `context.id`, which ends the process where the log handler keeps no metadata.
        let id = context.logger[metadataKey: "hb.request.id"]?.description ?? api.random(8).hex
        if problem.status.code == 500 {
            api.logger.error(
                "request failed",
                metadata: ["request": "\(id)", "path": "\(request.uri.path)", "error": "\(error)"]
            )
        }
        return problem.response(requestID: id)
    }

    private func answer(_ path: String, _ request: Request, _ context: APIContext) async throws -> Response {
        guard path.hasPrefix("/api/") else { return try page(path, request) }
        if let board = api.readyBoard(request) { return board }
        var context = context
        try await authenticate(request, &context)
        guard let hash = context.sessionHash else { return try await route(request, context) }
        guard api.sessions.enter(hash) else { throw Problem.tooManyRequests(seconds: 1) }
        defer { api.sessions.leave(hash) }
        return try await route(request, context)
    }

    private func route(_ request: Request, _ context: APIContext) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix(Self.root) else { throw Problem.notFound }
        switch routes.match(request.method, path.dropFirst(Self.root.count)) {
        case .handler(let handler, let parameters):
            var context = context
            context.path = parameters
            return try await handler(request, context)
        case .otherMethods(let allowed): throw Problem.methodNotAllowed(allowed)
        case .none: throw Problem.notFound
        }
    }

    private func page(_ path: String, _ request: Request) throws -> Response {
        guard request.method == .get || request.method == .head else { throw Problem.methodNotAllowed("GET, HEAD") }
        switch path {
        case "/healthz": return .json(JSONText { $0.field("status", "ok") })
        case "/readyz":
            let isReady = api.settings.isReady() && !api.settings.isDraining()
            return .json(
                JSONText { $0.field("status", isReady ? "ready" : "not ready") },
                status: isReady ? .ok : .serviceUnavailable
            )
        case "/openapi.yaml": return description.response(to: request)
        default: return api.web.response(to: request)
        }
    }

    /// Finds whose session it is; a change that rests on a cookie must come from our own pages.
    private func authenticate(_ request: Request, _ context: inout APIContext) async throws {
        let fields = RequestFields(request.headers)
        let bearer = fields.authorization.flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        let cookie = bearer == nil ? SessionToken.cookie(in: fields.cookie, api.settings) : nil
        if request.method != .get && request.method != .head {
            try checkOrigin(request, fields, restsOnCookie: cookie != nil, isBearer: bearer != nil)
        }
        guard let token = bearer ?? cookie, token.utf8.count == SessionToken.length else { return }
        let hash = api.cryptography.sha256(Array(token.utf8))
        let now = api.now()
        // Asked before the read, so that what changes meanwhile makes it stale.
        let version = api.store.accountsVersion
        if let known = api.sessions.principal(hash, at: now, version: version) {
            context.principal = known
        } else if let found = try await api.store.principal(sessionHash: hash, at: now) {
            api.sessions.remember(found, hash: hash, at: now, version: version)
            context.principal = found
            await keep(found, hash, at: now)
        }
        if context.principal != nil { context.sessionHash = hash }
    }

    /// Takes note that staff are at work; as the cache asks the store once a minute, so does this.
    private func keep(_ principal: Principal, _ hash: [UInt8], at moment: Timestamp) async {
        guard case .staff = principal else { return }
        do {
            try await api.store.keepStaffSession(hash: hash, at: moment)
        } catch {
            // The request itself is sound, and the next minute tries again.
            api.logger.warning("a staff session was not kept", metadata: ["error": "\(error)"])
        }
    }

    /// A form on a foreign page can send cookies, but neither our origin nor these types.
    private func checkOrigin(
        _ request: Request,
        _ fields: RequestFields,
        restsOnCookie: Bool,
        isBearer: Bool
    ) throws {
        if !isBearer {
            switch fields.origin {
            case nil: if restsOnCookie { throw Problem.forbiddenOrigin }
            case let origin?: if origin != api.settings.publicURL { throw Problem.forbiddenOrigin }
            }
        }
        if fields.contentType == "application/json" { return }
        let type = fields.contentType?.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch type {
        case "application/json": return
        case nil where request.method == .delete: return
        case let type? where Self.bankPaths.contains(request.uri.path) && Self.bankTypes.contains(type): return
        default: throw Problem.unsupportedMediaType
        }
    }
}

/// The header fields that the gate looks at, found in one pass.
private struct RequestFields {
    private(set) var authorization: String?
    private(set) var cookie: String?
    private(set) var origin: String?
    private(set) var contentType: String?

    init(_ headers: HTTPFields) {
        for field in headers {
            switch field.name {
            case .authorization: authorization = authorization ?? field.value
            case .cookie: cookie = cookie.map { "\($0); \(field.value)" } ?? field.value
            case .origin: origin = origin ?? field.value
            case .contentType: contentType = contentType ?? field.value
            default: break
            }
        }
    }
}
