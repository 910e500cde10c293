import QuizCore

/// Turns a question of a document into one of the native format, once its key is clear.
struct QuestionWriter {
    var draft: ExamQuestion
    private let marks: MarkStatistics

    init(_ draft: ExamQuestion, _ marks: MarkStatistics) {
        self.draft = draft
        self.marks = marks
    }

    /// - Returns: False when there is no sense in going on.
    mutating func write(
        _ bank: inout ForeignBank,
        _ leftOut: inout WordLeftOut,
        _ parts: inout WordPictureParts?
    ) -> Bool {
        var question = frame()
        showPicture(in: &question, &bank, &parts)
        judge()
        if draft.options.isEmpty {
            writeOpen(&question)
        } else if !draft.hasBrokenOptions {
            if let truths = truths() {
                if draft.faults.isEmpty { return writeStatements(question, truths, &bank) }
            } else {
                writeChoice(&question, &bank, &leftOut)
            }
        }
        if !draft.faults.isEmpty {
            for fault in draft.faults {
                bank.fault(
                    SourcePlace(line: fault.line, column: fault.column),
                    vi: fault.message.vi,
                    en: fault.message.en
                )
            }
            // What is wrong has been told; the rest of the question is judged all the same.
            question.set("kind", "single", at: draft.place)
            question.set("options", DocumentNode(place: draft.place, content: .refused))
        }
        return bank.add(question)
    }

    /// What all kinds have.
    private mutating func frame() -> ForeignQuestion {
        var question = ForeignQuestion(place: draft.place, category: draft.category, original: draft.original)
        if let topic = draft.topic { question.category.append(topic) }
        var prompt = draft.prompt.joined(separator: "\n")
        let (text, level) = ExamTags.takeOff(prompt)
        if let level {
            prompt = text
            draft.difficulty = .init(text: level, place: draft.place)
            draft.prompt = [text]
        }
        question.set("prompt", prompt, at: draft.place)
        if let difficulty = draft.difficulty {
            let known = SheetWords.difficulty(difficulty.text)?.rawValue
            question.set("difficulty", known ?? difficulty.text, at: difficulty.place)
        }
        if !draft.explanation.isEmpty {
            question.set("explanation", draft.explanation.joined(separator: "\n"), at: draft.place)
        }
        if !draft.source.isEmpty { question.set("source", draft.source.joined(separator: "\n"), at: draft.place) }
        return question
    }

    /// Tells what makes the question useless whatever its key.
    private mutating func judge() {
        if draft.hasLostMath {
            draft.fault(
                vi: "có công thức không viết được thành chữ; hãy gõ lại công thức bằng chữ thường",
                en: "it has an equation that cannot be written as text; type it in plain letters"
            )
        }
        if draft.prompt.allSatisfy(\.isEmpty), !draft.pictures.isEmpty {
            draft.fault(
                vi: "câu hỏi chỉ có hình ảnh, không có chữ; hãy gõ nội dung câu hỏi",
                en: "the question is a picture only; type what it asks"
            )
        }
        for option in draft.options where option.text.isEmpty {
            draft.hasBrokenOptions = true
            let name = OptionLabel.name(option.letter)
            draft.fault(
                option.place,
                vi: "phương án \(name) không có chữ; hãy gõ nội dung phương án",
                en: "option \(name) has no text; type what it says"
            )
        }
        if let last = draft.options.last, hidesNext(last) {
            draft.hasBrokenOptions = true
            let (name, next) = (OptionLabel.name(last.letter), OptionLabel.name(last.letter + 1))
            draft.fault(
                last.place,
                vi:
                    "phương án \(name) có vẻ chứa cả phương án \(next); mỗi phương án một dòng, hoặc cách nhau bằng phím Tab",
                en: "option \(name) seems to hold option \(next) too; give each a line, or put tabs between them"
            )
        }
    }

    /// Whether the label of the next option stands in the text of the last.
    private func hidesNext(_ option: ExamOption) -> Bool {
        let characters = Array(option.text)
        return characters.indices.dropFirst().contains { index in
            guard characters[index - 1].isWhitespace, let label = OptionLabel(characters, at: index) else {
                return false
            }
            return label.letter == option.letter + 1 && label.isUpper == option.isUpper && label.isUpper
        }
    }
}

