/// How much a word that somebody typed is like one of a title.
struct WordLikeness {
    private let typed: UnitWords.Word
    private let letters: [UInt8]
    private let mayBeSlip: Bool
    /// Whether more letters of it may follow.
    private let isLast: Bool

    static let exact = 100
    /// The typed marks are those of the title.
    static let marks = 6
    private static let slip = 50
    private static let slipInBeginning = 40

    init(_ typed: UnitWords.Word, isLast: Bool) {
        self.typed = typed
        letters = Array(typed.plain.utf8)
        // A wrong digit is another class or year.
        mayBeSlip = letters.count >= 4 && letters.allSatisfy { $0 > UInt8(ascii: "9") }
        self.isLast = isLast
    }

    /// Range: `0...106`; 0: not at all.
    func likeness(to word: UnitWords.Word, _ bytes: [UInt8]) -> Int {
        if bytes.starts(with: letters) {
            guard bytes.count > letters.count else {
                return Self.exact + (typed.hasMarks && typed.marked == word.marked ? Self.marks : 0)
            }
            return 60 + 30 * letters.count / bytes.count
        }
        guard mayBeSlip else { return 0 }
        if bytes.count >= 3, Self.isWithinOneSlip(letters[...], bytes[...]) { return Self.slip }
        guard isLast, bytes.count > letters.count else { return 0 }
        for length in letters.count - 1...letters.count + 1 where length >= 3 && length < bytes.count {
            if Self.isWithinOneSlip(letters[...], bytes[..<length]) { return Self.slipInBeginning }
        }
        return 0
    }

    /// Whether one letter put in, taken out, changed, or swapped with its neighbour makes one of the other.
    static func isWithinOneSlip(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        guard abs(one.count - other.count) <= 1 else { return false }
        if one.count > other.count { return isWithinOneSlip(other, one) }
        var rest = one
        var others = other
        while let first = rest.first, first == others.first {
            rest = rest.dropFirst()
            others = others.dropFirst()
        }
        if one.count < other.count { return rest.elementsEqual(others.dropFirst()) }
        if rest.dropFirst().elementsEqual(others.dropFirst()) { return true }
        guard rest.count >= 2, rest.first == others.dropFirst().first, others.first == rest.dropFirst().first else {
            return false
        }
        return rest.dropFirst(2).elementsEqual(others.dropFirst(2))
    }
}
