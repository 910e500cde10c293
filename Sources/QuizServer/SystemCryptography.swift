import OpenSSL
import QuizCore

/// libcrypto behind the core's port.
struct SystemCryptography: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] {
        SHA256.hash(bytes)
    }

    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        HMACSHA256.authenticate(message, key: key)
    }

    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

extension AccountSecrets {
    /// libcrypto and the lane for passwords behind the core's port.
    static func system(_ lane: PasswordLane) -> AccountSecrets {
        AccountSecrets(
            hash: { await lane.hash($0) },
            hmacSHA1: { HMACSHA1.authenticate($0, key: $1) },
            seal: { plain, key, context in
                let nonce = SecureRandom.bytes(nonceLength)
                return nonce + AES256GCM.seal(plain, key: key, nonce: nonce, authenticated: context)
            },
            open: { sealed, key, context in
                guard sealed.count >= nonceLength else { return nil }
                let (nonce, rest) = (Array(sealed[..<nonceLength]), Array(sealed[nonceLength...]))
                return AES256GCM.open(rest, key: key, nonce: nonce, authenticated: context)
            }
        )
    }

    /// Unit: bytes.
    private static let nonceLength = 12
}
