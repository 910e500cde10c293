package import QuizCore

/// The key that certificates are signed with (Ed25519), held elsewhere.
package struct CertificateSigner: Sendable {
    /// 32 bytes.
    package let publicKey: [UInt8]
    /// Gives 64 bytes.
    package let sign: @Sendable (_ message: [UInt8]) -> [UInt8]
    package let isValid: @Sendable (_ signature: [UInt8], _ message: [UInt8]) -> Bool

    package init(
        publicKey: [UInt8],
        sign: @escaping @Sendable ([UInt8]) -> [UInt8],
        isValid: @escaping @Sendable ([UInt8], [UInt8]) -> Bool
    ) {
        self.publicKey = publicKey
        self.sign = sign
        self.isValid = isValid
    }

    /// A statement with its signature in the form that stands behind `#` in the link: two runs of base64url and a dot.
    package func signed(_ statement: CertificateStatement) -> String {
        let message = Array(statement.text.utf8)
        return "\(Base64URL.encode(message)).\(Base64URL.encode(sign(message)))"
    }

    /// - Returns: The statement if its signature is ours.
    package func statement(of signed: String) -> CertificateStatement? {
        let parts = signed.split(separator: ".", omittingEmptySubsequences: false)
        guard signed.utf8.count <= 8_000, parts.count == 2, let message = Base64URL.decode(parts[0]),
            let signature = Base64URL.decode(parts[1]), isValid(signature, message)
        else { return nil }
        return CertificateStatement(text: String(decoding: message, as: UTF8.self))
    }
}
