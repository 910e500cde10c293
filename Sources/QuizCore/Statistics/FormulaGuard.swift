/// Keeps spreadsheet programs from taking words for formulas (I10).
package enum FormulaGuard {
    /// Puts an apostrophe before what a spreadsheet might take for a formula.
    ///
    /// It goes to the front of the cell, and to every later part that would stand in front if line ends or another
    /// separator split the cell after all.
    package static func protected(_ words: String) -> String {
        var safe = String.UnicodeScalarView()
        var isFound = false
        var isFirstPart = true
        var isAtStart = true
        for scalar in words.unicodeScalars {
            if isAtStart, isFormulaStart(scalar) {
                isFound = true
                if !isFirstPart { safe.append("'") }
            }
            if isBreak(scalar) {
                isFirstPart = false
                isAtStart = true
            } else if !isSkipped(scalar) {
                isAtStart = false
            }
            safe.append(scalar)
        }
        return (isFound ? "'" : "") + String(safe)
    }

    /// Whether words are what nearly all cells hold: a letter or a digit first, and no sign in them that could split or
    /// quote a cell.
    ///
    /// Read byte by byte, since long lists have a million of them; of what it does not know it says `false`.
    package static func isHarmless(_ words: String) -> Bool {
        var bytes = words.utf8.makeIterator()
        guard let first = bytes.next() else { return true }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            break
        // U+00C0…U+01BF, the Latin letters of Vietnamese; their second byte is never a sign of ASCII.
        case 0xC3...0xC6: break
        // U+1E80…U+1EFF, the rest of them.
        case 0xE1:
            guard let second = bytes.next(), second == 0xBA || second == 0xBB else { return false }
        default: return false
        }
        while let byte = bytes.next() {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ";"), 0..<0x20, 0x7F: return false
            // U+0085 is C2 85; U+2028 and U+2029 begin with E2.
            case 0xC2, 0xE2: return false
            default: break
            }
        }
        return true
    }

    private static func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r": true
        // The same in full width, small, superscript and subscript, and the minus sign: some programs fold them.
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
        case "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}": true
        case "\u{207A}"..."\u{207C}", "\u{208A}"..."\u{208C}": true
        default: false
        }
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}", ",", ";", "\t": true
        default: false
        }
    }

    /// What may stand before a formula without hiding it: spaces of all widths, quotes, what is not seen at all.
    private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\"" || scalar.properties.isDefaultIgnorableCodePoint
            || scalar.value < 0x20
    }

    /// What was written, from what ``protected(_:)`` made of it; other words are left as they are.
    package static func restored(_ words: String) -> String {
        guard words.hasPrefix("'") else { return words }
        let scalars = Array(words.unicodeScalars.dropFirst())
        var plain = String.UnicodeScalarView()
        var isFirstPart = true
        var isAtStart = true
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if isAtStart, !isFirstPart, scalar == "'", isFormulaStart(next) { continue }
            if isBreak(scalar) {
                isFirstPart = false
                isAtStart = true
            } else if !isSkipped(scalar) {
                isAtStart = false
            }
            plain.append(scalar)
        }
        return protected(String(plain)) == words ? String(plain) : words
    }
}
