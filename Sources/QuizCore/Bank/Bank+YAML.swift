import Yams

extension Bank {
    /// Reads a bank in the native format (docs/bank-format.md).
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        let root = try YAMLDocument.read(yaml)
        let faults = FaultList()
        let keys = ["bank", "public", "title", "language", "licence", "questions"]
        guard let map = MapReader(root, keys: keys, faults) else { throw Faults(faults.faults) }
        let id = map.id("bank")
        let isPublic = map.flag("public")
        let title = map.text("title")
        let language = map.text("language", most: 35)
        let licence = map.text("licence")
        var reader = QuestionReader(vocabulary: vocabulary, faults: faults)
        let questions = (map.list("questions") ?? []).compactMap { reader.read($0) }
        if questions.count > QuestionPool.maximumQuestions {
            faults.add(map.value("questions"), "quá nhiều câu hỏi", "too many questions")
        }
        try faults.throwIfAny()
        guard let id, let title, let language, let licence else { throw Faults(faults.faults) }
        self.init(
            id: id,
            isPublic: isPublic,
            title: title,
            language: language,
            licence: licence,
            questions: questions
        )
    }
}

/// Reads the questions of one bank, remembering what it has seen.
struct QuestionReader {
    private static let keys = [
        "id", "topic", "difficulty", "groups", "kind", "prompt", "options", "explanation", "source", "validFrom",
        "validTo",
    ]

    let vocabulary: Vocabulary
    let faults: FaultList
    /// Line of the first, by id and by folded prompt.
    private var ids: [String: Int] = [:]
    private var prompts: [String: Int] = [:]

    init(vocabulary: Vocabulary, faults: FaultList) {
        self.vocabulary = vocabulary
        self.faults = faults
    }

    mutating func read(_ node: Node) -> Question? {
        guard let map = MapReader(node, keys: Self.keys, faults) else { return nil }
        let id = map.id("id")
        if let id, let first = ids.updateValue(map.value("id")?.mark?.line ?? 0, forKey: id) {
            faults.add(
                map.value("id"),
                "mã “\(id)” đã dùng ở dòng \(first)",
                "the id '\(id)' is taken in line \(first)"
            )
        }
        let prompt = map.text("prompt", most: 2_000)
        if let prompt,
            let first = prompts.updateValue(map.value("prompt")?.mark?.line ?? 0, forKey: Self.normal(prompt))
        {
            faults.add(
                map.value("prompt"),
                "câu hỏi đã có ở dòng \(first)",
                "the question stands in line \(first) already"
            )
        }
        let topic = map.required("topic").flatMap { MapReader.code($0, "topic", of: vocabulary.topics, faults) }
        let difficulty: Difficulty? = map.requiredChoice("difficulty")
        let groups = (map.list("groups") ?? []).compactMap {
            MapReader.code($0, "groups", of: vocabulary.groups, faults)
        }
        let body = body(map)
        let explanation = map.text("explanation", most: 3_000)
        let source = map.text("source", most: 1_000)
        let validFrom = map.day("validFrom")
        let validTo = map.day("validTo")
        if let validFrom, let validTo, validTo < validFrom {
            faults.add(map.value("validTo"), "validTo đứng trước validFrom", "validTo lies before validFrom")
        }
        guard let id, let topic, let difficulty, let prompt, let body, let explanation, let source else { return nil }
        return Question(
            id: id,
            topic: topic,
            difficulty: difficulty,
            groups: Set(groups).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) },
            prompt: prompt,
            body: body,
            explanation: explanation,
            source: source,
            validFrom: validFrom,
            validTo: validTo
        )
    }

    private func body(_ map: MapReader) -> QuestionBody? {
        guard let kind: ChoiceKind = map.requiredChoice("kind"), let nodes = map.list("options") else { return nil }
        let options = nodes.compactMap(option)
        guard options.count == nodes.count else { return nil }
        checkTexts(options, nodes)
        let place = map.value("options")
        if options.count < 2 { faults.add(place, "cần ít nhất hai phương án", "at least two options are needed") }
        if options.count > ChoiceQuestion.maximumOptions {
            let most = ChoiceQuestion.maximumOptions
            faults.add(place, "nhiều nhất \(most) phương án", "at most \(most) options")
        }
        let correct = options.count { $0.isCorrect }
        switch kind {
        case _ where correct == 0:
            faults.add(place, "chưa đánh dấu đáp án (correct: true)", "no option is marked as correct (correct: true)")
        case .single where correct > 1:
            faults.add(place, "câu một đáp án mà đánh dấu \(correct)", "a single choice has \(correct) correct options")
        case .multiple where correct < 2 || correct == options.count:
            faults.add(
                place,
                "câu nhiều đáp án cần từ hai đáp án đúng và ít nhất một phương án sai",
                "a multiple choice needs two correct options or more, and a wrong one"
            )
        case .trueFalse where options.count != 2 || correct != 1:
            faults.add(
                place,
                "câu đúng/sai cần đúng hai phương án, một đáp án",
                "a true/false question needs two options, one of them correct"
            )
        default: break
        }
        return .choice(ChoiceQuestion(kind: kind, options: options))
    }

    private func option(_ node: Node) -> Option? {
        guard let map = MapReader(node, keys: ["text", "correct", "pinned"], faults),
            let text = map.text("text", most: 500)
        else { return nil }
        return Option(text: text, isCorrect: map.flag("correct"), isPinned: map.flag("pinned"))
    }

    private func checkTexts(_ options: [Option], _ nodes: [Node]) {
        var seen: [String: Int] = [:]
        var wasPinned = false
        for (option, node) in zip(options, nodes) {
            if let first = seen.updateValue(node.mark?.line ?? 0, forKey: Self.normal(option.text)) {
                faults.add(node, "phương án đã có ở dòng \(first)", "the option stands in line \(first) already")
            }
            if wasPinned, !option.isPinned {
                faults.add(node, "phương án ghim (pinned) phải đứng cuối", "pinned options must stand last")
            }
            wasPinned = option.isPinned
        }
    }

    /// What makes two texts the same to a reader.
    private static func normal(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    }
}
