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
            case .text(let words): Self.quoted(Self.withoutFormula(words))
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

        /// Puts an apostrophe before what a spreadsheet might take for a formula.
        ///
        /// It goes to the front of the cell, and to every later part that would stand in front if line ends or another
        /// separator split the cell after all.
        private static func withoutFormula(_ words: String) -> String {
            var safe = String.UnicodeScalarView()
            var isFound = false
            var isFirstPart = true
            var isAtStart = true
            for scalar in words.unicodeScalars {
                if isAtStart, isFormulaStart(scalar) {
                    isFound = true
                    if !isFirstPart { safe.append("'") }
                }
                if isBreak(scalar) {
                    isFirstPart = false
                    isAtStart = true
                } else if !isSkipped(scalar) {
                    isAtStart = false
                }
                safe.append(scalar)
            }
            return (isFound ? "'" : "") + String(safe)
        }

        private static func isFormulaStart(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "=", "+", "-", "@", "\t", "\r": true
            // The same in full width, small, superscript and subscript, and the minus sign: some programs fold them.
            case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}": true
            case "\u{FE62}", "\u{FE63}", "\u{FE66}", "\u{FE6B}": true
            case "\u{207A}"..."\u{207C}", "\u{208A}"..."\u{208C}": true
            default: false
            }
        }

        private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case "\n", "\u{B}", "\u{C}", "\r", "\u{85}", "\u{2028}", "\u{2029}", ",", ";", "\t": true
            default: false
            }
        }

        /// What may stand before a formula without hiding it: spaces of all widths, quotes, what is not seen at all.
        private static func isSkipped(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || scalar == "\"" || scalar.properties.isDefaultIgnorableCodePoint
                || scalar.value < 0x20
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
