import COpenSSL

/// scrypt, a slow hash for passwords that needs much memory too; RFC 7914.
package enum Scrypt {
    /// Derives a key from a password; it takes `128 * blockSize * cost` bytes of memory and blocks its thread.
    ///
    /// With `cost` 2^14, `blockSize` 8 and `parallelism` 5 (design, I9) that is 16 MiB and some 0.2 s.
    ///
    /// - Parameters:
    ///   - password: Any bytes, also none.
    ///   - salt: Any bytes; 16 random ones are the rule.
    ///   - cost: N, a power of two from 2, below `2^(16 * blockSize)`.
    ///   - blockSize: r, from 1.
    ///   - parallelism: p, from 1, at most `(2^30 - 1) / r`; the lanes run one after the other.
    ///   - length: Bytes wanted, from 1.
    /// - Returns: `length` bytes.
    /// - Throws: ``ScryptError/parameters`` for numbers out of range, ``ScryptError/failed(_:)`` without memory.
    package static func derive(
        password: [UInt8],
        salt: [UInt8],
        cost: Int,
        blockSize: Int,
        parallelism: Int,
        length: Int
    ) throws(ScryptError) -> [UInt8] {
        guard
            cost >= 2, cost & (cost - 1) == 0, blockSize >= 1, parallelism >= 1, length >= 1,
            blockSize >= 4 || cost < 1 << (16 * blockSize),
            parallelism <= ((1 << 30) - 1) / blockSize,
            let memory = memory(cost: cost, blockSize: blockSize, parallelism: parallelism)
        else { throw .parameters }
        var key = [UInt8](repeating: 0, count: length)
        let isDone = unsafe password.withUnsafeBytes { bytes in
            unsafe EVP_PBE_scrypt(
                bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
                bytes.count,
                salt,
                salt.count,
                UInt64(cost),
                UInt64(blockSize),
                UInt64(parallelism),
                memory,
                &key,
                length
            ) == 1
        }
        guard isDone else { throw .failed(ErrorQueue.takeReason()) }
        return key
    }

    /// An upper bound of the bytes that libcrypto takes, with 1 MiB to spare; `nil` when it cannot be counted.
    private static func memory(cost: Int, blockSize: Int, parallelism: Int) -> UInt64? {
        let (blocks, isTooMany) = cost.addingReportingOverflow(parallelism + 2)
        let (bytes, isTooMuch) = blocks.multipliedReportingOverflow(by: 128 * blockSize)
        return isTooMany || isTooMuch || bytes > Int.max - (1 << 20) ? nil : UInt64(bytes + (1 << 20))
    }
}
