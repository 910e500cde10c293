import OpenSSL
import QuizCore

/// Tells whether a key is the one that is meant without telling the key: a hash of 32 random bytes can be shown.
package enum KeyCheck {
    package static func of(_ key: [UInt8], named name: String) -> String {
        var bytes = CanonicalBytes()
        bytes.append("bang-vang/key-check/v1")
        bytes.append(name)
        bytes.append(key)
        return SHA256.hash(bytes.bytes).hex
    }

    static func all(_ keys: [String: [UInt8]]) -> [String: String] {
        Dictionary(keys.map { ($0.key, of($0.value, named: $0.key)) }, uniquingKeysWith: { first, _ in first })
    }
}
