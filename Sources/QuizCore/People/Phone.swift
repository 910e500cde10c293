/// A Vietnamese mobile number in its one form: ten digits from `0`.
package struct Phone: Hashable, Sendable {
    package let digits: String

    /// What the eleven-digit prefixes became in 2018; the last seven digits stayed.
    private static let renumbered = [
        "0120": "070", "0121": "079", "0122": "077", "0126": "076", "0128": "078", "0123": "083", "0124": "084",
        "0125": "085", "0127": "081", "0129": "082", "0162": "032", "0163": "033", "0164": "034", "0165": "035",
        "0166": "036", "0167": "037", "0168": "038", "0169": "039", "0186": "056", "0188": "058", "0199": "059",
    ]

    /// Reads `0912345678`, `+84 912 345 678`, `84912345678`, with spaces, dots and hyphens, and the forms before 2018.
    package init?(_ typed: String) {
        let signs: Set<Unicode.Scalar> = [" ", ".", "-", "(", ")"]
        var digits = String(String.UnicodeScalarView(typed.unicodeScalars.filter { !signs.contains($0) }))
        if digits.hasPrefix("+84") { digits = "0" + digits.dropFirst(3) }
        if digits.hasPrefix("84"), digits.count >= 11 { digits = "0" + digits.dropFirst(2) }
        if digits.count == 11, let prefix = Self.renumbered[String(digits.prefix(4))] {
            digits = prefix + digits.suffix(7)
        }
        guard digits.utf8.count == 10, digits.utf8.allSatisfy({ (48...57).contains($0) }), digits.hasPrefix("0"),
            ["3", "5", "7", "8", "9"].contains(digits.dropFirst().prefix(1))
        else { return nil }
        self.digits = digits
    }
}
