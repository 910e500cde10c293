/// Words of a name that somebody looks for: each must begin a word of it, whatever its marks.
///
/// Names are compared by their sort keys, so that an index of these is all that is read (``PersonName/sortKey``).
package struct NameQuery: Hashable, Sendable {
    /// Ranks of letters, of each word.
    private let words: [[UInt8]]

    /// - Returns: `nil` if nothing that can stand in a name was typed.
    package init?(_ typed: String) {
        words = typed.folded.split(separator: " ").prefix(8).map { word in word.utf8.prefix(40).map(Self.rank) }
        if words.isEmpty { return nil }
    }

    /// Whether the name behind a sort key has a word for each that was typed.
    package func matches(sortKey: [UInt8]) -> Bool {
        words.allSatisfy { word in Self.hasWord(word, sortKey) }
    }

    private static func hasWord(_ word: [UInt8], _ key: [UInt8]) -> Bool {
        var at = 0
        while at < key.count {
            var matched = 0
            while matched < word.count, at + matched < key.count, letter(key[at + matched]) == word[matched] {
                matched += 1
            }
            if matched == word.count { return true }
            // On to what follows the zero that ends this word.
            while at < key.count, key[at] != 0 { at += 1 }
            at += 1
        }
        return false
    }

    /// 1 to 26 for a to z, 0 for any other sign.
    private static func rank(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte - 96 : 0
    }

    /// The same of a weight in a sort key; 255 for what is no letter's weight.
    private static func letter(_ weight: UInt8) -> UInt8 {
        weight >= 10 ? (weight - 10) / 4 : 255
    }
}
