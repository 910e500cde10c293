import QuizCore

/// Reads lists and counts on a connection and a queue of its own, opened when it is first needed, so that nobody else
/// waits for a long list.
actor ReportReader {
    private let executor = QueueExecutor(label: "quiz.reports")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private let open: @Sendable () throws -> any Database
    private var database: (any Database)?
    /// By contest.
    private var counts: [Int64: Known] = [:]

    private struct Known {
        let count: PersonCount
        /// Log sequence that it was read at.
        let sequence: Int64
        let until: ContinuousClock.Instant
    }

    /// A count serves for so many times as long as it took: of a large contest for some seconds, of a small one not at
    /// all.
    private static let patience = 10

    init(open: @escaping @Sendable () throws -> any Database) {
        self.open = open
    }

    /// Runs `work` in one transaction: what it reads is of one moment, and nothing is locked anew for each statement.
    func read<Output: Sendable>(
        _ work: @Sendable (any Database) throws(DatabaseError) -> Output
    ) throws(StoreError) -> Output {
        do {
            let database = try connection()
            try database.beginReading()
            defer { database.rollBack() }
            return try work(database)
        } catch {
            throw StoreError(error)
        }
    }

    /// Who of a contest has taken part, counted by unit.
    ///
    /// `sequence`: That of the last log entry; without a newer one an old count is as good as a new one.
    func count(of contest: Int64, at sequence: Int64) throws(StoreError) -> PersonCount {
        let began = ContinuousClock.now
        if let known = counts[contest], known.sequence == sequence || began < known.until { return known.count }
        do {
            let count = try PersonCount(of: contest, from: connection())
            let ended = ContinuousClock.now
            if counts.count > 8 { counts.removeAll() }
            counts[contest] = Known(
                count: count,
                sequence: sequence,
                until: ended.advanced(by: (ended - began) * Self.patience)
            )
            return count
        } catch {
            throw StoreError(error)
        }
    }

    private func connection() throws(DatabaseError) -> any Database {
        if let database { return database }
        do {
            let opened = try open()
            database = opened
            return opened
        } catch {
            throw .failed("no connection for reports: \(error)")
        }
    }
}
