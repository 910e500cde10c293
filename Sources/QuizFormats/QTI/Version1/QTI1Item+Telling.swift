import QuizCore

extension QTI1Item {
    private static let general: Set<String> = ["general_fb", "general", "solution", "explanation"]
    private static let combined: Set<String> = [
        "correct_fb", "general_incorrect_fb", "incorrect_fb", "correct", "incorrect",
    ]

    mutating func tellNoKey(_ place: SourcePlace) {
        told.fault(
            place,
            vi: "không tìm được đáp án: cách chấm điểm (resprocessing) không cho câu trả lời nào được điểm",
            en: "there is no key: the processing (resprocessing) gives no answer a mark"
        )
    }

    mutating func tellAmbiguous(_ place: SourcePlace) {
        told.fault(
            place,
            vi: "nhiều cách trả lời cùng được điểm cao nhất, nên không rõ đáp án; hãy sửa cách chấm điểm",
            en: "several answers earn the most, so that the key is not clear; mend the processing"
        )
    }

    mutating func finish() {
        explain()
        for hint in root.children("itemcontrol") + root.children("itemrubric") { told.lose(.hint, at: hint.place) }
        if let points = QTI2Declaration.number(fields["points_possible"]), points != 1 {
            told.lose(.grade, at: root.place)
        }
        if fields["parent_stimulus_item_ident"] != nil {
            told.notice(
                root.place,
                vi: "đoạn dẫn dùng chung (stimulus) bị bỏ qua; hãy chép phần cần thiết vào câu hỏi",
                en: "a shared stimulus is left out; copy what is needed into the question"
            )
        }
        if let title = root["title"]?.trimmingSpaces, let first = questions.first, isName(title, of: first) {
            told.lose(.name, at: root.place)
        }
        told.tell(texts.texts, at: root.place)
        if texts.hasMedia { told.lose(.media, at: root.place) }
    }

    private func isName(_ title: String, of question: ForeignQuestion) -> Bool {
        guard case .scalar(let prompt, _)? = question["prompt"]?.content else { return false }
        return !title.isEmpty && title != root["ident"] && !prompt.hasPrefix(title)
            && !title.lowercased().hasPrefix("question")
    }

    private mutating func explain() {
        var general: [String] = []
        for feedback in root.children("itemfeedback") {
            let id = (feedback["ident"] ?? "").lowercased()
            if Self.general.contains(id) || feedback.first("solution") != nil {
                let text = texts.read(feedback)
                if !text.isEmpty { general.append(text) }
            } else {
                told.lose(Self.combined.contains(id) ? .combinedFeedback : .feedback, at: feedback.place)
            }
        }
        guard !general.isEmpty else { return }
        let (explanation, source) = Attribution.split(general.joined(separator: "\n\n"))
        for index in questions.indices {
            if !explanation.isEmpty { questions[index].set("explanation", explanation, at: root.place) }
            if let source { questions[index].set("source", source, at: root.place) }
        }
    }
}
