/// What is to be accepted of a question whose key was wrong.
package struct QuestionCorrection: Hashable, Sendable, Codable {
    package let bank: String
    package let question: String
    /// What earns the points; `nil`: the question is void, and everybody who had it gets them.
    ///
    /// Letters of options or parts in the bank's order, accepted texts, or a number with its tolerance. Any of several
    /// letters of a question with one answer earns the points.
    package let accept: [String]?

    package init(bank: String, question: String, accept: [String]?) {
        self.bank = bank
        self.question = question
        self.accept = accept
    }
}

extension QuestionBody {
    /// The same question with another key.
    ///
    /// - Returns: `nil` if the words are no key for it; the order of items and pairs cannot be corrected, only voided.
    package func accepting(_ words: [String]) -> QuestionBody? {
        guard !words.isEmpty else { return nil }
        switch self {
        case .choice(let choice):
            guard let places = Self.places(words, below: choice.options.count) else { return nil }
            let options = choice.options.enumerated().map { place, option in
                Option(text: option.text, isCorrect: places.contains(place), isPinned: option.isPinned)
            }
            return .choice(ChoiceQuestion(kind: choice.kind, options: options))
        case .message(let message):
            guard let places = Self.places(words, below: message.parts.count) else { return nil }
            let parts = message.parts.enumerated().map { place, part in
                MessageQuestion.Part(role: part.role, text: part.text, isSuspicious: places.contains(place))
            }
            return .message(MessageQuestion(channel: message.channel, parts: parts))
        case .short:
            guard words.count <= ShortQuestion.counts.upperBound else { return nil }
            return .short(ShortQuestion(answers: words))
        case .numeric(let numeric):
            guard words.count <= 2, let answer = DecimalValue(words[0]) else { return nil }
            guard words.count == 2 else {
                return .numeric(NumericQuestion(answer: answer, tolerance: numeric.tolerance, unit: numeric.unit))
            }
            guard let tolerance = DecimalValue(words[1]), !words[1].contains("-") else { return nil }
            return .numeric(NumericQuestion(answer: answer, tolerance: tolerance, unit: numeric.unit))
        case .order, .match: return nil
        }
    }

    private static func places(_ words: [String], below count: Int) -> PlaceSet? {
        PlaceSet(letters: words.map { $0.lowercased() }, below: count)
    }
}

extension QuestionPool {
    /// The place of a question in the pool.
    package func ordinal(of question: String, in bank: String) -> Int? {
        questions.indices.first { questions[$0].id == question && banks[$0] == bank }
    }

    /// The pool to mark with after corrections, in their order; drawing from it is the same.
    package func corrected(by corrections: [QuestionCorrection]) -> QuestionPool {
        var pool = self
        for correction in corrections {
            guard let ordinal = ordinal(of: correction.question, in: correction.bank) else { continue }
            guard let accept = correction.accept else {
                pool.voided.insert(ordinal)
                continue
            }
            guard let body = questions[ordinal].body.accepting(accept) else { continue }
            pool.voided.remove(ordinal)
            pool.replaceBody(at: ordinal, with: body)
        }
        return pool
    }
}
