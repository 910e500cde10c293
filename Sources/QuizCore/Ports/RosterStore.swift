/// Where it is kept who may take part, before they come.
///
/// People are looked for below a unit only: foreign and absent ones are alike not found (I7).
package protocol RosterStore: Sendable {
    /// The unit, all below it, and those above it, the nearest first; `nil`: there is no such unit.
    func rosterUnits(of unit: String) async throws(StoreError) -> RosterUnits?
    /// Who is on the roster of a unit and below.
    func rosterKnown(unit: String, contest: String) async throws(StoreError) -> [RosterKnown]
    /// Adds people, in steps that nobody sees before the last (I12).
    func addRoster(_ roster: NewRoster, by actor: String) async throws(StoreError) -> RosterAdded
    func roster(_ query: RosterQuery) async throws(StoreError) -> RosterPage
    /// How many are on the roster and what became of them, by unit, those with nobody left out.
    func rosterClasses(unit: String, contest: String) async throws(StoreError) -> [RosterClass]
    /// People whose codes are to be shown; the log says who saw them.
    ///
    /// - Returns: `nil` if there are more than `limit`.
    func rosterForCodes(_ query: RosterQuery, by actor: String) async throws(StoreError) -> [RosterLineEntry]?
    /// Ends the code with the number `issue` and its sessions, and puts another in its place (`codeHash`).
    func reissueCode(
        _ change: RosterChange,
        issue: Int,
        codeHash: @escaping @Sendable (_ issue: Int) -> [UInt8]
    ) async throws(StoreError) -> RosterOutcome
    /// Ends a code and its sessions.
    func revokeCode(_ change: RosterChange) async throws(StoreError) -> RosterOutcome
    /// Takes somebody off the roster who has no attempt.
    func removeFromRoster(_ change: RosterChange) async throws(StoreError) -> RosterOutcome
    /// Opens a session for whoever holds the code of a slip; the first time that makes the contestant (I4, I5).
    ///
    /// - Returns: `nil` if nobody does.
    func signInFromRoster(
        _ person: RosterSignIn,
        session: NewSession
    ) async throws(StoreError) -> Contestant?
    /// What a contestant who came from a roster has agreed to.
    func keepConsents(_ consents: [ConsentText], of contestant: Int64, isNamed: Bool) async throws(StoreError)
    func birthYear(of contestant: Int64) async throws(StoreError) -> Int?
}

package struct RosterUnits: Sendable {
    package let unit: Unit
    package let below: [Unit]
    package let above: [Unit]

    package init(unit: Unit, below: [Unit], above: [Unit]) {
        self.unit = unit
        self.below = below
        self.above = above
    }
}

/// People to be added.
package struct NewRoster: Sendable {
    package struct Entry: Sendable {
        package let id: PublicID
        package let unit: String
        package let group: String
        package let name: String
        package let sortKey: [UInt8]
        package let birthYear: Int
        package let position: String?
        package let identityHash: [UInt8]
        package let codeHash: [UInt8]

        package init(
            id: PublicID,
            unit: String,
            group: String,
            name: String,
            sortKey: [UInt8],
            birthYear: Int,
            position: String?,
            identityHash: [UInt8],
            codeHash: [UInt8]
        ) {
            self.id = id
            self.unit = unit
            self.group = group
            self.name = name
            self.sortKey = sortKey
            self.birthYear = birthYear
            self.position = position
            self.identityHash = identityHash
            self.codeHash = codeHash
        }
    }

    package let id: PublicID
    package let contest: String
    package let unit: String
    package let entries: [Entry]
    /// The hash of the code of somebody who was taken off the roster and comes back.
    package let codeHash: @Sendable (PublicID, Int) -> [UInt8]

    package init(
        id: PublicID,
        contest: String,
        unit: String,
        entries: [Entry],
        codeHash: @escaping @Sendable (PublicID, Int) -> [UInt8]
    ) {
        self.id = id
        self.contest = contest
        self.unit = unit
        self.entries = entries
        self.codeHash = codeHash
    }
}

