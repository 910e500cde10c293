/// Counts the items of lists as they come, and says what stands before each.
struct WordCounters {
    /// What stands before an item.
    struct Label {
        let text: String
        let run: RunProperties
        /// The list and level that it counts, as far as one may see.
        let list: String
    }

    private static let highest = 32_767

    private let numbering: WordNumbering
    /// By the numbering that lists share; `nil` before the first item of a level.
    private var values: [String: [Int?]] = [:]
    /// Lists whose own start has been used.
    private var started: Set<String> = []

    init(_ numbering: WordNumbering) {
        self.numbering = numbering
    }

    /// `nil` for a paragraph that is in no list.
    mutating func next(_ list: WordList) -> Label? {
        let level = list.level ?? 0
        guard let id = list.number, (0...8).contains(level), let found = numbering[id], let item = found.levels[level]
        else { return nil }
        var counts = values[found.abstract] ?? [Int?](repeating: nil, count: 9)
        if let start = found.starts[level], started.insert("\(id) \(level)").inserted {
            counts[level] = Self.bounded(start)
        } else {
            counts[level] = counts[level].map { Self.bounded($0 + 1) } ?? Self.bounded(item.start)
        }
        for deeper in (level + 1)..<9 where found.levels[deeper]?.restarts != false { counts[deeper] = nil }
        values[found.abstract] = counts
        return Label(text: text(item, counts, found), run: item.run, list: "\(found.abstract) \(level)")
    }

    private static func bounded(_ number: Int) -> Int { min(highest, max(0, number)) }

    private func text(_ item: WordNumbering.Level, _ counts: [Int?], _ list: WordNumbering.Numbering) -> String {
        guard item.format != "bullet" else { return "-" }
        guard item.format != "none" else { return "" }
        var text = ""
        var rest = item.text[...]
        while let character = rest.popFirst() {
            guard character == "%", let digit = rest.first?.wholeNumberValue, (1...9).contains(digit) else {
                text.append(character)
                continue
            }
            rest.removeFirst()
            let level = list.levels[digit - 1] ?? WordNumbering.Level()
            text += ListNumber.text(counts[digit - 1] ?? level.start, level.format)
        }
        return text
    }
}

/// Numbers in the ways that lists write them.
enum ListNumber {
    static func text(_ number: Int, _ format: String) -> String {
        let number = min(32_767, max(0, number))
        switch format {
        case "upperLetter": return letters(number).uppercased()
        case "lowerLetter": return letters(number)
        case "upperRoman": return roman(number)
        case "lowerRoman": return roman(number).lowercased()
        case "decimalZero": return number < 10 ? "0\(number)" : "\(number)"
        default: return "\(number)"
        }
    }

    /// `a` to `z`, then `aa`, `bb`.
    private static func letters(_ number: Int) -> String {
        guard number > 0 else { return "" }
        let letter = Character(Unicode.Scalar(UInt8(0x61 + (number - 1) % 26)))
        return String(repeating: letter, count: min(100, (number - 1) / 26 + 1))
    }

    private static func roman(_ number: Int) -> String {
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static let signs = [
        (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
}
