import QuizCore

/// A bank as the rows of a sheet, the heading first.
enum SheetTable {
    /// All columns that any question of the bank has something in, and those that people expect.
    static func rows(_ questions: [Question], _ language: SheetLanguage) -> (fields: [SheetField], rows: [[String]]) {
        let records = questions.map { record($0, language) }
        let used = records.reduce(into: Set<SheetField>(usual)) { $0.formUnion($1.keys) }
        let fields = SheetField.written.filter { used.contains($0) }
        let heading = fields.map { $0.heading(language) }
        return (fields, [heading] + records.map { record in fields.map { record[$0] ?? "" } })
    }

    private static let usual: [SheetField] =
        [.id, .topic, .difficulty, .groups, .kind, .prompt] + (0..<4).map { .option($0) }
        + [.correct, .explanation, .source]

    private static func record(_ question: Question, _ language: SheetLanguage) -> [SheetField: String] {
        var record: [SheetField: String] = [
            .id: question.id, .topic: question.topic,
            .difficulty: SheetWords.name(question.difficulty, language),
            .groups: question.groups.joined(separator: ", "),
            .kind: SheetWords.name(question.body.kind, language), .prompt: question.prompt,
        ]
        if !question.explanation.isEmpty { record[.explanation] = question.explanation }
        if !question.source.isEmpty { record[.source] = question.source }
        if let day = question.validFrom { record[.validFrom] = day.text }
        if let day = question.validTo { record[.validTo] = day.text }
        add(question.body, to: &record)
        return record
    }

    private static func add(_ body: QuestionBody, to record: inout [SheetField: String]) {
        switch body {
        case .choice(let choice):
            setOptions(choice.options.map(\.text), &record)
            record[.correct] = letters(choice.options.map(\.isCorrect))
            if choice.options.contains(where: \.isPinned) { record[.pinned] = letters(choice.options.map(\.isPinned)) }
        case .order(let order): setOptions(order.items, &record)
        case .match(let match):
            let pairs = match.pairs.map { SheetPair.text(left: $0.left, right: $0.right) }
            setOptions(pairs + match.extra.map { SheetPair.text(left: "", right: $0) }, &record)
        case .short(let short): setOptions(short.answers, &record)
        case .numeric(let numeric):
            record[.option(0)] = numeric.answer.text
            if numeric.tolerance != .zero { record[.tolerance] = numeric.tolerance.text }
            if !numeric.unit.isEmpty { record[.unit] = numeric.unit }
        case .message(let message):
            setOptions(message.parts.map { "\($0.role.rawValue): \($0.text)" }, &record)
            record[.correct] = letters(message.parts.map(\.isSuspicious))
            record[.channel] = message.channel.rawValue
        }
    }

    private static func setOptions(_ texts: [String], _ record: inout [SheetField: String]) {
        for (index, text) in texts.enumerated() { record[.option(index)] = text }
    }

    private static func letters(_ flags: [Bool]) -> String {
        flags.indices.filter { flags[$0] }.map { SheetColumnName.name($0 + 1) }.joined(separator: ",")
    }
}
