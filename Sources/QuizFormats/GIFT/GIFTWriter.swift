import QuizCore

/// Writes questions in GIFT, with what Moodle has no room for in the comments that it writes itself for ids and tags.
struct GIFTWriter {
    let language: String
    private var text = ""
    private var notices: [Message] = []
    private var topic: String?

    init(language: String) {
        self.language = language
    }

    mutating func write(_ bank: Bank) -> WrittenBank {
        for (key, value) in [
            ("bank", bank.id), ("title", bank.title), ("language", language), ("licence", bank.licence),
        ] {
            text += "// \(key): \(Self.line(value))\n"
        }
        text += "\n"
        for question in bank.questions { write(question) }
        return WrittenBank(text: text, notices: notices)
    }

    private mutating func write(_ question: Question) {
        guard let body = body(of: question) else { return }
        if topic != question.topic {
            topic = question.topic
            text += "$CATEGORY: \(MoodleCategory.text([question.topic]))\n\n"
        }
        text += Self.comment("id", question.id)
        let isAsIs = isTrueFalse(question)
        for tag in MoodleTags.texts(of: question, isAsIs: isAsIs) { text += " " + Self.bracketed("tag", tag) }
        text += "\n::\(Self.escaped(question.id))::[plain]\(Self.escaped(question.prompt)) {\(body)"
        let feedback = Attribution.joined(question.explanation, question.source, language: language)
        if !feedback.isEmpty { text += "####\(Self.marked(feedback))\n" }
        text += "}\n\n"
        if Attribution.split(feedback) != (question.explanation, question.source.isEmpty ? nil : question.source) {
            tell(
                question,
                vi: "lời giải thích có dòng bắt đầu bằng “Nguồn: ”, khi nhập lại sẽ thành nguồn",
                en: "a line of the explanation begins with 'Source: ' and will be read as the source"
            )
        }
    }

    private func isTrueFalse(_ question: Question) -> Bool {
        guard case .choice(let choice) = question.body else { return false }
        return TrueFalse(language: language).answer(of: choice) != nil
    }

    /// What stands between the braces; `nil` if the kind has no place in GIFT, which is told.
    private mutating func body(of question: Question) -> String? {
        switch question.body {
        case .choice(let choice): return options(choice)
        case .match(let match): return pairs(match, question)
        case .short(let short): return words(short, question)
        case .numeric(let numeric):
            let tolerance = numeric.tolerance == .zero ? "" : ":" + numeric.tolerance.text
            return "#\(numeric.answer.text)\(tolerance)\n"
        case .order, .message:
            let kind = question.body.kind.rawValue
            tell(
                question,
                vi: "GIFT không có loại câu “\(kind)”; câu này không được xuất",
                en: "GIFT has no questions of kind '\(kind)'; it is left out"
            )
            return nil
        }
    }

    private func options(_ choice: ChoiceQuestion) -> String {
        if let answer = TrueFalse(language: language).answer(of: choice) { return answer ? "TRUE\n" : "FALSE\n" }
        let rights = choice.options.count { $0.isCorrect }
        let lines = choice.options.map { option in
            let sign =
                switch (choice.kind, option.isCorrect) {
                case (.multiple, true): "~%\(MoodleFraction.share(of: rights))%"
                case (.multiple, false): "~%-100%"
                case (_, true): "="
                case (_, false): "~"
                }
            return "\t\(sign)\(Self.marked(option.text))\n"
        }
        return "\n" + lines.joined()
    }

    private mutating func pairs(_ match: MatchQuestion, _ question: Question) -> String? {
        guard !match.pairs.contains(where: { $0.left.contains("->") }) else {
            tell(
                question,
                vi: "một vế trái có “->”, GIFT không viết được; câu này không được xuất",
                en: "a left side holds '->', which GIFT cannot write; the question is left out"
            )
            return nil
        }
        var text = "\n"
        for pair in match.pairs { text += "\t=\(Self.marked(pair.left)) -> \(Self.escaped(pair.right))\n" }
        for extra in match.extra { text += "\t= -> \(Self.escaped(extra))\n" }
        return text
    }

    private mutating func words(_ short: ShortQuestion, _ question: Question) -> String? {
        guard !short.answers.contains(where: { $0.contains("*") }) else {
            tell(
                question,
                vi: "một đáp án có dấu *, trong GIFT thay cho chữ bất kỳ; câu này không được xuất",
                en: "an answer holds *, which stands for anything in GIFT; the question is left out"
            )
            return nil
        }
        // A single answer with an arrow in it would make a matching question.
        guard !short.answers.contains(where: { $0.contains("->") }) else {
            tell(
                question,
                vi: "một đáp án có “->”, GIFT sẽ hiểu là câu ghép đôi; câu này không được xuất",
                en: "an answer holds '->', which makes a matching question in GIFT; the question is left out"
            )
            return nil
        }
        return "\n" + short.answers.map { "\t=\(Self.marked($0))\n" }.joined()
    }

    private mutating func tell(_ question: Question, vi: String, en: String) {
        notices.append(Message(vi: "câu \(question.id): \(vi)", en: "question \(question.id): \(en)"))
    }
}

extension GIFTWriter {
    /// Signs as text; a line end as Moodle writes it.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", "~", "=", "#", "{", "}", ":": escaped += "\\"
            case "\n":
                escaped += "\\n"
                continue
            default: break
            }
            escaped.unicodeScalars.append(scalar)
        }
        return escaped
    }

    /// A text that could begin like a format or a weight gets a format in front of it.
    private static func marked(_ text: String) -> String {
        (text.hasPrefix("[") || text.hasPrefix("%") ? "[plain]" : "") + escaped(text)
    }

    private static func comment(_ key: String, _ value: String) -> String { "// " + bracketed(key, value) }

    private static func bracketed(_ key: String, _ value: String) -> String {
        "[\(key):\(line(value).replacing("]", with: "\\]"))]"
    }

    private static func line(_ text: String) -> String { text.replacing("\n", with: " ") }
}
