import COpenSSL

/// Random bytes that nobody can foretell.
package enum SecureRandom {
    /// Fresh random bytes from libcrypto's generator, which the kernel seeds.
    ///
    /// Without randomness nothing here is secret, so a failure ends the process.
    ///
    /// `count`: `0...2^31-1`.
    /// - Source: <https://docs.openssl.org/3.0/man3/RAND_bytes/>
    package static func bytes(_ count: Int) -> [UInt8] {
        precondition(count >= 0 && count <= Int(Int32.max), "0 to 2^31-1 bytes at a time")
        return unsafe [UInt8](unsafeUninitializedCapacity: count) { bytes, initialized in
            guard unsafe RAND_bytes(bytes.baseAddress, Int32(count)) == 1 else {
                fatalError("no random bytes: \(ErrorQueue.takeReason())")
            }
            initialized = count
        }
    }
}
