/// What one line of a file is.
enum AikenLine: Equatable {
    case blank
    /// `B. text` or `B) text`; the letter counted from 0.
    case option(letter: Int, text: String)
    /// What stands behind `ANSWER:`.
    case answer(String)
    case text(String)

    init(_ line: Substring) {
        let line = String(line).trimmingSpaces
        if line.isEmpty {
            self = .blank
        } else if let option = Self.option(line) {
            self = option
        } else if line.prefix(7).uppercased() == "ANSWER:" {
            self = .answer(String(line.dropFirst(7)).trimmingSpaces)
        } else {
            self = .text(line)
        }
    }

    /// The number of a capital letter; `nil` if it is no such letter.
    static func number(of letter: Character) -> Int? {
        guard let value = letter.asciiValue, (0x41...0x5A).contains(value) else { return nil }
        return Int(value) - 0x41
    }

    static func letter(_ number: Int) -> String {
        String(Unicode.Scalar(UInt8(0x41 + min(25, max(0, number)))))
    }

    private static func option(_ line: String) -> AikenLine? {
        var rest = line[...]
        guard let letter = rest.popFirst().flatMap(number), let sign = rest.popFirst(), sign == "." || sign == ")",
            rest.first.map(\.isWhitespace) ?? true
        else { return nil }
        return .option(letter: letter, text: String(rest).trimmingSpaces)
    }
}
