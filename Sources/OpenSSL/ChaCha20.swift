import COpenSSL

/// The keystream of ChaCha20 as a reproducible source of numbers, readable from any place.
///
/// - Source: RFC 8439, 2.3, with a block counter of 64 bits and a zero nonce of 64 bits as Bernstein specified it: the
///   layout of OpenSSL's `EVP_chacha20`.
package enum ChaCha20 {
    /// A piece of the keystream of `seed`, as words of 8 bytes, the most significant byte first.
    ///
    /// Equal arguments give equal words on every machine and in every version.
    ///
    /// - Parameters:
    ///   - seed: The key, 32 bytes.
    ///   - firstWord: Where to start, in words from 0; a multiple of 8, since a block has 64 bytes.
    ///   - count: How many words, `0...2^27`.
    /// - Returns: `count` words.
    package static func keystream(seed: [UInt8], firstWord: Int, count: Int) -> [UInt64] {
        precondition(seed.count == 32, "a seed has 32 bytes")
        precondition(firstWord >= 0 && firstWord.isMultiple(of: 8), "the keystream is read from a block's start")
        precondition(count >= 0 && count <= 1 << 27, "at most 2^27 words at a time")
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        return unsafe [UInt64](unsafeUninitializedCapacity: count) { words, initialized in
            unsafe words.initialize(repeating: 0)
            // Encrypting zeros in place leaves the keystream itself.
            let bytes = unsafe UnsafeMutableRawBufferPointer(
                rebasing: UnsafeMutableRawBufferPointer(words)[..<(count * 8)]
            )
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
            var written: Int32 = 0
            let isDone =
                unsafe EVP_EncryptInit_ex2(context, Algorithms.chacha20.pointer, seed, iv(of: firstWord / 8), nil) == 1
                && EVP_EncryptUpdate(context, start, &written, start, Int32(count * 8)) == 1
            precondition(isDone && written == count * 8, "libcrypto cannot encrypt: no memory")
            for position in 0..<count {
                unsafe words[position] = UInt64(bigEndian: words[position])
            }
            initialized = count
        }
    }

    /// OpenSSL's 16 bytes before the first block: the counter, least significant byte first, and a zero nonce.
    private static func iv(of block: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16)
        for position in 0..<8 {
            bytes[position] = UInt8(truncatingIfNeeded: block >> (8 * position))
        }
        return bytes
    }
}
