package import QuizCore
import Synchronization

/// Read-only connections, each on a queue of its own.
package final class Readers: Sendable {
    private let readers: [Reader]
    private let next = Atomic<Int>(0)

    package init(count: Int, open: @escaping @Sendable () throws -> any Database) throws {
        readers = try (0..<count).map { _ in try Reader(open: open) }
    }

    /// Runs `work` on one of the connections.
    package func read<Output: Sendable>(
        _ work: @escaping @Sendable (any Database) throws(DatabaseError) -> Output
    ) async throws(StoreError) -> Output {
        let turn = next.wrappingAdd(1, ordering: .relaxed).newValue
        return try await readers[abs(turn % readers.count)].read(work)
    }
}

private actor Reader {
    private let executor = QueueExecutor(label: "quiz.reader")
    nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe executor.asUnownedSerialExecutor() }
    private let database: any Database

    init(open: @Sendable () throws -> any Database) throws {
        database = try open()
    }

    func read<Output: Sendable>(
        _ work: @Sendable (any Database) throws(DatabaseError) -> Output
    ) throws(StoreError) -> Output {
        do { return try work(database) } catch { throw StoreError(error) }
    }
}
