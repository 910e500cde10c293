/// Looks along a line.
struct LineScanner {
    let characters: [Character]
    private(set) var index: Int

    init(_ characters: [Character], at index: Int = 0) {
        self.characters = characters
        self.index = index
    }

    /// In the width of Latin letters.
    var next: Character? { index < characters.count ? characters[index].narrow : nil }

    /// As it stands.
    private var raw: Character? { index < characters.count ? characters[index] : nil }

    var isAtEnd: Bool { characters[min(index, characters.count)...].allSatisfy(\.isWhitespace) }

    @discardableResult
    mutating func spaces() -> Int {
        let start = index
        while raw?.isWhitespace == true { index += 1 }
        return index - start
    }

    /// One of some signs.
    @discardableResult
    mutating func take(_ signs: String) -> Character? {
        guard let next, signs.contains(next) else { return nil }
        index += 1
        return next
    }

    /// Signs of which any number may stand there, with spaces between.
    mutating func skip(_ signs: String) {
        while take(signs) != nil || spaces() > 0 {}
    }

    /// At most four digits.
    mutating func number() -> Int? {
        var value: Int?
        var count = 0
        while let digit = next?.wholeNumberValue, (0...9).contains(digit), next?.isASCII == true {
            guard count < 4 else { return nil }
            value = (value ?? 0) * 10 + digit
            count += 1
            index += 1
        }
        return value
    }

    /// The first of some words, in lower case and without marks, that stands there as a word of its own.
    mutating func word(_ words: [String]) -> String? {
        for word in words {
            if let end = end(of: word) {
                index = end
                return word
            }
        }
        return nil
    }

    private static let brackets: [Character: Character] = ["(": ")", "[": "]", "{": "}"]

    /// What stands in brackets there.
    mutating func bracketed() -> String? {
        guard let open = next, let close = Self.brackets[open] else { return nil }
        var end = index + 1
        while end < characters.count, end - index <= 40, characters[end].narrow != close { end += 1 }
        guard end < characters.count, characters[end].narrow == close else { return nil }
        defer { index = end + 1 }
        return String(characters[(index + 1)..<end])
    }

    private func end(of word: String) -> Int? {
        var position = index
        for sign in word {
            guard position < characters.count else { return nil }
            if sign == " " {
                guard characters[position].isWhitespace else { return nil }
                while position < characters.count, characters[position].isWhitespace { position += 1 }
            } else {
                guard characters[position].plain == sign else { return nil }
                position += 1
            }
        }
        let isWhole = position >= characters.count || !characters[position].isLetter
        return isWhole ? position : nil
    }
}
