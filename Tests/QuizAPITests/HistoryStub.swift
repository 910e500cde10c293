import QuizCore

extension StubStore: HistoryStore {
    func history(of contest: String) async throws(StoreError) -> [DefinitionVersion] {
        [DefinitionVersion(version: 1, appliedAt: Timestamp(milliseconds: 0), appliedBy: "an", changes: [])]
    }
}
