/// Where the data of people are corrected, and where it is kept who has more time.
package protocol ProfileStore: Sendable {
    func profile(of contestant: Int64) async throws(StoreError) -> Profile?
    /// `nil` for a foreign and an absent one alike (I7).
    func profile(of contestant: PublicID, in contest: String) async throws(StoreError) -> Profile?
    /// Keeps other data; the same again does nothing.
    func change(_ change: ProfileChange) async throws(StoreError) -> ProfileOutcome
    /// Gives somebody more time in attempts that start later, or (`nil`) no longer.
    ///
    /// - Returns: `false` if there is no such person in the contest.
    func allow(
        _ allowance: TimeAllowance?,
        for contestant: PublicID,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> Bool
}

package enum ProfileOutcome: Hashable, Sendable {
    case changed(Contestant)
    /// An attempt of theirs is over.
    case locked
    /// Somebody else is registered with these data.
    case identityTaken
    case unknownUnit
    /// Somebody else has changed the data since they were read.
    case outdated
}
