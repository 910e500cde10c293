/// A contestant's own secret to come back with: 130 bits in 26 letters and digits, read aloud without mistakes.
package struct EntryCode: Hashable, Sendable {
    /// Crockford's base32: no I, L, O, U.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// 26 of the alphabet.
    package let letters: String

    /// Takes the first 130 bits of a keyed hash of 32 bytes.
    package init(hash: [UInt8]) {
        var letters: [UInt8] = []
        for index in 0..<26 {
            var value = 0
            for bit in index * 5..<index * 5 + 5 {
                value = value << 1 | Int(hash[bit / 8] >> UInt8(7 - bit % 8) & 1)
            }
            letters.append(Self.alphabet[value])
        }
        self.letters = String(decoding: letters, as: UTF8.self)
    }

    /// Reads what a person typed: any case, spaces and hyphens anywhere, O for 0, I and L for 1.
    package init?(_ typed: String) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" && $0 != "." }.map {
            letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard letters.count == 26, letters.allSatisfy({ $0.asciiValue.map(Self.alphabet.contains) ?? false }) else {
            return nil
        }
        self.letters = String(letters)
    }

    /// In groups of four, for people.
    package var text: String {
        stride(from: 0, to: 26, by: 4).map { String(letters.dropFirst($0).prefix(4)) }.joined(separator: "-")
    }
}
