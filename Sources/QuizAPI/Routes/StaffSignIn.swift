import HTTPTypes
import Hummingbird
import QuizCore

extension API {
    /// Opens a session of staff: password, and a code where the account has a second factor.
    func signInStaff(_ body: StrictBody, _ request: Request, _ context: APIContext) async throws -> Response {
        guard let name = try body.text("username"), let password = try body.text("password") else {
            throw body.missing("entryCode")
        }
        let bearer = try body.flag("bearer")
        let code = try body.text("code")
        guard password.utf8.count <= PasswordPolicy.longest, name.utf8.count <= 256 else { throw Problem.unauthorized }
        let mark = DeviceMark(cryptography: cryptography, serverKey: keys.serverKey, settings: settings)
        let device = mark.device(request, account: name, at: now())
        let address = context.address(request, trustedProxies: settings.trustedProxies)
        let attempt = SignInPressure.Attempt(account: name, address: address, device: device)
        try throttle.admit(attempt, at: now())
        let (credentials, version) = try await credentials(name, password, code: code, attempt)
        let token = SessionToken.text(random(32))
        let words = DeviceWords.words(request.headers[.userAgent])
        let session = newSession(token: token, isStaff: true, device: words)
        guard let member = try await store.signInStaff(credentials, session: session) else {
            throw credentials.factor == nil ? Problem.unauthorized : Problem.totpWrong
        }
        throttle.succeeded(attempt, account: name)
        var response = opening(
            session,
            of: .staff(member),
            token: token,
            bearer: bearer,
            status: .created,
            version: version
        ) { json in
            describe(member, &json)
            json.field("expires", session.expires)
        }
        if !bearer {
            let number = device.flatMap { [UInt8](hex: $0) } ?? random(16)
            response.headers.append(
                HTTPField(name: .setCookie, value: mark.cookie(account: name, number: number, at: now()))
            )
        }
        return response
    }

    /// Judges what was sent; a name that nobody has and a disabled account cost the same work and get the same words.
    private func credentials(
        _ name: String,
        _ password: String,
        code: String?,
        _ attempt: SignInPressure.Attempt
    ) async throws -> (StaffCredentials, version: Int) {
        let version = store.accountsVersion
        let found: Account?
        do {
            found = try await store.account(named: name)
        } catch {
            throttle.withdrawn(attempt)
            throw error
        }
        let account = found.flatMap { $0.isDisabled ? nil : $0 }
        switch await passwords.verify(password, account?.password) {
        case .overloaded:
            throttle.withdrawn(attempt)
            throw Problem.busy
        case .wrong: throw Problem.unauthorized
        case .right: break
        }
        guard let account else { throw Problem.unauthorized }
        var factor: SecondFactor?
        if let sealed = account.totp {
            guard let code, !code.isEmpty else {
                throttle.withdrawn(attempt)
                throw Problem.totpRequired
            }
            guard let judged = judge(code, of: account.key, sealed) else { throw Problem.totpWrong }
            factor = judged
        }
        return (StaffCredentials(account: account.key, password: account.password, factor: factor), version)
    }

    /// What a typed code stands for: six digits are one of the phone, ten letters a recovery code.
    func judge(_ code: String, of account: Int64, _ sealed: [UInt8]) -> SecondFactor? {
        if let recovery = RecoveryCode(code) { return .recovery(recovery.hashed(account: account, by: cryptography)) }
        guard let secret = secrets.open(sealed, totpKey, totpContext(account)) else { return nil }
        return OneTimeCode.match(code, secret: secret, at: now(), hmac: secrets.hmacSHA1).map { .step($0) }
    }

    /// Seals the secrets of second factors (I9).
    var totpKey: [UInt8] {
        cryptography.hmac(Array("bang-vang/totp-key/v1".utf8), key: keys.serverKey)
    }

    func totpContext(_ account: Int64) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/totp/v1")
        bytes.append(account)
        return bytes.bytes
    }
}
