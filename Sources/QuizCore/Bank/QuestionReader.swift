/// Reads the questions of one bank, remembering what it has seen.
struct QuestionReader {
    static let keys =
        ["id", "topic", "difficulty", "groups", "kind", "prompt", "image"] + BodyReader.keys
        + ["explanation", "source", "validFrom", "validTo"]

    let vocabulary: Vocabulary
    let images: ImageReader
    /// Where each was first: ids as they are, prompts in their normal form.
    private var ids: [String: SourcePlace] = [:]
    private var prompts: [[UInt8]: SourcePlace] = [:]

    init(vocabulary: Vocabulary, images: ImageStock) {
        self.vocabulary = vocabulary
        self.images = ImageReader(stock: images)
    }

    /// Reads one question and tells its faults.
    mutating func read(_ field: Field) -> Question? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let id = id(map)
        let topic = map.required("topic")?.code(of: vocabulary.topics)
        let difficulty: Difficulty? = map.required("difficulty")?.choice()
        let groups = groups(map)
        let kind: QuestionKind? = map.required("kind")?.choice()
        let prompt = prompt(map)
        let imageField = map.optional("image")
        let image = imageField.flatMap { images.read($0) }
        let body = BodyReader(map: map).read(kind)
        let explanation = note("explanation", map, most: 3_000)
        let source = note("source", map, most: 1_000)
        let validFrom = map.optional("validFrom")?.day()
        let validTo = map.optional("validTo")?.day()
        if let validFrom, let validTo, validTo < validFrom {
            let (first, last) = (map.faults.words.name("validFrom"), map.faults.words.name("validTo"))
            map.faults.add(
                map.place(of: "validTo"),
                vi: "ngày cuối \(last.vi) (\(validTo.text)) đứng trước ngày đầu \(first.vi) (\(validFrom.text))",
                en: "the last day \(last.en) (\(validTo.text)) lies before \(first.en) (\(validFrom.text))"
            )
        }
        guard let id, let topic, let difficulty, let groups, let prompt, let body, let explanation, let source,
            image != nil || imageField == nil
        else { return nil }
        return Question(
            id: id,
            topic: topic,
            difficulty: difficulty,
            groups: groups,
            prompt: prompt,
            body: body,
            explanation: explanation,
            source: source,
            validFrom: validFrom,
            validTo: validTo,
            image: image
        )
    }

    private mutating func id(_ map: MapReader) -> String? {
        guard let field = map.required("id"), let id = field.id() else { return nil }
        if let first = ids[id] {
            return field.tell(
                vi: "mã “\(id)” đã dùng ở dòng \(first.line); mỗi câu hỏi cần một mã riêng",
                en: "the id '\(id)' is taken in line \(first.line); every question needs its own"
            )
        }
        ids[id] = field.place
        return id
    }

    private mutating func prompt(_ map: MapReader) -> String? {
        guard let field = map.required("prompt"), let prompt = field.text(.many, most: 2_000) else { return nil }
        let normal = prompt.normal
        if let first = prompts[normal] {
            return field.tell(
                vi: "câu hỏi này đã có ở dòng \(first.line); hãy bỏ một câu hoặc viết lại cho khác",
                en: "this question stands in line \(first.line) already; drop one of them or reword it"
            )
        }
        prompts[normal] = field.place
        return prompt
    }

    /// Empty when absent: a house's own questions often have none.
    private func note(_ key: String, _ map: MapReader, most: Int) -> String? {
        guard let field = map.optional(key) else { return "" }
        return field.text(.many, most: most)
    }

    /// Sorted bytewise.
    private func groups(_ map: MapReader) -> [String]? {
        guard let fields = map.required("groups")?.list() else { return nil }
        var groups: Set<String> = []
        for field in fields {
            guard let group = field.code(of: vocabulary.groups) else { continue }
            if !groups.insert(group).inserted {
                map.faults.add(
                    field.place,
                    vi: "nhóm “\(group)” viết hai lần; chỉ giữ lại một",
                    en: "the group '\(group)' is written twice; keep one of them"
                )
            }
        }
        return groups.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
