/// How far the difficulty of a paper, the sum of the weights of its questions, may lie from the middle.
package struct DifficultyBand: Hashable, Sendable {
    /// How often the sections are drawn before the nearest paper is taken.
    package static let tries = 100

    /// What a paper has in the mean, each section by itself.
    ///
    /// Unit: thousandths of a weight.
    package let middle: Int
    /// Unit: weights.
    package let margin: Int

    /// Takes for each section its count and the weights of its candidates.
    init(margin: Int, sections: [(count: Int, weights: [Int])]) {
        self.margin = margin
        middle = sections.reduce(0) { sum, section in
            sum + 1_000 * section.count * section.weights.reduce(0, +) / max(section.weights.count, 1)
        }
    }

    /// How far a paper lies from the middle.
    ///
    /// Unit: thousandths of a weight.
    func distance(_ difficulty: Int) -> Int {
        abs(1_000 * difficulty - middle)
    }

    package func holds(_ difficulty: Int) -> Bool {
        distance(difficulty) <= 1_000 * margin
    }
}
