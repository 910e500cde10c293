import COpenSSL

/// Ed25519 signatures, RFC 8032.
package enum Ed25519 {
    /// The public key of a private one.
    ///
    /// `privateKey`: 32 random bytes, the seed of RFC 8032.
    /// - Returns: 32 bytes.
    package static func publicKey(of privateKey: [UInt8]) -> [UInt8] {
        let key = unsafe secret(privateKey)
        defer { unsafe EVP_PKEY_free(key) }
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        guard unsafe EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, count == 32 else {
            fatalError("libcrypto has no public key: \(ErrorQueue.takeReason())")
        }
        return bytes
    }

    /// Signs; the same message under the same key always gets the same signature.
    ///
    /// - Returns: 64 bytes.
    package static func sign(_ message: [UInt8], privateKey: [UInt8]) -> [UInt8] {
        let key = unsafe secret(privateKey)
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        let isDone =
            unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1
            && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        guard isDone, count == 64 else { fatalError("libcrypto cannot sign: \(ErrorQueue.takeReason())") }
        return signature
    }

    /// Whether a signature is that of the message under the key; bytes of wrong sizes are no signature.
    package static func isValid(_ signature: [UInt8], of message: [UInt8], publicKey: [UInt8]) -> Bool {
        guard publicKey.count == 32, signature.count == 64 else { return false }
        let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        defer { unsafe EVP_PKEY_free(key) }
        let context = unsafe EVP_MD_CTX_new()
        defer { unsafe EVP_MD_CTX_free(context) }
        let isValid =
            unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        if !isValid { ERR_clear_error() }
        return isValid
    }

    @unsafe private static func secret(_ privateKey: [UInt8]) -> OpaquePointer {
        precondition(privateKey.count == 32, "a private key has 32 bytes")
        let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, privateKey, privateKey.count)
        guard let key = unsafe key else { fatalError("libcrypto takes no key: \(ErrorQueue.takeReason())") }
        return unsafe key
    }
}
