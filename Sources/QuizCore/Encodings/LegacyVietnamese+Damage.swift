extension LegacyVietnamese {
    /// Looks for the pairs that the bytes of Vietnamese letters in UTF-8 make as letters of Windows-1252.
    static func doubled(in text: String) -> LegacyVietnamese? {
        var sure = 0
        var all = 0
        var first: Int?
        var previous: Unicode.Scalar = " "
        var offset = 0
        for scalar in text.unicodeScalars {
            let isSure =
                switch (previous, scalar) {
                // ạ…ặ (E1 BA xx), ư (C6 B0), ơ (C6 A1), đ (C4 91).
                case ("\u{E1}", "\u{BA}"), ("\u{C6}", "\u{B0}"), ("\u{C6}", "\u{A1}"), ("\u{C4}", "\u{2018}"): true
                default: false
                }
            if isSure { sure += 1 }
            if isSure || (previous == "\u{E1}" && scalar == "\u{BB}") {
                all += 1
                first = first ?? offset
            }
            previous = scalar
            offset += UTF8.width(scalar)
        }
        guard let first, sure >= 1, all >= 2 else { return nil }
        return LegacyVietnamese(cause: .doubled, written: word(at: first, in: text), meant: nil, offset: first)
    }

    /// Looks for words with a question mark, or the sign for what could not be decoded, between their letters.
    static func lost(in text: String) -> LegacyVietnamese? {
        guard hasHoles(text) else { return nil }
        var broken = 0
        var words = 0
        var first: Int?
        var offset = 0
        let pieces = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\n" }
        for word in pieces {
            if !word.isEmpty { words += 1 }
            if isBroken(word) {
                broken += 1
                first = first ?? offset
            }
            offset += String(word).utf8.count + 1
        }
        guard let first, broken >= 3, broken * 6 >= words else { return nil }
        return LegacyVietnamese(cause: .lost, written: word(at: first, in: text), meant: nil, offset: first)
    }

    /// A quick look at the bytes, since almost no text has any.
    private static func hasHoles(_ text: String) -> Bool {
        var holes = 0
        var previous: UInt8 = 0
        for byte in text.utf8 {
            let isBehindHole = previous == UInt8(ascii: "?") && (0x41...0x5A ~= byte || 0x61...0x7A ~= byte)
            if isBehindHole || previous == 0xBF && byte == 0xBD { holes += 1 }
            previous = byte
        }
        return holes >= 3
    }

    /// `Vi?t`, but not `a?b=c` of an address.
    private static func isBroken(_ word: Substring.UnicodeScalarView) -> Bool {
        guard word.count <= 12,
            word.allSatisfy({ isLetter($0) || isHole($0) || ",.:;!\"()".unicodeScalars.contains($0) })
        else { return false }
        return zip(word, word.dropFirst()).contains { isHole($0) && isLetter($1) }
    }

    private static func isHole(_ scalar: Unicode.Scalar) -> Bool { scalar == "?" || scalar == "\u{FFFD}" }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

    /// The word around an offset in bytes.
    private static func word(at offset: Int, in text: String) -> String {
        let start = text.utf8.index(text.startIndex, offsetBy: offset)
        let before = text[..<start].reversed().prefix(20).prefix { !$0.isWhitespace }
        return String(before.reversed()) + text[start...].prefix(20).prefix { !$0.isWhitespace }
    }
}
