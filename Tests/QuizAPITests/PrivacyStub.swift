import QuizCore
import Synchronization
import Testing

/// What tests of personal data expect to be asked.
struct PrivacyHandlers: Sendable {
    let notes = Notes()
    var record: PersonRecord?
    var onWithdraw: (@Sendable (Withdrawal) -> WithdrawalOutcome)?
    var onRequest: (@Sendable (NewDataRequest) -> DataRequestOutcome)?
    var onStep: (@Sendable (DataRequestStep, Int, String) -> DataRequestOutcome)?
    var onCorrect: (@Sendable (PersonCorrection) -> PersonCorrectionOutcome)?
    var onErase: (@Sendable (Erasure) -> ErasureOutcome)?
    var ended: [[UInt8]] = []
    var affected: [PersonRecord] = []

    /// The accesses that were noted.
    final class Notes: Sendable {
        let all = Mutex<[DataAccess]>([])
    }
}

extension StubStore: PrivacyStore {
    private func handler<Handler>(_ handler: Handler?, _ name: String = #function) throws(StoreError) -> Handler {
        guard let handler else {
            Issue.record("the store was asked for \(name)")
            throw .broken("unexpected \(name)")
        }
        return handler
    }

    func record(of contestant: Int64) async throws(StoreError) -> PersonRecord? { privacy.record }
    func record(of id: PublicID, as access: DataAccess) async throws(StoreError) -> PersonRecord? {
        guard let record = privacy.record, record.id == id else { return nil }
        try await note(access)
        return record
    }
    func endSessions(of contestant: Int64, except hash: [UInt8]) async throws(StoreError) -> [[UInt8]] {
        privacy.ended
    }
    func withdraw(_ withdrawal: Withdrawal) async throws(StoreError) -> WithdrawalOutcome {
        try handler(privacy.onWithdraw)(withdrawal)
    }
    func add(_ request: NewDataRequest) async throws(StoreError) -> DataRequestOutcome {
        try handler(privacy.onRequest)(request)
    }
    func dataRequests(of contest: String, closed: Bool, limit: Int) async throws(StoreError) -> [DataRequest] { [] }
    func handle(
        _ step: DataRequestStep,
        request number: Int,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> DataRequestOutcome {
        try handler(privacy.onStep)(step, number, actor)
    }
    func correct(_ correction: PersonCorrection, by actor: String) async throws(StoreError) -> PersonCorrectionOutcome {
        try handler(privacy.onCorrect)(correction)
    }
    func erase(_ erasure: Erasure, by actor: String) async throws(StoreError) -> ErasureOutcome {
        try handler(privacy.onErase)(erasure)
    }
    func note(_ access: DataAccess) async throws(StoreError) { privacy.notes.all.withLock { $0.append(access) } }
    func nameChanges(of contest: String) -> UInt64 { 0 }
    func dataAccesses(of contest: String, limit: Int) async throws(StoreError) -> [DataAccessLine] { [] }
    func affected(by access: DataAccess) async throws(StoreError) -> [PersonRecord] {
        try await note(access)
        return privacy.affected
    }
    func retention(of contest: String) async throws(StoreError) -> RetentionReport? { nil }
}
