import Dispatch

/// The one queue on which pages are drawn, off the cooperative thread pool (I12): one page at a time in the process, so
/// that neither a second processor nor the memory of a second page is ever taken.
final class PressQueue: SerialExecutor {
    static let shared = PressQueue()
    private let queue = DispatchQueue(label: "quiz.press", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let executor = unsafe asUnownedSerialExecutor()
        queue.async { unsafe unowned.runSynchronously(on: executor) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }
}
