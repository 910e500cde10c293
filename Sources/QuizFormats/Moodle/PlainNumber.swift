import Foundation
import QuizCore

/// Numbers as Moodle takes them, written as our format takes them.
enum PlainNumber {
    /// `1e3`, `.5` and `+2` become `1000`, `0.5` and `2`; `nil` if it is no number, or one that ours cannot hold.
    static func text(_ written: String) -> String? {
        if DecimalValue(written) != nil { return written }
        return decimal(written).flatMap(text)
    }

    /// The middle of a range, and how far its ends are from there.
    static func middle(_ least: String, _ most: String) -> (answer: String, tolerance: String)? {
        guard let least = decimal(least), let most = decimal(most), least <= most,
            let answer = text((least + most) / 2), let tolerance = text((most - least) / 2)
        else { return nil }
        return (answer, tolerance)
    }

    private static func decimal(_ written: String) -> Decimal? {
        var text = written.replacing(",", with: ".")
        if text.hasPrefix("+") { text.removeFirst() }
        let isNumber =
            text.utf8.count <= 40 && text.contains(where: \.isNumber)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
        guard isNumber, text.count(where: { $0 == "." }) <= 1,
            !text.dropFirst().contains("-") || text.contains("e") || text.contains("E")
        else { return nil }
        let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
        return value?.isNaN == true ? nil : value
    }

    private static func text(_ value: Decimal) -> String? {
        let text = NSDecimalNumber(decimal: value).stringValue
        return DecimalValue(text)?.text
    }
}
