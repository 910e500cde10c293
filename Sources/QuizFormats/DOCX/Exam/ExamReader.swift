import QuizCore

/// Takes a document apart: line by line, with tables where they stand.
struct ExamReader {
    private let document: WordDocument
    private let vocabulary: Vocabulary
    private let numbering: ExamNumbering
    var bank = ForeignBank()
    var leftOut: WordLeftOut
    var questions: [ExamQuestion] = []
    var current: ExamQuestion?
    var outline = ExamOutline()
    /// The answers given apart from the questions, and where in them the reading is.
    var answers = ExamAnswers()
    var paper = 0
    /// Whether `Chủ đề:` and `Mức độ:` stand over questions, as they do when the first stands before any.
    private var isTopicAbove: Bool?
    private var isDifficultyAbove: Bool?
    private var block = 0
    /// Whether options follow upon a paragraph, once that was looked for.
    private var lookedAhead: (block: Int, found: Bool)?

    init(_ document: WordDocument, vocabulary: Vocabulary) {
        self.document = document
        self.vocabulary = vocabulary
        numbering = ExamNumbering(document)
        leftOut = document.leftOut
    }

    mutating func read() -> ForeignBank {
        for (index, block) in document.blocks.enumerated() {
            self.block = index
            switch block {
            case .paragraph(let paragraph): take(paragraph)
            case .table(let table): take(table)
            }
        }
        finish(isLast: true)
        answers.settle(&questions, &bank)
        let marks = MarkStatistics(questions)
        var parts = document.parts
        for question in questions {
            var writer = QuestionWriter(question, marks)
            guard writer.write(&bank, &leftOut, &parts) else { break }
        }
        leftOut.tell(&bank)
        if bank.questions.isEmpty, bank.faults.isEmpty { tellNothing() }
        return bank
    }

    private mutating func tellNothing() {
        bank.fault(
            .file,
            vi: "không thấy câu hỏi nào; mỗi câu cần bắt đầu bằng “Câu 1.”, các phương án bằng “A.”, “B.”…, "
                + "hoặc lập bảng có hàng tiêu đề Câu hỏi, A, B, C, D, Đáp án",
            en: "there is no question; each needs to begin with 'Câu 1.' and its options with 'A.', 'B.'…, "
                + "or make a table with a heading row Question, A, B, C, D, Answer"
        )
    }

    mutating func take(_ paragraph: WordParagraph) {
        for line in paragraph.lines where !line.isBlank { take(line) }
        guard !answers.isOpen else { return }
        current?.take(paragraph.pictures)
        if paragraph.hasLostMath { current?.hasLostMath = true }
    }

    private mutating func take(_ table: WordTable) {
        if let sheet = WordSheet(table, vocabulary: vocabulary) {
            finish(isLast: false)
            return sheet.add(to: &bank)
        }
        let isBetween = current?.isComplete ?? true
        if answers.isOpen || isBetween, let grid = AnswerGrid(table, isExpected: answers.isOpen) {
            finish(isLast: true)
            answers.open(paper)
            return answers.take(grid, &bank)
        }
        if ExamTable.isLayout(table) || current == nil || answers.isOpen {
            for paragraph in ExamTable.paragraphs(table) { take(paragraph) }
        } else {
            takeData(table)
        }
    }

