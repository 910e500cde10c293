import Foundation
import Metrics
import QuizAPI
import QuizStore

extension Server {
    /// Has each scrape look up what nobody records.
    func lookUpFigures(count: ConnectionCount, cachedSessions: @escaping @Sendable () -> Int) {
        let connections = Meter(label: "quiz_http_connections", factory: registry)
        let sessions = Meter(label: "quiz_sessions_cached", factory: registry)
        let waiting = Meter(label: "quiz_inbox_jobs", factory: registry)
        let memory = Meter(label: "process_resident_memory_bytes", factory: registry)
        let logSequence = Meter(label: "quiz_log_sequence", factory: registry)
        let start = Meter(label: "process_start_time_seconds", factory: registry)
        start.set(Date().timeIntervalSince1970)
        let store = store
        registry.beforeScrape {
            connections.set(count.total)
            sessions.set(cachedSessions())
            waiting.set(store.waiting)
            logSequence.set(store.committedSequence)
            if let bytes = ProcessFigures.residentMemory() { memory.set(bytes) }
        }
    }
}
