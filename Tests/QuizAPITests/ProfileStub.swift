import QuizCore
import Testing

/// What a stub store says about people's data.
struct ProfileHandlers: Sendable {
    var profile: Profile?
    var onChange: (@Sendable (ProfileChange) throws(StoreError) -> ProfileOutcome)?
    /// Told in words.
    var onAllow: (@Sendable (String) throws(StoreError) -> Bool)?
}

extension StubStore: ProfileStore {
    func profile(of contestant: Int64) async throws(StoreError) -> Profile? {
        profiles.profile.flatMap { $0.contestant.key == contestant ? $0 : nil }
    }
    func profile(of contestant: PublicID, in contest: String) async throws(StoreError) -> Profile? {
        profiles.profile.flatMap { $0.contestant.id == contestant && $0.contestant.contest == contest ? $0 : nil }
    }
    func change(_ change: ProfileChange) async throws(StoreError) -> ProfileOutcome {
        guard let onChange = profiles.onChange else {
            Issue.record("the store was asked to change a profile")
            throw .broken("unexpected change")
        }
        return try onChange(change)
    }
    func allow(
        _ allowance: TimeAllowance?,
        for contestant: PublicID,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> Bool {
        guard let onAllow = profiles.onAllow else {
            Issue.record("the store was asked to allow time")
            throw .broken("unexpected allowance")
        }
        return try onAllow("\(allowance?.words ?? "none") \(allowance?.reason ?? "") by \(actor)")
    }
}
