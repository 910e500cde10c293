/// A question answered with a few words of one's own.
package struct ShortQuestion: Hashable, Sendable {
    /// How many accepted spellings there may be.
    package static let counts = 1...10

    /// Accepted spellings; what ``Swift/String/answerFolded`` makes alike is accepted with them.
    package let answers: [String]

    package init(answers: [String]) {
        self.answers = answers
    }
}
