import COpenSSL

/// The keystream of ChaCha20 as a reproducible source of numbers, readable from any place.
///
/// - Source: RFC 8439, 2.3, with a block counter of 64 bits and a zero nonce of 64 bits as Bernstein specified it: the
///   layout of OpenSSL's `EVP_chacha20`.
package enum ChaCha20 {
    private static let slot = ContextSlot()

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
        guard let context = unsafe slot.take(Algorithms.chacha20) else {
            fatalError("libcrypto cannot encrypt: \(ErrorQueue.takeReason())")
        }
        defer { unsafe slot.put(context) }
        // OpenSSL's 16 bytes before the first block: the counter, least significant byte first, and a zero nonce.
        let block = UInt64(firstWord / 8).littleEndian
        return unsafe [UInt64](unsafeUninitializedCapacity: count) { words, initialized in
            unsafe words.initialize(repeating: 0)
            // Encrypting zeros in place leaves the keystream itself.
            let start = unsafe UnsafeMutableRawPointer(words.baseAddress)?.assumingMemoryBound(to: UInt8.self)
            var written: Int32 = 0
            let isDone =
                unsafe withUnsafeBytes(of: (block, UInt64(0))) { iv in
                    let iv = unsafe iv.baseAddress?.assumingMemoryBound(to: UInt8.self)
                    return unsafe EVP_EncryptInit_ex2(context, nil, seed, iv, nil) == 1
                } && EVP_EncryptUpdate(context, start, &written, start, Int32(count * 8)) == 1
            guard isDone, written == count * 8 else {
                fatalError("libcrypto cannot encrypt: \(ErrorQueue.takeReason())")
            }
            for position in 0..<count {
                unsafe words[position] = UInt64(bigEndian: words[position])
            }
            initialized = count
        }
    }
}
