import Logging
import Metrics
import QuizStore
import ServiceLifecycle

/// Looks through the whole database once after the start, beside everything else: a large one takes minutes, and nobody
/// waits for it.
struct DatabaseCheck: Service {
    private let store: Store
    private let logger: Logger
    private let failed: Meter

    init(store: Store, logger: Logger) {
        self.store = store
        self.logger = logger
        failed = Meter(label: "quiz_database_check_failed")
    }

    func run() async throws {
        // Left to itself when the server stops: reading holds nothing that must be let go.
        Task { await check() }
        try? await gracefulShutdown()
    }

    private func check() async {
        do {
            let problems = try await store.checkBeside()
            guard !problems.isEmpty else { return }
            report(problems.prefix(20).joined(separator: "; "))
        } catch {
            report("\(error)")
        }
    }

    private func report(_ problems: String) {
        failed.set(1)
        logger.error(
            "the database is damaged: stop the server, keep a copy of the data folder, and restore a backup",
            metadata: ["problems": "\(problems)"]
        )
    }
}
