import Foundation
import QuizCore

/// Turns Unicode into the old encodings, from tables by vowel (TCVN 5712:1993; manual of VNI; code page 1258).
struct OldLetters {
    let name: String
    private let letters: [Character: String]

    static let all: [(LegacyEncoding, OldLetters)] = [
        (.tcvn3, OldLetters(name: "TCVN3", letters: tcvn3)), (.vni, OldLetters(name: "VNI", letters: vni)),
        (.windows1258, OldLetters(name: "windows-1258", letters: windows1258)),
    ]

    /// As the letters of Windows-1252 that show when an old font is taken away.
    func converted(_ text: String) -> String {
        var converted = ""
        for character in text.precomposedStringWithCanonicalMapping {
            let small = Character(character.lowercased())
            if let old = letters[character] ?? letters[small] {
                converted += old
            } else {
                converted.append(Self.plain[character] ?? character)
            }
        }
        return converted
    }

    /// Typographic signs that the old encodings had at other places, or not at all.
    private static let plain: [Character: Character] = [
        "“": "\"", "”": "\"", "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "→": ">", "•": "-", "≥": ">", "≤": "<",
    ]

    func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.map { UInt8(exactly: $0.value) ?? UInt8(ascii: "?") }
    }

    /// Whether a line has words enough to tell one encoding from all others.
    static func isTelling(_ line: Substring) -> Bool {
        Set(line.split(separator: " ").filter { word in word.unicodeScalars.contains { $0.value > 0x1E9F } }).count >= 6
    }

    static func ofWindows1252(_ byte: UInt8) -> Unicode.Scalar {
        let upper = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
        return (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }

    private static let rows = [
        "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị", "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự",
        "yỳỷỹýỵ", "đ",
    ]

    private static func table(_ old: [[String]]) -> [Character: String] {
        var table: [Character: String] = [:]
        for (row, letters) in zip(rows, old) {
            for (letter, written) in zip(row, letters) where String(letter) != written {
                table[letter] = written
            }
        }
        return table
    }

    private static let tcvn3 = table(
        [
            "aµ¶·¸¹", "¨»¼½¾Æ", "©ÇÈÉÊË", "eÌÎÏÐÑ", "ªÒÓÔÕÖ", "i×ØÜÝÞ", "oßáâãä", "«åæçèé", "¬êëìíî", "uïñòóô",
            "\u{AD}õö÷øù", "yúûüýþ", "®",
        ].map { $0.unicodeScalars.map { String($0) } }
    )

    private static let vni = table([
        ["a", "aø", "aû", "aõ", "aù", "aï"], ["aê", "aè", "aú", "aü", "aé", "aë"],
        ["aâ", "aà", "aå", "aã", "aá", "aä"],
        ["e", "eø", "eû", "eõ", "eù", "eï"], ["eâ", "eà", "eå", "eã", "eá", "eä"], ["i", "ì", "æ", "ó", "í", "ò"],
        ["o", "oø", "oû", "oõ", "où", "oï"], ["oâ", "oà", "oå", "oã", "oá", "oä"], ["ô", "ôø", "ôû", "ôõ", "ôù", "ôï"],
        ["u", "uø", "uû", "uõ", "uù", "uï"], ["ö", "öø", "öû", "öõ", "öù", "öï"], ["y", "yø", "yû", "yõ", "yù", "î"],
        ["ñ"],
    ])

    private static let windows1258 = table(
        zip(["a", "ã", "â", "e", "ê", "i", "o", "ô", "õ", "u", "ý", "y"], rows).map { base, _ in
            ["", "Ì", "Ò", "Þ", "ì", "ò"].map { base + $0 }
        } + [["ð"]]
    )
}
