import HTTPTypes
import OpenSSL
import QuizAPI
import QuizCore
import Synchronization
import Testing

/// Signing in as staff: second factor, known devices, changes of accounts.
struct StaffSignInTests {
    private static let hash = PasswordHash(salt: [], cost: 2, blockSize: 1, parallelism: 1, hash: [])
    private static let secret = Array("12345678901234567890".utf8)
    private static let member = StaffMember(key: 1, name: "an", grants: [])

    private func store(totp: [UInt8]? = nil, disabled: Bool = false) -> StubStore {
        var store = StubStore()
        store.onAccount = { name in
            name == "an"
                ? Account(key: 1, name: "an", password: Self.hash, isDisabled: disabled, totp: totp) : nil
        }
        store.onStaffSession = { _, _ in Self.member }
        return store
    }

    private func signIn(
        _ server: TestServer,
        code: String? = nil,
        cookie: String? = nil,
        from address: String = "203.0.113.1"
    ) async throws -> TestServer.Reply {
        let more = code.map { #","code":"\#($0)""# } ?? ""
        return try await server.send(
            .post,
            "/api/v1/sessions",
            #"{"username":"an","password":"x"\#(more)}"#,
            signedIn: false,
            headers: cookie.map { [.cookie: $0] } ?? [:],
            from: address
        )
    }

    @Test func aCodeIsAskedForOnlyAfterTheRightPassword() async throws {
        let wrong = try await signIn(TestServer(store(totp: Self.secret), password: .wrong))
        #expect(wrong.code == "unauthorized")
        let server = try TestServer(store(totp: Self.secret), password: .right)
        #expect(try await signIn(server).code == "totp-required")
        #expect(try await signIn(server, code: "000000").code == "totp-wrong")
    }

    @Test func theStepThatWasTypedGoesToTheStore() async throws {
        let seen = Mutex<[SecondFactor?]>([])
        var store = store(totp: Self.secret)
        store.onCredentials = { credentials in seen.withLock { $0.append(credentials.factor) } }
        let server = try TestServer(store, password: .right)
        let step = OneTimeCode.step(at: server.clock.now())
        let code = OneTimeCode.code(secret: Self.secret, step: step) { HMACSHA1.authenticate($0, key: $1) }
        let reply = try await signIn(server, code: code)
        #expect(reply.status == 201)
        let recovery = try #require(RecoveryCode("01234-56789"))
        #expect(try await signIn(server, code: "o1234 56789").status == 201)
        let hash = recovery.hashed(account: 1, by: TestCryptography())
        #expect(seen.withLock { $0 } == [.step(step), .recovery(hash)])
    }

    /// A step that the store knows as used is as wrong as any.
    @Test func aUsedStepIsRefused() async throws {
        var store = store(totp: Self.secret)
        store.onStaffSession = { _, _ in nil }
        let server = try TestServer(store, password: .right)
        let step = OneTimeCode.step(at: server.clock.now())
        let code = OneTimeCode.code(secret: Self.secret, step: step) { HMACSHA1.authenticate($0, key: $1) }
        #expect(try await signIn(server, code: code).code == "totp-wrong")
    }

    /// Codes are guessed no faster than passwords, and a missing one costs nothing.
    @Test func guessingCodesGetsSlower() async throws {
        let server = try TestServer(store(totp: Self.secret), password: .right)
        for _ in 0..<10 { #expect(try await signIn(server).code == "totp-required") }
        for _ in 0..<5 { #expect(try await signIn(server, code: "000000").status == 401) }
        #expect(try await signIn(server, code: "000000").status == 429)
    }

    @Test func aDisabledAccountLooksLikeNone() async throws {
        let server = try TestServer(store(disabled: true), password: .right)
        let disabled = try await signIn(server)
        let absent = try await server.send(
            .post,
            "/api/v1/sessions",
            #"{"username":"khong-co","password":"x"}"#,
            signedIn: false
        )
        #expect(disabled.status == 401)
        #expect(disabled.json["detail"] as? String == absent.json["detail"] as? String)
        #expect(disabled.code == absent.code)
    }

    @Test func aBrowserThatSignedInBeforeIsNotKeptOut() async throws {
        let verdict = Mutex(PasswordCheck.Verdict.right)
        let server = try TestServer(store(), judging: { verdict.withLock { $0 } })
        let fresh = try await signIn(server)
        let cookies = fresh.headers[values: .setCookie]
        let device = try #require(cookies.first { $0.hasPrefix("__Host-quiz-device=") })
        #expect(device.hasSuffix("; Path=/; Max-Age=15552000; HttpOnly; SameSite=Strict; Secure"))
        let pair = String(device.prefix { $0 != ";" })
        verdict.withLock { $0 = .wrong }
        for number in 1...30 { _ = try await signIn(server, from: "198.51.100.\(number)") }
        #expect(try await signIn(server, from: "198.51.100.99").status == 429)
        #expect(try await signIn(server, cookie: pair, from: "198.51.100.99").status == 401)
        // Of another account, or with one digit changed, it is no mark at all.
        let forged = pair.replacing(/\.(\d+)\./) { ".\((Int($0.1) ?? 0) + 1)." }
        #expect(try await signIn(server, cookie: forged, from: "198.51.100.99").status == 429)
        verdict.withLock { $0 = .right }
        #expect(try await signIn(server, cookie: pair, from: "198.51.100.99").status == 201)
    }

    /// A session of staff that was remembered is asked for anew once any account has changed; one of a contestant is not.
    @Test func aChangeOfAccountsIsSeenAtOnce() async throws {
        let (version, reads) = (Mutex(0), Mutex(0))
        let isEnded = Mutex(false)
        var store = StubStore()
        store.versionOfAccounts = { version.withLock { $0 } }
        store.onKeep = { _, _ in }
        store.onPrincipal = { _ in
            reads.withLock { $0 += 1 }
            return isEnded.withLock { $0 } ? nil : .staff(Self.member)
        }
        let server = try TestServer(store)
        for _ in 0..<2 { #expect(try await server.get("/api/v1/sessions/current").status == 200) }
        #expect(reads.withLock { $0 } == 1)
        version.withLock { $0 += 1 }
        for _ in 0..<2 { #expect(try await server.get("/api/v1/sessions/current").status == 200) }
        #expect(reads.withLock { $0 } == 2)
        isEnded.withLock { $0 = true }
        version.withLock { $0 += 1 }
        #expect(try await server.get("/api/v1/sessions/current").status == 401)
    }
}
