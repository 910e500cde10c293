/// Where what is kept of people is shown, corrected, withdrawn and erased, and where it stays known who read it.
///
/// Ids of people are looked for in the contest only: foreign and absent ones are alike not found (I7).
package protocol PrivacyStore: Sendable {
    /// All that is kept of somebody.
    func record(of contestant: Int64) async throws(StoreError) -> PersonRecord?
    /// The same for staff; it is noted before it is given.
    func record(of id: PublicID, as access: DataAccess) async throws(StoreError) -> PersonRecord?
    /// Ends the sessions of somebody but for one.
    ///
    /// - Returns: Hashes of those that ended.
    func endSessions(of contestant: Int64, except hash: [UInt8]) async throws(StoreError) -> [[UInt8]]
    /// Withdraws a consent at once with what follows from it: a masked name, no phone, or a request to be erased.
    func withdraw(_ withdrawal: Withdrawal) async throws(StoreError) -> WithdrawalOutcome
    /// Keeps a request; the same key again gives the same one (I5).
    func add(_ request: NewDataRequest) async throws(StoreError) -> DataRequestOutcome
    /// Open ones by the date they are due, closed ones newest first.
    func dataRequests(of contest: String, closed: Bool, limit: Int) async throws(StoreError) -> [DataRequest]
    func handle(
        _ step: DataRequestStep,
        request number: Int,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> DataRequestOutcome
    /// Corrects what is kept; before and after are noted.
    func correct(_ correction: PersonCorrection, by actor: String) async throws(StoreError) -> PersonCorrectionOutcome
    /// Erases who somebody is; their marks and places stay without a name.
    func erase(_ erasure: Erasure, by actor: String) async throws(StoreError) -> ErasureOutcome
    func note(_ access: DataAccess) async throws(StoreError)
    /// How often names on boards of a contest changed since the start: another number, other names.
    func nameChanges(of contest: String) -> UInt64
    /// Newest first.
    func dataAccesses(of contest: String, limit: Int) async throws(StoreError) -> [DataAccessLine]
    /// Everybody whose data a contest keeps, in the order they registered.
    func affected(by access: DataAccess) async throws(StoreError) -> [PersonRecord]
    /// What will be erased when, and what was.
    func retention(of contest: String) async throws(StoreError) -> RetentionReport?
}

package struct Withdrawal: Hashable, Sendable {
    package let contestant: Int64
    package let contest: String
    package let purpose: ConsentText.Purpose
    /// Of the request that a withdrawal of `participation` or `guardian` begins.
    package let request: NewDataRequest

    package init(contestant: Int64, contest: String, purpose: ConsentText.Purpose, request: NewDataRequest) {
        self.contestant = contestant
        self.contest = contest
        self.purpose = purpose
        self.request = request
    }
}

package enum WithdrawalOutcome: Hashable, Sendable {
    /// Withdrawn, or it was before.
    case withdrawn
    /// The consent that all rests on: the person will be erased on this request.
    case requested(DataRequest)
    /// It was never given.
    case notGiven
}

package struct NewDataRequest: Hashable, Sendable {
    package let id: PublicID
    package let contestKey: Int64
    /// Internal key; `nil`: named by ``person`` or nobody of the contest.
    package let contestant: Int64?
    package let person: PublicID?
    package let kind: DataRequest.Kind
    package let channel: DataRequest.Channel
    package let wish: String
    /// When it came, if not now.
    package let receivedAt: Timestamp?
    package let calendar: WorkingCalendar
    /// Of the staff who entered it; `nil`: the person themselves.
    package let actor: String?

    package init(
        id: PublicID,
        contestKey: Int64,
        contestant: Int64?,
        person: PublicID? = nil,
        kind: DataRequest.Kind,
        channel: DataRequest.Channel,
        wish: String,
        receivedAt: Timestamp? = nil,
        calendar: WorkingCalendar,
        actor: String? = nil
    ) {
        self.id = id
        self.contestKey = contestKey
        self.contestant = contestant
        self.person = person
        self.kind = kind
        self.channel = channel
        self.wish = wish
        self.receivedAt = receivedAt
        self.calendar = calendar
        self.actor = actor
    }
}

package enum DataRequestOutcome: Hashable, Sendable {
    case kept(DataRequest)
    case notFound
    /// It is closed, or was extended before.
    case notPossible
    /// Too many of this person wait.
    case tooMany
}

/// What is right, whole: also what did not change.
package struct PersonCorrection: Hashable, Sendable {
    package let contestant: Int64
    package let contest: String
    package let name: String
    package let displayName: String
    package let sortKey: [UInt8]
    package let birthYear: Int
    package let unit: String
    package let phone: String?
    /// Of the corrected facts; `nil`: it rests on what did not change.
    package let identityHash: [UInt8]?
    package let reason: String

    package init(
        contestant: Int64,
        contest: String,
        name: String,
        displayName: String,
        sortKey: [UInt8],
        birthYear: Int,
        unit: String,
        phone: String?,
        identityHash: [UInt8]?,
        reason: String
    ) {
        self.contestant = contestant
        self.contest = contest
        self.name = name
        self.displayName = displayName
        self.sortKey = sortKey
        self.birthYear = birthYear
        self.unit = unit
        self.phone = phone
        self.identityHash = identityHash
        self.reason = reason
    }
}

package enum PersonCorrectionOutcome: Hashable, Sendable {
    case corrected, unchanged, notFound
    /// The corrected facts are those of somebody else.
    case identityTaken
}

package struct Erasure: Hashable, Sendable {
    package let person: PublicID
    package let contest: String
    /// Also with an exam open or a prize unsettled.
    package let isForced: Bool
    package let reason: String
    /// Number of the request that it fulfils.
    package let request: Int?

    package init(person: PublicID, contest: String, isForced: Bool, reason: String, request: Int?) {
        self.person = person
        self.contest = contest
        self.isForced = isForced
        self.reason = reason
        self.request = request
    }
}

package enum ErasureOutcome: Hashable, Sendable {
    /// Hashes of the sessions that ended by it.
    case erased(sessions: [[UInt8]])
    case notFound
    case attemptOpen
    case prizeUnsettled
    /// The request that it was said to fulfil is of somebody else, or closed.
    case wrongRequest
}

/// What will be erased when, and what was.
package struct RetentionReport: Hashable, Sendable {
    package let erasesFrom: Timestamp?
    package let startedAt: Timestamp?
    package let finishedAt: Timestamp?
    /// Whose names are kept now.
    package let kept: Int
    package let keptOnRosters: Int
    package let withPhone: Int
    /// Erased because the date had come.
    package let erased: Int
    package let erasedOnRosters: Int
    /// Erased, for whatever reason.
    package let erasedInAll: Int
    package let openAttempts: Int
    package let unfinishedRounds: [String]

    package init(
        erasesFrom: Timestamp?,
        startedAt: Timestamp?,
        finishedAt: Timestamp?,
        kept: Int,
        keptOnRosters: Int,
        withPhone: Int,
        erased: Int,
        erasedOnRosters: Int,
        erasedInAll: Int,
        openAttempts: Int,
        unfinishedRounds: [String]
    ) {
        self.erasesFrom = erasesFrom
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.kept = kept
        self.keptOnRosters = keptOnRosters
        self.withPhone = withPhone
        self.erased = erased
        self.erasedOnRosters = erasedOnRosters
        self.erasedInAll = erasedInAll
        self.openAttempts = openAttempts
        self.unfinishedRounds = unfinishedRounds
    }
}

/// What stands in the place of a name that was erased.
package enum ErasedPerson {
    package static let name = "Thí sinh đã được xóa"
    /// In the place of a note about the person.
    package static let note = "Đã xóa"
}
