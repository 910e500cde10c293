/// The few primitives that the contest stands on; met by libcrypto (I6, I9).
package protocol Cryptography: Sendable {
    /// SHA-256 (FIPS 180-4).
    ///
    /// - Returns: 32 bytes.
    func sha256(_ bytes: [UInt8]) -> [UInt8]

    /// HMAC-SHA-256 (RFC 2104).
    ///
    /// - Returns: 32 bytes.
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8]

    /// Words of the ChaCha20 keystream (RFC 8439 block function, zero counter and nonce), 8 bytes big-endian each.
    ///
    /// - Parameters:
    ///   - seed: 32 bytes.
    ///   - first: Index of the first word; a multiple of 8, since a block has 64 bytes.
    ///   - count: How many words.
    /// - Returns: `count` words.
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64]
}
