import Dispatch

/// Work that keeps a processor busy for longer than a request may: one piece at a time, beside the threads that answer.
package struct SlowLane: Sendable {
    private let queue = DispatchQueue(label: "quiz.slow", qos: .utility)

    package init() {}

    package func run<Output: Sendable>(_ work: @escaping @Sendable () throws -> Output) async throws -> Output {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work() }) }
        }
    }
}
