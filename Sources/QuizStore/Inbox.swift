package import QuizCore
import Synchronization

/// What waits for the writer: bounded, and in the order of arrival.
///
/// The moment of arrival is stamped under the same lock that orders the queue, and never goes back (I2): a job that
/// stands before another was received before it, whatever the clock does.
package final class Inbox: Sendable {
    /// What is shed first when the queue grows (I12).
    package enum Urgency: Sendable {
        /// Saves, submissions, seals, predictions.
        case firm
        /// Starts, registrations, sessions, staff work.
        case sheddable
    }

    private struct State {
        var jobs: [Job] = []
        var waiting: CheckedContinuation<[Job]?, Never>?
        var lastArrival = Timestamp(milliseconds: .min)
        var isClosed = false
    }

    private enum Outcome {
        case turnedAway, queued
        case handedOver(Job, CheckedContinuation<[Job]?, Never>)
    }

    private let state = Mutex(State())
    private let capacity: Int
    private let now: @Sendable () -> Timestamp

    package init(capacity: Int, now: @escaping @Sendable () -> Timestamp) {
        self.capacity = capacity
        self.now = now
    }

    /// Puts a job in.
    ///
    /// - Returns: `false` if it was turned away: the queue is full or closed.
    package func add(_ job: Job, urgency: Urgency) -> Bool {
        let outcome: Outcome = state.withLock { state in
            let limit = urgency == .firm ? capacity : capacity / 2
            guard !state.isClosed, state.jobs.count < limit else { return .turnedAway }
            var job = job
            state.lastArrival = max(state.lastArrival, now())
            job.receivedAt = state.lastArrival
            guard let waiting = state.waiting else {
                state.jobs.append(job)
                return .queued
            }
            state.waiting = nil
            return .handedOver(job, waiting)
        }
        switch outcome {
        case .turnedAway: return false
        case .queued: break
        case .handedOver(let job, let waiting): waiting.resume(returning: [job])
        }
        return true
    }

    /// How many jobs wait for the writer.
    package var count: Int { state.withLock { $0.jobs.count } }

    /// Whether nothing is taken any more.
    var isClosed: Bool { state.withLock { $0.isClosed } }

    /// Everything that has gathered; waits while there is nothing; `nil` once closed and empty.
    package func take() async -> [Job]? {
        await withCheckedContinuation { continuation in
            let ready = state.withLock { state in
                if state.jobs.isEmpty && !state.isClosed {
                    state.waiting = continuation
                    return false
                }
                return true
            }
            if ready { continuation.resume(returning: drain()) }
        }
    }

    private func drain() -> [Job]? {
        state.withLock { state in
            defer { state.jobs = [] }
            return state.jobs.isEmpty && state.isClosed ? nil : state.jobs
        }
    }

    /// Turns away what comes from now on; what waits is still taken.
    package func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: nil)
    }
}

/// One piece of writing, with the reply that goes out after COMMIT.
package struct Job: Sendable {
    /// Stamped by the inbox.
    package internal(set) var receivedAt = Timestamp(milliseconds: 0)
    /// Changes rows; gives what to do once they are on disk.
    let run: @Sendable (Transaction) throws(DatabaseError) -> @Sendable () -> Void
    let fail: @Sendable (StoreError) -> Void
}
