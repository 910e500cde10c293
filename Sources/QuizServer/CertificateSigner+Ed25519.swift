import OpenSSL
import QuizAPI

extension CertificateSigner {
    /// Signs through libcrypto.
    init(privateKey: [UInt8]) {
        let publicKey = Ed25519.publicKey(of: privateKey)
        self.init(
            publicKey: publicKey,
            sign: { Ed25519.sign($0, privateKey: privateKey) },
            isValid: { Ed25519.isValid($0, of: $1, publicKey: publicKey) }
        )
    }
}
