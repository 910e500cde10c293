/// What is added up for one question.
struct ItemTally: Sendable {
    struct Line: Sendable {
        var count = 0
        var rest: Int128 = 0
    }

    struct Slot: Sendable {
        var count = 0
        var right = 0
    }

    /// Credits, and what the rest of the paper earned.
    var moments = Moments()
    var blank = 0
    var right = 0
    var lines: [Line] = []
    var wrongTexts = TextTally()
    var classes = ScoreClasses()
    var seconds = SecondsTally()
    /// By slot of the start.
    var slots: [Int: Slot] = [:]

    mutating func add(_ answer: Sitting.Answer, _ body: QuestionBody, rest: Int, person: Int64) {
        moments.add(answer.credit, rest)
        if answer.credit == Credit.full { right += 1 }
        guard !answer.isBlank else {
            blank += 1
            return
        }
        if case .text(let text)? = answer.choice, answer.credit < Credit.full {
            wrongTexts.add(TextTally.folded(text, body), person: person, rest: rest)
        }
        if lines.isEmpty { lines = AnswerLines(body).lines.map { _ in Line() } }
        AnswerLines.forEach(chosen: answer, in: body) { line in
            guard lines.indices.contains(line) else { return }
            lines[line].count += 1
            lines[line].rest += Int128(rest)
        }
    }

    mutating func add(slot: Int, isRight: Bool) {
        slots[slot, default: Slot()].count += 1
        if isRight { slots[slot, default: Slot()].right += 1 }
    }
}
