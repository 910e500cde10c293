package import Metrics
package import QuizStore

/// The figures of the writer.
package struct StoreMetrics: Sendable {
    private let batch: Recorder
    private let commit: Metrics.Timer
    private let failed: Counter
    private let started: Counter
    private let saved: Counter
    private let submitted: Counter
    private let expired: Counter

    package init(factory: any MetricsFactory) {
        batch = Recorder(label: "quiz_writer_batch_jobs", factory: factory)
        commit = Metrics.Timer(label: "quiz_writer_commit_duration_seconds", factory: factory)
        failed = Counter(label: "quiz_writer_jobs_failed_total", factory: factory)
        started = Counter(label: "quiz_attempts_started_total", factory: factory)
        saved = Counter(label: "quiz_answers_saved_total", factory: factory)
        func sealed(_ cause: String) -> Counter {
            Counter(label: "quiz_attempts_sealed_total", dimensions: [("cause", cause)], factory: factory)
        }
        submitted = sealed("contestant")
        expired = sealed("deadline")
    }

    package var observer: StoreObserver {
        StoreObserver(
            committed: { fact in
                batch.record(fact.jobs)
                commit.recordNanoseconds(nanoseconds(fact.duration))
                started.increment(by: fact.tally.started)
                saved.increment(by: fact.tally.saved)
                submitted.increment(by: fact.tally.submitted)
                expired.increment(by: fact.tally.expired)
            },
            failed: { failed.increment() }
        )
    }

    private func nanoseconds(_ duration: Duration) -> Int64 {
        let (seconds, attoseconds) = duration.components
        return seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000
    }
}
