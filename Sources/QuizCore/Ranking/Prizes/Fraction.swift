/// A fraction that is compared exactly.
///
/// With the limits of ``CollectiveFormula`` (weights and `top` at most 1,000), ten million people a unit and headcounts
/// below 10^8, numerators stay below 10^25 and products below 10^36, far within 128 bits.
package struct Fraction: Comparable, Sendable {
    package let numerator: Int128
    /// Above zero.
    package let denominator: Int128

    package init(_ numerator: Int128, over denominator: Int128) {
        self.numerator = numerator
        self.denominator = max(denominator, 1)
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator < right.numerator * left.denominator
    }

    package static func == (left: Self, right: Self) -> Bool {
        left.numerator * right.denominator == right.numerator * left.denominator
    }

    /// The nearest whole number, halves away from zero.
    package var rounded: Int64 {
        let twice = 2 * numerator.magnitude + denominator.magnitude
        let size = Int64(clamping: twice / (2 * denominator.magnitude))
        return numerator < 0 ? -size : size
    }
}
