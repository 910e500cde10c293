import Foundation

extension Unicode.Scalar {
    /// Whether text from outside may not hold it (I10).
    ///
    /// That is controls, what is invisible or turns the direction of writing, and what has no agreed look. Tab and line
    /// ends are judged by who reads them.
    package var isRefused: Bool {
        switch value {
        case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027: false
        case 0x09, 0x0A, 0x0D: false
        default: isRefusedByCategory
        }
    }

    private var isRefusedByCategory: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
        default: properties.isDefaultIgnorableCodePoint || properties.isNoncharacterCodePoint
        }
    }

    /// As people write it in tables of characters: `U+200B`.
    var codePoint: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Neither takes part in a composition nor joins its neighbour to one character: most of what Vietnamese files hold.
    var standsAlone: Bool {
        switch value {
        case 0x00...0x2FF, 0x1E00...0x1EFF, 0x2010...0x2027, 0x20A0...0x20BF: true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// White space; the quick answer for most letters first.
    fileprivate var isSpace: Bool {
        switch value {
        case 0x21...0x7E, 0xA1...0x2FF, 0x1E00...0x1EFF: false
        default: properties.isWhitespace
        }
    }
}

extension String {
    /// In Unicode's form NFC (I10).
    package var composed: String {
        unicodeScalars.allSatisfy(\.standsAlone) ? self : precomposedStringWithCanonicalMapping
    }

    /// Without the white space at both ends.
    package var trimmed: String {
        guard let start = firstIndex(where: { !$0.isWhitespace }),
            let end = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[start...end])
    }

    /// What makes two texts the same to a reader: case and spacing do not count.
    ///
    /// Bytes, since those of composed text are compared and hashed many times faster than the text.
    package var normal: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var isAfterSpace = false
        for scalar in composed.lowercased().unicodeScalars {
            if scalar.isSpace {
                isAfterSpace = true
                continue
            }
            if isAfterSpace, !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
            isAfterSpace = false
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
        return bytes
    }

    /// The beginning, fit to be quoted in a message: one line and nothing that a terminal would act on.
    package var excerpt: String {
        let scalars = unicodeScalars.prefix(200).map { scalar -> Unicode.Scalar in
            scalar.isRefused || scalar.properties.isWhitespace && scalar != " " ? "\u{FFFD}" : scalar
        }
        let text = String(String.UnicodeScalarView(scalars))
        return text.count <= 40 ? text : text.prefix(40) + "…"
    }
}
