import QuizCore

/// Moodle's true-false questions have no options of their own: the words of ours, in the language of the bank.
struct TrueFalse {
    let language: String?

    private var words: (yes: String, no: String) {
        (language ?? "vi").hasPrefix("vi") ? ("Đúng", "Sai") : ("True", "False")
    }

    /// Whether the statement is true, if the question is one that needs no options.
    func answer(of question: ChoiceQuestion) -> Bool? {
        guard question.kind == .trueFalse, question.options.map(\.text) == [words.yes, words.no],
            !question.options.contains(where: \.isPinned)
        else { return nil }
        return question.options.first?.isCorrect
    }

    func set(_ answer: Bool, _ question: inout ForeignQuestion, at place: SourcePlace) {
        question.set("kind", "trueFalse", at: place)
        let options = [
            DocumentNode.option(words.yes, isCorrect: answer, at: place),
            DocumentNode.option(words.no, isCorrect: !answer, at: place),
        ]
        question.set("options", .list(options, at: place))
    }
}
