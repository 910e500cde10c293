/// Where accounts of staff, their sessions and second factors are kept.
package protocol AccountStore: Sendable {
    /// Grows with every change of an account, a grant, a rule or a staff session that was ended; what was read of staff
    /// under another number may be stale.
    var accountsVersion: Int { get }

    /// By name.
    func accounts() async throws(StoreError) -> [AccountLine]
    func accountLine(named name: String) async throws(StoreError) -> AccountLine?
    /// Opens a session after the password was found right, using the second factor up.
    ///
    /// - Returns: `nil` if the account is disabled, its password another by now, or the factor missing or used.
    func signInStaff(_ credentials: StaffCredentials, session: NewSession) async throws(StoreError) -> StaffMember?
    /// Carries out a change of an account, and logs it.
    func change(_ name: String, _ change: AccountChange, by actor: String) async throws(StoreError) -> AccountOutcome

    /// Live sessions of an account, the newest first.
    func sessions(ofAccount key: Int64) async throws(StoreError) -> [SessionLine]
    /// Ends sessions of an account.
    ///
    /// - Returns: How many.
    func endSessions(_ choice: SessionChoice, ofAccount key: Int64, by actor: String) async throws(StoreError) -> Int
    /// Ends the sessions of a contestant but for one.
    ///
    /// - Returns: The hashes of those that ended.
    func endOtherSessions(ofContestant key: Int64, but hash: [UInt8]) async throws(StoreError) -> [[UInt8]]

    /// Roles that need a second factor.
    func rolesWithTOTP() async throws(StoreError) -> Set<Grant.Role>
    func setRolesWithTOTP(_ roles: Set<Grant.Role>, by actor: String) async throws(StoreError)

    /// Keeps a secret that waits to be confirmed, replacing another such.
    ///
    /// - Returns: `false` if one is confirmed already.
    func prepareTOTP(_ sealed: [UInt8], ofAccount key: Int64) async throws(StoreError) -> Bool
    /// The sealed secret that waits.
    func pendingTOTP(ofAccount key: Int64) async throws(StoreError) -> [UInt8]?
    /// Puts the waiting secret in force, with the hashes of recovery codes.
    ///
    /// - Returns: `false` if another secret waits by now, or none.
    func confirmTOTP(
        _ sealed: [UInt8],
        step: Int64,
        recovery: [[UInt8]],
        ofAccount key: Int64
    ) async throws(StoreError) -> Bool
    /// Whether a factor is good, using it up.
    func use(_ factor: SecondFactor, ofAccount key: Int64) async throws(StoreError) -> Bool
}

/// What shows that somebody is who they say, once the password was found right.
package struct StaffCredentials: Hashable, Sendable {
    package let account: Int64
    /// The hash that the password was checked against.
    package let password: PasswordHash
    package let factor: SecondFactor?

    package init(account: Int64, password: PasswordHash, factor: SecondFactor?) {
        self.account = account
        self.password = password
        self.factor = factor
    }
}

/// A second factor, found right; whether it was used before is for the store to say.
package enum SecondFactor: Hashable, Sendable {
    /// The period of a one-time code; it and all before it are used up.
    case step(Int64)
    /// The hash of a recovery code.
    case recovery([UInt8])
}

/// An account as those see it who manage it.
package struct AccountLine: Hashable, Sendable {
    package let key: Int64
    package let name: String
    package let grants: [Grant]
    package let createdAt: Timestamp
    package let disabledAt: Timestamp?
    package let mustChangePassword: Bool
    package let hasTOTP: Bool
    package let sessions: Int

    package init(
        key: Int64,
        name: String,
        grants: [Grant],
        createdAt: Timestamp,
        disabledAt: Timestamp?,
        mustChangePassword: Bool,
        hasTOTP: Bool,
        sessions: Int
    ) {
        self.key = key
        self.name = name
        self.grants = grants
        self.createdAt = createdAt
        self.disabledAt = disabledAt
        self.mustChangePassword = mustChangePassword
        self.hasTOTP = hasTOTP
        self.sessions = sessions
    }
}

package enum AccountChange: Hashable, Sendable {
    case grant(Grant)
    case revoke(Grant)
    case disable
    case enable
    /// By an admin: all sessions end, and the password must be changed at the next sign-in.
    case resetPassword(PasswordHash)
    /// By the owner: the other sessions end.
    case changePassword(PasswordHash, keeping: [UInt8])
    case removeTOTP
}

package enum AccountOutcome: Hashable, Sendable {
    case done(AccountLine)
    case notFound
}

package struct SessionLine: Hashable, Sendable {
    package let id: PublicID
    package let hash: [UInt8]
    package let createdAt: Timestamp
    package let usedAt: Timestamp
    package let expires: Timestamp
    package let device: String?

    package init(
        id: PublicID,
        hash: [UInt8],
        createdAt: Timestamp,
        usedAt: Timestamp,
        expires: Timestamp,
        device: String?
    ) {
        self.id = id
        self.hash = hash
        self.createdAt = createdAt
        self.usedAt = usedAt
        self.expires = expires
        self.device = device
    }
}

package enum SessionChoice: Hashable, Sendable {
    case one(PublicID)
    /// All but the one with this hash.
    case others([UInt8])
    case all
}
