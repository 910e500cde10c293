import Foundation
import HTTPTypes
import Hummingbird
import QuizCore

extension API {
    /// Accounts of others: for admins, and for organizers those of coordinators of their own contests.
    func addAccountRoutes(to api: inout RouteTable) {
        api.get("accounts") { _, context in try await listAccounts(context) }
        api.post("accounts") { request, context in try await addAccount(request, context) }
        api.put("accounts/:account/state") { request, context in try await setState(request, context) }
        api.post("accounts/:account/reset") { request, context in try await resetPassword(request, context) }
        api.post("accounts/:account/grants") { request, context in try await giveGrant(request, context) }
        api.delete("accounts/:account/grants") { request, context in try await takeGrant(request, context) }
        api.delete("accounts/:account/totp") { _, context in try await removeTOTP(context) }
        api.get("accounts/:account/sessions") { _, context in try await listSessions(context) }
        api.delete("accounts/:account/sessions") { _, context in try await endSessions(context) }
        api.get("account-rules") { _, context in try await accountRules(context) }
        api.put("account-rules") { request, context in try await setAccountRules(request, context) }
    }

    private func manager(_ context: APIContext) throws -> StaffMember {
        let member = try staff(context)
        guard Authorization.managesAccounts(member) else { throw Problem.notFound }
        return member
    }

    /// The account of the address, for who may change it; foreign and absent alike are not found (I7).
    private func managed(_ context: APIContext) async throws -> (line: AccountLine, by: StaffMember) {
        let member = try manager(context)
        guard let name = context.path.get("account")?.removingPercentEncoding, name.utf8.count <= 256,
            let line = try await store.accountLine(named: name), Authorization.allowsManaging(line.grants, by: member)
        else { throw Problem.notFound }
        return (line, member)
    }

    /// The same, but for one's own account: nobody shuts themselves out.
    private func others(_ context: APIContext) async throws -> (line: AccountLine, by: StaffMember) {
        let found = try await managed(context)
        guard found.line.key != found.by.key else {
            throw Problem.notPossible(
                Message(
                    vi: "Không tự làm việc này với tài khoản của mình; hãy nhờ quản trị viên khác.",
                    en: "This cannot be done to the own account; ask another admin."
                )
            )
        }
        return found
    }

    private static func describe(_ line: AccountLine, _ json: inout JSONText) {
        json.field("name", line.name)
        json.list("grants", line.grants) { json, grant in
            json.object { json in
                json.field("role", grant.role.rawValue)
                json.field("contest", grant.contest)
                json.field("unit", grant.unit)
            }
        }
        json.field("createdAt", line.createdAt)
        json.field("disabled", line.disabledAt != nil)
        json.field("disabledAt", line.disabledAt)
        json.field("mustChangePassword", line.mustChangePassword)
        json.field("totp", line.hasTOTP)
        json.field("sessions", line.sessions)
    }

    private func listAccounts(_ context: APIContext) async throws -> Response {
        let member = try manager(context)
        let lines = try await store.accounts().filter { Authorization.allowsManaging($0.grants, by: member) }
        return .json(
            JSONText { json in
                json.list("items", lines) { json, line in json.object { Self.describe(line, &$0) } }
            }
        )
    }

    private func addAccount(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try manager(context)
        let body = try await StrictBody(request, keys: ["requestKey", "name", "role", "contest", "unit"])
        guard let key = try body.token("requestKey") else { throw body.missing("requestKey") }
        let name = try body.requiredText("name").trimmed
        guard AccountName.isValid(name) else {
            throw Problem.invalid("name", AccountName.fault.vi, AccountName.fault.en)
        }
        let grant = try await grant(
            role: try body.requiredText("role"),
            contest: try body.text("contest"),
            unit: try body.text("unit"),
            by: member
        )
        let password = temporaryPassword(name, key)
        guard let hash = await secrets.hash(password) else { throw Problem.busy }
        let account = NewAccount(name: name, password: hash, grants: [grant], isTemporary: true)
        if try await !store.addAccount(account, by: member.name) { try await checkRepetition(name, password, grant) }
        return try await handOver(name, password, status: .created)
    }

    /// The same request again gets the same reply (I5); any other finds the name taken.
    private func checkRepetition(_ name: String, _ password: String, _ grant: Grant) async throws {
        let line = try await store.accountLine(named: name)
        guard let line, line.mustChangePassword, line.grants == [grant],
            let account = try await store.account(named: name),
            await passwords.verify(password, account.password) == .right
        else { throw Problem.nameTaken }
    }

    private func handOver(
        _ name: String,
        _ password: String,
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        guard let line = try await store.accountLine(named: name) else { throw Problem.notFound }
        return .json(
            JSONText { json in
                json.object("account") { Self.describe(line, &$0) }
                json.field("password", password)
            },
            status: status
        )
    }

