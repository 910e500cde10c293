extension Bank {
    /// The bank in the native format; the same bank always gives the same bytes.
    package func yaml() -> String {
        var writer = BankWriter()
        writer.write(self)
        return writer.text
    }
}

/// Writes a bank with its keys in the order of the format, and a line break at its end.
private struct BankWriter {
    private(set) var text = ""

    mutating func write(_ bank: Bank) {
        line(0, "bank", bank.id)
        line(0, "public", bank.isPublic)
        line(0, "title", bank.title)
        line(0, "language", bank.language)
        line(0, "licence", bank.licence)
        text += bank.questions.isEmpty ? "questions: []\n" : "questions:\n"
        for question in bank.questions { write(question) }
    }

    private mutating func write(_ question: Question) {
        item(2, "id", question.id)
        line(4, "topic", question.topic)
        line(4, "difficulty", question.difficulty.rawValue)
        text += "    groups: [\(question.groups.map { YAMLScalar.inFlow($0) }.joined(separator: ", "))]\n"
        line(4, "kind", question.body.kind.rawValue)
        line(4, "prompt", question.prompt)
        if let image = question.image { write(image) }
        write(question.body)
        if !question.explanation.isEmpty { line(4, "explanation", question.explanation) }
        if !question.source.isEmpty { line(4, "source", question.source) }
        if let day = question.validFrom { text += "    validFrom: \(day.text)\n" }
        if let day = question.validTo { text += "    validTo: \(day.text)\n" }
    }

    private mutating func write(_ image: Image) {
        text += "    image:\n"
        line(6, "file", image.file)
        line(6, "alt", image.alt)
    }

    private mutating func write(_ body: QuestionBody) {
        switch body {
        case .choice(let choice): write(choice.options)
        case .order(let order):
            text += "    items:\n"
            for item in order.items { self.item(6, "text", item) }
        case .match(let match): write(match)
        case .short(let short): list("answers", short.answers)
        case .numeric(let numeric):
            line(4, "answer", numeric.answer.text)
            if numeric.tolerance != .zero { line(4, "tolerance", numeric.tolerance.text) }
            if !numeric.unit.isEmpty { line(4, "unit", numeric.unit) }
        case .message(let message): write(message)
        }
    }

    private mutating func write(_ match: MatchQuestion) {
        text += "    pairs:\n"
        for pair in match.pairs {
            item(6, "left", pair.left)
            line(8, "right", pair.right)
        }
        if !match.extra.isEmpty { list("extra", match.extra) }
    }

    private mutating func write(_ message: MessageQuestion) {
        line(4, "channel", message.channel.rawValue)
        text += "    parts:\n"
        for part in message.parts {
            item(6, "role", part.role.rawValue)
            line(8, "text", part.text)
            if part.isSuspicious { line(8, "suspicious", true) }
        }
    }

    private mutating func write(_ options: [Option]) {
        text += options.isEmpty ? "    options: []\n" : "    options:\n"
        for option in options {
            item(6, "text", option.text)
            if option.isCorrect { line(8, "correct", true) }
            if option.isPinned { line(8, "pinned", true) }
        }
    }

    /// A list of texts.
    private mutating func list(_ key: String, _ values: [String]) {
        text += "    \(key):\n"
        for value in values { text += "      - \(YAMLScalar.inBlock(value, indentation: 8))\n" }
    }

    /// Begins an item of a list with its first key.
    private mutating func item(_ indentation: Int, _ key: String, _ value: String) {
        let value = YAMLScalar.inBlock(value, indentation: indentation + 4)
        text += String(repeating: " ", count: indentation) + "- \(key): \(value)\n"
    }

    private mutating func line(_ indentation: Int, _ key: String, _ value: String) {
        let value = YAMLScalar.inBlock(value, indentation: indentation + 2)
        text += String(repeating: " ", count: indentation) + "\(key): \(value)\n"
    }

    private mutating func line(_ indentation: Int, _ key: String, _ value: Bool) {
        text += String(repeating: " ", count: indentation) + "\(key): \(value)\n"
    }
}
