package import QuizCore
import Synchronization

/// Everything that is kept, behind the ports of the core: changes through the writer, reads beside it.
package final class Store: Sendable {
    let catalogue: Catalogue
    let standings: Standings
    let readers: Readers
    let past = PastBoards()
    let statistics: StatisticsReader
    let reports: ReportReader
    let rosterLane = RosterLane()
    private let inbox: Inbox
    let writer: Writer
    private let now: @Sendable () -> Timestamp
    /// Something was erased since the write-ahead log was emptied.
    private let wipes = Atomic<Bool>(false)
    let open: @Sendable (SQLiteDatabase.Access) throws -> any Database

    /// Opens the database, brings its schema up to date and builds the views.
    ///
    /// - Throws: ``OpenError``, ``DatabaseError`` or `Faults` of a stored bank; nothing is changed then.
    package init(
        open: @escaping @Sendable (SQLiteDatabase.Access) throws -> any Database,
        cryptography: any Cryptography,
        vocabulary: Vocabulary,
        mark: Int64,
        now: @escaping @Sendable () -> Timestamp,
        observer: StoreObserver = .none
    ) async throws {
        self.now = now
        self.open = open
        statistics = StatisticsReader { try open(.reading) }
        reports = ReportReader { try open(.reading) }
        catalogue = Catalogue(cryptography: cryptography, vocabulary: vocabulary)
        standings = Standings(catalogue: catalogue)
        inbox = Inbox(capacity: 8_192, now: now)
        writer = try Writer(
            open: { try open(.writing) },
            inbox: inbox,
            catalogue: catalogue,
            standings: standings,
            cryptography: cryptography,
            observer: observer
        )
        let head = try await writer.load()
        guard head >= mark else { throw OpenError.behind(database: head, mark: mark) }
        readers = try Readers(count: 2) { try open(.reading) }
    }

    /// Writes until ``close()`` is called and nothing waits; seals what is due meanwhile.
    ///
    /// - Parameter mark: Told the last log sequence on disk about once a second, to keep outside the database.
    package func run(mark: @escaping @Sendable (Int64) -> Void) async {
        await withTaskGroup { group in
            group.addTask { await self.writer.run() }
            let clock = Task {
                await self.resumeCorrections()
                await self.resumeUnits()
                await self.resumeRosters()
                var turn = 0
                while !Task.isCancelled {
                    await self.sealExpired()
                    await self.settlePredictions()
                    if turn % 4 == 0 { mark(self.writer.committedSequence) }
                    if turn % 40 == 0 { await self.eraseDue() }
                    await self.emptyLogIfDue()
                    turn += 1
                    try? await Task.sleep(for: .milliseconds(250))
                }
            }
            await group.waitForAll()
            clock.cancel()
            await clock.value
        }
        await emptyLogIfDue()
        mark(writer.committedSequence)
    }

    /// Takes no more; what was taken is still written.
    package func close() {
        inbox.close()
    }

    /// What a check of the whole file finds; empty: nothing.
    package func check() async throws -> [String] {
        try await writer.check()
    }

    /// What a check of the whole file finds, made on a read-only connection of its own beside everything else.
    ///
    /// Unlike ``check()`` it does not evaluate CHECK constraints, which SQLite leaves out of the schema of a
    /// database that is opened read-only (`sqlite3AddCheckConstraint` in its build.c).
    package func checkBeside() async throws -> [String] {
        let open = open
        return try await Readers(count: 1) { try open(.reading) }.read { database throws(DatabaseError) in
            try database.check()
        }
    }

    /// Has the write-ahead log emptied as soon as nobody reads from it.
    func wipe() {
        wipes.store(true, ordering: .relaxed)
    }

    func emptyLogIfDue() async {
        guard wipes.exchange(false, ordering: .relaxed) else { return }
        if await !writer.emptyLog() { wipe() }
    }

    /// The server's clock.
    var moment: Timestamp { now() }

    /// Whether nothing is written any more.
    var isClosed: Bool { inbox.isClosed }

    /// Jobs that wait for the writer.
    package var waiting: Int { inbox.count }

    /// Sequence of the last log entry on disk.
    package var committedSequence: Int64 { writer.committedSequence }

    /// Has the writer run `work` in its next batch.
    ///
    /// - Returns: What it gave, once it is on disk.
    func write<Output: Sendable>(
        _ urgency: Inbox.Urgency,
        _ work: @escaping @Sendable (Transaction) throws(DatabaseError) -> Output
    ) async throws(StoreError) -> Output {
        let result: Result<Output, StoreError> = await withCheckedContinuation { continuation in
            let job = Job(
                run: { transaction throws(DatabaseError) in
                    let output = try work(transaction)
                    return { continuation.resume(returning: .success(output)) }
                },
                fail: { continuation.resume(returning: .failure($0)) }
            )
            if !inbox.add(job, urgency: urgency) { continuation.resume(returning: .failure(.busy)) }
        }
        return try result.get()
    }

    /// Seals attempts whose time is over, also of people who never came back and from before a restart (I2).
    private func sealExpired() async {
        let limit = 100
        while true {
            let moment = now()
            let due = try? await readers.read { database throws(DatabaseError) in
                try database.all(.attemptDue, [.time(AttemptRow.lastMoment(before: moment)), .int(limit)]) { $0.int(0) }
            }
            guard let due, !due.isEmpty else { return }
            let sealed = try? await write(.firm) { transaction throws(DatabaseError) in
                for key in due { try transaction.sealIfExpired(key) }
                return due.count
            }
            if sealed != limit { return }
        }
    }
}

