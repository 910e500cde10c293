import COpenSSL

/// HMAC with SHA-256, as in RFC 2104 and RFC 4231.
package enum HMACSHA256 {
    /// The authentication code of `message` under `key`, not truncated.
    ///
    /// `key`: Any number of bytes; 32 random ones are the rule.
    /// - Returns: 32 bytes; compare them with ``ConstantTime/equal(_:_:)``.
    package static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let context = unsafe EVP_MAC_CTX_dup(Algorithms.hmacSHA256.pointer)
        defer { unsafe EVP_MAC_CTX_free(context) }
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { code, count in
            let isDone =
                unsafe EVP_MAC_init(context, key, key.count, nil) == 1
                && EVP_MAC_update(context, message, message.count) == 1
                && EVP_MAC_final(context, code.baseAddress, &count, 32) == 1
            guard isDone, count == 32 else {
                fatalError("libcrypto cannot authenticate: \(ErrorQueue.takeReason())")
            }
        }
    }
}
