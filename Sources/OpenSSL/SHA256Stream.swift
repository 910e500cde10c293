import COpenSSL

/// SHA-256 of bytes that come in pieces.
@safe package struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer

    package init() {
        guard let context = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex2(context, Algorithms.sha256.pointer, nil) == 1
        else { fatalError("libcrypto cannot hash: \(ErrorQueue.takeReason())") }
        unsafe self.context = context
    }

    deinit {
        unsafe EVP_MD_CTX_free(context)
    }

    /// Takes the next bytes in.
    package mutating func update(_ bytes: [UInt8]) {
        guard unsafe EVP_DigestUpdate(context, bytes, bytes.count) == 1 else {
            fatalError("libcrypto cannot hash: \(ErrorQueue.takeReason())")
        }
    }

    /// The digest of all that was taken in; 32 bytes.
    package consuming func finish() -> [UInt8] {
        let context = unsafe context
        return unsafe [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
            guard unsafe EVP_DigestFinal_ex(context, digest.baseAddress, nil) == 1 else {
                fatalError("libcrypto cannot hash: \(ErrorQueue.takeReason())")
            }
            count = 32
        }
    }
}
