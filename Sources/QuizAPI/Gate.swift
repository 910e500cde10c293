import Foundation
import HTTPTypes
import Hummingbird
import Logging
import QuizCore

/// What every request passes: headers, session, origin, errors.
///
/// One piece, since it is on the hottest path.
struct Gate<Store: QuizStores, Crypto: Cryptography, Routes: HTTPResponder<APIContext>>: HTTPResponder {
    let api: API<Store, Crypto>
    let routes: Routes
    private let security: [(HTTPField.Name, String)]

    init(api: API<Store, Crypto>, routes: Routes) {
        self.api = api
        self.routes = routes
        var security: [(HTTPField.Name, String)] = [
            (
                .contentSecurityPolicy,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
            ),
            (.xContentTypeOptions, "nosniff"),
            (Self.name("Referrer-Policy"), "no-referrer"),
            (Self.name("Cross-Origin-Opener-Policy"), "same-origin"),
            (Self.name("Cross-Origin-Resource-Policy"), "same-origin"),
        ]
        if api.settings.isSecure {
            security.append((.strictTransportSecurity, "max-age=63072000; includeSubDomains"))
        }
        self.security = security
    }

    func respond(to request: Request, context: APIContext) async throws -> Response {
        var response: Response
        do {
            response = try await route(request, context)
        } catch {
            let problem = Problem.from(error)
            if problem.status.code >= 500 {
                api.logger.error(
                    "request failed",
                    metadata: ["request": "\(context.id)", "path": "\(request.uri.path)", "error": "\(error)"]
                )
            }
            response = problem.response(requestID: context.id)
        }
        for (name, value) in security { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if request.method == .head { response.body = .init() }
        return response
    }

    private func route(_ request: Request, _ context: APIContext) async throws -> Response {
        let path = request.uri.path
        guard path.hasPrefix("/api/") else { return try page(path, request) }
        var context = context
        try await authenticate(request, &context)
        let response = try await routes.respond(to: request, context: context)
        // What no route answers comes back bare; a wrong method too, which then is told as nothing being there.
        guard response.status != .notFound || response.headers[.contentType] != nil else { throw Problem.notFound }
        return response
    }

    private func page(_ path: String, _ request: Request) throws -> Response {
        guard request.method == .get || request.method == .head else { throw Problem.methodNotAllowed }
        switch path {
        case "/healthz": return .json(JSONText { $0.field("status", "ok") })
        case "/readyz":
            let isReady = api.settings.isReady()
            return .json(
                JSONText { $0.field("status", isReady ? "ready" : "not ready") },
                status: isReady ? .ok : .serviceUnavailable
            )
        case "/openapi.yaml":
            return Response(
                status: .ok,
                headers: [.contentType: "application/yaml; charset=utf-8"],
                body: .init(byteBuffer: .init(bytes: api.openapi))
            )
        default: return api.web.response(path: path, ifNoneMatch: request.headers[.ifNoneMatch])
        }
    }

    /// Finds whose session it is; a change that rests on a cookie must come from our own pages.
    private func authenticate(_ request: Request, _ context: inout APIContext) async throws {
        let bearer = request.headers[.authorization].flatMap { $0.hasPrefix("Bearer ") ? String($0.dropFirst(7)) : nil }
        let cookie = bearer == nil ? SessionToken.cookie(in: request.headers[.cookie], api.settings) : nil
        if request.method != .get && request.method != .head {
            if bearer == nil, let origin = request.headers[.origin], origin != api.settings.publicURL {
                throw Problem.forbiddenOrigin
            }
            if cookie != nil, request.headers[.origin] == nil { throw Problem.forbiddenOrigin }
            let type = request.headers[.contentType] ?? ""
            guard type.hasPrefix("application/json") || type.hasPrefix("application/yaml") || request.method == .delete
            else { throw Problem.unsupportedMediaType }
        }
        guard let token = bearer ?? cookie, token.utf8.count <= 64 else { return }
        let hash = api.cryptography.sha256(Array(token.utf8))
        let now = api.now()
        context.sessionHash = hash
        if let known = api.sessions.principal(hash, at: now) {
            context.principal = known
        } else if let found = try await api.store.principal(sessionHash: hash, at: now) {
            api.sessions.remember(found, hash: hash, until: now.adding(milliseconds: 60_000))
            context.principal = found
        }
    }

    private static func name(_ text: String) -> HTTPField.Name {
        HTTPField.Name(text) ?? .date
    }
}
