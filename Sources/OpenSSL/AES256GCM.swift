import COpenSSL

/// AES-256-GCM, which hides bytes and notices any change of them; NIST SP 800-38D.
package enum AES256GCM {
    /// Bytes that stand behind what is encrypted.
    package static let tagSize = 16

    /// Encrypts.
    ///
    /// - Parameters:
    ///   - plain: Up to 2^30 bytes.
    ///   - key: 32 bytes.
    ///   - nonce: 12 bytes, never used before with this key.
    ///   - authenticated: What stays readable, and is bound to it.
    /// - Returns: As many bytes as `plain` has, and the tag.
    package static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], authenticated: [UInt8]) -> [UInt8] {
        check(key, nonce, plain.count, authenticated.count)
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagSize)
        var written: Int32 = 0
        let isDone =
            unsafe EVP_EncryptInit_ex2(context, EVP_aes_256_gcm(), key, nonce, nil) == 1
            && EVP_EncryptUpdate(context, nil, &written, authenticated, Int32(authenticated.count)) == 1
            && EVP_EncryptUpdate(context, &output, &written, plain, Int32(plain.count)) == 1
            && EVP_EncryptFinal_ex(context, &tag, &written) == 1
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagSize), &tag) == 1
        guard isDone else { fatalError("libcrypto cannot encrypt: \(ErrorQueue.takeReason())") }
        return output + tag
    }

    /// Decrypts what ``seal(_:key:nonce:authenticated:)`` gave.
    ///
    /// - Returns: `nil` when a bit of anything is another than it was: the bytes, the tag, the key, the nonce, what is
    ///   bound to it.
    package static func open(_ sealed: [UInt8], key: [UInt8], nonce: [UInt8], authenticated: [UInt8]) -> [UInt8]? {
        guard sealed.count >= tagSize else { return nil }
        check(key, nonce, sealed.count, authenticated.count)
        let context = unsafe EVP_CIPHER_CTX_new()
        defer { unsafe EVP_CIPHER_CTX_free(context) }
        let hidden = Array(sealed.dropLast(tagSize))
        var tag = Array(sealed.suffix(tagSize))
        var output = [UInt8](repeating: 0, count: hidden.count)
        var rest = [UInt8](repeating: 0, count: tagSize)
        var written: Int32 = 0
        let isDone =
            unsafe EVP_DecryptInit_ex2(context, EVP_aes_256_gcm(), key, nonce, nil) == 1
            && EVP_DecryptUpdate(context, nil, &written, authenticated, Int32(authenticated.count)) == 1
            && EVP_DecryptUpdate(context, &output, &written, hidden, Int32(hidden.count)) == 1
            && EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagSize), &tag) == 1
            && EVP_DecryptFinal_ex(context, &rest, &written) == 1
        if !isDone { ERR_clear_error() }
        return isDone ? output : nil
    }

    private static func check(_ key: [UInt8], _ nonce: [UInt8], _ sizes: Int...) {
        precondition(key.count == 32, "a key has 32 bytes")
        precondition(nonce.count == 12, "a nonce has 12 bytes")
        precondition(sizes.allSatisfy { $0 <= 1 << 30 }, "at most 2^30 bytes")
    }
}
