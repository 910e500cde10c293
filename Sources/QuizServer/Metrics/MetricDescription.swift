/// What a figure means, for whoever looks at a scrape, and into which buckets it falls.
package struct MetricDescription: Sendable {
    package let help: String
    /// Upper bounds of the buckets of a histogram.
    package let bounds: [Double]?

    package init(_ help: String, bounds: [Double]? = nil) {
        self.help = help
        self.bounds = bounds
    }

    /// From half a millisecond, about what an answer takes, up to the deadline of a request.
    static let seconds = [0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    /// Up to the largest batch of the writer.
    private static let jobs: [Double] = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

    /// Every figure of this program.
    package static let all: [String: MetricDescription] = [
        "quiz_http_requests_total": .init("Requests answered, by route, method and class of status."),
        "quiz_http_request_duration_seconds": .init(
            "From the head of a request until its reply is ready, by route.",
            bounds: seconds
        ),
        "quiz_http_shed_total": .init("Requests turned away: 503 server busy, 429 too many of one sender."),
        "quiz_http_connections": .init("Open connections."),
        "quiz_http_connections_refused_total": .init("Connections closed at once: too many from one address."),
        "quiz_http_stalled_total": .init("Connections closed because their peer stopped reading."),
        "quiz_sessions_cached": .init("Sessions in the cache."),
        "quiz_writer_batch_jobs": .init("Jobs in one COMMIT.", bounds: jobs),
        "quiz_writer_commit_duration_seconds": .init("From BEGIN until COMMIT has returned.", bounds: seconds),
        "quiz_writer_jobs_failed_total": .init("Jobs given up because the database refused them."),
        "quiz_inbox_jobs": .init("Jobs that wait for the writer."),
        "quiz_attempts_started_total": .init("Attempts started."),
        "quiz_answers_saved_total": .init("Answers stored."),
        "quiz_attempts_sealed_total": .init("Attempts sealed, by cause."),
        "quiz_log_sequence": .init("Sequence of the last entry of the log on disk."),
        "quiz_database_check_failed": .init("1 if the check of the database after the start found a fault."),
        "process_resident_memory_bytes": .init("Resident memory size in bytes."),
        "process_start_time_seconds": .init("Start time of the process since unix epoch in seconds."),
    ]
}
