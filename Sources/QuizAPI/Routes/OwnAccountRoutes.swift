import HTTPTypes
import Hummingbird
import QRCode
import QuizCore

extension API {
    /// What staff do with their own account, also while something is due (``StaffMember/Duty``).
    func addOwnAccountRoutes(to api: inout RouteTable) {
        api.get("staff/account") { _, context in try await ownAccount(context) }
        api.put("staff/password") { request, context in try await changePassword(request, context) }
        api.get("staff/sessions") { _, context in try await ownSessions(context) }
        api.delete("staff/sessions") { _, context in try await endOwnOthers(context) }
        api.delete("staff/sessions/:session") { _, context in try await endOwnSession(context) }
        api.post("staff/totp") { request, context in try await prepareTOTP(request, context) }
        api.post("staff/totp/confirmation") { request, context in try await confirmTOTP(request, context) }
        api.post("staff/totp/removal") { request, context in try await removeOwnTOTP(request, context) }
        api.delete("contests/:contest/me/sessions") { _, context in try await endContestantsOthers(context) }
    }

    private func ownAccount(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        guard let line = try await store.accountLine(named: member.name) else { throw Problem.unauthorized }
        return .json(
            JSONText { json in
                describe(member, &json)
                json.field("createdAt", line.createdAt)
                json.field("totp", line.hasTOTP)
                json.field("managesAccounts", Authorization.managesAccounts(member))
            }
        )
    }

    /// Has the owner say the password once more: who finds an open screen must not take the account over.
    private func confirm(
        _ password: String,
        _ field: String,
        of member: StaffMember,
        _ context: APIContext
    ) async throws -> Account {
        let device = (context.sessionHash ?? []).hex
        let attempt = SignInPressure.Attempt(account: member.name, address: "", device: device)
        try throttle.admit(attempt, at: now())
        guard let account = try await store.account(named: member.name) else { throw Problem.unauthorized }
        switch await passwords.verify(password, account.password) {
        case .overloaded:
            throttle.withdrawn(attempt)
            throw Problem.busy
        case .wrong: throw Problem.invalid(field, "Mật khẩu hiện tại chưa đúng.", "The present password is wrong.")
        case .right: throttle.succeeded(attempt, account: member.name)
        }
        return account
    }

    private func changePassword(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let body = try await StrictBody(request, keys: ["current", "new"])
        let (current, new) = (try body.requiredText("current"), try body.requiredText("new"))
        if let fault = PasswordPolicy.fault(in: new, account: member.name) {
            throw Problem.invalid("new", fault.vi, fault.en)
        }
        guard new.composed != current.composed else {
            throw Problem.invalid("new", "Mật khẩu mới phải khác mật khẩu cũ.", "The new password must be another one.")
        }
        _ = try await confirm(current, "current", of: member, context)
        guard let hash = await secrets.hash(new) else { throw Problem.busy }
        let change = AccountChange.changePassword(hash, keeping: context.sessionHash ?? [])
        guard case .done = try await store.change(member.name, change, by: member.name) else { throw Problem.notFound }
        return Response(status: .noContent)
    }

    private func ownSessions(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let lines = try await store.sessions(ofAccount: member.key)
        return .json(Self.text(of: lines, current: context.sessionHash))
    }

    static func text(of lines: [SessionLine], current: [UInt8]?) -> JSONText {
        JSONText { json in
            json.list("items", lines) { json, line in
                json.object { json in
                    json.field("id", line.id.hex)
                    json.field("createdAt", line.createdAt)
                    json.field("usedAt", line.usedAt)
                    json.field("expires", line.expires)
                    json.field("device", line.device)
                    json.field("current", line.hash == current)
                }
            }
        }
    }

    private func endOwnOthers(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let choice = SessionChoice.others(context.sessionHash ?? [])
        let count = try await store.endSessions(choice, ofAccount: member.key, by: member.name)
        return .json(JSONText { $0.field("ended", count) })
    }

    private func endOwnSession(_ context: APIContext) async throws -> Response {
        let member = try staff(context)
        guard let id = context.path.get("session").flatMap({ PublicID(hex: $0) }),
            try await store.endSessions(.one(id), ofAccount: member.key, by: member.name) > 0
        else { throw Problem.notFound }
        return Response(status: .noContent)
    }

    private func prepareTOTP(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let body = try await StrictBody(request, keys: ["password"])
        let account = try await confirm(try body.requiredText("password"), "password", of: member, context)
        let secret = random(OneTimeCode.secretLength)
        let sealed = secrets.seal(secret, totpKey, totpContext(account.key))
        guard try await store.prepareTOTP(sealed, ofAccount: account.key) else {
            throw Problem.notPossible(
                Message(
                    vi: "Tài khoản đã bật xác thực hai lớp; hãy bỏ lớp cũ trước.",
                    en: "The account has a second factor already; remove that first."
                )
            )
        }
        let site = settings.publicURL.split(separator: "/").last.map { String($0) } ?? ""
        let link = OneTimeCode.link(secret: secret, account: member.name, site: site)
        let code = try QRCode(link)
        return .json(
            JSONText { json in
                json.field("secret", Base32.text(secret))
                json.field("link", link)
                json.field("qr", code)
            }
        )
    }

    private func confirmTOTP(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let body = try await StrictBody(request, keys: ["code"])
        let code = try body.requiredText("code")
        let attempt = SignInPressure.Attempt(
            account: member.name,
            address: "",
            device: (context.sessionHash ?? []).hex
        )
        try throttle.admit(attempt, at: now())
        guard let sealed = try await store.pendingTOTP(ofAccount: member.key),
            case .step(let step)? = judge(code, of: member.key, sealed)
        else {
            throw Problem.invalid(
                "code",
                "Mã chưa đúng. Xem giờ trên điện thoại có đúng không, rồi nhập mã đang hiện.",
                "The code is wrong. See that the clock of the phone is right, then enter the code it shows now."
            )
        }
        throttle.succeeded(attempt, account: member.name)
        let codes = (0..<RecoveryCode.count).compactMap { _ in RecoveryCode(random: random(10)) }
        let hashes = codes.map { $0.hashed(account: member.key, by: cryptography) }
        guard try await store.confirmTOTP(sealed, step: step, recovery: hashes, ofAccount: member.key) else {
            throw Problem.notFound
        }
        return .json(JSONText { $0.list("recoveryCodes", codes) { $0.value($1.text) } })
    }

    private func removeOwnTOTP(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let body = try await StrictBody(request, keys: ["password", "code"])
        let code = try body.requiredText("code")
        let account = try await confirm(try body.requiredText("password"), "password", of: member, context)
        guard let sealed = account.totp, let factor = judge(code, of: account.key, sealed),
            try await store.use(factor, ofAccount: account.key)
        else { throw Problem.invalid("code", "Mã chưa đúng hoặc đã dùng.", "The code is wrong or was used before.") }
        guard case .done = try await store.change(member.name, .removeTOTP, by: member.name) else {
            throw Problem.notFound
        }
        return Response(status: .noContent)
    }

    private func endContestantsOthers(_ context: APIContext) async throws -> Response {
        let contestant = try contestant(context, in: try definition(context).contest.id)
        let ended = try await store.endOtherSessions(ofContestant: contestant.key, but: context.sessionHash ?? [])
        for hash in ended { sessions.forget(hash, at: now()) }
        return .json(JSONText { $0.field("ended", ended.count) })
    }
}
