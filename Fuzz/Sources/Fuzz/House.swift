import Foundation
import OpenSSL
import QuizCore

/// What the parsers are given beside the file.
enum House {
    static let vocabulary: Vocabulary = {
        guard let bytes = FileManager.default.contents(atPath: "QuestionBanks/vocabulary.yaml"),
            let vocabulary = try? Vocabulary(yaml: Array(bytes))
        else { fatalError("run it in the project's folder: QuestionBanks/vocabulary.yaml") }
        return vocabulary
    }()
}

/// The primitives as the server has them.
struct LibCrypto: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}
