import HTTPTypes
import Hummingbird
import QuizCore

extension API {
    private static var contestantSeconds: Int64 { 30 * 86_400 }
    private static var staffSeconds: Int64 { StaffSessionTerm.absolute / 1_000 }

    func addSessionRoutes(to api: inout RouteTable) {
        api.post("sessions") { request, context in try await signIn(request, context) }
        api.get("sessions/current") { _, context in try currentSession(context) }
        api.delete("sessions/current") { _, context in try await signOut(context) }
    }

    func newSession(token: String, isStaff: Bool, device: String? = nil) -> NewSession {
        NewSession(
            hash: cryptography.sha256(Array(token.utf8)),
            expires: now().adding(milliseconds: isStaff ? StaffSessionTerm.idle : Self.contestantSeconds * 1_000),
            device: device
        )
    }

    /// A reply that opens a session: the token in a cookie, or in the body for programs.
    func opening(
        _ session: NewSession,
        of principal: Principal,
        token: String,
        bearer: Bool,
        status: HTTPResponse.Status,
        version: Int = 0,
        _ build: (inout JSONText) -> Void
    ) -> Response {
        sessions.welcome(principal, hash: session.hash, at: now(), version: version)
        let json = JSONText { json in
            build(&json)
            if bearer { json.field("token", token) }
        }
        var response = Response.json(json, status: status)
        if !bearer {
            let seconds =
                switch principal {
                case .contestant: Self.contestantSeconds
                case .staff: Self.staffSeconds
                }
            response.headers[.setCookie] = SessionToken.setCookie(token, seconds: seconds, settings)
        }
        return response
    }

    private func signIn(_ request: Request, _ context: APIContext) async throws -> Response {
        let keys = ["entryCode", "contest", "username", "password", "code", "bearer"]
        let body = try await StrictBody(request, keys: keys)
        if let typed = try body.text("entryCode") { return try await signIn(code: typed, body) }
        return try await signInStaff(body, request, context)
    }

    private func signIn(code typed: String, _ body: StrictBody) async throws -> Response {
        let contest = try body.text("contest")
        let bearer = try body.flag("bearer")
        let token = SessionToken.text(random(32))
        let session = newSession(token: token, isStaff: false)
        guard let code = EntryCode(typed),
            let contestant = try await store.signIn(
                entryCodeHash: cryptography.sha256(Array(code.letters.utf8)),
                session: session
            )
        else { throw Problem.unauthorized }
        guard contest == nil || contest == contestant.contest else {
            try await store.endSession(hash: session.hash)
            throw Problem.unauthorized
        }
        return opening(session, of: .contestant(contestant), token: token, bearer: bearer, status: .created) { json in
            describe(contestant, &json)
            json.field("expires", session.expires)
        }
    }

    private func currentSession(_ context: APIContext) throws -> Response {
        switch context.principal {
        case .contestant(let contestant)?: .json(JSONText { describe(contestant, &$0) })
        case .staff(let member)?: .json(JSONText { describe(member, &$0) })
        case nil: throw Problem.unauthorized
        }
    }

    private func signOut(_ context: APIContext) async throws -> Response {
        if let hash = context.sessionHash {
            // First of all, so that nothing read in the meantime brings it back.
            sessions.forget(hash, at: now())
            try await store.endSession(hash: hash)
        }
        var response = Response(status: .noContent)
        response.headers[.setCookie] = SessionToken.setCookie("", seconds: 0, settings)
        return response
    }

    private func describe(_ contestant: Contestant, _ json: inout JSONText) {
        json.field("kind", "contestant")
        json.field("contest", contestant.contest)
        json.object("contestant") { Self.describe(contestant, &$0) }
    }

    func describe(_ member: StaffMember, _ json: inout JSONText) {
        json.field("kind", "staff")
        json.field("name", member.name)
        json.list("duties", member.duties) { $0.value($1.rawValue) }
        json.list("roles", member.grants) { json, grant in
            json.object { json in
                json.field("role", grant.role.rawValue)
                json.field("scope", grant.unit != nil ? "unit" : grant.contest != nil ? "contest" : "everything")
                json.field("contest", grant.contest)
                json.field("unit", grant.unit)
            }
        }
    }

    static func describe(_ contestant: Contestant, _ json: inout JSONText) {
        json.field("id", contestant.id.hex)
        json.field("name", contestant.name)
        json.field("displayName", contestant.displayName)
        json.field("group", contestant.group)
        json.object("unit") { json in
            json.field("code", contestant.unitCode)
            json.field("title", contestant.unitTitle)
        }
    }
}
