/// Reads what is peculiar to the kind of a question.
struct BodyReader {
    /// The keys of all kinds.
    static let keys = [
        "options", "items", "pairs", "extra", "answers", "answer", "tolerance", "unit", "channel", "parts",
    ]

    let map: MapReader

    /// Reads the body and tells its faults.
    ///
    /// `kind`: `nil` when it is itself at fault; options are looked into all the same, they are what most questions have.
    func read(_ kind: QuestionKind?) -> QuestionBody? {
        guard let kind else {
            _ = map.optional("options").flatMap { OptionsReader(kind: nil).read($0) }
            return nil
        }
        tellKeysOfOthers(than: kind)
        switch kind {
        case .single: return choice(.single)
        case .multiple: return choice(.multiple)
        case .trueFalse: return choice(.trueFalse)
        case .order: return order()
        case .match: return match()
        case .short: return short()
        case .numeric: return numeric()
        case .message: return message()
        }
    }

    private func tellKeysOfOthers(than kind: QuestionKind) {
        for key in Self.keys where !kind.keys.contains(key) {
            guard map.optional(key) != nil else { continue }
            tell(key, isNoneOf: kind)
        }
    }

    private func tell(_ key: String, isNoneOf kind: QuestionKind) {
        let words = map.faults.words
        guard words.isNative else {
            let (name, kind) = (words.name(key), words.value(kind.rawValue))
            map.faults.add(
                map.place(of: key),
                vi: "câu loại “\(kind.vi)” không dùng \(name.vi); hãy để trống, hoặc đổi loại câu",
                en: "a question of kind '\(kind.en)' has no use for \(name.en); leave it empty, or change the kind"
            )
            return
        }
        let needed = kind.keys.joined(separator: ", ")
        map.faults.add(
            map.place(of: key),
            vi: "câu “\(kind.rawValue)” không có khóa “\(key)”; kind này nhận: \(needed)",
            en: "a '\(kind.rawValue)' question has no key '\(key)'; this kind takes: \(needed)"
        )
    }

    private func choice(_ kind: ChoiceKind) -> QuestionBody? {
        let options = map.required("options").flatMap { OptionsReader(kind: kind).read($0) }
        return options.map { .choice(ChoiceQuestion(kind: kind, options: $0)) }
    }

    private func order() -> QuestionBody? {
        guard let fields = map.required("items")?.list(OrderQuestion.counts) else { return nil }
        var seen = SeenTexts(vi: "mục", en: "item")
        let items = fields.compactMap { field -> String? in
            guard let text = field.map(keys: ["text"])?.required("text")?.text(.many, most: 500) else { return nil }
            seen.check(text, field)
            return text
        }
        return items.count == fields.count ? .order(OrderQuestion(items: items)) : nil
    }

    private func short() -> QuestionBody? {
        guard let fields = map.required("answers")?.list(ShortQuestion.counts) else { return nil }
        let answers = fields.compactMap { $0.text(most: AnswerText.maximumLength) }
        return answers.count == fields.count ? .short(ShortQuestion(answers: answers)) : nil
    }

    private func numeric() -> QuestionBody? {
        let answer = map.required("answer")?.decimal()
        let toleranceField = map.optional("tolerance")
        let tolerance = toleranceField == nil ? .zero : toleranceField?.decimal()
        if let toleranceField, let tolerance, tolerance.isNegative {
            let _: Never? = toleranceField.tellNeeded(vi: "số không âm", en: "a number that is not negative")
        }
        let unitField = map.optional("unit")
        let unit = unitField == nil ? "" : unitField?.text(most: 40)
        guard let answer, let tolerance, let unit else { return nil }
        return .numeric(NumericQuestion(answer: answer, tolerance: tolerance, unit: unit))
    }
}

extension QuestionKind {
    /// The keys of its own in bank files.
    fileprivate var keys: [String] {
        switch self {
        case .single, .multiple, .trueFalse: ["options"]
        case .order: ["items"]
        case .match: ["pairs", "extra"]
        case .short: ["answers"]
        case .numeric: ["answer", "tolerance", "unit"]
        case .message: ["channel", "parts"]
        }
    }
}

extension Field {
    /// A decimal number, in quotes or without.
    fileprivate func decimal() -> DecimalValue? {
        guard let written = scalar(vi: "một số", en: "a number") else { return nil }
        if let value = DecimalValue(written.text) { return value }
        return tellNeeded(
            vi: "một số như 24 hoặc 87,5 (không tách hàng nghìn, nhiều nhất 18 chữ số mỗi bên dấu phẩy)",
            en: "a number as 24 or 87.5 (digits not in groups, at most 18 on each side of the point)"
        )
    }
}
