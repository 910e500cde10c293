/// A change of results after the fact: previewed, applied once, recorded, and listed publicly without personal data.
///
/// A wrong question is mended in the marks, never in the papers (I14).
package struct Correction: Hashable, Sendable {
    /// Chosen by whoever sends it: the same id is the same correction (I5).
    package let id: PublicID
    package let change: Change
    /// What the public reads; 1 to 500 characters, names nobody.
    package let reason: String

    package init(id: PublicID, change: Change, reason: String) {
        self.id = id
        self.change = change
        self.reason = reason
    }

    package enum Change: Hashable, Sendable, Codable {
        case question(QuestionCorrection)
        case attempt(VoidedAttempt)
        case outage(Outage)

        /// What kind of correction it is, for lists.
        package var name: String {
            switch self {
            case .question(let question): question.accept == nil ? "questionVoided" : "keyCorrected"
            case .attempt: "attemptVoided"
            case .outage: "outage"
            }
        }
    }
}

/// An attempt that no longer counts.
package struct VoidedAttempt: Hashable, Sendable, Codable {
    /// Public id, in hex.
    package let attempt: String
    /// Whether the person may sit once more: for a fault of the house, not for cheating.
    package let isGivenBack: Bool

    package init(attempt: PublicID, isGivenBack: Bool) {
        self.attempt = attempt.hex
        self.isGivenBack = isGivenBack
    }
}

/// A time in which nobody could answer: taken out of the duration of the attempts it touched, and given to those still open.
package struct Outage: Hashable, Sendable, Codable {
    /// Unit: UTC milliseconds; half-open `[from, to)`.
    package let from: Int64
    package let to: Int64

    package init(from: Timestamp, to: Timestamp) {
        self.from = from.milliseconds
        self.to = to.milliseconds
    }

    /// How much of an attempt's time it took.
    ///
    /// - Returns: Milliseconds, never negative.
    package func overlap(from start: Timestamp, to end: Timestamp) -> Int64 {
        max(0, min(to, end.milliseconds) - max(from, start.milliseconds))
    }
}
