import COpenSSL

/// HMAC with SHA-1, as in RFC 2104 and RFC 2202: for one-time codes only, which phones compute this way (RFC 6238).
package enum HMACSHA1 {
    /// The authentication code of `message` under `key`.
    ///
    /// - Returns: 20 bytes.
    package static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let context = unsafe EVP_MAC_CTX_dup(Algorithms.hmacSHA1.pointer)
        defer { unsafe EVP_MAC_CTX_free(context) }
        return unsafe [UInt8](unsafeUninitializedCapacity: 20) { code, count in
            let isDone =
                unsafe EVP_MAC_init(context, key, key.count, nil) == 1
                && EVP_MAC_update(context, message, message.count) == 1
                && EVP_MAC_final(context, code.baseAddress, &count, 20) == 1
            guard isDone, count == 20 else {
                fatalError("libcrypto cannot authenticate: \(ErrorQueue.takeReason())")
            }
        }
    }
}
