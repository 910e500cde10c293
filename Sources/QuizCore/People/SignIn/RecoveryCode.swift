/// A secret that stands in once for the phone: 50 random bits in ten letters and digits.
package struct RecoveryCode: Hashable, Sendable {
    /// Crockford's base32, as for entry codes.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    /// How many are made at a time.
    package static let count = 10
    /// Ten of the alphabet.
    package let letters: String

    /// Takes ten random bytes.
    package init?(random bytes: [UInt8]) {
        guard bytes.count == 10 else { return nil }
        letters = String(decoding: bytes.map { Self.alphabet[Int($0 & 31)] }, as: UTF8.self)
    }

    /// Reads what a person typed, as forgiving as ``EntryCode``.
    package init?(_ typed: String) {
        let letters = typed.uppercased().filter { !$0.isWhitespace && $0 != "-" }.map { letter -> Character in
            switch letter {
            case "O": "0"
            case "I", "L": "1"
            default: letter
            }
        }
        guard letters.count == 10, letters.allSatisfy({ $0.asciiValue.map(Self.alphabet.contains) ?? false }) else {
            return nil
        }
        self.letters = String(letters)
    }

    /// In two groups, for people.
    package var text: String { "\(letters.prefix(5))-\(letters.suffix(5))" }

    /// What is hashed and kept (I9): bound to its account.
    package func hashed(account: Int64, by cryptography: some Cryptography) -> [UInt8] {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/recovery-code/v1")
        bytes.append(account)
        bytes.append(letters)
        return cryptography.sha256(bytes.bytes)
    }
}
