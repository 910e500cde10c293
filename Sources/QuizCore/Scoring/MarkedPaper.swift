/// What marking a paper came to.
package struct MarkedPaper: Hashable, Sendable {
    /// Unit: thousandths of a point; below zero where wrong answers cost points.
    package let score: Int
    /// Unit: thousandths of a point.
    package let maximum: Int
    /// Questions with full points.
    package let correct: Int

    /// Nothing more could have been reached.
    package var isFull: Bool { score == maximum }

    package init(score: Int, maximum: Int, correct: Int) {
        self.score = score
        self.maximum = maximum
        self.correct = correct
    }
}
