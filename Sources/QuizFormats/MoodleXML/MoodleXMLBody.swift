import QuizCore

/// Reads what is peculiar to the type of a question.
struct MoodleXMLBody {
    let element: MarkupElement
    var texts: MoodleXMLTexts
    let tags: MoodleTags
    /// What is told of this question.
    var bank = ForeignBank()
    /// Where feedback stands that there is no room for.
    var feedback: [SourcePlace] = []

    init(element: MarkupElement, texts: MoodleXMLTexts, tags: MoodleTags) {
        self.element = element
        self.texts = texts
        self.tags = tags
    }

    private var answers: [MarkupElement] { element.children("answer") }
    private var format: String? { element.first("questiontext")?["format"] }

    /// - Returns: False when there is no question, which is told.
    mutating func read(_ type: String, _ question: inout ForeignQuestion) -> Bool {
        for answer in answers where answer.says("feedback") { feedback.append(answer.place) }
        switch type {
        case "multichoice": return readOptions(&question)
        case "truefalse": return readTrueFalse(&question)
        case "shortanswer": return readWords(&question)
        case "numerical": return readNumber(&question)
        case "ordering": return readOrder(&question)
        default: return readPairs(&question)
        }
    }

    /// The explanation, and the source that stands at its end.
    mutating func explain(_ general: MarkupElement, _ question: inout ForeignQuestion) {
        let (explanation, source) = Attribution.split(texts.read(general, inherited: format))
        if !explanation.isEmpty { question.set("explanation", explanation, at: general.place) }
        if let source { question.set("source", source, at: general.place) }
    }

    private mutating func readOptions(_ question: inout ForeignQuestion) -> Bool {
        let options = answers.map { answer in
            WeighedOptions.Weighed(
                text: texts.read(answer, inherited: format),
                weight: answer.fraction,
                place: answer.place
            )
        }
        let isSingle = element.flag("single") ?? true
        // Options that Moodle does not shuffle keep their order.
        let pinned = element.flag("shuffleanswers") == false ? options.count : tags.pinned
        let weighed = WeighedOptions(
            options: options,
            isSingle: isSingle,
            pinned: tags.kind == nil ? pinned : tags.pinned
        )
        weighed.set(&question, kind: tags.kind, &bank)
        return true
    }

    private mutating func readTrueFalse(_ question: inout ForeignQuestion) -> Bool {
        let right = answers.first { $0.fraction > 99.99 }
        switch right?.moodleText.trimmingSpaces.lowercased() {
        case "true": TrueFalse(language: nil).set(true, &question, at: right?.place ?? element.place)
        case "false": TrueFalse(language: nil).set(false, &question, at: right?.place ?? element.place)
        default:
            bank.fault(
                element.place,
                vi: "câu đúng/sai này không có đáp án “true” hoặc “false” được 100%",
                en: "this true-false question has no answer 'true' or 'false' worth 100"
            )
            return false
        }
        return true
    }

    private mutating func readWords(_ question: inout ForeignQuestion) -> Bool {
        var short = ShortAnswers()
        for answer in answers {
            short.add(texts.read(answer.moodleText, as: .plain), weight: answer.fraction, at: answer.place, &bank)
        }
        return short.set(&question, &bank)
    }

    private mutating func readNumber(_ question: inout ForeignQuestion) -> Bool {
        var numbers = NumericAnswers()
        for answer in answers {
            let text = answer.moodleText.trimmingSpaces
            // The star is what any other number is told.
            guard text != "*" || answer.fraction > 0 else { continue }
            let tolerance = answer.value("tolerance") ?? "0"
            guard let number = PlainNumber.text(text), let tolerance = PlainNumber.text(tolerance) else {
                numbers.tellNoNumber(text, at: answer.place, &bank)
                continue
            }
            numbers.add(number, tolerance, weight: answer.fraction, at: answer.place, &bank)
        }
        return numbers.set(&question, unit: unit(), &bank)
    }

    /// The unit in which the answer stands.
    private mutating func unit() -> (text: String, place: SourcePlace)? {
        let units = element.first("units")?.children("unit") ?? []
        let own = units.first { ($0.number("multiplier") ?? 1) == 1 }
        for unit in units where unit.place != own?.place {
            bank.notice(
                unit.place,
                vi: "đơn vị đo thứ hai bị bỏ qua: ở đây câu trả lời chỉ có một đơn vị",
                en: "a second unit is left out: an answer has one unit here"
            )
        }
        if let own, let name = own.value("unit_name") { return (name, own.place) }
        return tags.unit.map { ($0.text, $0.place) }
    }

    /// The fraction of an item is its place, from 1.
    private mutating func readOrder(_ question: inout ForeignQuestion) -> Bool {
        let sorted = answers.enumerated().sorted { ($0.element.fraction, $0.offset) < ($1.element.fraction, $1.offset) }
        let items = sorted.map { _, answer in
            let text = DocumentNode.text(texts.read(answer, inherited: format), at: answer.place)
            return DocumentNode.map([("text", text)], at: answer.place)
        }
        question.set("kind", "order", at: question.place)
        question.set("items", .list(items, at: items.first?.place ?? question.place))
        return true
    }

    private mutating func readPairs(_ question: inout ForeignQuestion) -> Bool {
        var pairs: [DocumentNode] = []
        var extra: [DocumentNode] = []
        for pair in element.children("subquestion") {
            let left = texts.read(pair, inherited: format)
            let answer = pair.first("answer")
            let right = DocumentNode.text(answer?.moodleText.trimmingSpaces ?? "", at: answer?.place ?? pair.place)
            if left.isEmpty {
                extra.append(right)
            } else {
                pairs.append(.map([("left", .text(left, at: pair.place)), ("right", right)], at: pair.place))
            }
        }
        question.set("kind", "match", at: question.place)
        question.set("pairs", .list(pairs, at: pairs.first?.place ?? question.place))
        if let first = extra.first { question.set("extra", .list(extra, at: first.place)) }
        return true
    }
}
