import QuizCore

/// Writes what Aiken has room for: questions with one right option, each text on one line.
struct AikenWriter {
    private var text = ""
    private var notices: [Message] = []

    mutating func write(_ bank: Bank) -> WrittenBank {
        for question in bank.questions { write(question) }
        if !text.isEmpty {
            notices.insert(
                Message(
                    vi: "Aiken không giữ mã câu, chủ đề, độ khó, nhóm, giải thích, nguồn, thời hạn và phương án ghim",
                    en:
                        "Aiken holds no ids, topics, difficulties, groups, explanations, sources, days or pinned options"
                ),
                at: 0
            )
        }
        return WrittenBank(text: text, notices: notices)
    }

    private mutating func write(_ question: Question) {
        guard case .choice(let choice) = question.body, choice.kind != .multiple,
            let right = choice.options.firstIndex(where: \.isCorrect)
        else {
            let kind = question.body.kind.rawValue
            return tell(
                question,
                vi: "Aiken không có loại câu “\(kind)”; câu này không được xuất",
                en: "Aiken has no questions of kind '\(kind)'; it is left out"
            )
        }
        let prompt = Self.line(question.prompt)
        guard case .text = AikenLine(prompt[...]) else {
            return tell(
                question,
                vi: "câu hỏi bắt đầu giống một phương án hoặc dòng “ANSWER:”; câu này không được xuất",
                en: "it begins like an option or a line 'ANSWER:'; it is left out"
            )
        }
        if ([question.prompt] + choice.options.map(\.text)).contains(where: { $0.contains(where: \.isNewline) }) {
            tell(question, vi: "các dòng được nối thành một", en: "its lines are joined to one")
        }
        text += prompt + "\n"
        for (index, option) in choice.options.enumerated() {
            text += "\(AikenLine.letter(index)). \(Self.line(option.text))\n"
        }
        text += "ANSWER: \(AikenLine.letter(right))\n\n"
    }

    private mutating func tell(_ question: Question, vi: String, en: String) {
        notices.append(Message(vi: "câu \(question.id): \(vi)", en: "question \(question.id): \(en)"))
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { String($0).trimmingSpaces }.joined(separator: " ")
    }
}
