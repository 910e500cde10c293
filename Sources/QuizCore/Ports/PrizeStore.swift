/// Where it is kept who gets which prize, and what the organizers decide about it.
///
/// Ids of people are looked for in the contest only: foreign and absent ones are alike not found (I7).
package protocol PrizeStore: Sendable {
    /// Who gets the prizes of a contest by what is known now; `nil`: there is no such contest.
    func prizes(of contest: String) async throws(StoreError) -> PrizeReport?
    /// Takes somebody out of all prizes, or changes the reason.
    func exclude(
        _ contestant: PublicID,
        of contest: String,
        as exclusion: NewExclusion,
        by actor: String
    ) async throws(StoreError) -> PrizeChange
    /// Takes somebody in again; of whoever is not excluded it does nothing.
    func readmit(_ contestant: PublicID, of contest: String, by actor: String) async throws(StoreError) -> PrizeChange
    /// Keeps what came of checking who somebody is.
    func keepIdentity(
        _ contestant: PublicID,
        of contest: String,
        as check: NewIdentityCheck,
        by actor: String
    ) async throws(StoreError) -> PrizeChange
    /// Keeps in which order level people stand.
    func decide(_ decision: TieDecision, by actor: String) async throws(StoreError) -> PrizeChange
    /// Keeps in which order level units stand, where the prize leaves that to the organizers.
    func decide(_ decision: UnitDecision, by actor: String) async throws(StoreError) -> PrizeChange
    /// Keeps the text that decides between level people, once for each board.
    func draw(_ draw: PublicDraw, source: String, by actor: String) async throws(StoreError) -> PrizeChange
    /// People of a contest whose folded name and unit hold every word, in the order they registered.
    func people(of contest: String, words: [String], limit: Int) async throws(StoreError) -> [PersonFound]
}

/// What came of a change that concerns prizes.
package enum PrizeChange: Hashable, Sendable {
    /// On disk, or it was so already.
    case done
    /// No such contest, board or person.
    case notFound
    /// The board's chain of criteria has no such step.
    case notInChain
    /// The round is open, or somebody still sits an exam, or its prediction is not settled.
    case notOver
    /// The results are final.
    case final
    /// Not all of these people are level but for what is decided here.
    case notLevel
    /// Another text was drawn for this board.
    case drawnAlready
}

package struct NewExclusion: Hashable, Sendable {
    package let kind: ExclusionKind
    package let reason: String

    package init(kind: ExclusionKind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}

package struct NewIdentityCheck: Hashable, Sendable {
    package let state: IdentityCheck.State
    package let note: String

    package init(state: IdentityCheck.State, note: String) {
        self.state = state
        self.note = note
    }
}

/// Whether somebody is who they said they were.
package struct IdentityCheck: Hashable, Sendable {
    package enum State: String, CaseIterable, Hashable, Sendable {
        case unchecked, confirmed, failed
    }

    package let state: State
    package let note: String
    package let at: Timestamp
    package let by: String

    package init(state: State, note: String, at: Timestamp, by: String) {
        self.state = state
        self.note = note
        self.at = at
        self.by = by
    }
}

package struct Exclusion: Hashable, Sendable {
    package let kind: ExclusionKind
    package let reason: String
    package let at: Timestamp
    package let by: String

    package init(kind: ExclusionKind, reason: String, at: Timestamp, by: String) {
        self.kind = kind
        self.reason = reason
        self.at = at
        self.by = by
    }
}

package struct TieDecision: Hashable, Sendable {
    package let contest: String
    package let board: PrizeBoardName
    /// Who stands first comes first; whoever is level with them and not named stands behind.
    package let order: [PublicID]
    package let reason: String

    package init(contest: String, board: PrizeBoardName, order: [PublicID], reason: String) {
        self.contest = contest
        self.board = board
        self.order = order
        self.reason = reason
    }
}

package struct UnitDecision: Hashable, Sendable {
    package let contest: String
    /// Title of the collective prize.
    package let prize: String
    package let round: String
    /// Codes of units; who is level with them and not named stands behind.
    package let order: [String]
    package let reason: String

    package init(contest: String, prize: String, round: String, order: [String], reason: String) {
        self.contest = contest
        self.prize = prize
        self.round = round
        self.order = order
        self.reason = reason
    }
}

package struct PersonFound: Hashable, Sendable {
    package let id: PublicID
    package let name: String
    package let birthYear: Int
    package let group: String
    package let unitCode: String
    package let unitTitle: String
    package let exclusion: ExclusionKind?

    package init(
        id: PublicID,
        name: String,
        birthYear: Int,
        group: String,
        unitCode: String,
        unitTitle: String,
        exclusion: ExclusionKind?
    ) {
        self.id = id
        self.name = name
        self.birthYear = birthYear
        self.group = group
        self.unitCode = unitCode
        self.unitTitle = unitTitle
        self.exclusion = exclusion
    }
}
