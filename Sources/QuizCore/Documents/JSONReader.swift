/// A JSON value, as far as bodies and stored answers use it.
package enum JSONValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case integer(Int64)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
    /// A number that is not whole, or too large.
    case number
}

/// Reads JSON (RFC 8259) as bodies and stored answers need it.
///
/// Stricter than Foundation's decoder, which lets a key stand twice, and faster: a value of another type is no thrown
/// error. Answers are the hottest thing that is read.
package struct JSONReader {
    /// Bodies are two levels deep; a hostile one must not exhaust the stack.
    private static let depthLimit = 16

    private let bytes: [UInt8]
    private var next = 0
    private var depth = 0

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads one value that takes up all bytes.
    ///
    /// - Returns: `nil` if they are not one.
    package static func read(_ bytes: [UInt8]) -> JSONValue? {
        var reader = JSONReader(bytes)
        guard let value = reader.value() else { return nil }
        reader.skipSpace()
        return reader.next == bytes.count ? value : nil
    }

    private mutating func value() -> JSONValue? {
        skipSpace()
        guard next < bytes.count else { return nil }
        switch bytes[next] {
        case UInt8(ascii: "{"): return nested { $0.object() }
        case UInt8(ascii: "["): return nested { $0.list() }
        case UInt8(ascii: "\""): return text().map { .text($0) }
        case UInt8(ascii: "t"): return word("true", .flag(true))
        case UInt8(ascii: "f"): return word("false", .flag(false))
        case UInt8(ascii: "n"): return word("null", .null)
        default: return number()
        }
    }

    private mutating func nested(_ read: (inout JSONReader) -> JSONValue?) -> JSONValue? {
        guard depth < Self.depthLimit else { return nil }
        depth += 1
        defer { depth -= 1 }
        next += 1
        return read(&self)
    }

    private mutating func object() -> JSONValue? {
        var fields: [String: JSONValue] = [:]
        skipSpace()
        if take("}") { return .object(fields) }
        while true {
            skipSpace()
            guard let key = text() else { return nil }
            skipSpace()
            guard take(":"), let value = value(), fields.updateValue(value, forKey: key) == nil else { return nil }
            skipSpace()
            if take("}") { return .object(fields) }
            guard take(",") else { return nil }
        }
    }

    private mutating func list() -> JSONValue? {
        var values: [JSONValue] = []
        skipSpace()
        if take("]") { return .list(values) }
        while true {
            guard let value = value() else { return nil }
            values.append(value)
            skipSpace()
            if take("]") { return .list(values) }
            guard take(",") else { return nil }
        }
    }

    private mutating func text() -> String? {
        guard take("\"") else { return nil }
        let start = next
        while next < bytes.count {
            switch bytes[next] {
            case UInt8(ascii: "\""):
                defer { next += 1 }
                return String(validating: bytes[start..<next], as: UTF8.self)
            case UInt8(ascii: "\\"): return escapedText(Array(bytes[start..<next]))
            case 0..<0x20: return nil
            default: next += 1
            }
        }
        return nil
    }

    /// Goes on reading a text at its first escape.
    private mutating func escapedText(_ before: [UInt8]) -> String? {
        var plain = before
        while next < bytes.count {
            let byte = bytes[next]
            next += 1
            switch byte {
            case UInt8(ascii: "\""): return String(validating: plain, as: UTF8.self)
            case 0..<0x20: return nil
            case UInt8(ascii: "\\"):
                guard let scalar = escaped() else { return nil }
                plain.append(contentsOf: String(scalar).utf8)
            default: plain.append(byte)
            }
        }
        return nil
    }

    private mutating func escaped() -> Unicode.Scalar? {
        guard next < bytes.count else { return nil }
        defer { next += 1 }
        switch bytes[next] {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return unicode()
        default: return nil
        }
    }

    /// Reads from a `u` to the last digit: one unit, or a pair of surrogates.
    private mutating func unicode() -> Unicode.Scalar? {
        guard let high = unit() else { return nil }
        guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) }
        guard next + 2 < bytes.count, bytes[next + 1] == UInt8(ascii: "\\"), bytes[next + 2] == UInt8(ascii: "u") else {
            return nil
        }
        next += 2
        guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return nil }
        return Unicode.Scalar(0x1_0000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func unit() -> UInt32? {
        guard next + 4 < bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[next + 1...next + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        next += 4
        return value
    }

    private mutating func number() -> JSONValue? {
        let start = next
        _ = take("-")
        let first = next
        guard digits() else { return nil }
        guard bytes[first] != UInt8(ascii: "0") || next == first + 1 else { return nil }
        let whole = String(decoding: bytes[start..<next], as: UTF8.self)
        var isWhole = true
        if take(".") {
            isWhole = false
            guard digits() else { return nil }
        }
        if take("e") || take("E") {
            isWhole = false
            _ = take("+") || take("-")
            guard digits() else { return nil }
        }
        return isWhole ? Int64(whole).map { .integer($0) } ?? .number : .number
    }

    private mutating func digits() -> Bool {
        let start = next
        while next < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next]) { next += 1 }
        return next > start
    }

    private mutating func word(_ word: StaticString, _ value: JSONValue) -> JSONValue? {
        let letters = Array(word.description.utf8)
        guard bytes[next...].starts(with: letters) else { return nil }
        next += letters.count
        return value
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next < bytes.count, bytes[next] == UInt8(ascii: scalar) else { return false }
        next += 1
        return true
    }

    private mutating func skipSpace() {
        while next < bytes.count {
            switch bytes[next] {
            case 0x20, 0x09, 0x0A, 0x0D: next += 1
            default: return
            }
        }
    }
}
