/// Tables for spreadsheet programs: UTF-8 with a byte order mark, lines that end in CR LF, and no formulas (I10).
///
/// - Source: RFC 4180; OWASP, CSV Injection.
package struct CSVWriter: Sendable {
    /// Excel splits at the list separator of the computer's region, which in Việt Nam is the semicolon.
    package enum Separator: String, CaseIterable, Hashable, Sendable {
        case comma, semicolon

        var character: String {
            switch self {
            case .comma: ","
            case .semicolon: ";"
            }
        }
    }

    package let separator: Separator
    package private(set) var text = "\u{FEFF}"

    package init(separator: Separator) {
        self.separator = separator
    }

    /// Adds a line.
    package mutating func append(_ cells: [Cell]) {
        text += cells.map { $0.text(separator) }.joined(separator: separator.character) + "\r\n"
    }

    /// What was added since this was last asked for, so that a long table need not be in memory as a whole.
    package mutating func taken() -> String {
        let part = text
        text = ""
        return part
    }

    /// What stands in one cell.
    package enum Cell: Hashable, Sendable {
        /// Words that somebody wrote: never taken for a formula.
        case text(String)
        case number(Int64)
        /// Thousandths, shown with as many decimals as are needed.
        case thousandths(Int)
        /// Shown as in Việt Nam: `24/11/2026 08:02:03`.
        case time(Timestamp)

        func text(_ separator: Separator) -> String {
            switch self {
            case .text(let words): FormulaGuard.isHarmless(words) ? words : Self.quoted(FormulaGuard.protected(words))
            case .number(let number): String(number)
            case .thousandths(let value): Self.decimal(value, mark: separator == .semicolon ? "," : ".")
            case .time(let moment): moment.vietnamese
            }
        }

        private static func decimal(_ thousandths: Int, mark: String) -> String {
            let (whole, rest) = thousandths.magnitude.quotientAndRemainder(dividingBy: 1_000)
            var text = (thousandths < 0 ? "-" : "") + String(whole)
            guard rest > 0 else { return text }
            var digits = String(1_000 + rest).dropFirst()
            while digits.last == "0" { digits.removeLast() }
            text += mark + digits
            return text
        }

        private static func quoted(_ text: String) -> String {
            let isPlain = !text.unicodeScalars.contains { scalar in
                scalar == "," || scalar == ";" || scalar == "\"" || scalar.value < 0x20
            }
            guard !isPlain else { return text }
            return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
        }
    }
}
