/// A sealed attempt as statistics see it: no name, and whose it is only as a number that tells people apart.
package struct Sitting: Sendable {
    package let person: Int64
    package let startedAt: Timestamp
    /// One for each question of the paper.
    package let answers: [Answer]

    package init(person: Int64, startedAt: Timestamp, answers: [Answer]) {
        self.person = person
        self.startedAt = startedAt
        self.answers = answers
    }

    package struct Answer: Sendable {
        /// Number in ``ItemList/items``.
        package let item: Int
        package let order: OptionOrder
        /// `nil`: nothing was ever saved.
        package let choice: Choice?
        /// Range: `0...Credit.full`.
        package let credit: Int
        package let change: Change?

        package init(item: Int, order: OptionOrder, choice: Choice?, credit: Int, change: Change? = nil) {
            self.item = item
            self.order = order
            self.choice = choice
            self.credit = credit
            self.change = change
        }

        var isBlank: Bool { choice?.isBlank ?? true }
    }

    /// The last change of an answer.
    package struct Change: Hashable, Sendable {
        package let at: Timestamp
        /// Saved once and never again.
        package let isOnly: Bool

        package init(at: Timestamp, isOnly: Bool) {
            self.at = at
            self.isOnly = isOnly
        }
    }
}

/// How much of the points of a question an answer earned.
///
/// Points lost for a wrong or a blank answer count as none: they are a rule of the contest and say nothing of the question.
package enum Credit {
    package static let full = 1_000

    /// Thousandths, rounded down.
    package static func of(mark: Int, right: Int) -> Int {
        guard right > 0 else { return 0 }
        return min(full, max(0, mark * full / right))
    }
}
