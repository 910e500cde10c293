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