    /// A password to hand over, the same for the same request: 98 bits in a readable alphabet.
    private func temporaryPassword(_ name: String, _ key: PublicID) -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789".utf8)
        var bytes: [UInt8] = []
        for part in 0..<2 {
            var facts = CanonicalBytes()
            facts.append("bang-vang/temporary-password/v1")
            facts.append(name)
            facts.append(key.bytes)
            facts.append(part)
            bytes += cryptography.hmac(facts.bytes, key: keys.serverKey)
        }
        let picked = bytes.filter { $0 < 248 }.prefix(20).map { letters[Int($0) % letters.count] }
        let groups = stride(from: 0, to: picked.count, by: 5).map { picked[$0..<min($0 + 5, picked.count)] }
        return groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    /// A grant that somebody may give; what is foreign and what is absent get the same words.
    private func grant(
        role: String,
        contest: String?,
        unit: String?,
        by member: StaffMember
    ) async throws -> Grant {
        let role = Grant.Role(rawValue: role)
        let isKnownUnit = if let unit { try await store.unit(code: unit) != nil } else { true }
        let isKnownContest = contest.map { store.definition(of: $0) != nil } ?? true
        guard let role else {
            throw Problem.invalid("role", "Không có vai trò này.", "There is no such role.")
        }
        if role == .coordinator, unit == nil {
            throw Problem.invalid("unit", "Đầu mối cần một đơn vị.", "A coordinator needs a unit.")
        }
        guard isKnownUnit else { throw Problem.invalid("unit", "Không có đơn vị này.", "There is no such unit.") }
        let grant = Grant(role: role, contest: contest, unit: unit)
        guard isKnownContest, Authorization.allowsGiving(grant, by: member) else {
            throw Problem.invalid(
                contest == nil ? "role" : "contest",
                "Bạn không cấp được quyền này: ngoài phạm vi của bạn hoặc không có cuộc thi này.",
                "You cannot give this: it is beyond your own scope, or there is no such contest."
            )
        }
        return grant
    }

    private func setState(_ request: Request, _ context: APIContext) async throws -> Response {
        let (line, member) = try await others(context)
        let body = try await StrictBody(request, keys: ["disabled"])
        let change: AccountChange = try body.flag("disabled") ? .disable : .enable
        return try reply(try await store.change(line.name, change, by: member.name))
    }

    private func reply(_ outcome: AccountOutcome) throws -> Response {
        guard case .done(let line) = outcome else { throw Problem.notFound }
        return .json(JSONText { Self.describe(line, &$0) })
    }

    private func resetPassword(_ request: Request, _ context: APIContext) async throws -> Response {
        let (line, member) = try await others(context)
        let body = try await StrictBody(request, keys: ["requestKey"])
        guard let key = try body.token("requestKey") else { throw body.missing("requestKey") }
        let password = temporaryPassword(line.name, key)
        guard let hash = await secrets.hash(password) else { throw Problem.busy }
        _ = try await store.change(line.name, .resetPassword(hash), by: member.name)
        return try await handOver(line.name, password)
    }

    private func giveGrant(_ request: Request, _ context: APIContext) async throws -> Response {
        let (line, member) = try await managed(context)
        let body = try await StrictBody(request, keys: ["role", "contest", "unit"])
        let grant = try await grant(
            role: try body.requiredText("role"),
            contest: try body.text("contest"),
            unit: try body.text("unit"),
            by: member
        )
        return try reply(try await store.change(line.name, .grant(grant), by: member.name))
    }

    private func takeGrant(_ request: Request, _ context: APIContext) async throws -> Response {
        let (line, member) = try await others(context)
        let query = request.uri.queryParameters
        let role = query.get("role").flatMap { Grant.Role(rawValue: $0) }
        guard let role else { throw Problem.invalid("role", "Không có vai trò này.", "There is no such role.") }
        let grant = Grant(role: role, contest: query.get("contest"), unit: query.get("unit"))
        return try reply(try await store.change(line.name, .revoke(grant), by: member.name))
    }

    private func removeTOTP(_ context: APIContext) async throws -> Response {
        let (line, member) = try await others(context)
        return try reply(try await store.change(line.name, .removeTOTP, by: member.name))
    }

    private func listSessions(_ context: APIContext) async throws -> Response {
        let (line, _) = try await managed(context)
        return .json(Self.text(of: try await store.sessions(ofAccount: line.key), current: context.sessionHash))
    }

    private func endSessions(_ context: APIContext) async throws -> Response {
        let (line, member) = try await managed(context)
        let count = try await store.endSessions(.all, ofAccount: line.key, by: member.name)
        return .json(JSONText { $0.field("ended", count) })
    }

    private func ruler(_ context: APIContext) throws -> StaffMember {
        let member = try staff(context)
        guard Authorization.allows(member, .setAccountRules, contest: nil, unitPath: nil) else {
            throw Problem.notFound
        }
        return member
    }

    private func accountRules(_ context: APIContext) async throws -> Response {
        _ = try ruler(context)
        return .json(Self.text(of: try await store.rolesWithTOTP()))
    }

    private func setAccountRules(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try ruler(context)
        let body = try await StrictBody(request, keys: ["requireTOTP"])
        guard let names = try body.texts("requireTOTP") else { throw body.missing("requireTOTP") }
        let roles = names.compactMap { Grant.Role(rawValue: $0) }
        guard roles.count == names.count else {
            throw Problem.invalid("requireTOTP", "Có vai trò không đúng.", "There is no such role among them.")
        }
        try await store.setRolesWithTOTP(Set(roles), by: member.name)
        return .json(Self.text(of: Set(roles)))
    }

    private static func text(of roles: Set<Grant.Role>) -> JSONText {
        JSONText { json in json.list("requireTOTP", roles.map(\.rawValue).sorted()) { $0.value($1) } }
    }
}
