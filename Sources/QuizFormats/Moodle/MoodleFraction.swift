/// Weights in the digits of Moodle, which takes no others.
enum MoodleFraction {
    /// The share of one of several right options: `33.33333`.
    static func share(of count: Int) -> String {
        let hundredThousandths = (10_000_000 + max(1, count) / 2) / max(1, count)
        let whole = hundredThousandths / 100_000
        var fraction = String(hundredThousandths % 100_000 + 100_000).dropFirst()
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return fraction.isEmpty ? "\(whole)" : "\(whole).\(fraction)"
    }

    /// A weight as a file writes it, with a point or a comma; `nil` for what is none, or none that anybody means.
    ///
    /// Unit: per cent.
    static func weight(_ written: some StringProtocol) -> Double? {
        guard let weight = Double(String(written).replacing(",", with: ".")), abs(weight) <= 1_000_000 else {
            return nil
        }
        return weight
    }
}
