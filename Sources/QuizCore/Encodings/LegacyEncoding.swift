/// How Vietnamese was written before Unicode: one byte for a letter, or for a part of it.
package enum LegacyEncoding: CaseIterable, Hashable, Sendable {
    /// The code page of Windows, with tone marks behind their letters.
    case windows1258
    /// For fonts such as VNI-Times: a letter, then a letter that stands for its marks.
    case vni
    /// TCVN 5712:1993, table VN3, for fonts such as .VnTime: 'ABC'.
    case tcvn3

    /// A word in NFC and lower case as it was meant; `nil` if the table has no such letters.
    ///
    /// It is given as letters of ASCII, and bytes from 0xA1.
    func lowercased(_ word: [UInt8]) -> String? {
        let scalars: [Unicode.Scalar]?
        switch self {
        case .windows1258: scalars = word.map(Self.latin1).map { Self.ofWindows1258[$0] ?? $0 }
        case .vni: scalars = Self.ofVNI(word)
        case .tcvn3: scalars = Self.ofTCVN3(word)
        }
        guard let scalars else { return nil }
        return String(String.UnicodeScalarView(scalars)).composed.lowercased()
    }

    /// Whether a word holds what hardly any other language would write in the place of letters.
    func isMarked(_ word: [UInt8]) -> Bool {
        switch self {
        case .windows1258: word.contains { [0xCC, 0xD2, 0xDE, 0xEC, 0xF2].contains($0) }
        case .vni: zip(word, word.dropFirst()).contains { Self.isVowelOfVNI($0) && $1 >= 0xC0 }
        case .tcvn3: word.contains { $0 < 0xC0 && $0 >= 0xA1 || $0 == 0xF7 || $0 == 0xD7 } || Self.hasHump(word)
        }
    }

    static func latin1(_ byte: UInt8) -> Unicode.Scalar { Unicode.Scalar(byte) }

    /// A capital of Latin-1 behind a small letter.
    static func hasHump(_ word: [UInt8]) -> Bool {
        zip(word, word.dropFirst()).contains { 0x61...0x7A ~= $0 && 0xC0...0xDE ~= $1 }
    }
}

extension LegacyEncoding {
    /// Where it differs from Latin-1; source: the table of Microsoft for code page 1258.
    private static let ofWindows1258: [Unicode.Scalar: Unicode.Scalar] = [
        "\u{C3}": "Ă", "\u{E3}": "ă", "\u{D0}": "Đ", "\u{F0}": "đ", "\u{D5}": "Ơ", "\u{F5}": "ơ",
        "\u{DD}": "Ư", "\u{FD}": "ư", "\u{CC}": "\u{300}", "\u{D2}": "\u{309}", "\u{DE}": "\u{303}",
        "\u{EC}": "\u{301}", "\u{F2}": "\u{323}",
    ]
}

extension LegacyEncoding {
    private static func ofTCVN3(_ word: [UInt8]) -> [Unicode.Scalar]? {
        var scalars: [Unicode.Scalar] = []
        for byte in word {
            guard byte >= 0x80 else {
                scalars.append(latin1(byte))
                continue
            }
            guard let scalar = tableOfTCVN3[byte] else { return nil }
            scalars.append(scalar)
        }
        return scalars
    }

    /// TCVN 5712:1993, VN3; capitals with tones are small letters in a font of capitals.
    private static let tableOfTCVN3: [UInt8: Unicode.Scalar] = {
        let runs: [(UInt8, String)] = [
            (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"), (0xB5, "àảãáạ"), (0xBB, "ằẳẵắ"), (0xC6, "ặầẩẫấậè"), (0xCE, "ẻẽéẹềểễếệìỉ"),
            (0xDC, "ĩíịò"), (0xE1, "ỏõóọồổỗốộờởỡớợù"), (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
        ]
        var table: [UInt8: Unicode.Scalar] = [:]
        for (first, letters) in runs {
            for (index, letter) in letters.unicodeScalars.enumerated() {
                table[first + UInt8(truncatingIfNeeded: index)] = letter
            }
        }
        return table
    }()
}

extension LegacyEncoding {
    private static func isVowelOfVNI(_ byte: UInt8) -> Bool {
        [0x61, 0x65, 0x6F, 0x75, 0x79, 0xF4, 0xF6].contains(small(byte))
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        0x41...0x5A ~= byte || 0xC0...0xDE ~= byte ? byte + 0x20 : byte
    }

    private static func ofVNI(_ word: [UInt8]) -> [Unicode.Scalar]? {
        var scalars: [Unicode.Scalar] = []
        for byte in word.map(small) {
            if let last = scalars.last, let marks = marksOfVNI[byte], marks.letters.contains(last) {
                scalars.append(contentsOf: marks.added.unicodeScalars)
            } else if byte < 0x80 {
                scalars.append(latin1(byte))
            } else if let letter = lettersOfVNI[byte] {
                scalars.append(letter)
            } else {
                return nil
            }
        }
        return scalars
    }

    private static let lettersOfVNI: [UInt8: Unicode.Scalar] = [
        0xE6: "ỉ", 0xEC: "ì", 0xED: "í", 0xEE: "ỵ", 0xF1: "đ", 0xF2: "ị", 0xF3: "ĩ", 0xF4: "ơ", 0xF6: "ư",
    ]

    /// What a byte adds to the letter before it.
    private static let marksOfVNI: [UInt8: (letters: Set<Unicode.Scalar>, added: String)] = {
        let plain: Set<Unicode.Scalar> = ["a", "e", "o", "u", "y", "ơ", "ư"]
        let roofed: Set<Unicode.Scalar> = ["a", "e", "o"]
        return [
            0xF9: (plain, "\u{301}"), 0xF8: (plain, "\u{300}"), 0xFB: (plain, "\u{309}"), 0xF5: (plain, "\u{303}"),
            0xEF: (plain, "\u{323}"),
            0xE2: (roofed, "\u{302}"), 0xE1: (roofed, "\u{302}\u{301}"), 0xE0: (roofed, "\u{302}\u{300}"),
            0xE5: (roofed, "\u{302}\u{309}"), 0xE3: (roofed, "\u{302}\u{303}"), 0xE4: (roofed, "\u{302}\u{323}"),
            0xEA: (["a"], "\u{306}"), 0xE9: (["a"], "\u{306}\u{301}"), 0xE8: (["a"], "\u{306}\u{300}"),
            0xFA: (["a"], "\u{306}\u{309}"), 0xFC: (["a"], "\u{306}\u{303}"), 0xEB: (["a"], "\u{306}\u{323}"),
        ]
    }()
}
