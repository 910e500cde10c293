/// Bounds of what a share may be, of which a sample was seen.
package struct Interval: Hashable, Sendable {
    package let low: Double
    package let high: Double

    /// The quantile of the normal distribution at 0.975.
    static let quantile = 1.959963984540054

    /// Wilson's interval at 95 %.
    ///
    /// Between right and wrong there may be partial credit: its variance is never above that of right and wrong alone, so
    /// that the interval is then wide rather than narrow.
    ///
    /// `share`: Of `count`, at least 1.
    ///
    /// - Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference.
    package init(wilson share: Double, of count: Int) {
        let n = Double(max(1, count))
        let square = Self.quantile * Self.quantile
        let middle = share + square / (2 * n)
        let reach = Self.quantile * (share * (1 - share) / n + square / (4 * n * n)).squareRoot()
        low = max(0, (middle - reach) / (1 + square / n))
        high = min(1, (middle + reach) / (1 + square / n))
    }
}
