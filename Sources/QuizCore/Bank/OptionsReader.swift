/// Reads the options of one question and checks them against its kind.
struct OptionsReader {
    static let keys = ["text", "correct", "pinned"]

    /// `nil` when the kind itself is at fault: then nothing depends on it.
    let kind: ChoiceKind?

    /// Reads the list and tells its faults.
    func read(_ list: Field) -> [Option]? {
        guard let fields = list.list() else { return nil }
        let read = fields.map(option)
        checkTexts(zip(fields, read).compactMap { field, option in option.map { (field, $0) } })
        checkPinned(zip(fields, read).compactMap { field, option in option.map { (field, $0) } })
        checkCount(fields.count, list)
        let options = read.compactMap { $0 }
        // An option that could not be read may have been the right one.
        guard options.count == fields.count else { return nil }
        if let problem = keyProblem(correct: options.count { $0.isCorrect }, of: options.count, list.faults.words) {
            list.faults.add(list.place, vi: problem.vi, en: problem.en)
        }
        return options
    }

    private func option(_ field: Field) -> Option? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let text = map.required("text")?.text(.many, most: 500)
        let isCorrect = flag("correct", map)
        let isPinned = flag("pinned", map)
        guard let text, let isCorrect, let isPinned else { return nil }
        return Option(text: text, isCorrect: isCorrect, isPinned: isPinned)
    }

    /// False when absent.
    private func flag(_ key: String, _ map: MapReader) -> Bool? {
        guard let field = map.optional(key) else { return false }
        return field.boolean()
    }

    private func checkTexts(_ options: [(field: Field, option: Option)]) {
        var seen = SeenTexts(vi: "phương án", en: "option")
        for (field, option) in options { seen.check(option.text, field) }
    }

    private func checkPinned(_ options: [(field: Field, option: Option)]) {
        let lastFree = options.lastIndex { !$0.option.isPinned } ?? 0
        for (field, option) in options[..<lastFree] where option.isPinned {
            field.faults.add(
                field.place,
                vi: "phương án ghim (pinned) phải đứng sau mọi phương án không ghim",
                en: "a pinned option must stand behind all that are not pinned"
            )
        }
    }

    private func checkCount(_ count: Int, _ list: Field) {
        let most = ChoiceQuestion.maximumOptions
        if count < 2 {
            list.faults.add(list.place, vi: "cần ít nhất hai phương án", en: "at least two options are needed")
        } else if count > most {
            list.faults.add(
                list.place,
                vi: "có \(count) phương án, nhiều nhất là \(most)",
                en: "there are \(count) options, \(most) are the most"
            )
        }
    }

    private func keyProblem(correct: Int, of count: Int, _ words: KeyWords) -> Message? {
        let name = words.value(kind?.rawValue ?? "")
        guard correct > 0 else {
            return Message(
                vi: "chưa phương án nào được đánh dấu là đáp án; \(words.markRight.vi)",
                en: "no option is marked as right; \(words.markRight.en)"
            )
        }
        switch kind {
        case .single where correct > 1:
            return Message(
                vi: "câu “\(name.vi)” có \(correct) đáp án; chỉ để một, hoặc \(words.makeMultiple.vi)",
                en: "a '\(name.en)' question has \(correct) right options; leave one, or \(words.makeMultiple.en)"
            )
        case .multiple where correct < 2 || correct == count:
            return Message(
                vi: "câu “\(name.vi)” cần từ hai đáp án và ít nhất một phương án sai; "
                    + "ở đây có \(correct) trên \(count)",
                en:
                    "a '\(name.en)' question needs two right options or more and a wrong one; here \(correct) of \(count)"
            )
        case .trueFalse where correct != 1 || count != 2:
            return Message(
                vi: "câu “\(name.vi)” cần hai phương án, một đáp án; ở đây có \(count) phương án, \(correct) đáp án",
                en: "a '\(name.en)' question needs two options, one right; here are \(count), \(correct) right"
            )
        default: return nil
        }
    }
}
