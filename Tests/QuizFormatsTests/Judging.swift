import OpenSSL
import QuizCore
import QuizFormats
import Testing

extension ForeignBank {
    /// The bank that the reader of the native format makes of it.
    func judged(as bank: Bank) throws -> Bank {
        var settings = ImportSettings()
        settings.bank = bank.id
        settings.title = bank.title
        settings.language = bank.language
        settings.licence = bank.licence
        settings.isPublic = bank.isPublic
        let stock = ImageStock(files: images, by: LibCrypto())
        return try self.bank(settings, vocabulary: Shipped.vocabulary(), images: stock, by: LibCrypto())
    }
}

/// The primitives as the server has them.
struct LibCrypto: Cryptography {
    func sha256(_ bytes: [UInt8]) -> [UInt8] { SHA256.hash(bytes) }
    func hmac(_ message: [UInt8], key: [UInt8]) -> [UInt8] { HMACSHA256.authenticate(message, key: key) }
    func keystream(seed: [UInt8], first: Int, count: Int) -> [UInt64] {
        ChaCha20.keystream(seed: seed, firstWord: first, count: count)
    }
}

extension DocumentNode {
    /// The texts of a list of options, those that are right with a star.
    var starred: [String] {
        guard case .list(let nodes) = content else { return [] }
        return nodes.compactMap { node in
            guard case .map(let fields) = node.content, case .scalar(let text, _) = fields.first?.value.content else {
                return nil
            }
            return (fields.contains { $0.key == "correct" } ? "*" : "") + text
        }
    }

    var scalar: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }
}