    /// A table within the text of a question.
    private mutating func takeData(_ table: WordTable) {
        guard let first = table.rows.first?.first?.paragraphs.first else { return }
        leftOut.add(.table, at: first.place)
        for row in table.rows {
            let text = row.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }
            takeText(text.joined(separator: " | "), at: row.first?.paragraphs.first?.place ?? first.place)
            current?.take(row.flatMap { $0.paragraphs.flatMap(\.pictures) })
            if row.contains(where: { $0.paragraphs.contains(where: \.hasLostMath) }) { current?.hasLostMath = true }
        }
    }

    private mutating func take(_ line: WordLine) {
        guard !ExamWords.isDecoration(line) else { return }
        guard let index = ExamField.keyBehind(line) else { return takeWhole(line) }
        takeWhole(line.part(0..<index))
        takeWhole(line.part(index..<line.characters.count))
    }

    private mutating func takeWhole(_ line: WordLine) {
        if answers.isOpen, takeInAnswers(line) { return }
        if ExamWords.isAnswerHeading(line),
            current.map({ $0.isComplete || ExamWords.isCapital(line) }) ?? !questions.isEmpty
        {
            finish(isLast: true)
            return answers.open(paper)
        }
        if let label = numbering.label(of: line, in: &current) { return begin(label, line) }
        if let section = section(line) {
            finish(isLast: false)
            return outline.take(section)
        }
        if takeField(line) || takeOptions(line) { return }
        takePrompt(line, from: 0)
    }

    private mutating func begin(_ label: QuestionLabel, _ line: WordLine) {
        finish(isLast: false)
        var question = ExamQuestion(
            place: line.place,
            number: label.number,
            paper: paper,
            part: outline.part,
            category: outline.category,
            isTrueFalse: outline.isTrueFalse,
            list: line.list
        )
        let tags = ExamTags(label.tags)
        if let difficulty = tags.difficulty ?? outline.difficulty {
            question.difficulty = .init(text: difficulty, place: line.place)
        }
        if tags.hasOther { leftOut.add(.points, at: line.place) }
        current = question
        takePrompt(line, from: label.length)
    }

    /// A division of the document, where one may begin.
    private mutating func section(_ line: WordLine) -> ExamSection? {
        guard current?.isComplete ?? true || line.heading != nil else { return nil }
        if let section = ExamSection(line) {
            guard section.part == nil, ExamField(line)?.name == .topic else { return section }
            // `Chủ đề:` below a question speaks of that question, if the first of them does.
            let isAbove = isTopicAbove ?? (current == nil)
            isTopicAbove = isAbove
            return isAbove ? section : nil
        }
        guard let heading = line.heading, current?.isComplete ?? true else { return nil }
        guard OptionLabel(line.characters, at: 0) == nil, ExamField(line) == nil else { return nil }
        return ExamSection(heading: line, level: heading + 1)
    }

    /// Ends the question; `isLast`: no other follows right behind.
    mutating func finish(isLast: Bool) {
        guard var question = current else { return }
        current = nil
        for line in question.loose {
            if isLast {
                leftOut.add(.preamble, at: line.place)
            } else {
                question.fault(
                    line.place,
                    vi: "đoạn “\(line.text.excerpt)” đứng sau phương án cuối, không rõ thuộc câu nào; nếu là phần của "
                        + "phương án hãy nối bằng Shift+Enter, nếu là lời giải hãy ghi “Giải thích:” ở đầu, nếu không "
                        + "hãy xóa",
                    en: "'\(line.text.excerpt)' stands behind the last option and belongs to nothing; join it to the "
                        + "option by Shift+Enter, or put 'Giải thích:' before an explanation, or delete it"
                )
            }
        }
        questions.append(question)
    }
}

extension ExamReader {
    /// A line of answers given apart.
    ///
    /// - Returns: False if questions begin again.
    private mutating func takeInAnswers(_ line: WordLine) -> Bool {
        if ExamWords.isAnswerHeading(line) { return true }
        if let section = ExamSection(line), section.part != nil {
            answers.begin(part: section.part)
            return true
        }
        if let pairs = AnswerPairs(line) {
            for pair in pairs.found { answers.add(pair.number, pair.text, at: line.place) }
            return true
        }
        if let label = QuestionLabel(line), let number = label.number {
            let rest = line.part(label.length..<line.characters.count)
            let isAnswer = ExamField(rest)?.name == .key
            if !isAnswer, isBeforeOptions() {
                answers.close()
                paper += 1
                return false
            }
            answers.begin(number: number, at: line.place)
            if !rest.isBlank { takeSolution(rest) }
            return true
        }
        if answers.hasNumber { takeSolution(line) } else { leftOut.add(.preamble, at: line.place) }
        return true
    }

    /// Whether options follow upon this paragraph.
    private mutating func isBeforeOptions() -> Bool {
        if let known = lookedAhead, known.block == block { return known.found }
        let found = ExamTable.beginsQuestion(document.blocks[block...])
        lookedAhead = (block, found)
        return found
    }

    /// What is said of the question that the answers are at.
    private mutating func takeSolution(_ line: WordLine) {
        guard let field = ExamField(line) else { return answers.explain(line.text()) }
        let text = line.text(from: field.length)
        switch field.name {
        case .key:
            let (key, rest) = ExamWords.keyAndRest(text)
            answers.add(key, at: line.place)
            answers.explain(rest)
        default: answers.explain(text)
        }
    }

    private mutating func takeField(_ line: WordLine) -> Bool {
        guard let field = ExamField(line) else { return false }
        let text = line.text(from: field.length)
        let place = line.place(at: min(field.length, line.characters.count))
        if field.name == .difficulty {
            let isAbove = isDifficultyAbove ?? (current == nil)
            isDifficultyAbove = isAbove
            if isAbove {
                outline.difficulty = SheetWords.difficulty(text)?.rawValue ?? text
                return true
            }
        }
        guard var question = current else { return false }
        // In one pair of hands, lest every line copies all those before.
        current = nil
        defer { current = question }
        switch field.name {
        case .key:
            // Before the options `Chọn` and `Trả lời` may be part of the question.
            let (key, rest) = ExamWords.keyAndRest(text)
            question.stated.append(.init(text: key, place: place))
            question.field = .key
            question.takeRest(rest, of: key, at: place)
        case .explanation:
            guard question.isComplete else { return false }
            if !text.isEmpty { question.explanation.append(text) }
            question.field = .explanation
        case .source:
            guard question.isComplete else { return false }
            if !text.isEmpty { question.source.append(text) }
            question.field = .source
        case .difficulty: question.difficulty = .init(text: text, place: place)
        case .topic: question.topic = text
        }
        return true
    }
}
