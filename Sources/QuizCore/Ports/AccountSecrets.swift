/// What accounts need of libcrypto besides ``Cryptography``, and of the lane that passwords are hashed in.
package struct AccountSecrets: Sendable {
    /// Hashes a new password.
    ///
    /// - Returns: `nil` if too many wait.
    package let hash: @Sendable (_ password: String) async -> PasswordHash?
    /// HMAC-SHA-1, 20 bytes.
    package let hmacSHA1: @Sendable (_ message: [UInt8], _ key: [UInt8]) -> [UInt8]
    /// Encrypts with authentication under a key of 32 bytes; opening needs the same context.
    package let seal: @Sendable (_ plain: [UInt8], _ key: [UInt8], _ context: [UInt8]) -> [UInt8]
    package let open: @Sendable (_ sealed: [UInt8], _ key: [UInt8], _ context: [UInt8]) -> [UInt8]?

    package init(
        hash: @escaping @Sendable (String) async -> PasswordHash?,
        hmacSHA1: @escaping @Sendable ([UInt8], [UInt8]) -> [UInt8],
        seal: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> [UInt8],
        open: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> [UInt8]?
    ) {
        self.hash = hash
        self.hmacSHA1 = hmacSHA1
        self.seal = seal
        self.open = open
    }
}
