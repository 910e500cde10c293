/// Whom the store tells what it does; the calls come from the writer's thread and must not wait.
package struct StoreObserver: Sendable {
    /// A batch is on disk, and everybody in it has been answered.
    package let committed: @Sendable (CommittedBatch) -> Void
    /// A job was given up after it failed alone.
    package let failed: @Sendable () -> Void

    package init(
        committed: @escaping @Sendable (CommittedBatch) -> Void,
        failed: @escaping @Sendable () -> Void
    ) {
        self.committed = committed
        self.failed = failed
    }

    package static let none = StoreObserver(committed: { _ in }, failed: {})
}

/// What one COMMIT brought.
package struct CommittedBatch: Hashable, Sendable {
    package let jobs: Int
    /// From BEGIN until COMMIT has returned.
    package let duration: Duration
    package let tally: Tally

    /// What the jobs of a batch did, counted while they run; a batch that is rolled back takes its tally along.
    package struct Tally: Hashable, Sendable {
        package internal(set) var started = 0
        package internal(set) var saved = 0
        package internal(set) var submitted = 0
        /// Sealed because their time was over.
        package internal(set) var expired = 0
    }
}
