import Hummingbird
import NIOCore
import QuizCore

/// A body whose keys are all known: an unknown one is refused, so that a slip never passes for consent.
struct StrictBody {
    /// Unit: bytes.
    private static let limit = 64 << 10

    private let fields: [String: JSONValue]

    /// Reads at most 64 KiB of JSON.
    init(_ request: Request, keys: [String]) async throws {
        let buffer = try await request.whole(upTo: Self.limit)
        guard case .object(let fields)? = JSONReader.read(Array(buffer.readableBytesView)) else {
            throw Problem.malformed("Nội dung phải là một đối tượng JSON.", "The content must be a JSON object.")
        }
        for key in fields.keys.sorted() where !keys.contains(key) { throw Problem.unknownField(key) }
        self.fields = fields
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

    /// The words of a choice: texts or pairs of texts.
    func words(_ key: String) throws -> [ChoiceWord]? {
        let vi = "danh sách văn bản, hoặc danh sách cặp văn bản"
        let en = "a list of texts, or of pairs of texts"
        switch fields[key] {
        case nil, .null: return nil
        case .list(let values):
            return try values.map { value in
                guard let word = ChoiceWord(value) else { throw wrong(key, vi, en) }
                return word
            }
        default: throw wrong(key, vi, en)
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
            throw wrong("sequence", "số từ 1 đến 2^53 − 1", "a number from 1 to 2^53 − 1")
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

extension Request {
    /// The whole body.
    ///
    /// - Throws: `too-large` beyond the limit, `malformed` if it breaks off.
    func whole(upTo limit: Int) async throws -> ByteBuffer {
        do {
            return try await body.collect(upTo: limit)
        } catch is NIOTooManyBytesError {
            throw Problem.tooLarge
        } catch let error as HTTPError where error.status == .contentTooLarge {
            throw Problem.tooLarge
        } catch {
            throw Problem.malformed("Nội dung bị đứt giữa chừng.", "The content broke off.")
        }
    }
}
