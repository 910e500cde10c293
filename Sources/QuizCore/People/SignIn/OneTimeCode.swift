/// Codes of six digits that a phone computes from a shared secret and the time: TOTP with SHA-1, a new one every 30 s.
///
/// - Source: RFC 6238, RFC 4226.
package enum OneTimeCode {
    /// Unit: bytes; as long as what HMAC-SHA-1 gives (RFC 4226, 4, R6).
    package static let secretLength = 20
    /// Unit: milliseconds.
    private static let period: Int64 = 30_000

    /// The number of the period that a moment is in.
    package static func step(at moment: Timestamp) -> Int64 {
        moment.milliseconds / period
    }

    /// The code of a period.
    ///
    /// `hmac`: HMAC-SHA-1 of a message under a key, 20 bytes.
    /// - Returns: Six digits.
    package static func code(
        secret: [UInt8],
        step: Int64,
        hmac: (_ message: [UInt8], _ key: [UInt8]) -> [UInt8]
    ) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> Int64(56 - 8 * $0)) }
        let hash = hmac(message, secret)
        guard hash.count == 20 else { return "" }
        let offset = Int(hash[19] & 15)
        let number = hash[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        return String(String(1_000_000 + number % 1_000_000).suffix(6))
    }

    /// The period whose code was typed: this one, the one before or the one after, for clocks that differ.
    ///
    /// - Returns: `nil` if it is none of them; whether it was used before is for the store to say.
    package static func match(
        _ typed: String,
        secret: [UInt8],
        at moment: Timestamp,
        hmac: (_ message: [UInt8], _ key: [UInt8]) -> [UInt8]
    ) -> Int64? {
        let digits = Array(typed.utf8.filter { $0 != UInt8(ascii: " ") })
        guard digits.count == 6, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        let now = step(at: moment)
        var found: Int64?
        for step in now - 1...now + 1 {
            let code = Array(code(secret: secret, step: step, hmac: hmac).utf8)
            // All of each is looked at: how long it takes tells nothing.
            let difference = zip(code, digits).reduce(code.count == 6 ? 0 : 1) { $0 | ($1.0 ^ $1.1) }
            if difference == 0 { found = step }
        }
        return found
    }

    /// What an authenticator takes, as a link or in a QR code.
    ///
    /// - Source: <https://github.com/google/google-authenticator/wiki/Key-Uri-Format>
    package static func link(secret: [UInt8], account: String, site: String) -> String {
        let issuer = percentEncoded("Bảng Vàng")
        let label = percentEncoded("Bảng Vàng \(site): \(account)")
        return "otpauth://totp/\(label)?secret=\(Base32.text(secret))&issuer=\(issuer)"
    }

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            return isPlain ? String(Unicode.Scalar(byte)) : "%" + [byte].hex.uppercased()
        }.joined()
    }
}

/// RFC 4648, section 6, without padding: how authenticators take secrets that are typed.
package enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func text(_ bytes: [UInt8]) -> String {
        let letters = stride(from: 0, to: bytes.count * 8, by: 5).map { start in
            let value = (start..<start + 5).reduce(0) { value, bit in
                let isSet = bit / 8 < bytes.count && bytes[bit / 8] >> UInt8(7 - bit % 8) & 1 == 1
                return value << 1 | (isSet ? 1 : 0)
            }
            return alphabet[value]
        }
        return String(decoding: letters, as: UTF8.self)
    }
}
