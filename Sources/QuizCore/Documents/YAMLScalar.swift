/// Texts as YAML scalars: plain where no reader of YAML 1.1 or 1.2 can take them for something else, else quoted.
enum YAMLScalar {
    /// A value behind `key: `; several lines become a block of lines, each behind `indentation` spaces.
    static func inBlock(_ text: String, indentation: Int) -> String {
        if isPlain(text) { return text }
        guard isBlock(text) else { return quoted(text) }
        let margin = String(repeating: " ", count: indentation)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return "|-\n" + lines.map { $0.isEmpty ? "" : margin + $0 }.joined(separator: "\n")
    }

    /// A value within `[…]`.
    static func inFlow(_ text: String) -> String {
        isPlain(text) && !text.utf8.contains(where: Array(",[]{}".utf8).contains) ? text : quoted(text)
    }

    /// Plain style, YAML 1.2.2 section 7.3.3, and then some: what looks like a number, a day or a word of YAML is quoted.
    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, canBegin(first),
            last != ":", !last.properties.isWhitespace, text.unicodeScalars.allSatisfy(isPrintable)
        else { return false }
        let bytes = Array(text.utf8)
        for (byte, next) in zip(bytes, bytes.dropFirst()) {
            if byte == UInt8(ascii: ":"), next == UInt8(ascii: " ") { return false }
            if byte == UInt8(ascii: " "), next == UInt8(ascii: "#") { return false }
        }
        return !isWord(text) && !looksLikeNumber(text)
    }

    private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
        if !scalar.isASCII { return !scalar.properties.isWhitespace }
        return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "(/".unicodeScalars.contains(scalar)
    }

    private static func isWord(_ text: String) -> Bool {
        ["true", "false", "yes", "no", "on", "off", "y", "n", "null"].contains(text.lowercased())
    }

    /// Digits with what may stand in numbers, days and times, in any base.
    private static func looksLikeNumber(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
        return text.utf8.allSatisfy { Array("0123456789abcdefABCDEFxXoOtTzZ_.:+- ,".utf8).contains($0) }
    }

    /// A block keeps its lines as they are, as long as it neither begins nor ends with white space.
    private static func isBlock(_ text: String) -> Bool {
        guard text.contains("\n"), let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
            return false
        }
        return !first.properties.isWhitespace && !last.properties.isWhitespace
            && text.unicodeScalars.allSatisfy { $0 == "\n" || isPrintable($0) }
    }

    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isRefused && scalar != "\n" && scalar != "\r" && scalar != "\t"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
            default: result += escape(scalar)
            }
        }
        return result + "\""
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
}
