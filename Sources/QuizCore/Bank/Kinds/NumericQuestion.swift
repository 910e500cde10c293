/// A question answered with a number.
package struct NumericQuestion: Hashable, Sendable {
    package let answer: DecimalValue
    /// How far off an answer may be; not below zero.
    package let tolerance: DecimalValue
    /// Shown behind the number; empty: none.
    package let unit: String

    package init(answer: DecimalValue, tolerance: DecimalValue = .zero, unit: String = "") {
        self.answer = answer
        self.tolerance = tolerance
        self.unit = unit
    }
}
