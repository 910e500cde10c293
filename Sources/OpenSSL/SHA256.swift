import COpenSSL

/// SHA-256, as in FIPS 180-4 and RFC 6234.
package enum SHA256 {
    /// The digest of `bytes`.
    ///
    /// - Returns: 32 bytes.
    package static func hash(_ bytes: [UInt8]) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
            let algorithm = unsafe Algorithms.sha256.pointer
            let code = unsafe EVP_Digest(bytes, bytes.count, digest.baseAddress, nil, algorithm, nil)
            guard code == 1 else { fatalError("libcrypto cannot hash: \(ErrorQueue.takeReason())") }
            count = 32
        }
    }
}
