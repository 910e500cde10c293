import QuizCore

extension ExamReader {
    /// Takes a line that begins with an option, and all options that stand on it.
    mutating func takeOptions(_ line: WordLine) -> Bool {
        guard var question = current, question.field == .prompt || question.field == .options else { return false }
        var start = 0
        while start < line.characters.count, line.characters[start].isWhitespace { start += 1 }
        guard
            let label = OptionLabel(line.characters, at: start)
                ?? (line.labelLength > 0 ? OptionLabel(line.characters, at: line.labelLength) : nil)
        else { return false }
        if let first = question.options.first, !first.isUpper, label.isUpper, label.letter == 0 {
            // What looked like options is a list within the question.
            question.prompt += question.options.map { "\(OptionLabel.name($0.letter).lowercased())) \($0.text)" }
            question.prompt += question.loose.map(\.text)
            (question.options, question.loose) = ([], [])
        }
        let expected = question.options.count
        guard label.letter == expected else { return takeMisplaced(label, line, question) }
        if let first = question.options.first, first.isUpper != label.isUpper { return false }
        join(&question)
        for part in OptionSplit.parts(line, label) { question.options.append(ExamOption(part, in: line)) }
        question.field = .options
        current = question
        return true
    }

    /// An option whose turn it is not.
    private mutating func takeMisplaced(_ label: OptionLabel, _ line: WordLine, _ question: ExamQuestion) -> Bool {
        guard let first = question.options.first, first.isUpper == label.isUpper else { return false }
        var question = question
        let (found, wanted) = (OptionLabel.name(label.letter), OptionLabel.name(question.options.count))
        let isAnew = label.letter == 0
        question.hasBrokenOptions = true
        question.fault(
            line.place,
            vi: isAnew
                ? "phương án A xuất hiện lần nữa; câu hỏi trước nó cần bắt đầu bằng số, như “Câu 2.”"
                : "phương án \(found) đứng ở chỗ của \(wanted); mỗi phương án một dòng, hoặc cách nhau bằng phím Tab",
            en: isAnew
                ? "an option A again; the question before it needs to begin with its number, as 'Câu 2.'"
                : "option \(found) stands where \(wanted) belongs; give each a line, or put tabs between them"
        )
        current = question
        return true
    }

    /// Lines between two options belong to the first of them.
    private mutating func join(_ question: inout ExamQuestion) {
        guard let first = question.loose.first, !question.options.isEmpty else { return }
        for line in question.loose { question.options[question.options.count - 1].add(line.text) }
        question.loose = []
        bank.notice(
            first.place,
            vi: "dòng không có chữ cái này được nối vào phương án phía trên",
            en: "this line without a letter is joined to the option above"
        )
    }

    /// Text of a question, behind which options may stand on the same line.
    mutating func takePrompt(_ line: WordLine, from start: Int) {
        let isOpen = current?.field == .prompt && current?.options.isEmpty == true
        if isOpen, let row = OptionSplit.row(in: line, from: start) {
            takeText(line.text(start..<row.index), at: line.place)
            _ = takeOptions(line.part(row.index..<line.characters.count))
            return
        }
        let rest = line.part(min(start, line.characters.count)..<line.characters.count)
        if current?.field == .options, let last = current?.options.indices.last, goesOn(last, with: rest) {
            current?.options[last].add(rest, 0..<rest.characters.count)
            return
        }
        takeText(rest.text(), at: rest.place)
    }

    /// Whether a line carries on an option: in the same paragraph, or because the letter stands alone.
    private func goesOn(_ option: Int, with line: WordLine) -> Bool {
        guard let option = current?.options[option] else { return false }
        return option.text.isEmpty || option.place.line == line.place.line
    }

    mutating func takeText(_ text: String, at place: SourcePlace) {
        guard !text.isEmpty else { return }
        guard var question = current else { return leftOut.add(.preamble, at: place) }
        current = nil
        defer { current = question }
        switch question.field {
        case .prompt: question.prompt.append(text)
        case .options: question.loose.append(.init(text: text, place: place))
        case .key where question.stated.last?.text.isEmpty == true:
            question.stated[question.stated.count - 1] = .init(text: text, place: place)
        case .key, .explanation: question.explanation.append(text)
        case .source: question.source.append(text)
        }
    }
}
