import Dispatch

/// Runs an actor on a queue of its own: the library writes files, which would block a thread that others wait for.
final class WorkbookQueue: SerialExecutor {
    private let queue = DispatchQueue(label: "quiz.workbook")

    func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        let executor = unsafe asUnownedSerialExecutor()
        queue.async { unsafe unowned.runSynchronously(on: executor) }
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        unsafe UnownedSerialExecutor(ordinary: self)
    }
}
