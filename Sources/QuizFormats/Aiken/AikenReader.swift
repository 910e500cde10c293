import QuizCore

/// Reads line by line; a question ends with its answer.
struct AikenReader {
    private var bank = ForeignBank()
    /// The lines of the prompt that is being read.
    private var prompt: [(text: String, line: Int)] = []
    private var options: [(letter: Int, text: String, line: Int)] = []
    /// Lines behind an option that may belong to it, or begin the next question.
    private var loose: [(text: String, line: Int)] = []
    private var isAfterBlank = false

    mutating func read(_ text: String) -> ForeignBank {
        // As editors count them: other separators of lines are refused as hidden characters.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        for (index, line) in lines.enumerated() {
            guard take(AikenLine(line), index + 1) else { return bank }
        }
        if !prompt.isEmpty || !options.isEmpty { tellNoAnswer() }
        if bank.questions.isEmpty, bank.faults.isEmpty {
            bank.fault(.file, vi: "không có câu hỏi Aiken nào", en: "there is no Aiken question")
        }
        return bank
    }

    /// - Returns: False when there is no sense in reading on.
    private mutating func take(_ content: AikenLine, _ line: Int) -> Bool {
        defer { isAfterBlank = content == .blank }
        switch content {
        case .blank: return true
        case .text(let text):
            if options.isEmpty {
                prompt.append((text, line))
            } else if isAfterBlank, loose.isEmpty {
                endUnanswered([(text, line)])
            } else {
                loose.append((text, line))
            }
            return true
        case .option(let letter, let text):
            takeOption(letter, text, line)
            return true
        case .answer(let answer): return takeAnswer(answer, line)
        }
    }

    private mutating func takeOption(_ letter: Int, _ text: String, _ line: Int) {
        if letter == 0, !options.isEmpty { endUnanswered(loose) }
        joinLoose()
        if prompt.isEmpty, options.isEmpty {
            tell(
                line,
                vi: "phương án đứng trước câu hỏi; cần một dòng câu hỏi trước “A.”",
                en: "an option without a question; a line with the question goes before 'A.'"
            )
        }
        let expected = options.count
        if letter != expected {
            let (found, wanted) = (AikenLine.letter(letter), AikenLine.letter(expected))
            tell(
                line,
                vi: "phương án \(found) đứng ở chỗ của \(wanted); các chữ cái phải theo thứ tự A, B, C…",
                en: "option \(found) stands where \(wanted) belongs; letters go in order A, B, C…"
            )
        }
        options.append((letter, text, line))
    }

    /// Lines behind an option are taken as part of it.
    private mutating func joinLoose() {
        guard let first = loose.first, let last = options.last else { return }
        let text = ([last.text] + loose.map(\.text)).joined(separator: "\n")
        options[options.count - 1] = (last.letter, text, last.line)
        bank.notice(
            SourcePlace(line: first.line, column: 1),
            vi: "dòng không có chữ cái này được nối vào phương án phía trên; Aiken chỉ có một dòng cho mỗi phương án",
            en: "this line without a letter is joined to the option above; Aiken has one line for an option"
        )
        loose = []
    }

    /// The question so far has no answer, and another one begins.
    private mutating func endUnanswered(_ next: [(text: String, line: Int)]) {
        tellNoAnswer()
        prompt = next
        options = []
        loose = []
    }

    private mutating func tellNoAnswer() {
        let line = prompt.first?.line ?? options.first?.line ?? 1
        noteBroken(line)
        tell(
            line,
            vi: options.isEmpty
                ? "câu này không có phương án và dòng “ANSWER:”" : "câu này thiếu dòng “ANSWER: …” sau phương án cuối",
            en: options.isEmpty
                ? "this question has no options and no line 'ANSWER:'"
                : "this question lacks its line 'ANSWER: …' behind the last option"
        )
    }

    private mutating func noteBroken(_ line: Int) {
        let text = (prompt.map(\.text) + options.map(\.text)).joined(separator: "\n")
        bank.noteBroken(ForeignQuestion(place: SourcePlace(line: line, column: 1), original: String(text.prefix(200))))
    }

    private mutating func tell(_ line: Int, vi: String, en: String) {
        bank.fault(SourcePlace(line: line, column: 1), vi: vi, en: en)
    }

    private mutating func takeAnswer(_ answer: String, _ line: Int) -> Bool {
        defer {
            prompt = []
            options = []
            loose = []
        }
        joinLoose()
        guard let right = right(answer, line) else {
            noteBroken(prompt.first?.line ?? options.first?.line ?? line)
            return true
        }
        guard let first = prompt.first else { return true }
        if prompt.count > 1 {
            bank.notice(
                SourcePlace(line: prompt[1].line, column: 1),
                vi: "câu hỏi viết trên \(prompt.count) dòng được nối lại; Aiken chỉ có một dòng cho câu hỏi",
                en: "a question of \(prompt.count) lines is taken as one; Aiken has one line for a question"
            )
        }
        let place = SourcePlace(line: first.line, column: 1)
        let text = prompt.map(\.text).joined(separator: "\n")
        var question = ForeignQuestion(place: place, original: String(text.prefix(200)))
        question.set("kind", "single", at: place)
        question.set("prompt", text, at: place)
        let nodes = options.map { option in
            DocumentNode.option(
                option.text,
                isCorrect: option.letter == right,
                at: SourcePlace(line: option.line, column: 1)
            )
        }
        question.set("options", .list(nodes, at: nodes.first?.place ?? place))
        return bank.add(question)
    }

    /// The number of the right option; `nil` with a fault told.
    private mutating func right(_ answer: String, _ line: Int) -> Int? {
        guard !options.isEmpty else {
            tell(
                line,
                vi: "dòng “ANSWER:” không có câu hỏi và phương án phía trên",
                en: "a line 'ANSWER:' without options above it"
            )
            return nil
        }
        guard options.count > 1 else {
            tell(options[0].line, vi: "câu này chỉ có một phương án", en: "this question has only one option")
            return nil
        }
        guard let letter = answer.first, answer.count == 1,
            letter.isASCII,
            let right = AikenLine.number(of: Character(letter.uppercased()))
        else {
            tell(
                line,
                vi: "“ANSWER:” cần đúng một chữ cái, như “ANSWER: B”; Aiken chỉ có câu một đáp án",
                en: "'ANSWER:' needs just one letter, as 'ANSWER: B'; Aiken has questions with one right option only"
            )
            return nil
        }
        guard options.contains(where: { $0.letter == right }) else {
            let name = AikenLine.letter(right)
            tell(
                line,
                vi: "đáp án \(name) không có trong các phương án phía trên",
                en: "the answer \(name) is not among the options above"
            )
            return nil
        }
        return right
    }
}
