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
    /// Shown beside the prompt.
    package let image: Image?
    package let body: QuestionBody
    /// Why the answer is right; empty: nothing is said.
    package let explanation: String
    /// Where that stands; empty: nothing is said.
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
        validTo: CalendarDay? = nil,
        image: Image? = nil
    ) {
        self.id = id
        self.topic = topic
        self.difficulty = difficulty
        self.groups = groups
        self.prompt = prompt
        self.image = image
        self.body = body
        self.explanation = explanation
        self.source = source
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// The question with another body.
    func with(_ body: QuestionBody) -> Question {
        Question(
            id: id,
            topic: topic,
            difficulty: difficulty,
            groups: groups,
            prompt: prompt,
            body: body,
            explanation: explanation,
            source: source,
            validFrom: validFrom,
            validTo: validTo
        )
    }

    /// Whether it may be drawn on `day`: an expired question never is.
    package func isValid(on day: CalendarDay) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }
}

package enum Difficulty: String, CaseIterable, Hashable, Sendable {
    case easy, medium, hard

    /// What a question adds to the difficulty of its paper.
    package var weight: Int {
        switch self {
        case .easy: 1
        case .medium: 2
        case .hard: 3
        }
    }
}
