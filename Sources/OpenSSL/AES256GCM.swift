import COpenSSL

/// Sealing small secrets that lie on disk: AES-256-GCM (NIST SP 800-38D).
package enum AES256GCM {
    /// Unit: bytes.
    private static let nonceLength = 12
    private static let tagLength = 16
    /// Far above any secret that is kept here, and below what libcrypto counts in 32 bits.
    private static let longest = 1 << 20

    /// Encrypts under a nonce of its own, which goes first; the tag goes last.
    ///
    /// - Parameters:
    ///   - plain: At most 1 MiB.
    ///   - key: 32 bytes.
    ///   - context: What the secret belongs to; opening it needs the same, but it is not kept.
    /// - Returns: 28 bytes more than `plain`.
    package static func seal(_ plain: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8] {
        precondition(key.count == 32, "a key has 32 bytes")
        precondition(plain.count <= longest && context.count <= longest, "at most 1 MiB")
        let nonce = SecureRandom.bytes(nonceLength)
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else {
            fatalError("libcrypto cannot encrypt: \(ErrorQueue.takeReason())")
        }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        var sealed = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagLength)
        var written: Int32 = 0
        let isDone =
            unsafe EVP_EncryptInit_ex2(cipher, Algorithms.aes256GCM.pointer, key, nonce, nil) == 1
            && EVP_EncryptUpdate(cipher, nil, &written, context, Int32(context.count)) == 1
            && EVP_EncryptUpdate(cipher, &sealed, &written, plain, Int32(plain.count)) == 1
            && EVP_EncryptFinal_ex(cipher, nil, &written) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
        guard isDone else { fatalError("libcrypto cannot encrypt: \(ErrorQueue.takeReason())") }
        return nonce + sealed + tag
    }

    /// Decrypts what ``seal(_:key:context:)`` gave.
    ///
    /// - Returns: `nil` if one bit of it, the key or the context is another.
    package static func open(_ sealed: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8]? {
        precondition(key.count == 32, "a key has 32 bytes")
        let length = sealed.count - nonceLength - tagLength
        guard (0...longest).contains(length), context.count <= longest else { return nil }
        guard let cipher = unsafe EVP_CIPHER_CTX_new() else { return nil }
        defer { unsafe EVP_CIPHER_CTX_free(cipher) }
        let nonce = Array(sealed[..<nonceLength])
        let hidden = Array(sealed[nonceLength..<nonceLength + length])
        var tag = Array(sealed[(nonceLength + length)...])
        var plain = [UInt8](repeating: 0, count: length)
        var written: Int32 = 0
        let isGenuine =
            unsafe EVP_DecryptInit_ex2(cipher, Algorithms.aes256GCM.pointer, key, nonce, nil) == 1
            && EVP_DecryptUpdate(cipher, nil, &written, context, Int32(context.count)) == 1
            && EVP_DecryptUpdate(cipher, &plain, &written, hidden, Int32(length)) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag) == 1
            && EVP_DecryptFinal_ex(cipher, nil, &written) == 1
        ERR_clear_error()
        return isGenuine ? plain : nil
    }
}
