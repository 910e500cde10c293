import Foundation
import QuizCore

/// Bodies of requests.
enum JSONCheck {
    /// Whatever our reader takes, Foundation's takes too, with the same texts.
    static func check(_ bytes: [UInt8]) {
        guard let value = JSONReader.read(bytes) else { return }
        do {
            let other = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
            demand(isSame(value, other), "read as \(value), elsewhere as \(other)")
        } catch {
            demand(isSpecial(bytes), "read as \(value), elsewhere as no JSON: \(error)")
        }
    }

    /// Foundation refuses numbers beyond its own and takes some first bytes for a byte order mark.
    private static func isSpecial(_ bytes: [UInt8]) -> Bool {
        bytes.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } || bytes.contains(0)
            || bytes.contains(0xEF)
    }

    private static func isSame(_ value: JSONValue, _ other: Any) -> Bool {
        switch value {
        case .null: other is NSNull
        case .flag(let flag): (other as? NSNumber)?.boolValue == flag
        case .integer(let number): (other as? NSNumber)?.int64Value == number
        case .number: other is NSNumber
        case .text(let text): (other as? String)?.unicodeScalars.elementsEqual(text.unicodeScalars) ?? false
        case .list(let values):
            (other as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy(isSame) } ?? false
        case .object(let fields):
            (other as? [String: Any]).map { others in
                others.count == fields.count
                    && fields.allSatisfy { key, value in others[key].map { isSame(value, $0) } ?? false }
            } ?? false
        }
    }
}
