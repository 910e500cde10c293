import QuizCore
import Synchronization

/// Adds up answers for item statistics: one selection at a time, on a connection and a queue of its own, so that nobody
/// else waits for it.
actor StatisticsReader {
    private let executor = QueueExecutor(label: "quiz.statistics")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }

    private struct Known {
        /// Over the attempts, the definition they were looked at under, and its corrections.
        let fingerprint: Int
        let report: ItemReport
    }

    private let open: @Sendable () throws -> any Database
    private var database: (any Database)?
    private var known: [AttemptSelection: Known] = [:]
    /// By contest.
    private var knownTopics: [Int64: (fingerprint: Int, figures: TopicFigures)] = [:]
    /// Under way or waiting.
    private nonisolated let requests = Atomic<Int>(0)

    private static let maximumRequests = 8
    private static let maximumKnown = 32

    init(open: @escaping @Sendable () throws -> any Database) {
        self.open = open
    }

    /// What the sittings of a selection say; worked out anew only if there are others than before.
    nonisolated func report(
        _ selection: SitterSelection,
        catalogue: Catalogue
    ) async throws(StoreError) -> ItemReport {
        let number = requests.wrappingAdd(1, ordering: .relaxed).newValue
        defer { requests.wrappingSubtract(1, ordering: .relaxed) }
        guard number <= Self.maximumRequests else { throw .busy }
        return try await work(selection, catalogue)
    }

    private func work(_ selection: SitterSelection, _ catalogue: Catalogue) throws(StoreError) -> ItemReport {
        do {
            let database = try connection()
            let sitters = try selection.sitters(from: database)
            let definitions = try database.all(.statisticsDefinitions, [.int(selection.contestKey)]) { $0.int(0) }
            let corrections = catalogue.corrections(of: selection.contestKey).map(\.number)
            let fingerprint = Self.fingerprint(sitters, definitions, corrections)
            if let known = known[selection.selection], known.fingerprint == fingerprint { return known.report }
            let versions = definitions.compactMap { catalogue.definition(version: $0) }
            let report = try SittingStream(sitters: sitters, definitions: versions).report(from: database)
            if known.count >= Self.maximumKnown { known.removeAll() }
            known[selection.selection] = Known(fingerprint: fingerprint, report: report)
            return report
        } catch {
            throw StoreError(error)
        }
    }

    /// How questions of each topic were answered; worked out anew only if there are other attempts than before.
    func topics(_ count: TopicCount, catalogue: Catalogue) throws(StoreError) -> TopicFigures {
        do {
            let database = try connection()
            let sitters = try count.sitters(from: database)
            let definitions = try database.all(.statisticsDefinitions, [.int(count.contestKey)]) { $0.int(0) }
            let corrections = catalogue.corrections(of: count.contestKey).map(\.number)
            let fingerprint = Self.fingerprint(sitters, definitions, corrections)
            if let known = knownTopics[count.contestKey], known.fingerprint == fingerprint { return known.figures }
            let versions = definitions.compactMap { catalogue.definition(version: $0) }
            let figures = try count.figures(of: sitters, under: versions, from: database)
            if knownTopics.count >= Self.maximumKnown { knownTopics.removeAll() }
            knownTopics[count.contestKey] = (fingerprint, figures)
            return figures
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
            throw .failed("no connection for statistics: \(error)")
        }
    }

    private static func fingerprint(_ sitters: [Sitter], _ definitions: [Int64], _ corrections: [Int]) -> Int {
        var hasher = Hasher()
        hasher.combine(definitions)
        hasher.combine(corrections)
        for sitter in sitters { hasher.combine(sitter.attempt) }
        return hasher.finalize()
    }
}

extension Query {
    static let statisticsDefinitions = Query(
        name: "statistics.definitions",
        sql: "SELECT definition FROM definition WHERE contest = $1 ORDER BY version"
    )
}
