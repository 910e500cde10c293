/// A predicted number, kept as a whole one so that closeness is exact.
package struct PredictionValue: Hashable, Sendable {
    /// The value times 10^5.
    package let scaled: Int64

    /// What makes a value a whole number.
    package static let scale: Int64 = 100_000

    package init(scaled: Int64) {
        self.scaled = scaled
    }

    /// Reads `1250`, `87,5` and `87.5`.
    ///
    /// `decimals`: How many digits after the comma are taken. Range: `0...5`.
    package init?(_ typed: String, decimals: Int) {
        let text = typed.filter { !$0.isWhitespace }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard (1...2).contains(parts.count), (1...10).contains(parts[0].count),
            text.allSatisfy({ ("0"..."9").contains($0) || $0 == "," || $0 == "." }),
            let whole = Int64(parts[0])
        else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        guard fraction.count <= decimals, parts.count == 1 || !fraction.isEmpty,
            let scaledFraction = Int64((fraction + "00000").prefix(5))
        else { return nil }
        scaled = whole * 100_000 + scaledFraction
    }

    /// How many digits after the comma a prediction may have at the most.
    package static let maximumDecimals = 5

    /// Whether it has no more digits after the comma than are taken.
    package func fits(decimals: Int) -> Bool {
        scaled % (0..<max(0, Self.maximumDecimals - decimals)).reduce(1) { unit, _ in unit * 10 } == 0
    }

    /// With a decimal comma, as people write it here.
    package var text: String {
        var fraction = String(100_000 + scaled % 100_000).dropFirst()
        while fraction.last == "0" { fraction.removeLast() }
        return "\(scaled / 100_000)" + (fraction.isEmpty ? "" : ",\(fraction)")
    }
}
