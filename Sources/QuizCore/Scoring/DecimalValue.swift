/// A decimal number, exact: at most 18 digits before the decimal sign and 18 behind it.
package struct DecimalValue: Hashable, Sendable {
    private static let digits = 18
    private static let one: Int128 = 1_000_000_000_000_000_000

    package static let zero = DecimalValue(scaled: 0)

    /// The value times 10^18.
    private let scaled: Int128

    private init(scaled: Int128) {
        self.scaled = scaled
    }

    /// Reads a number as people write it: a minus perhaps, digits, and perhaps one comma or point and more digits.
    ///
    /// The one comma or point is the decimal sign, whichever it is. Digits in groups are refused: `1.234,5` and `1 234`
    /// are no numbers here, since nobody can say whether `1.234` meant a thousand.
    ///
    /// - Returns: `nil` if the text is no such number, or has too many digits.
    package init?(_ text: String) {
        let text = text.trimmed
        let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
        let parts = (isNegative ? text.dropFirst() : text[...])
            .split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard let whole = parts.first.flatMap({ Self.number($0) }) else { return nil }
        var size = whole * Self.one
        if parts.count == 2 {
            guard let fraction = Self.number(parts[1]) else { return nil }
            size += (0..<Self.digits - parts[1].utf8.count).reduce(fraction) { number, _ in number * 10 }
        }
        scaled = isNegative ? -size : size
    }

    private static func number(_ text: Substring) -> Int128? {
        guard (1...digits).contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int128(text)
    }

    package var isNegative: Bool { scaled < 0 }

    /// Whether the distance to `other` is at most `tolerance`.
    package func isWithin(_ tolerance: DecimalValue, of other: DecimalValue) -> Bool {
        let distance = scaled - other.scaled
        return (distance < 0 ? -distance : distance) <= tolerance.scaled
    }

    /// One way of writing each number: a point, no zeros that say nothing.
    package var text: String {
        let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: Self.one.magnitude)
        let sign = scaled < 0 ? "-" : ""
        guard fraction > 0 else { return sign + String(whole) }
        let digits = String(fraction)
        var behind = String(repeating: "0", count: Self.digits - digits.utf8.count) + digits
        while behind.hasSuffix("0") { behind.removeLast() }
        return sign + String(whole) + "." + behind
    }
}
