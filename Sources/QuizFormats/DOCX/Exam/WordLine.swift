import QuizCore

/// One line of a paragraph, with the look of each of its characters.
struct WordLine {
    /// Paragraph and character.
    let place: SourcePlace
    let characters: [Character]
    let looks: [WordLook]
    /// How many of the first characters an automatic list has put there.
    let labelLength: Int
    /// The list that has put them there.
    let list: String?
    let heading: Int?

    var isBlank: Bool { characters.allSatisfy(\.isWhitespace) }

    /// A part as text: white space of any kind and length is one space.
    func text(_ range: Range<Int>) -> String {
        var text = ""
        for character in characters[range] {
            if !character.isWhitespace {
                text.append(character)
            } else if !text.isEmpty, text.last != " " {
                text.append(" ")
            }
        }
        if text.last == " " { text.removeLast() }
        return text
    }

    func text(from index: Int = 0) -> String { text(min(index, characters.count)..<characters.count) }

    func place(at index: Int) -> SourcePlace { SourcePlace(line: place.line, column: place.column + index) }

    /// A part as a line of its own.
    func part(_ range: Range<Int>) -> WordLine {
        WordLine(
            place: place(at: range.lowerBound),
            characters: Array(characters[range]),
            looks: Array(looks[range]),
            labelLength: max(0, labelLength - range.lowerBound),
            list: range.lowerBound < labelLength ? list : nil,
            heading: heading
        )
    }

    /// What letters and digits of a part have in common; of signs alone, what these have.
    ///
    /// - Returns: `nil` for no text at all.
    func look(_ range: Range<Int>) -> WordLook? {
        let seen = range.filter { !characters[$0].isWhitespace }
        let words = seen.filter { characters[$0].isLetter || characters[$0].isNumber }
        let counted = words.isEmpty ? seen : words
        guard let first = counted.first else { return nil }
        return counted.dropFirst().reduce(looks[first]) { $0.common(with: looks[$1]) }
    }
}

extension WordParagraph {
    /// The lines that it shows: ended by breaks, the first with its label.
    var lines: [WordLine] {
        var lines: [WordLine] = []
        var characters: [Character] = []
        var looks: [WordLook] = []
        var labelLength = 0
        var column = 1
        if let label {
            characters = Array(label.text + " ")
            looks = [WordLook](repeating: label.look, count: characters.count)
            labelLength = characters.count
        }
        func end() {
            lines.append(
                WordLine(
                    place: SourcePlace(line: number, column: column),
                    characters: characters,
                    looks: looks,
                    labelLength: labelLength,
                    list: labelLength > 0 ? label?.list : nil,
                    heading: heading
                )
            )
            column += characters.count + 1
            (characters, looks, labelLength) = ([], [], 0)
        }
        for piece in pieces {
            for character in piece.text {
                if character == "\n" {
                    end()
                } else if let last = characters.last, character.isMark {
                    // A mark that stands in another run than its letter.
                    characters[characters.count - 1] = Character(String(last) + String(character))
                } else if !character.isUnseen {
                    characters.append(character)
                    looks.append(piece.look)
                }
            }
        }
        end()
        return lines
    }
}

extension Character {
    /// A mark without a letter of its own.
    fileprivate var isMark: Bool {
        guard let scalar = unicodeScalars.first, scalar.value >= 0x300 else { return false }
        return scalar.properties.canonicalCombiningClass != .notReordered
    }

    /// Seen by nobody; editors and web pages leave them behind.
    fileprivate var isUnseen: Bool {
        switch self {
        case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\r": true
        default: false
        }
    }

    /// In the width of Latin letters: `：` as `:`.
    var narrow: Character {
        guard let scalar = unicodeScalars.first, (0xFF01...0xFF5E).contains(scalar.value),
            let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return self }
        return Character(narrow)
    }

    /// Narrow, in lower case and without marks.
    var plain: Character {
        if let byte = asciiValue {
            return (0x41...0x5A).contains(byte) ? Character(Unicode.Scalar(byte + 0x20)) : self
        }
        let folded = String(narrow).folded
        return folded.count == 1 ? folded.first ?? self : self
    }
}
