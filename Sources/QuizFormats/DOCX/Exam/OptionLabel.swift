/// What an option begins with: `A.`, `b)`, `*C.`, `(D)`.
struct OptionLabel {
    /// Counted from 0.
    let letter: Int
    let isUpper: Bool
    let isStarred: Bool
    /// Where the letter itself stands.
    let index: Int
    /// Where the text begins.
    let end: Int

    init?(_ characters: [Character], at start: Int) {
        var scan = LineScanner(characters, at: start)
        isStarred = scan.take("*") != nil
        if isStarred { scan.spaces() }
        let isOpen = scan.take("(") != nil
        guard let sign = scan.next, let byte = sign.asciiValue, let letter = Self.letter(byte) else { return nil }
        self.letter = letter
        isUpper = byte < 0x60
        index = scan.index
        scan.take(String(sign))
        let spaces = scan.spaces()
        guard spaces <= 1, scan.take(isOpen ? ")" : ".):/") != nil else { return nil }
        // An address such as C:\ or a:// is no label.
        guard scan.next != "\\", scan.next != "/" else { return nil }
        end = scan.index
    }

    private static func letter(_ byte: UInt8) -> Int? {
        let capital = byte & 0xDF
        return (0x41...0x4C).contains(capital) ? Int(capital) - 0x41 : nil
    }

    /// As a message names it.
    static func name(_ letter: Int) -> String { SheetColumnName.name(letter + 1) }
}

/// Finds the options of one line.
enum OptionSplit {
    struct Part {
        let label: OptionLabel
        /// Of the text behind the label.
        let text: Range<Int>
    }

    /// The options of a line that begins with the option `first`, of which it may hold several.
    static func parts(_ line: WordLine, _ first: OptionLabel) -> [Part] {
        let wide = labels(line, behind: first) { isWideGap(line, $0) }
        if wide.count > 1 { return parts(wide, line) }
        // With single spaces between them only a whole row is sure to be one.
        let narrow = labels(line, behind: first) { $0 > 0 && line.characters[$0 - 1].isWhitespace }
        return parts(narrow.count >= 4 ? narrow : [first], line)
    }

    /// Where in the text of a prompt its options begin: a row from `A.` on.
    static func row(in line: WordLine, from start: Int) -> OptionLabel? {
        guard start + 1 < line.characters.count else { return nil }
        var tried = 0
        for index in (start + 1)..<line.characters.count where line.characters[index - 1].isWhitespace {
            guard let label = OptionLabel(line.characters, at: index), label.letter == 0 else { continue }
            tried += 1
            // Each is looked at to the end of the line.
            guard tried <= 8 else { return nil }
            let isWide = isWideGap(line, index)
            let count = labels(line, behind: label) {
                isWide ? isWideGap(line, $0) : line.characters[$0 - 1].isWhitespace
            }.count
            if count >= (isWide ? 2 : 4) { return label }
        }
        return nil
    }

    /// The labels in order behind one, where `isPossible`.
    private static func labels(
        _ line: WordLine,
        behind first: OptionLabel,
        _ isPossible: (Int) -> Bool
    ) -> [OptionLabel] {
        var found = [first]
        var expected = first.letter + 1
        var index = first.end
        while index < line.characters.count {
            if isPossible(index), let label = OptionLabel(line.characters, at: index), label.letter == expected,
                label.isUpper == first.isUpper
            {
                found.append(label)
                expected += 1
                index = label.end
            } else {
                index += 1
            }
        }
        return found
    }

    private static func parts(_ labels: [OptionLabel], _ line: WordLine) -> [Part] {
        labels.enumerated().map { index, label in
            let end = index + 1 < labels.count ? start(of: labels[index + 1], line) : line.characters.count
            return Part(label: label, text: label.end..<max(label.end, end))
        }
    }

    /// Where a label begins, star and bracket included.
    private static func start(of label: OptionLabel, _ line: WordLine) -> Int {
        var index = label.index
        while index > 0, "*( ".contains(line.characters[index - 1].narrow) { index -= 1 }
        return index
    }

    /// Whether a tab or more than one space stands before.
    private static func isWideGap(_ line: WordLine, _ index: Int) -> Bool {
        guard index > 0, line.characters[index - 1].isWhitespace else { return false }
        return line.characters[index - 1] == "\t" || index > 1 && line.characters[index - 2].isWhitespace
    }
}
