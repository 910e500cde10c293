extension Field {
    /// `true` or `false`, nothing else: other words of YAML are read one way here and another way there.
    func boolean() -> Bool? {
        switch scalar(vi: "true hoặc false", en: "true or false") {
        case ("true", isPlain: true)?: true
        case ("false", isPlain: true)?: false
        case nil: nil
        default: tellNeeded(vi: "true hoặc false (không có dấu nháy)", en: "true or false (without quotes)")
        }
    }

    /// A whole number in decimal digits, without quotes and leading zeros.
    func integer(in range: ClosedRange<Int>) -> Int? {
        let needed = (
            vi: "số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
            en: "a whole number from \(range.lowerBound) to \(range.upperBound)"
        )
        guard let written = scalar(vi: needed.vi, en: needed.en) else { return nil }
        guard written.isPlain, Self.isDecimal(written.text), let number = Int(written.text), range.contains(number)
        else {
            return tellNeeded(
                vi: "\(needed.vi) (không có dấu nháy và số 0 ở đầu)",
                en: "\(needed.en) (without quotes and leading zeros)"
            )
        }
        return number
    }

    /// Points with at most three digits after the point.
    ///
    /// - Returns: Thousandths of a point, `-1_000_000...1_000_000`.
    func points() -> Int? {
        guard let written = scalar(vi: "số điểm", en: "points") else { return nil }
        guard written.isPlain, let thousandths = Self.thousandths(written.text) else {
            return tellNeeded(
                vi: "số điểm từ -1000 đến 1000, nhiều nhất ba chữ số sau dấu chấm, ví dụ 0.25",
                en: "points from -1000 to 1000 with at most three digits after the point, as 0.25"
            )
        }
        return thousandths
    }

    private static func thousandths(_ text: String) -> Int? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, isDecimal(whole), let units = Int(whole), abs(units) <= 1_000 else { return nil }
        let digits = parts.count == 2 ? parts[1] : "0"
        guard (1...3).contains(digits.utf8.count), digits.utf8.allSatisfy(isDigit),
            let fraction = Int(digits + String(repeating: "0", count: 3 - digits.utf8.count))
        else { return nil }
        let size = abs(units) * 1_000 + fraction
        return size > 1_000_000 ? nil : whole.hasPrefix("-") ? -size : size
    }

    private static func isDecimal(_ text: some StringProtocol) -> Bool {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8.dropFirst(0)
        guard digits.allSatisfy(isDigit), let first = digits.first else { return false }
        return digits.count == 1 || first != UInt8(ascii: "0")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
