import QuizCore

/// How the questions of a document are numbered, which decides what begins one.
struct ExamNumbering {
    /// `nil`: by numbers alone.
    private let word: QuestionLabel.Word?

    /// Looks through the document up to its answers.
    init(_ document: WordDocument) {
        var counts: [QuestionLabel.Word?: Int] = [:]
        search: for paragraph in document.paragraphs {
            for line in paragraph.lines {
                if !counts.isEmpty, ExamWords.isAnswerHeading(line) { break search }
                for label in [QuestionLabel(line), QuestionLabel(behindList: line)].compactMap({ $0 }) {
                    counts[label.word, default: 0] += 1
                }
            }
            // One such is enough to know.
            if counts[.question] != nil { break }
        }
        let exercises = counts[.exercise] ?? 0
        word = counts[.question] != nil ? .question : exercises > 0 && exercises >= counts[nil] ?? 0 ? .exercise : nil
    }

    /// The label of a question that begins here.
    func label(of line: WordLine, in current: inout ExamQuestion?) -> QuestionLabel? {
        guard
            let label = [QuestionLabel(line), QuestionLabel(behindList: line)].lazy.compactMap({ $0 })
                .first(where: { $0.word == word })
        else { return nil }
        return word != nil || begins(label, line, &current) ? label : nil
    }

    /// Whether a number alone begins a question: it may just as well belong to a list within one.
    private func begins(_ label: QuestionLabel, _ line: WordLine, _ current: inout ExamQuestion?) -> Bool {
        guard let number = label.number, let question = current else { return label.number != nil }
        if let list = line.list, list == question.list { return true }
        let last = question.number ?? 0
        if question.isComplete {
            return question.field == .explanation ? number == last + 1 : number > last || number == 1
        }
        let isInner = number == 1 || question.innerNumber > 0 && number == question.innerNumber + 1
        if isInner { current?.innerNumber = number }
        return !isInner && number == last + 1
    }
}
