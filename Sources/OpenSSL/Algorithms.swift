import COpenSSL

/// The algorithms of libcrypto that are used here, fetched at first use and kept for the life of the process.
///
/// A fetch takes locks and looks names up, longer than hashing 64 bytes does. What is fetched is constant: it is only read
/// afterwards, which libcrypto allows on any thread.
///
/// - Source: <https://docs.openssl.org/3.0/man7/crypto/> (explicit fetching, performance),
///   <https://docs.openssl.org/3.0/man7/openssl-threads/>
enum Algorithms {
    /// SHA-256, an `EVP_MD`.
    static let sha256 = unsafe SharedHandle(EVP_MD_fetch(nil, "SHA256", nil), "SHA-256")

    /// ChaCha20, an `EVP_CIPHER`.
    static let chacha20 = unsafe SharedHandle(EVP_CIPHER_fetch(nil, "ChaCha20", nil), "ChaCha20")

    /// HMAC with SHA-256, an `EVP_MAC_CTX` under a key that nobody uses, to be duplicated.
    static let hmacSHA256 = unsafe SharedHandle(makeHMAC(with: "SHA256"), "HMAC-SHA-256")

    /// The same with SHA-1.
    static let hmacSHA1 = unsafe SharedHandle(makeHMAC(with: "SHA1"), "HMAC-SHA-1")

    private static func makeHMAC(with hash: String) -> OpaquePointer? {
        let mac = unsafe EVP_MAC_fetch(nil, OSSL_MAC_NAME_HMAC, nil)
        defer { unsafe EVP_MAC_free(mac) }
        guard let context = unsafe EVP_MAC_CTX_new(mac) else { return nil }
        var digest = Array(hash.utf8CString)
        let isReady = unsafe OSSL_MAC_PARAM_DIGEST.withCString { key in
            // The parameter keeps both pointers, so both must outlive the call.
            unsafe digest.withUnsafeMutableBufferPointer { name in
                let parameters = unsafe [
                    OSSL_PARAM_construct_utf8_string(key, name.baseAddress, 0),
                    OSSL_PARAM_construct_end(),
                ]
                return unsafe EVP_MAC_init(context, [0], 1, parameters) == 1
            }
        }
        guard isReady else {
            unsafe EVP_MAC_CTX_free(context)
            return nil
        }
        return unsafe context
    }
}
