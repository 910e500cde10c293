import QuizCore

extension QTI2Item {
    /// - Returns: True when nothing of the item can be taken, which is told.
    mutating func refuseWhole() -> Bool {
        if root.first("itemBody") == nil {
            told.fault(root.place, vi: "câu này không có phần thân (itemBody)", en: "this item has no body (itemBody)")
        }
        if root.isFlag("adaptive") == true {
            told.fault(
                root.place,
                vi: "câu thích ứng (adaptive), trả lời qua nhiều lượt, không nhận được; hãy bỏ câu này khỏi gói",
                en: "an adaptive item, answered in several turns, is not taken; take it out"
            )
        }
        if root.first("templateProcessing") != nil || root.first("templateDeclaration") != nil {
            told.fault(
                root.place,
                vi: "câu có giá trị sinh ngẫu nhiên (templateDeclaration) không nhận được; hãy bỏ câu này khỏi gói",
                en: "an item whose values are drawn at random (templateDeclaration) is not taken; take it out"
            )
        }
        if let stimulus = root.first("assessmentStimulusRef") {
            told.notice(
                stimulus.place,
                vi: "đoạn dẫn dùng chung (stimulus) bị bỏ qua; hãy chép phần cần thiết vào câu hỏi",
                en: "a shared stimulus is left out; copy what is needed into the question"
            )
        }
        return !told.bank.faults.isEmpty
    }

    mutating func refuse(_ interaction: MarkupElement) {
        switch interaction.name {
        case "extendedTextInteraction":
            told.fault(
                interaction.place,
                vi: "câu tự luận (extendedTextInteraction) không chấm tự động được; hãy bỏ câu này khỏi tệp",
                en: "an essay (extendedTextInteraction) cannot be marked here; take it out of the file"
            )
        default:
            let name = interaction.name.excerpt
            told.fault(
                interaction.place,
                vi: "không nhận loại câu “\(name)” của QTI; hãy bỏ câu này hoặc soạn lại thành trắc nghiệm",
                en: "questions of QTI's type '\(name)' are not taken; drop this one or make it multiple choice"
            )
        }
    }

    mutating func tellNothingToAnswer() {
        told.notice(
            root.place,
            vi: "mục không có gì để trả lời (chỉ là lời dẫn), bị bỏ qua",
            en: "an item with nothing to answer is no question and is left out"
        )
    }

    mutating func tellNoField() {
        told.fault(
            root.place,
            vi:
                "câu này khai báo câu trả lời nhưng không có phần trả lời nào nhận ra được; hãy xuất lại từ phần mềm gốc",
            en: "this item declares a response and has no interaction that is known; export it again"
        )
    }

    mutating func tellMixed() {
        told.fault(
            root.place,
            vi: "câu này có nhiều phần trả lời khác loại; hãy tách mỗi phần thành một câu",
            en: "this item has several interactions of different kinds; make each a question of its own"
        )
    }

    mutating func tellUnasked(_ interaction: MarkupElement) {
        told.fault(
            interaction.place,
            vi: "câu này có nhiều phần trả lời, và phần ở đây không có lời hỏi (prompt) riêng; hãy tách thành từng câu",
            en: "this item has several interactions, and the one here has no prompt of its own; split the item"
        )
    }

    mutating func tellUndeclared(_ interaction: MarkupElement) {
        let name = (interaction["responseIdentifier"] ?? "").excerpt
        told.fault(
            interaction.place,
            vi: "câu trả lời “\(name)” không được khai báo (responseDeclaration), nên không biết đáp án",
            en: "the response '\(name)' is not declared (responseDeclaration), so that there is no key"
        )
    }

    mutating func tellNoKey(_ place: SourcePlace) {
        told.fault(
            place,
            vi: "không tìm được đáp án: không có correctResponse, và cách chấm điểm không cho ra một đáp án",
            en: "there is no key: no correctResponse, and the processing does not come to one"
        )
    }

    mutating func tellAmbiguous(_ place: SourcePlace) {
        told.fault(
            place,
            vi: "nhiều cách trả lời cùng được điểm cao nhất, nên không rõ đáp án; hãy sửa cách chấm điểm",
            en: "several answers earn the most, so that the key is not clear; mend the processing"
        )
    }

    mutating func tellContradiction(_ place: SourcePlace) {
        told.fault(
            place,
            vi: "correctResponse và cách chấm điểm cho hai đáp án khác nhau; hãy sửa một trong hai",
            en: "correctResponse and the processing come to different keys; mend one of them"
        )
    }

    /// The key points at something that is not there.
    mutating func tellDangling(_ value: String, _ place: SourcePlace) {
        told.fault(
            place,
            vi: "đáp án “\(value.excerpt)” không trỏ tới phương án nào của câu này",
            en: "the key '\(value.excerpt)' points at no option of this question"
        )
    }

    mutating func tellUnverified(_ place: SourcePlace) {
        told.notice(
            place,
            vi:
                "cách chấm điểm của câu này không đọc được hoặc không cho điểm; đáp án lấy theo correctResponse, hãy kiểm tra lại",
            en:
                "the processing of this item is not understood, or gives no mark; the key is its correctResponse, check it"
        )
    }

    /// Feedback, title, style and the like, once the questions are made.
    mutating func finish(_ body: MarkupElement) {
        explain()
        for feedback in body.all("feedbackInline") + body.all("feedbackBlock") {
            told.lose(.feedback, at: feedback.place)
        }
        for rubric in body.all("rubricBlock") where Self.isAside(rubric) { told.lose(.hint, at: rubric.place) }
        for include in body.all("include") { told.lose(.file, at: include.place) }
        for tag in metadata.tags.others { told.lose(.tag, at: tag.place) }
        if let title = root["title"]?.trimmingSpaces, let first = questions.first, isName(title, of: first) {
            told.lose(.name, at: root.place)
        }
        told.tell(texts, at: root.place)
    }

    private func isName(_ title: String, of question: ForeignQuestion) -> Bool {
        guard case .scalar(let prompt, _)? = question["prompt"]?.content else { return false }
        return !title.isEmpty && title != root["identifier"] && title != metadata.id && !prompt.hasPrefix(title)
    }

    /// The feedback that is shown whatever was answered is the explanation.
    private mutating func explain() {
        var general: [String] = []
        for feedback in root.children("modalFeedback") {
            guard isAlwaysShown(feedback) else {
                told.lose(.combinedFeedback, at: feedback.place)
                continue
            }
            let text = texts.read(feedback.first("contentBody") ?? feedback)
            if !text.isEmpty { general.append(text) }
        }
        guard !general.isEmpty else { return }
        let (explanation, source) = Attribution.split(general.joined(separator: "\n\n"))
        for index in questions.indices {
            if !explanation.isEmpty { questions[index].set("explanation", explanation, at: root.place) }
            if let source { questions[index].set("source", source, at: root.place) }
        }
    }

    private func isAlwaysShown(_ feedback: MarkupElement) -> Bool {
        guard let outcome = feedback["outcomeIdentifier"], let id = feedback["identifier"] else { return false }
        guard feedback["showHide"] != "hide" else { return false }
        let sets = root.first("responseProcessing")?.all("setOutcomeValue").filter { $0["identifier"] == outcome } ?? []
        if sets.isEmpty {
            let declared = root.children("outcomeDeclaration").first { $0["identifier"] == outcome }
            return declared?.first("defaultValue")?.word("value") == id
        }
        let always = root.first("responseProcessing")?.children("setOutcomeValue") ?? []
        return sets.count == 1 && always.contains { $0["identifier"] == outcome && $0.word("baseValue") == id }
    }
}
