/// All that is kept of somebody, as they may see it themselves.
package struct PersonRecord: Hashable, Sendable {
    /// Internal.
    package let key: Int64
    package let id: PublicID
    package let contest: String
    package let name: String
    package let displayName: String
    package let group: String
    package let unitCode: String
    package let unitTitle: String
    package let isUnitConfirmed: Bool
    package let birthYear: Int
    package let position: String?
    package let phone: String?
    package let hasIDNumber: Bool
    package let registeredAt: Timestamp
    package let erasedAt: Timestamp?
    package var consents: [ConsentRecord] = []
    package var sessions: [SessionRecord] = []
    package var accesses: [AccessRecord] = []
    package var requests: [DataRequest] = []
    /// Kind and reason.
    package var exclusion: String?
    /// The list that a school or an agency brought names them.
    package var isOnRoster = false

    package init(
        key: Int64,
        id: PublicID,
        contest: String,
        name: String,
        displayName: String,
        group: String,
        unitCode: String,
        unitTitle: String,
        isUnitConfirmed: Bool,
        birthYear: Int,
        position: String?,
        phone: String?,
        hasIDNumber: Bool,
        registeredAt: Timestamp,
        erasedAt: Timestamp?
    ) {
        self.key = key
        self.id = id
        self.contest = contest
        self.name = name
        self.displayName = displayName
        self.group = group
        self.unitCode = unitCode
        self.unitTitle = unitTitle
        self.isUnitConfirmed = isUnitConfirmed
        self.birthYear = birthYear
        self.position = position
        self.phone = phone
        self.hasIDNumber = hasIDNumber
        self.registeredAt = registeredAt
        self.erasedAt = erasedAt
    }

    package struct ConsentRecord: Hashable, Sendable {
        package let purpose: String
        package let givenAt: Timestamp
        package let channel: String
        package let withdrawnAt: Timestamp?
        /// `nil`: from before texts were kept.
        package let version: String?
        package let text: String?
        /// SHA-256 of the text.
        package let textHash: [UInt8]?

        package init(
            purpose: String,
            givenAt: Timestamp,
            channel: String,
            withdrawnAt: Timestamp?,
            version: String?,
            text: String?,
            textHash: [UInt8]?
        ) {
            self.purpose = purpose
            self.givenAt = givenAt
            self.channel = channel
            self.withdrawnAt = withdrawnAt
            self.version = version
            self.text = text
            self.textHash = textHash
        }
    }

    package struct SessionRecord: Hashable, Sendable {
        package let hash: [UInt8]
        package let openedAt: Timestamp
        package let expiresAt: Timestamp

        package init(hash: [UInt8], openedAt: Timestamp, expiresAt: Timestamp) {
            self.hash = hash
            self.openedAt = openedAt
            self.expiresAt = expiresAt
        }
    }

    /// That somebody of the staff read it: in which role and what for, not who.
    package struct AccessRecord: Hashable, Sendable {
        package let at: Timestamp
        package let kind: String
        package let role: String
        package let purpose: String

        package init(at: Timestamp, kind: String, role: String, purpose: String) {
            self.at = at
            self.kind = kind
            self.role = role
            self.purpose = purpose
        }
    }
}
