/// One element of a `choice` as sent, not yet held against a question.
package enum ChoiceWord: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The id of an option, item or part, or what was written.
    case text(String)
    case pair(left: String, right: String)

    package init(stringLiteral text: String) {
        self = .text(text)
    }

    package init?(_ json: JSONValue) {
        switch json {
        case .text(let text): self = .text(text)
        case .list(let values):
            guard values.count == 2, case .text(let left) = values[0], case .text(let right) = values[1] else {
                return nil
            }
            self = .pair(left: left, right: right)
        default: return nil
        }
    }
}

extension Choice {
    /// Reads the words of a `choice`, checking them against the question.
    ///
    /// `words`: By kind: ids of options or parts, each at most once, for `single` and `trueFalse` at most one; all items
    ///   of an `order`, or none; pairs of a `match`; at most one text.
    /// Result: `nil` if they do not fit.
    package init?(words: [ChoiceWord], for body: QuestionBody) {
        switch body {
        case .choice(let question):
            guard let places = Self.places(words, below: question.options.count) else { return nil }
            guard question.kind == .multiple || places.count <= 1 else { return nil }
            self = .places(places)
        case .message(let question):
            guard let places = Self.places(words, below: question.parts.count) else { return nil }
            self = .places(places)
        case .order(let question):
            guard let order = Self.order(words, of: question.items.count) else { return nil }
            self = .order(order)
        case .match(let question):
            guard let pairs = Self.pairs(words, of: question) else { return nil }
            self = .pairs(pairs)
        case .short, .numeric:
            guard let text = Self.text(words) else { return nil }
            self = .text(text)
        }
    }

    /// Reads the stored form.
    ///
    /// - Returns: `nil` if the text is not one.
    package init?(stored json: String, for body: QuestionBody) {
        guard case .list(let values)? = JSONReader.read(Array(json.utf8)) else { return nil }
        let words = values.compactMap { ChoiceWord($0) }
        guard words.count == values.count else { return nil }
        self.init(words: words, for: body)
    }

    /// The words as ids.
    ///
    /// - Returns: `nil` if one is a pair.
    private static func letters(_ words: [ChoiceWord]) -> [String]? {
        let letters = words.compactMap { word in
            if case .text(let letter) = word { letter } else { nil }
        }
        return letters.count == words.count ? letters : nil
    }

    private static func places(_ words: [ChoiceWord], below count: Int) -> PlaceSet? {
        letters(words).flatMap { PlaceSet(letters: $0, below: count) }
    }

    private static func order(_ words: [ChoiceWord], of count: Int) -> [Int]? {
        guard let letters = letters(words), letters.isEmpty || letters.count == count else { return nil }
        let places = letters.compactMap { PlaceSet.place(letter: $0, below: count) }
        return places.count == letters.count && Set(places).count == places.count ? places : nil
    }

    private static func pairs(_ words: [ChoiceWord], of question: MatchQuestion) -> [PlacePair]? {
        let pairs = words.compactMap { word -> PlacePair? in
            guard case .pair(let left, let right) = word,
                let left = PlaceSet.place(letter: left, below: question.pairs.count),
                let right = PlaceSet.place(letter: right, below: question.rights.count)
            else { return nil }
            return PlacePair(left: left, right: right)
        }
        guard pairs.count == words.count, Set(pairs.map(\.left)).count == pairs.count else { return nil }
        return pairs.sorted { $0.left < $1.left }
    }

    private static func text(_ words: [ChoiceWord]) -> String? {
        guard let letters = letters(words), letters.count <= 1 else { return nil }
        return letters.first.map { AnswerText.cleaned($0) } ?? ""
    }
}
