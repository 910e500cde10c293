import QuizCore
import Synchronization

/// Slows down guessing of staff passwords (``SignInPressure``); names that nobody has are counted alike (I7).
final class SignInThrottle: Sendable {
    private let pressure = Mutex(SignInPressure())

    /// Lets a try in, counted as failed until it is known better.
    ///
    /// - Throws: `too-many-requests`.
    func admit(_ attempt: SignInPressure.Attempt, at moment: Timestamp) throws {
        if let seconds = pressure.withLock({ $0.admit(attempt, at: moment) }) {
            throw Problem.tooManyRequests(seconds: seconds)
        }
    }

    func succeeded(_ attempt: SignInPressure.Attempt, account: String) {
        pressure.withLock { $0.succeeded(attempt, account: account) }
    }

    func withdrawn(_ attempt: SignInPressure.Attempt) {
        pressure.withLock { $0.withdrawn(attempt) }
    }
}