package enum RosterAdded: Hashable, Sendable {
    /// `unchanged`: on the roster already.
    case added(Int, unchanged: Int)
    case notFound
}

package struct RosterQuery: Hashable, Sendable {
    package let unit: String
    package let contest: String
    /// `nil`: everybody.
    package let name: NameQuery?
    package let state: RosterState?
    /// One person only.
    package let person: PublicID?
    /// The last one seen.
    package let after: PublicID?
    package let limit: Int

    package init(
        unit: String,
        contest: String,
        name: NameQuery? = nil,
        state: RosterState? = nil,
        person: PublicID? = nil,
        after: PublicID? = nil,
        limit: Int
    ) {
        self.unit = unit
        self.contest = contest
        self.name = name
        self.state = state
        self.person = person
        self.after = after
        self.limit = limit
    }
}

/// How far somebody on a roster has come.
package enum RosterState: String, CaseIterable, Hashable, Sendable {
    /// Has not signed in.
    case absent
    /// Has signed in, and started nothing.
    case present
    case open, submitted
}

package struct RosterLineEntry: Hashable, Sendable {
    package let id: PublicID
    package let name: String
    package let birthYear: Int
    package let group: String
    package let unitCode: String
    package let unitTitle: String
    package let issue: Int
    /// `nil` once revoked.
    package let codeHash: [UInt8]?
    package let state: RosterState

    package init(
        id: PublicID,
        name: String,
        birthYear: Int,
        group: String,
        unitCode: String,
        unitTitle: String,
        issue: Int,
        codeHash: [UInt8]?,
        state: RosterState
    ) {
        self.id = id
        self.name = name
        self.birthYear = birthYear
        self.group = group
        self.unitCode = unitCode
        self.unitTitle = unitTitle
        self.issue = issue
        self.codeHash = codeHash
        self.state = state
    }
}

package struct RosterPage: Hashable, Sendable {
    package let lines: [RosterLineEntry]
    package let hasMore: Bool

    package init(lines: [RosterLineEntry], hasMore: Bool) {
        self.lines = lines
        self.hasMore = hasMore
    }
}

package struct RosterClass: Hashable, Sendable {
    package let code: String
    package let title: String
    package let people: Int
    package let present: Int
    package let submitted: Int

    package init(code: String, title: String, people: Int, present: Int, submitted: Int) {
        self.code = code
        self.title = title
        self.people = people
        self.present = present
        self.submitted = submitted
    }
}

/// Whose entry is to change, below which unit, and who wants it.
package struct RosterChange: Hashable, Sendable {
    package let person: PublicID
    package let unit: String
    package let contest: String
    package let actor: String

    package init(person: PublicID, unit: String, contest: String, actor: String) {
        self.person = person
        self.unit = unit
        self.contest = contest
        self.actor = actor
    }
}

package enum RosterOutcome: Hashable, Sendable {
    /// `ended`: hashes of the sessions that have ended by it.
    case done(RosterLineEntry, ended: [[UInt8]])
    case notFound
    /// An attempt hangs on it.
    case hasAttempt
    /// The code is another one by now.
    case outdated
}

/// Who signs in with the code of a slip.
package struct RosterSignIn: Sendable {
    package let codeHash: [UInt8]
    /// For the contestant that it makes the first time.
    package let id: PublicID
    /// What stands in place of an own code and of the key of a request, which nobody can give.
    package let unusable: [UInt8]
    /// What boards show of a name (I15).
    package let displayName: @Sendable (_ name: String) -> String

    package init(
        codeHash: [UInt8],
        id: PublicID,
        unusable: [UInt8],
        displayName: @escaping @Sendable (_ name: String) -> String
    ) {
        self.codeHash = codeHash
        self.id = id
        self.unusable = unusable
        self.displayName = displayName
    }
}
