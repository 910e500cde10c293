/// A queue of its own for waiting on the disk, so that neither the writer nor the cooperative pool does (I12).
actor SyncLane {
    private let executor = QueueExecutor(label: "quiz.sync")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    func run(_ work: @Sendable () throws(DatabaseError) -> Void) throws(DatabaseError) {
        try work()
    }
}