extension Store: ContestStore {
    package func definitions() -> [Definition] { catalogue.definitions() }
    package func definition(of contest: String) -> Definition? { catalogue.definition(of: contest) }
    package func definition(version key: Int64) -> Definition? { catalogue.definition(version: key) }
    package func banks() -> [BankVersion] { catalogue.banks() }

    package func noteReading(
        of version: BankVersion,
        as format: String,
        by actor: String
    ) async throws(StoreError) {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.noteReading(of: version, as: format, by: actor)
        }
    }

    package func apply(
        _ contest: Contest,
        source: [UInt8],
        by actor: String
    ) async throws(StoreError) -> ApplyOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.apply(contest, source: source, by: actor)
        }
    }
}

extension Store: AttemptStore {
    package func start(_ start: AttemptStart) async throws(StoreError) -> StartOutcome {
        try await write(.sheddable) { transaction throws(DatabaseError) in try transaction.start(start) }
    }

    package func attempt(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt? {
        try await readers.read { database throws(DatabaseError) in
            try AttemptRow.find(id, of: contestant, in: database)?.attempt(with: database)
        }
    }

    package func attempts(of contestant: Int64) async throws(StoreError) -> [Attempt] {
        try await readers.read { database throws(DatabaseError) in
            try database.all(.attemptsOfContestant, [.int(contestant)], AttemptRow.init).compactMap(\.bare)
        }
    }

    package func save(_ answer: AnswerSave) async throws(StoreError) -> SaveOutcome {
        try await write(.firm) { transaction throws(DatabaseError) in try transaction.save(answer) }
    }

    package func predict(_ prediction: PredictionSave) async throws(StoreError) -> SaveOutcome {
        try await write(.firm) { transaction throws(DatabaseError) in try transaction.save(prediction) }
    }

    package func reveal(
        _ id: PublicID,
        of contestant: Int64,
        position: Int
    ) async throws(StoreError) -> RevealOutcome {
        try await write(.firm) { transaction throws(DatabaseError) in
            try transaction.reveal(id, of: contestant, position: position)
        }
    }

    package func submit(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt? {
        try await write(.firm) { transaction throws(DatabaseError) in try transaction.submit(id, of: contestant) }
    }
}
