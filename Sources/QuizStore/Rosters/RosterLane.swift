import QuizCore

/// One import of a roster at a time: what is not finished then belongs to nobody, and can be cleared away.
actor RosterLane {
    private var last: Task<Void, Never>?

    func run<Output: Sendable>(
        _ work: @escaping @Sendable () async -> Result<Output, StoreError>
    ) async throws(StoreError) -> Output {
        let before = last
        let task = Task {
            await before?.value
            return await work()
        }
        last = Task { _ = await task.value }
        return try await task.value.get()
    }
}
