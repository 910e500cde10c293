import QuizCore
import Synchronization

/// Slows down guessing of staff passwords: five tries are free, then the wait doubles up to a quarter of an hour.
///
/// Counted by user name and address together, so that a stranger cannot lock somebody out from elsewhere; names that
/// nobody has are counted alike (I7).
final class SignInThrottle: Sendable {
    private struct Entry {
        var failures: Int
        var until: Timestamp
    }

    private static let free = 5
    /// Unit: milliseconds.
    private static let longest: Int64 = 900_000
    private static let limit = 10_000

    private let entries = Mutex<[String: Entry]>([:])

    /// How long to wait before the next try.
    ///
    /// - Returns: Whole seconds; `nil`: not at all.
    func wait(_ name: String, _ address: String, at moment: Timestamp) -> Int64? {
        entries.withLock { entries in
            guard let entry = entries[Self.key(name, address)], entry.until > moment else { return nil }
            return (entry.until.milliseconds - moment.milliseconds + 999) / 1_000
        }
    }

    func failed(_ name: String, _ address: String, at moment: Timestamp) {
        entries.withLock { entries in
            if entries.count >= Self.limit { entries = entries.filter { $0.value.until > moment } }
            if entries.count >= Self.limit { entries.removeAll() }
            let failures = min((entries[Self.key(name, address)]?.failures ?? 0) + 1, 30)
            let wait = failures < Self.free ? 0 : min(1_000 << Int64(failures - Self.free), Self.longest)
            entries[Self.key(name, address)] = Entry(failures: failures, until: moment.adding(milliseconds: wait))
        }
    }

    func succeeded(_ name: String, _ address: String) {
        entries.withLock { $0[Self.key(name, address)] = nil }
    }

    private static func key(_ name: String, _ address: String) -> String {
        name.lowercased() + "\n" + address
    }
}