extension QuestionWriter {
    /// A question without options: its answer is a number, a word, or whether it is true.
    private mutating func writeOpen(_ question: inout ForeignQuestion) {
        let stated = draft.stated + draft.listed
        guard let key = stated.first, !key.text.isEmpty else {
            return draft.fault(
                vi: "không có phương án A, B… và không có dòng “Đáp án: …”; hãy thêm vào (câu tự luận không dùng được)",
                en: "it has no options A, B… and no line 'Đáp án: …'; add them (essays are not taken)"
            )
        }
        guard stated.allSatisfy({ $0.text.normal == key.text.normal }) else {
            return draft.fault(
                stated.last?.place,
                vi:
                    "hai chỗ ghi đáp án khác nhau: “\(key.text.excerpt)” và “\(stated.last?.text.excerpt ?? "")”; hãy sửa cho khớp",
                en:
                    "two answers differ: '\(key.text.excerpt)' and '\(stated.last?.text.excerpt ?? "")'; make them agree"
            )
        }
        if ["Đ", "S", "Đúng", "Sai", "True", "False"].contains(key.text), let truth = SheetWords.truth(key.text) {
            TrueFalse(language: "vi").set(truth, &question, at: key.place)
            return
        }
        let text = key.text.hasSuffix(".") ? String(key.text.dropLast()).trimmed : key.text
        // A zero in front is part of a code, such as a telephone number.
        let isCode = text.count > 1 && text.hasPrefix("0") && !text.hasPrefix("0,") && !text.hasPrefix("0.")
        if !isCode, DecimalValue(text) != nil {
            question.set("kind", "numeric", at: draft.place)
            question.set("answer", text, at: key.place)
        } else {
            question.set("kind", "short", at: draft.place)
            let answers = text.split { ";|".contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
            question.set("answers", .list(answers.map { .text($0, at: key.place) }, at: key.place))
        }
    }

    private mutating func writeChoice(
        _ question: inout ForeignQuestion,
        _ bank: inout ForeignBank,
        _ leftOut: inout WordLeftOut
    ) {
        guard let right = KeyJudge(draft, marks).key(&draft, &bank) else { return }
        let texts = draft.options.map(\.text)
        let isTrueFalse = texts.count == 2 && Set(texts.map { SheetWords.optionTruth($0) }) == [true, false]
        let pinned = isTrueFalse ? 0 : OptionReferences.pinned(texts)
        if pinned > 0 { leftOut.add(.pinned, at: draft.place) }
        let nodes = draft.options.enumerated().map { index, option in
            DocumentNode.option(
                option.text,
                isCorrect: right.contains(index),
                isPinned: index >= texts.count - pinned,
                at: option.place
            )
        }
        let kind: QuestionKind = right.count > 1 ? .multiple : isTrueFalse ? .trueFalse : .single
        question.set("kind", kind.rawValue, at: draft.place)
        question.set("options", .list(nodes, at: nodes.first?.place ?? draft.place))
    }

    /// Four statements become four questions.
    private func writeStatements(_ question: ForeignQuestion, _ truths: [Bool], _ bank: inout ForeignBank) -> Bool {
        for (option, isTrue) in zip(draft.options, truths) {
            let statement = TruthKey.takeOff(option.text)?.statement ?? option.text
            var single = ForeignQuestion(
                place: option.place,
                category: question.category,
                original: String(statement.prefix(200))
            )
            for entry in question.entries { single.set(entry.key, entry.value) }
            single.set("prompt", (draft.prompt + [statement]).joined(separator: "\n"), at: option.place)
            TrueFalse(language: "vi").set(isTrue, &single, at: option.place)
            guard bank.add(single) else { return false }
        }
        return true
    }

    /// Whether each statement is true; `nil` for a question that is no set of statements.
    private mutating func truths() -> [Bool]? {
        let count = draft.options.count
        let stated = (draft.stated + draft.listed).compactMap { TruthKey.read($0.text, count: count) }
        let ends = draft.options.compactMap { TruthKey.takeOff($0.text)?.isTrue }
        var all = stated + (ends.count == count ? [ends] : [])
        guard draft.isTrueFalse || !all.isEmpty && count > 2 || !stated.isEmpty && count > 1 && isLower else {
            return nil
        }
        if all.isEmpty, let marked = KeyJudge(draft, marks).marked {
            all.append((0..<count).map { marked.contains($0) })
        }
        guard let first = all.first, all.allSatisfy({ $0 == first }),
            stated.count == draft.stated.count + draft.listed.count
        else {
            draft.fault(
                vi: "chưa rõ từng ý a), b), c), d) đúng hay sai; hãy thêm dòng “Đáp án: Đ S Đ S” bên dưới",
                en: "it is not clear whether each of a), b), c), d) is true; add a line 'Đáp án: Đ S Đ S' below"
            )
            return []
        }
        return first
    }

    private var isLower: Bool { draft.options.first?.isUpper == false }
}
