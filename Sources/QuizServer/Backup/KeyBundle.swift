package import Foundation
import OpenSSL
import QuizCore

/// All keys of a data folder, as one file apart from the backup: lines of `NAME HEX`, or the same encrypted.
package struct KeyBundle: Equatable {
    /// By name; 32 bytes each.
    let keys: [String: [UInt8]]

    private static let title = "bang-vang keys 1"
    private static let sealedTitle = "bang-vang keys 1 encrypted"
    /// scrypt: 128 MiB and about half a second (RFC 7914); a passphrase of people is guessed at this price.
    private static let cost = (n: 1 << 17, r: 8, p: 1)

    package init(keys: [String: [UInt8]]) {
        self.keys = keys
    }

    package var plain: String {
        let lines = keys.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.hex)\n" }.joined()
        let text = "\(Self.title)\n\(lines)"
        return text + "sha256 \(SHA256.hash(Array(text.utf8)).hex)\n"
    }

    package func sealed(passphrase: String) throws -> String {
        let parameters = "scrypt \(Self.cost.n) \(Self.cost.r) \(Self.cost.p) \(SecureRandom.bytes(16).hex)"
        let nonce = SecureRandom.bytes(12)
        let head = "\(Self.sealedTitle)\n\(parameters)\naes-256-gcm \(nonce.hex)\n"
        let key = try Self.key(passphrase, parameters.split(separator: " "))
        let bytes = AES256GCM.seal(Array(plain.utf8), key: key, nonce: nonce, authenticated: Array(head.utf8))
        return head + bytes.hex + "\n"
    }

    /// Reads a file of keys.
    ///
    /// `passphrase`: Asked for only if the file is encrypted.
    package init(_ data: Data, passphrase: () throws -> String) throws {
        let text = String(decoding: data.prefix(1 << 20), as: UTF8.self)
        let bundle = text.hasPrefix(Self.sealedTitle + "\n") ? try Self.opened(text, passphrase()) : Self.read(text)
        guard let bundle else { throw Self.damaged }
        self = bundle
    }

    private static func opened(_ text: String, _ passphrase: String) throws -> KeyBundle? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 5, lines[4].isEmpty, let bytes = [UInt8](hex: String(lines[3])) else { return nil }
        let head = lines[..<3].map { $0 + "\n" }.joined()
        let cipher = lines[2].split(separator: " ")
        guard cipher.count == 2, cipher[0] == "aes-256-gcm", let nonce = [UInt8](hex: String(cipher[1])),
            nonce.count == 12
        else { return nil }
        let key = try key(passphrase, lines[1].split(separator: " "))
        guard let plain = AES256GCM.open(bytes, key: key, nonce: nonce, authenticated: Array(head.utf8)) else {
            throw Refusal(
                vi: "Sai mật khẩu của tệp khóa, hoặc tệp đã hỏng.",
                en: "The passphrase of the key file is wrong, or the file is damaged."
            )
        }
        return read(String(decoding: plain, as: UTF8.self))
    }

    /// - Returns: `nil` unless the text is what ``plain`` would write.
    private static func read(_ text: String) -> KeyBundle? {
        var keys: [String: [UInt8]] = [:]
        for line in text.split(separator: "\n").dropFirst().dropLast() {
            let parts = line.split(separator: " ")
            guard parts.count == 2, isName(parts[0]), let key = [UInt8](hex: String(parts[1])), key.count == 32 else {
                return nil
            }
            keys[String(parts[0])] = key
        }
        let bundle = KeyBundle(keys: keys)
        return bundle.plain.utf8.elementsEqual(text.utf8) ? bundle : nil
    }

    /// A name becomes the name of a file.
    private static func isName(_ name: Substring) -> Bool {
        name.utf8.allSatisfy { byte in
            Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber
                || "-_.".utf8.contains(byte)
        } && name.utf8.allSatisfy { $0 < 128 } && name.first != "." && name.count <= 100
    }

    /// Within bounds, so that a file from elsewhere cannot ask for all memory there is.
    private static func key(_ passphrase: String, _ parameters: [Substring]) throws -> [UInt8] {
        guard parameters.count == 5, parameters[0] == "scrypt",
            let cost = Int(parameters[1]), (2...1 << 20).contains(cost),
            let blockSize = Int(parameters[2]), (1...16).contains(blockSize),
            let parallelism = Int(parameters[3]), (1...16).contains(parallelism),
            let salt = [UInt8](hex: String(parameters[4]))
        else { throw damaged }
        return try Scrypt.derive(
            password: Array(passphrase.precomposed.utf8),
            salt: salt,
            cost: cost,
            blockSize: blockSize,
            parallelism: parallelism,
            length: 32
        )
    }

    private static let damaged = Refusal(
        vi: "Tệp khóa bị hỏng hoặc không phải tệp do backup --keys ghi.",
        en: "The key file is damaged, or was not written by backup --keys."
    )
}
