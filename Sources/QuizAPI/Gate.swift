import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import QuizCore

/// What every request passes: headers, session, origin, errors.
///
/// One piece, since it is on the hottest path.
struct Gate<Store: QuizStores, Crypto: Cryptography, Routes: HTTPResponder<APIContext>>: HTTPResponder {
    private let api: API<Store, Crypto>
    private let routes: Routes
    private let methods: RouteMethods
    private let security: [HTTPField]
    private let description: Representation

    init(api: API<Store, Crypto>, routes: Routes, methods: RouteMethods) {
        self.api = api
        self.routes = routes
        self.methods = methods
        security = Self.security(isSecure: api.settings.isSecure)
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
        for field in security { response.headers.append(field) }
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
        var context = context
        try await authenticate(request, &context)
        guard let hash = context.sessionHash else { return try await route(request, context) }
        guard api.sessions.enter(hash) else { throw Problem.tooManyRequests(seconds: 1) }
        defer { api.sessions.leave(hash) }
        return try await route(request, context)
    }

    private func route(_ request: Request, _ context: APIContext) async throws -> Response {
        let response = try await routes.respond(to: request, context: context)
        // What no route answers comes back bare, a wrong method too; our own refusals are thrown.
        guard response.status != .notFound || response.headers[.contentType] != nil else {
            guard let allowed = methods.allowed(at: request.uri.path) else { throw Problem.notFound }
            throw Problem.methodNotAllowed(allowed)
        }
        return response
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
        let bearer = request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        let cookie = bearer == nil ? SessionToken.cookie(in: request.headers[.cookie], api.settings) : nil
        if request.method != .get && request.method != .head {
            try checkOrigin(request, restsOnCookie: cookie != nil, isBearer: bearer != nil)
        }
        guard let token = bearer ?? cookie, token.utf8.count == SessionToken.length else { return }
        let hash = api.cryptography.sha256(Array(token.utf8))
        let now = api.now()
        if let known = api.sessions.principal(hash, at: now) {
            context.principal = known
        } else if let found = try await api.store.principal(sessionHash: hash, at: now) {
            api.sessions.remember(found, hash: hash, at: now)
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
    private func checkOrigin(_ request: Request, restsOnCookie: Bool, isBearer: Bool) throws {
        if !isBearer {
            switch request.headers[.origin] {
            case nil: if restsOnCookie { throw Problem.forbiddenOrigin }
            case let origin?: if origin != api.settings.publicURL { throw Problem.forbiddenOrigin }
            }
        }
        let type = request.headers[.contentType]?.prefix { $0 != ";" && $0 != " " }.lowercased()
        switch type {
        case "application/json": return
        case nil where request.method == .delete: return
        case "application/yaml" where request.uri.path == "/api/v1/banks": return
        default: throw Problem.unsupportedMediaType
        }
    }

    private static func security(isSecure: Bool) -> [HTTPField] {
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        var fields = [
            HTTPField(name: .contentSecurityPolicy, value: policy),
            HTTPField(name: .xContentTypeOptions, value: "nosniff"),
        ]
        let others = [
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
        ]
        fields += others.compactMap { name, value in HTTPField.Name(name).map { HTTPField(name: $0, value: value) } }
        if isSecure {
            fields.append(HTTPField(name: .strictTransportSecurity, value: "max-age=63072000; includeSubDomains"))
        }
        return fields
    }
}
