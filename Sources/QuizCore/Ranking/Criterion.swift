/// A key of the ranking; a contest writes its own chain of them, and what comes first weighs most.
package enum Criterion: String, CaseIterable, Hashable, Sendable {
    /// More is better.
    case score
    /// Nearer to the true value is better.
    case prediction
    /// Shorter is better.
    case duration
    /// The earlier start is better.
    case earliest
    /// The earlier submission is better.
    case earliestSubmission
    /// Who needed fewer attempts is better.
    case fewestAttempts
    /// Who reached full marks in more attempts is better.
    case mostFullMarks
    /// What the organizers decided and recorded; smaller is better.
    case manual
    /// A draw in public: a number from the announced text and the contestant's id; smaller is better.
    case draw

    /// Says something of one attempt, and is known when that is sealed.
    ///
    /// The best of a person's attempts is found by these alone: were it found by the prediction as well, which attempt
    /// counts would hang on a value that nobody knows yet.
    package var isOfAttempt: Bool {
        switch self {
        case .score, .duration, .earliest, .earliestSubmission: true
        case .prediction, .fewestAttempts, .mostFullMarks, .manual, .draw: false
        }
    }

    /// Stays with the person, whichever attempt counts.
    var isOfPerson: Bool {
        switch self {
        case .fewestAttempts, .mostFullMarks, .manual, .draw: true
        case .score, .prediction, .duration, .earliest, .earliestSubmission: false
        }
    }

    /// Leaves no two people level, so that nothing can decide after it.
    package var isLast: Bool { self == .draw }
}

extension Criterion {
    /// The bits that a value takes in a ``RankKey``; all of them together fill it.
    var bits: Int {
        switch self {
        case .score, .duration: 32
        case .prediction: 56
        case .earliest, .earliestSubmission: 42
        case .fewestAttempts, .mostFullMarks: 16
        case .manual: 24
        case .draw: 60
        }
    }

    /// Stands for what is missing, and comes last.
    var missing: UInt64 { (1 << UInt64(bits)) - 1 }

    /// Between better and worse where the sign matters.
    private static let middle: Int64 = 1 << 31
    /// The code of no full marks at all, which is not missing.
    static let noFullMarks: Int64 = (1 << 16) - 2

    /// The value as it is compared: smaller is better, below `2^bits`; what lies beyond is as good as the limit.
    func code(of result: RankedResult) -> UInt64 {
        switch self {
        case .score: clamped(Self.middle - Int64(clamping: result.score))
        case .prediction: result.predictionDistance.map(clampedPresent) ?? missing
        case .duration: clamped(result.duration)
        case .earliest: clamped(result.startedAt.milliseconds)
        case .earliestSubmission: clamped(result.submittedAt.milliseconds)
        case .fewestAttempts: clamped(Int64(result.attempts))
        case .mostFullMarks: clamped(Self.noFullMarks - Int64(result.fullMarks))
        case .manual: result.manualOrder.map(clampedPresent) ?? missing
        case .draw: result.drawNumber.map(clampedPresent) ?? missing
        }
    }

    /// The value that a code stands for.
    func value(of code: UInt64) -> Int64 {
        let code = Int64(clamping: code)
        return switch self {
        case .score: Self.middle - code
        case .mostFullMarks: Self.noFullMarks - code
        case .prediction, .duration, .earliest, .earliestSubmission, .fewestAttempts, .manual, .draw: code
        }
    }

    private func clamped(_ value: Int64) -> UInt64 {
        UInt64(max(0, min(value, Int64(missing))))
    }

    private func clampedPresent(_ value: Int64) -> UInt64 {
        UInt64(max(0, min(value, Int64(missing) - 1)))
    }
}
