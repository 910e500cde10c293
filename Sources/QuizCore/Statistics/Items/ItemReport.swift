/// What the answers say about the questions of a contest, and nothing about a person.
package struct ItemReport: Sendable {
    /// A part of the time, in which about as many people started as in the others.
    package struct Window: Hashable, Sendable {
        package let from: Timestamp
        package let to: Timestamp
        package let papers: Int
    }

    package let papers: Int
    /// Mean number of questions on a paper.
    package let length: Double
    /// Mean score, as a share of the full score.
    package let meanScore: Double
    /// Standard deviation of the scores; `nil` with one paper.
    package let deviation: Double?
    package let reliability: Reliability?
    package let windows: [Window]
    /// Those that somebody was asked, in the order of the banks.
    package let items: [ItemFigures]
}

/// What the answers say about one question.
package struct ItemFigures: Sendable {
    package let item: Item
    /// How many papers had it.
    package let count: Int
    package let blank: Int
    /// Fully right.
    package let right: Int
    /// Mean credit.
    ///
    /// Range: `0...1`.
    package let facility: Double
    package let interval: Interval
    /// Correlation of its credit with what the rest of the paper earned.
    package let discrimination: Double?
    package let upperLower: Double?
    package let lines: [Line]
    package let wrongTexts: [WrongText]
    package let seconds: Seconds?
    package let windows: [Window]
    package let drift: Drift?
    package let flags: [ItemFlag]

    package struct Line: Hashable, Sendable {
        package let label: String
        package let text: String
        package let isKey: Bool
        package let count: Int
        /// Of all papers that had the question.
        package let share: Double
        /// Correlation of having chosen it with what the rest of the paper earned.
        package let discrimination: Double?
    }

    package struct WrongText: Hashable, Sendable {
        package let text: String
        package let count: Int
        package let share: Double
        package let discrimination: Double?
    }

    package struct Seconds: Hashable, Sendable {
        package let count: Int
        package let lower: Int
        package let median: Int
        package let upper: Int
    }

    package struct Window: Hashable, Sendable {
        package let count: Int
        package let right: Int
        /// What the general trend lets expect, as a share; `nil` where the trend was not looked at.
        package let expected: Double?

        /// `nil` where nobody was asked it.
        package var share: Double? { count == 0 ? nil : Double(right) / Double(count) }
    }

    /// How the question went apart from all others in the course of time.
    package struct Drift: Hashable, Sendable {
        /// Above zero: easier.
        package let z: Double
        /// One-sided, of being easier by chance.
        package let p: Double
        /// The same after Benjamini and Hochberg, over all questions looked at.
        package let q: Double
        /// How much the later half was answered better than the earlier, beyond the general trend.
        package let rise: Double
    }
}
