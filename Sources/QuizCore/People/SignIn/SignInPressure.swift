/// How much guessing goes on, and who has to wait for it.
///
/// Failures are counted for the account, for the address, and for both together; each has some for free, then waits that
/// double. A device that signed in to the account before is counted by itself only, so that strangers never keep an owner
/// out who comes from there. A try counts as failed from the moment it is admitted until it is known better, so that many
/// at once are no way round. What nobody touches is forgotten after a day.
///
/// - Source: NIST SP 800-63B-4, 3.2.2: at most 100 failures in a row.
package struct SignInPressure: Sendable {
    /// Who tries.
    package struct Attempt: Hashable, Sendable {
        fileprivate let keys: [(key: String, rule: Rule)]

        /// `device`: Names a device that signed in to the account before.
        package init(account: String, address: String, device: String?) {
            let account = account.lowercased()
            keys =
                if let device {
                    [("device\n\(account)\n\(device)", .device)]
                } else {
                    [
                        ("both\n\(account)\n\(address)", .both), ("account\n\(account)", .account),
                        ("address\n\(address)", .address),
                    ]
                }
        }

        package static func == (a: Attempt, b: Attempt) -> Bool { a.keys.map(\.key) == b.keys.map(\.key) }
        package func hash(into hasher: inout Hasher) { hasher.combine(keys.map(\.key)) }
    }

    fileprivate struct Rule: Sendable {
        let free: Int
        /// Unit: milliseconds.
        let longest: Int64
        /// After so many nothing but a day of quiet helps, or a success of a device that is known.
        let limit: Int
        let isForgottenBySuccess: Bool

        static let both = Rule(free: 5, longest: 900_000, limit: 100, isForgottenBySuccess: true)
        static let account = Rule(free: 20, longest: 900_000, limit: 100, isForgottenBySuccess: true)
        /// A school shares one; an own account that works must not pay for guessing at others.
        static let address = Rule(free: 50, longest: 60_000, limit: .max, isForgottenBySuccess: false)
        static let device = Rule(free: 10, longest: 900_000, limit: 100, isForgottenBySuccess: true)
    }

    private struct Entry {
        var failures = 0
        var until = Timestamp(milliseconds: 0)
        var touched: Timestamp
    }

    /// Unit: milliseconds.
    private static let memory: Int64 = 86_400_000
    private static let generation = 20_000

    // Two generations bound the memory: who wants an entry forgotten has to come up with 20,000 others, each of which costs
    // a slow hash.
    private var young: [String: Entry] = [:]
    private var old: [String: Entry] = [:]

    package init() {}

    package var count: Int { young.count + old.count }

    /// Lets a try in and counts it as failed, or says how long to wait.
    ///
    /// - Returns: Whole seconds; `nil`: it is let in.
    package mutating func admit(_ attempt: Attempt, at moment: Timestamp) -> Int64? {
        let entries = attempt.keys.map { (key: $0.key, rule: $0.rule, entry: entry($0.key, at: moment)) }
        let wait =
            entries.map { line -> Int64 in
                let isClosed = line.entry.failures >= line.rule.limit
                let until = isClosed ? line.entry.touched.adding(milliseconds: Self.memory) : line.entry.until
                return until.milliseconds - moment.milliseconds
            }.max() ?? 0
        guard wait <= 0 else { return (wait + 999) / 1_000 }
        for var line in entries {
            line.entry.failures += 1
            line.entry.touched = moment
            let beyond = line.entry.failures - line.rule.free
            let pause = beyond < 0 ? 0 : min(1_000 << Int64(min(beyond, 20)), line.rule.longest)
            line.entry.until = moment.adding(milliseconds: pause)
            put(line.entry, line.key)
        }
        return nil
    }

    /// Takes note that a try was right.
    package mutating func succeeded(_ attempt: Attempt, account: String) {
        for line in attempt.keys {
            if line.rule.isForgottenBySuccess { forget(line.key) } else { withdraw(line.key) }
        }
        // Failures in a row end with a success, from whichever device.
        forget("account\n\(account.lowercased())")
    }

    /// Takes note that a try was not judged after all.
    package mutating func withdrawn(_ attempt: Attempt) {
        for line in attempt.keys { withdraw(line.key) }
    }

    private func entry(_ key: String, at moment: Timestamp) -> Entry {
        guard let entry = young[key] ?? old[key],
            entry.touched.milliseconds > moment.milliseconds - Self.memory
        else { return Entry(touched: moment) }
        return entry
    }

    private mutating func put(_ entry: Entry, _ key: String) {
        if young.count >= Self.generation, young[key] == nil {
            old = young
            young = [:]
        }
        young[key] = entry
    }

    private mutating func forget(_ key: String) {
        young[key] = nil
        old[key] = nil
    }

    private mutating func withdraw(_ key: String) {
        guard var entry = young[key] ?? old[key] else { return }
        entry.failures = max(0, entry.failures - 1)
        entry.until = Timestamp(milliseconds: 0)
        put(entry, key)
    }
}
