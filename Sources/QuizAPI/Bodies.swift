import Foundation
import Hummingbird
import NIOCore
import QuizCore

/// A body whose keys are all known: an unknown one is refused, so that a slip never passes for consent.
struct StrictBody {
    private let fields: [String: JSONValue]

    /// Reads at most 64 KiB of JSON.
    init(_ request: Request, keys: Set<String>) async throws {
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: 64 << 10)
        } catch {
            throw Problem.tooLarge
        }
        let decoded = try? JSONDecoder().decode([String: JSONValue].self, from: Data(buffer.readableBytesView))
        guard let decoded else {
            throw Problem.malformed("Nội dung phải là một đối tượng JSON.", "The content must be a JSON object.")
        }
        for key in decoded.keys where !keys.contains(key) { throw Problem.unknownField(key) }
        fields = decoded
    }

    func text(_ key: String) throws -> String? {
        switch fields[key] {
        case nil, .null: return nil
        case .text(let text): return text
        default: throw wrong(key, "văn bản", "a text")
        }
    }

    func requiredText(_ key: String) throws -> String {
        guard let text = try text(key) else { throw missing(key) }
        return text
    }

    func integer(_ key: String) throws -> Int64? {
        switch fields[key] {
        case nil, .null: return nil
        case .integer(let number): return number
        default: throw wrong(key, "số nguyên", "a whole number")
        }
    }

    func flag(_ key: String) throws -> Bool {
        switch fields[key] {
        case nil, .null: return false
        case .flag(let flag): return flag
        default: throw wrong(key, "true hoặc false", "true or false")
        }
    }

    func texts(_ key: String) throws -> [String]? {
        switch fields[key] {
        case nil, .null: return nil
        case .list(let values):
            return try values.map { value in
                guard case .text(let text) = value else { throw wrong(key, "danh sách văn bản", "a list of texts") }
                return text
            }
        default: throw wrong(key, "danh sách văn bản", "a list of texts")
        }
    }

    /// 16 bytes in hex.
    func token(_ key: String) throws -> PublicID? {
        guard let text = try text(key) else { return nil }
        guard let token = PublicID(hex: text) else {
            throw wrong(key, "32 chữ số hex thường", "32 lower-case hex digits")
        }
        return token
    }

    /// A sequence number: 1 to 2^53 − 1.
    func sequence() throws -> Int64 {
        guard let number = try integer("sequence") else { throw missing("sequence") }
        guard (1...9_007_199_254_740_991).contains(number) else {
            throw wrong("sequence", "số từ 1", "a number from 1")
        }
        return number
    }

    func missing(_ key: String) -> Problem {
        .malformed("Thiếu “\(key)”.", "'\(key)' is missing.")
    }

    private func wrong(_ key: String, _ vi: String, _ en: String) -> Problem {
        .malformed("“\(key)” phải là \(vi).", "'\(key)' must be \(en).")
    }
}

/// A JSON value, as far as bodies use it.
enum JSONValue: Decodable {
    case null
    case flag(Bool)
    case integer(Int64)
    case text(String)
    case list([JSONValue])
    case other

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let number = try? container.decode(Int64.self) {
            self = .integer(number)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .other
        }
    }
}
