package import QuizCore
import Synchronization

/// The one writer (I12): takes all that has gathered, commits it at once, then replies.
package actor Writer {
    private let executor = QueueExecutor(label: "quiz.writer")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private let database: any Database
    private let inbox: Inbox
    private let catalogue: Catalogue
    private let standings: Standings
    private let cryptography: any Cryptography
    private let observer: StoreObserver
    private var openAttempts = OpenAttempts()
    private var logSequence: Int64 = 0 {
        didSet { published.store(logSequence, ordering: .relaxed) }
    }
    /// The same for whoever must not wait for a commit.
    private nonisolated let published = Atomic<Int64>(0)
    private var batchesSinceCheckpoint = 0

    /// At the usual batch of some dozens of pages the write-ahead log stays around 16 MiB.
    private static let batchesPerCheckpoint = 128
    /// So that a batch stays within 20 ms (I12).
    private static let batchLimit = 512

    /// Opens the database for writing and brings its schema up to date.
    package init(
        open: @Sendable () throws -> any Database,
        inbox: Inbox,
        catalogue: Catalogue,
        standings: Standings,
        cryptography: any Cryptography,
        observer: StoreObserver
    ) throws {
        let database = try open()
        try database.migrate()
        self.database = database
        self.inbox = inbox
        self.catalogue = catalogue
        self.standings = standings
        self.cryptography = cryptography
        self.observer = observer
    }

    /// Reads what the views start from, and checks that the log has no gap at its end.
    package func load() throws -> Int64 {
        let head = try database.first(.logHead, []) { $0.int(0) } ?? 0
        let tail = try database.all(.logTail, [.int(1_000)]) { $0.int(0) }
        for (offset, sequence) in tail.enumerated() where sequence != head - Int64(offset) {
            throw OpenError.inconsistent("log entry \(head - Int64(offset)) is missing")
        }
        guard tail.count == min(head, 1_000) else { throw OpenError.inconsistent("the log ends before its head") }
        logSequence = head
        try catalogue.load(from: database)
        try standings.load(from: database)
        return head
    }

    /// Runs until the inbox is closed and nothing waits.
    package func run() async {
        while let jobs = await inbox.take() {
            for start in stride(from: 0, to: jobs.count, by: Self.batchLimit) {
                commit(jobs[start..<min(start + Self.batchLimit, jobs.count)])
            }
        }
        try? database.checkpoint()
    }

    /// Brings the write-ahead log back and empties it, so that nothing erased stays in it.
    ///
    /// - Returns: `false` if somebody reads from it; then it is to be tried again.
    package func emptyLog() -> Bool {
        do {
            try database.emptyLog()
            batchesSinceCheckpoint = 0
            return true
        } catch {
            return false
        }
    }

    /// What a check of the whole file finds.
    package func check() throws -> [String] {
        try database.check()
    }

    /// Copies the database into a new file, one step between two batches (I12).
    ///
    /// What is committed meanwhile is in the copy. Its bytes are put on the disk by `lane`, so that the writer never
    /// waits for that.
    func copy(to path: String, syncing lane: SyncLane) async throws(DatabaseError) {
        let copy = try database.copy(to: path)
        let sync = copy.sync
        do throws(DatabaseError) {
            while try !copy.step() { try await lane.run(sync) }
            copy.finish()
            try await lane.run(sync)
        } catch {
            copy.cancel()
            throw error
        }
    }

    /// How the database is set, read from the connection that writes.
    func settings() throws(DatabaseError) -> [DatabaseSetting] {
        try database.settings()
    }

    /// Sequence of the last log entry on disk.
    package nonisolated var committedSequence: Int64 { published.load(ordering: .relaxed) }

    private func commit(_ jobs: ArraySlice<Job>) {
        let transaction = Transaction(
            database: database,
            catalogue: catalogue,
            cryptography: cryptography,
            openAttempts: openAttempts,
            logSequence: logSequence
        )
        // Released here so that the transaction owns the only reference and changes it in place.
        openAttempts = OpenAttempts()
        do throws(DatabaseError) {
            var replies: [@Sendable () -> Void] = []
            replies.reserveCapacity(jobs.count)
            let began = ContinuousClock.now
            try database.begin()
            for job in jobs {
                transaction.receivedAt = job.receivedAt
                replies.append(try job.run(transaction))
            }
            if transaction.logSequence != logSequence {
                try database.run(.logHeadSet, [.int(transaction.logSequence)])
            }
            try database.commit()
            let duration = ContinuousClock.now - began
            logSequence = transaction.logSequence
            openAttempts = transaction.openAttempts
            // Before the replies: who has been answered sees it on the board (I13).
            for change in transaction.afterCommit { change(catalogue) }
            standings.apply(transaction.events)
            for reply in replies { reply() }
            observer.committed(
                CommittedBatch(jobs: jobs.count, duration: duration, tally: transaction.tally)
            )
            checkpointIfDue()
        } catch {
            database.rollBack()
            // One bad job never sinks its neighbours: each tries again alone.
            guard jobs.count == 1, let job = jobs.first else { return jobs.forEach { commit([$0]) } }
            job.fail(StoreError(error))
            observer.failed()
        }
    }

    private func checkpointIfDue() {
        batchesSinceCheckpoint += 1
        guard batchesSinceCheckpoint >= Self.batchesPerCheckpoint else { return }
        batchesSinceCheckpoint = 0
        // A failure here loses nothing: the log keeps growing, and the next turn tries again.
        try? database.checkpoint()
    }
}

extension StoreError {
    init(_ error: DatabaseError) {
        self =
            switch error {
            case .full: .full
            case .failed(let reason): .broken(reason)
            }
    }
}
