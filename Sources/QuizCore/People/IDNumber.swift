/// A personal identification number: twelve digits, or nine of an old identity card.
///
/// It holds year of birth and sex, so it is never kept, shown or logged: only its keyed hash is (I9).
package struct IDNumber: Hashable, Sendable {
    package let digits: String

    /// Reads digits with spaces, dots and hyphens between them.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 60 else { return nil }
        let signs: Set<Unicode.Scalar> = [" ", ".", "-"]
        let digits = String(String.UnicodeScalarView(typed.unicodeScalars.filter { !signs.contains($0) }))
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        switch digits.utf8.count {
        // The first three are the province of birth registration, of which there have never been a hundred.
        case 12: guard digits.hasPrefix("0") else { return nil }
        case 9: break
        default: return nil
        }
        guard Set(digits.utf8).count > 1 else { return nil }
        self.digits = digits
    }
}
