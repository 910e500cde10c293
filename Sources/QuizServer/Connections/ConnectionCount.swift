package import Metrics
import NIOCore
import QuizAPI
import Synchronization

/// How many connections each address has open, so that one alone cannot take them all.
package final class ConnectionCount: Sendable {
    private struct State {
        var byAddress: [String: Int] = [:]
        var total = 0
    }

    private let state = Mutex(State())
    private let limit: Int
    /// Not counted: behind a proxy of ours stand all the others.
    private let unlimited: Set<String>
    private let refused: Counter

    package init(limit: Int = 1_024, unlimited: Set<String>, factory: any MetricsFactory) {
        self.limit = limit
        self.unlimited = unlimited
        refused = Counter(label: "quiz_http_connections_refused_total", factory: factory)
    }

    package var total: Int { state.withLock { $0.total } }

    /// Counts a connection in.
    ///
    /// - Returns: `false` if its address has too many; then there is nothing to count out.
    package func enter(_ address: String) -> Bool {
        let isIn = state.withLock { state in
            if !unlimited.contains(address) {
                let count = state.byAddress[address] ?? 0
                guard count < limit else { return false }
                state.byAddress[address] = count + 1
            }
            state.total += 1
            return true
        }
        if !isIn { refused.increment() }
        return isIn
    }

    /// Counts a connection out.
    package func leave(_ address: String) {
        state.withLock { state in
            state.total -= 1
            guard let count = state.byAddress[address] else { return }
            state.byAddress[address] = count > 1 ? count - 1 : nil
        }
    }
}
