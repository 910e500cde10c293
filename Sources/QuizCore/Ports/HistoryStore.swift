/// How the rules of a contest came to be what they are.
package protocol HistoryStore: Sendable {
    /// Every version of a contest, the first one first.
    func history(of contest: String) async throws(StoreError) -> [DefinitionVersion]
}

package struct DefinitionVersion: Hashable, Sendable {
    /// Counted from 1.
    package let version: Int
    package let appliedAt: Timestamp
    package let appliedBy: String
    /// Against the version before; nothing for the first.
    package let changes: [String]

    package init(version: Int, appliedAt: Timestamp, appliedBy: String, changes: [String]) {
        self.version = version
        self.appliedAt = appliedAt
        self.appliedBy = appliedBy
        self.changes = changes
    }
}
