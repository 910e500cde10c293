import QuizCore
import Testing

/// What a stub store says about prizes.
struct PrizeHandlers: Sendable {
    var onReport: (@Sendable (String) throws(StoreError) -> PrizeReport?)?
    /// Any change, told in words.
    var onChange: (@Sendable (String) throws(StoreError) -> PrizeChange)?
    var onPeople: (@Sendable ([String], Int) throws(StoreError) -> [PersonFound])?

    fileprivate func change(_ words: String) throws(StoreError) -> PrizeChange {
        guard let onChange else {
            Issue.record("the store was asked to \(words)")
            throw .broken("unexpected \(words)")
        }
        return try onChange(words)
    }
}

extension StubStore: PrizeStore {
    func prizes(of contest: String) async throws(StoreError) -> PrizeReport? {
        guard let onReport = prizes.onReport else {
            Issue.record("the store was asked for prizes")
            throw .broken("unexpected prizes")
        }
        return try onReport(contest)
    }
    func exclude(
        _ contestant: PublicID,
        of contest: String,
        as exclusion: NewExclusion,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        try prizes.change("exclude \(contestant.hex) \(exclusion.kind) \(exclusion.reason) by \(actor)")
    }
    func readmit(
        _ contestant: PublicID,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        try prizes.change("readmit \(contestant.hex) by \(actor)")
    }
    func keepIdentity(
        _ contestant: PublicID,
        of contest: String,
        as check: NewIdentityCheck,
        by actor: String
    ) async throws(StoreError) -> PrizeChange {
        try prizes.change("check \(contestant.hex) \(check.state) \(check.note) by \(actor)")
    }
    func decide(_ decision: TieDecision, by actor: String) async throws(StoreError) -> PrizeChange {
        try prizes.change("decide \(decision.board.round) \(decision.order.map(\.hex)) \(decision.reason) by \(actor)")
    }
    func decide(_ decision: UnitDecision, by actor: String) async throws(StoreError) -> PrizeChange {
        try prizes.change("decide \(decision.prize) \(decision.order) \(decision.reason) by \(actor)")
    }
    func draw(_ draw: PublicDraw, source: String, by actor: String) async throws(StoreError) -> PrizeChange {
        try prizes.change("draw \(draw.round) \(draw.text) \(source) by \(actor)")
    }
    func people(of contest: String, words: [String], limit: Int) async throws(StoreError) -> [PersonFound] {
        guard let onPeople = prizes.onPeople else {
            Issue.record("the store was asked for people")
            throw .broken("unexpected people")
        }
        return try onPeople(words, limit)
    }
}
