import Foundation

/// The name of a person as typed, and what follows from it.
package struct PersonName: Hashable, Sendable {
    /// NFC, single spaces.
    package let text: String

    /// Takes a name of two to eighty letters, spaces, apostrophes, hyphens and dots.
    ///
    /// - Returns: `nil` for anything else: digits, controls, letters of other scripts that look like ours.
    package init?(_ typed: String) {
        let words = typed.composed.unicodeScalars.split { $0.properties.isWhitespace }
        let text = words.map { String($0) }.joined(separator: " ")
        // Each admitted scalar is a character by itself.
        let scalars = text.unicodeScalars
        guard (2...80).contains(scalars.count), scalars.allSatisfy(Self.isAdmitted),
            scalars.contains(where: \.properties.isAlphabetic)
        else { return nil }
        self.text = text
    }

    /// Given name and initials of the others, as boards show minors and those who did not agree to be named (I15):
    /// 'Nguyễn Thị Minh Khai' becomes 'Khai N.T.M.'.
    package var masked: String {
        let words = text.split(separator: " ")
        guard let given = words.last else { return text }
        let initials = words.dropLast().compactMap(\.first).map { "\($0.uppercased())." }.joined()
        return initials.isEmpty ? String(given) : "\(given) \(initials)"
    }

    /// Orders names as Vietnamese lists do: given name, then the middle, then the family name; letters before tones
    /// (a ă â … d đ …; level, grave, hook, tilde, acute, dot), as in CLDR's order for vi.
    package var sortKey: [UInt8] {
        let words = text.lowercased().unicodeScalars.split(separator: " ")
        let ordered = words.suffix(1) + words.dropFirst().dropLast() + (words.count > 1 ? words.prefix(1) : [])
        var key: [UInt8] = []
        for word in ordered {
            let weights = word.map { Self.weights[$0] ?? Weight(of: $0) }
            key += weights.map(\.letter)
            key.append(1)
            key += weights.map(\.tone)
            key.append(0)
        }
        return key
    }

    /// Where a letter stands among the letters, and its tone among the tones.
    private struct Weight {
        let letter: UInt8
        let tone: UInt8

        init(of scalar: Unicode.Scalar) {
            var marks = Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars)
            let base = marks.removeFirst()
            var variant: UInt8 = 0
            var tone: UInt8 = 1
            for mark in marks {
                switch mark.value {
                case 0x306, 0x31B: variant = 1
                case 0x302: variant = base == "a" ? 2 : 1
                case 0x300: tone = 2
                case 0x309: tone = 3
                case 0x303: tone = 4
                case 0x301: tone = 5
                case 0x323: tone = 6
                default: break
                }
            }
            let plain: UInt8 = base == "đ" ? UInt8(ascii: "d") : UInt8(truncatingIfNeeded: min(base.value, 126))
            if base == "đ" { variant = 1 }
            // ơ follows ô: two variants of o beside the plain letter.
            if base == "o", marks.contains("\u{31B}") { variant = 2 }
            letter = 10 + (plain < 97 ? 0 : (plain - 96) * 4) + variant
            self.tone = tone
        }
    }

    /// Of all that a name may hold: taking letters apart at every registration would be a fifth of its work.
    private static let weights: [Unicode.Scalar: Weight] = {
        let scalars = (0x20...0x1EF9).lazy.compactMap { Unicode.Scalar($0 as UInt32) }.filter(isAdmitted)
        return Dictionary(uniqueKeysWithValues: scalars.map { ($0, Weight(of: $0)) })
    }()

    static func isAdmitted(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x27, 0x2D, 0x2E, 0x2019: true
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F, 0x1A0, 0x1A1, 0x1AF, 0x1B0: true
        case 0x1EA0...0x1EF9: true
        default: false
        }
    }
}
