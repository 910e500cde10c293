/// Where people, sessions and units are kept.
package protocol PeopleStore: Sendable {
    func register(_ registration: Registration) async throws(StoreError) -> RegistrationOutcome
    /// Opens a session for whoever holds the code; at most five live ones a person, the oldest goes.
    ///
    /// - Returns: `nil` if nobody does.
    func signIn(entryCodeHash: [UInt8], session: NewSession) async throws(StoreError) -> Contestant?
    /// Whose session it is, if it is still good.
    func principal(sessionHash: [UInt8], at moment: Timestamp) async throws(StoreError) -> Principal?
    func endSession(hash: [UInt8]) async throws(StoreError)

    func account(named name: String) async throws(StoreError) -> Account?
    /// - Returns: `false` if the name is taken.
    func addAccount(_ account: NewAccount, by actor: String) async throws(StoreError) -> Bool
    func openStaffSession(account: Int64, session: NewSession) async throws(StoreError) -> StaffMember?
    /// Moves the end of a staff session that is in use (``StaffSessionTerm``); of any other it does nothing.
    func keepStaffSession(hash: [UInt8], at moment: Timestamp) async throws(StoreError)

    /// Adds and changes units by code; all or none.
    func put(_ units: [Unit], by actor: String) async throws(StoreError)
    func unit(code: String) async throws(StoreError) -> Unit?
}

package struct UnitLine: Hashable, Sendable {
    package let unit: Unit
    /// Titles from the top of the tree down to the unit above.
    package let path: [String]

    package init(unit: Unit, path: [String]) {
        self.unit = unit
        self.path = path
    }
}

/// A checked registration.
///
/// Hashes are SHA-256, 32 bytes (I9).
package struct Registration: Hashable, Sendable {
    package let id: PublicID
    package let contestKey: Int64
    package let contest: String
    package let name: String
    package let displayName: String
    /// Orders lists by given name; bytes to compare.
    package let sortKey: [UInt8]
    package let group: String
    package let unit: String
    package let birthYear: Int
    package let position: String?
    package let phone: String?
    package let consents: [ConsentText]
    /// Keyed hash of the personal identification number; the number itself is not kept (I9).
    package let idNumberHash: [UInt8]?
    /// Keyed hash of what makes the person one (``IdentityRule``).
    package let identityHash: [UInt8]
    package let entryCodeHash: [UInt8]
    package let requestKeyHash: [UInt8]
    /// Over all that was sent, to tell a repetition from another use of the key.
    package let contentHash: [UInt8]
    package let session: NewSession
    /// The name of a unit that the register lacks; ``unit`` is ``Unit/other`` then.
    package let otherUnit: String?

    package init(
        id: PublicID,
        contestKey: Int64,
        contest: String,
        name: String,
        displayName: String,
        sortKey: [UInt8],
        group: String,
        unit: String,
        birthYear: Int,
        position: String?,
        phone: String?,
        consents: [ConsentText],
        idNumberHash: [UInt8]? = nil,
        identityHash: [UInt8],
        entryCodeHash: [UInt8],
        requestKeyHash: [UInt8],
        contentHash: [UInt8],
        session: NewSession,
        otherUnit: String? = nil
    ) {
        self.id = id
        self.contestKey = contestKey
        self.contest = contest
        self.name = name
        self.displayName = displayName
        self.sortKey = sortKey
        self.group = group
        self.unit = unit
        self.birthYear = birthYear
        self.position = position
        self.phone = phone
        self.consents = consents
        self.idNumberHash = idNumberHash
        self.identityHash = identityHash
        self.entryCodeHash = entryCodeHash
        self.requestKeyHash = requestKeyHash
        self.contentHash = contentHash
        self.session = session
        self.otherUnit = otherUnit
    }
}

package enum RegistrationOutcome: Hashable, Sendable {
    /// New, or the same one again.
    case registered(Contestant)
    case identityTaken
    /// The request key came with another content before.
    case requestKeyReused
    case unknownUnit
}

package struct NewSession: Hashable, Sendable {
    package let hash: [UInt8]
    package let expires: Timestamp
    /// Of staff (``DeviceWords``).
    package let device: String?

    package init(hash: [UInt8], expires: Timestamp, device: String? = nil) {
        self.hash = hash
        self.expires = expires
        self.device = device
    }
}

package struct Account: Hashable, Sendable {
    package let key: Int64
    package let name: String
    package let password: PasswordHash
    package let isDisabled: Bool
    /// The secret of the second factor, sealed; `nil`: there is none, or none confirmed.
    package let totp: [UInt8]?

    package init(key: Int64, name: String, password: PasswordHash, isDisabled: Bool = false, totp: [UInt8]? = nil) {
        self.key = key
        self.name = name
        self.password = password
        self.isDisabled = isDisabled
        self.totp = totp
    }
}

/// A scrypt hash with its parameters (I9).
package struct PasswordHash: Hashable, Sendable {
    /// 16 bytes.
    package let salt: [UInt8]
    /// N.
    package let cost: Int
    package let blockSize: Int
    package let parallelism: Int
    /// 32 bytes.
    package let hash: [UInt8]

    package init(salt: [UInt8], cost: Int, blockSize: Int, parallelism: Int, hash: [UInt8]) {
        self.salt = salt
        self.cost = cost
        self.blockSize = blockSize
        self.parallelism = parallelism
        self.hash = hash
    }
}

package struct NewAccount: Hashable, Sendable {
    package let name: String
    package let password: PasswordHash
    package let grants: [Grant]
    /// Made by somebody else, so that it must be changed at the first sign-in.
    package let isTemporary: Bool

    package init(name: String, password: PasswordHash, grants: [Grant], isTemporary: Bool = false) {
        self.name = name
        self.password = password
        self.grants = grants
        self.isTemporary = isTemporary
    }
}
