/// Where the register of units is kept, and who belongs where.
package protocol UnitStore: Sendable {
    /// The register in force.
    var register: UnitRegister { get }
    /// Stores what a file came to, all or nothing.
    ///
    /// - Returns: `false` if the register has changed since the file was read; it must be read again.
    func store(_ units: UnitImport, readAt revision: Int64, by actor: String) async throws(StoreError) -> Bool
    /// Changes whenever the register does.
    var registerRevision: Int64 { get }

    /// Every count of a unit that was ever entered, the newest first.
    func headcounts(of unit: String) async throws(StoreError) -> [EnteredHeadcount]
    /// Adds a count, or corrects that of the same group, day and source.
    ///
    /// - Returns: `false` if there is no such unit.
    func enter(_ headcount: Headcount, of unit: String, by actor: String) async throws(StoreError) -> Bool

    /// Ends a unit whose place another takes, and moves its people in some contests there; results stay (I14).
    ///
    /// - Returns: How many people were moved.
    func merge(_ merge: UnitMerge, by actor: String) async throws(StoreError) -> UnitMergeOutcome

    /// What people of a contest wrote who did not find their unit, with how many wrote it.
    func otherUnits(of contest: String) async throws(StoreError) -> [OtherUnit.Counted]
    /// Says which unit they mean, and moves them there.
    ///
    /// - Returns: `nil` if there is no such contest or unit.
    func map(_ mapping: OtherUnitMapping, of contest: String, by actor: String) async throws(StoreError) -> UnitMoves?

    /// How many people of a unit and below claim to belong there, and how many are confirmed, by unit.
    func claims(of unit: String, contest: String) async throws(StoreError) -> [UnitClaims]
    /// People of a unit and below whom nobody has confirmed, by given name.
    func claimants(of unit: String, contest: String, limit: Int) async throws(StoreError) -> [UnitClaimant]
    /// Confirms people who claim to belong to a unit or below.
    func confirm(
        _ people: [PublicID],
        of unit: String,
        contest: String,
        by actor: String
    ) async throws(StoreError)
        -> UnitConfirmation
}

/// A count with who entered it.
package struct EnteredHeadcount: Hashable, Sendable {
    package let headcount: Headcount
    /// `nil`: before that was noted.
    package let enteredAt: Timestamp?
    package let enteredBy: String

    package init(headcount: Headcount, enteredAt: Timestamp?, enteredBy: String) {
        self.headcount = headcount
        self.enteredAt = enteredAt
        self.enteredBy = enteredBy
    }
}

package struct UnitMerge: Hashable, Sendable {
    package let unit: String
    package let successor: String
    /// The first day on which the successor stands for it.
    package let from: CalendarDay
    /// Ids of the contests whose people are moved.
    package let contests: [String]
    package let reason: String

    package init(unit: String, successor: String, from: CalendarDay, contests: [String], reason: String) {
        self.unit = unit
        self.successor = successor
        self.from = from
        self.contests = contests
        self.reason = reason
    }
}

package enum UnitMergeOutcome: Hashable, Sendable {
    case merged(UnitMoves)
    /// There is no such unit or contest.
    case unknown
    case refused(Message)
}

package struct OtherUnitMapping: Hashable, Sendable {
    /// As they were written.
    package let texts: [String]
    package let unit: String
    package let reason: String
    /// Whether results that are not final count for the unit too, as a logged correction; else they stay where they are (I14).
    package let correctsResults: Bool

    package init(texts: [String], unit: String, reason: String, correctsResults: Bool) {
        self.texts = texts
        self.unit = unit
        self.reason = reason
        self.correctsResults = correctsResults
    }
}

/// What moving people came to.
package struct UnitMoves: Hashable, Sendable {
    package var people: Int
    /// Attempts that count for another unit now.
    package var attempts: Int
    /// People of the rosters, whether they came or not.
    package var listed: Int

    package init(people: Int = 0, attempts: Int = 0, listed: Int = 0) {
        self.people = people
        self.attempts = attempts
        self.listed = listed
    }
}

package struct UnitClaims: Hashable, Sendable {
    package let unit: String
    package let claimed: Int
    package let confirmed: Int

    package init(unit: String, claimed: Int, confirmed: Int) {
        self.unit = unit
        self.claimed = claimed
        self.confirmed = confirmed
    }
}

package struct UnitClaimant: Hashable, Sendable {
    package let id: PublicID
    package let name: String
    package let group: String
    package let unit: String
    package let registeredAt: Timestamp

    package init(id: PublicID, name: String, group: String, unit: String, registeredAt: Timestamp) {
        self.id = id
        self.name = name
        self.group = group
        self.unit = unit
        self.registeredAt = registeredAt
    }
}

package struct UnitConfirmation: Hashable, Sendable {
    package var confirmed = 0
    /// Were so before.
    package var already = 0
    /// Foreign and absent alike (I7).
    package var unknown: [PublicID] = []

    package init() {}
}
