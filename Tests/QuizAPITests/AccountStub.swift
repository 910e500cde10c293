import QuizCore
import Testing

/// Accounts that no test but those of the real store asks for.
extension StubStore: AccountStore {
    var accountsVersion: Int { versionOfAccounts() }

    private func unexpected(_ name: String = #function) -> StoreError {
        Issue.record("the store was asked for \(name)")
        return .broken("unexpected \(name)")
    }

    func accounts() async throws(StoreError) -> [AccountLine] { throw unexpected() }
    func accountLine(named name: String) async throws(StoreError) -> AccountLine? { throw unexpected() }
    func signInStaff(_ credentials: StaffCredentials, session: NewSession) async throws(StoreError) -> StaffMember? {
        guard let onStaffSession else { throw unexpected() }
        onCredentials?(credentials)
        return try onStaffSession(credentials.account, session)
    }
    func change(_ name: String, _ change: AccountChange, by actor: String) async throws(StoreError) -> AccountOutcome {
        throw unexpected()
    }
    func sessions(ofAccount key: Int64) async throws(StoreError) -> [SessionLine] { throw unexpected() }
    func endSessions(_ choice: SessionChoice, ofAccount key: Int64, by actor: String) async throws(StoreError) -> Int {
        throw unexpected()
    }
    func endOtherSessions(ofContestant key: Int64, but hash: [UInt8]) async throws(StoreError) -> [[UInt8]] {
        throw unexpected()
    }
    func rolesWithTOTP() async throws(StoreError) -> Set<Grant.Role> { throw unexpected() }
    func setRolesWithTOTP(_ roles: Set<Grant.Role>, by actor: String) async throws(StoreError) { throw unexpected() }
    func prepareTOTP(_ sealed: [UInt8], ofAccount key: Int64) async throws(StoreError) -> Bool { throw unexpected() }
    func pendingTOTP(ofAccount key: Int64) async throws(StoreError) -> [UInt8]? { throw unexpected() }
    func confirmTOTP(
        _ sealed: [UInt8],
        step: Int64,
        recovery: [[UInt8]],
        ofAccount key: Int64
    ) async throws(StoreError) -> Bool { throw unexpected() }
    func use(_ factor: SecondFactor, ofAccount key: Int64) async throws(StoreError) -> Bool { throw unexpected() }
}

extension StubStore: AuditStore {
    func audit(_ filter: AuditFilter, before: Int64?, limit: Int) async throws(StoreError) -> AuditPage {
        throw unexpected()
    }
    func noteAuditExport(_ filter: AuditFilter, purpose: String, by actor: String) async throws(StoreError) {
        throw unexpected()
    }
    var auditKinds: [AuditKind] { [] }
}
