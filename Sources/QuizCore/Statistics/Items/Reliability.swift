/// How far the scores of papers can be relied on.
package struct Reliability: Hashable, Sendable {
    /// Cronbach's alpha.
    package let alpha: Double
    /// Standard error of measurement, as a share of the full score.
    package let standardError: Double
    /// Over how many pairs of questions it was estimated.
    package let pairs: Int

    /// Alpha for papers that differ: from the variance of a question and the covariance of a pair, each averaged over the
    /// papers that had them (docs/statistics.md).
    ///
    /// Where all papers have the same questions it is the classical alpha. `nil` if nothing varies, or a paper has one
    /// question.
    ///
    /// - Parameters:
    ///   - length: Questions on a paper.
    ///   - variance: Of a question.
    ///   - covariance: Of two questions.
    ///   - deviation: Standard deviation of the scores, as a share of the full score.
    ///   - pairs: Over how many pairs `covariance` was averaged.
    init?(length: Double, variance: Double, covariance: Double, deviation: Double, pairs: Int) {
        let whole = variance + (length - 1) * covariance
        guard length > 1, whole > 0 else { return nil }
        alpha = length * covariance / whole
        standardError = deviation * max(0, 1 - alpha).squareRoot()
        self.pairs = pairs
    }
}
