/// One question of a bank, as its author wrote it.
package struct Question: Hashable, Sendable {
    /// Unique within the bank; ASCII letters, digits, `-`, `_`, `.`; at most 64.
    package let id: String
    /// A topic of the vocabulary.
    package let topic: String
    package let difficulty: Difficulty
    /// The groups that may be asked it: codes of the vocabulary, sorted bytewise, at least one.
    package let groups: [String]
    /// NFC.
    package let prompt: String
    package let body: QuestionBody
    package let explanation: String
    package let source: String
    /// First day on which it may be drawn.
    package let validFrom: CalendarDay?
    /// Last day on which it may be drawn.
    package let validTo: CalendarDay?

    package init(
        id: String,
        topic: String,
        difficulty: Difficulty,
        groups: [String],
        prompt: String,
        body: QuestionBody,
        explanation: String,
        source: String,
        validFrom: CalendarDay? = nil,
        validTo: CalendarDay? = nil
    ) {
        self.id = id
        self.topic = topic
        self.difficulty = difficulty
        self.groups = groups
        self.prompt = prompt
        self.body = body
        self.explanation = explanation
        self.source = source
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Whether it may be drawn on `day`: an expired question never is.
    package func isValid(on day: CalendarDay) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

package enum Difficulty: String, CaseIterable, Hashable, Sendable {
    case easy, medium, hard
}

/// What a question asks for: one case for each way of answering, so that another kind joins without touching these.
package enum QuestionBody: Hashable, Sendable {
    /// Kinds `single`, `multiple` and `trueFalse`.
    case choice(ChoiceQuestion)

    /// The name of the kind, as in bank files and papers.
    package var kind: String {
        switch self {
        case .choice(let question): question.kind.rawValue
        }
    }
}

package enum ChoiceKind: String, CaseIterable, Hashable, Sendable {
    case single, multiple, trueFalse
}

/// A question answered by picking options.
package struct ChoiceQuestion: Hashable, Sendable {
    /// More do not fit a phone, a letter `a`…`l`, or ``OptionOrder``.
    package static let maximumOptions = 12

    package let kind: ChoiceKind
    /// `2...maximumOptions`, in the author's order; no two texts alike.
    package let options: [Option]

    package init(kind: ChoiceKind, options: [Option]) {
        self.kind = kind
        self.options = options
    }
}

package struct Option: Hashable, Sendable {
    package let text: String
    package let isCorrect: Bool
    /// Stays behind the shuffled ones, as 'all of the above' must.
    package let isPinned: Bool

    package init(text: String, isCorrect: Bool = false, isPinned: Bool = false) {
        self.text = text
        self.isCorrect = isCorrect
        self.isPinned = isPinned
    }
}
