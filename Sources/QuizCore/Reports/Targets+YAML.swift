extension Targets {
    /// Reads a file of targets.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) {
        self = try Document.read(yaml, keys: ["plan", "note", "targets"]) { map in
            let plan = map.required("plan")?.text(most: 300)
            let note = map.required("note")?.text(most: 1_000)
            let targets = (map.required("targets")?.list() ?? []).compactMap { TargetReader(vocabulary).read($0) }
            guard let plan, let note else { return nil }
            return Targets(plan: plan, note: note, targets: targets)
        }
    }
}

private struct TargetReader {
    private static let fields = [
        "id", "title", "measure", "unitTypes", "groups", "topic", "above", "atLeast", "source",
    ]

    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    func read(_ field: Field) -> Target? {
        guard let map = field.map(keys: Self.fields) else { return nil }
        let id = map.required("id")?.id()
        let title = map.required("title")?.text(most: 300)
        let measure: Target.Measure? = map.required("measure")?.choice()
        let types = codes("unitTypes", map, vocabulary.unitTypes)
        let groups = codes("groups", map, vocabulary.groups)
        let topic = map.optional("topic")?.code(of: vocabulary.topics)
        let source = map.required("source")?.text(most: 300)
        let above = map.optional("above")?.integer(in: 0...99)
        let atLeast = map.optional("atLeast")?.integer(in: 1...100)
        if (map.optional("above") == nil) == (map.optional("atLeast") == nil) {
            map.faults.add(
                map.place,
                vi: "mỗi chỉ tiêu cần đúng một trong hai: above (trên) hoặc atLeast (từ)",
                en: "a target needs exactly one of above and atLeast"
            )
        }
        if measure == .topicUnits, map.optional("topic") == nil {
            map.faults.add(
                map.place,
                vi: "measure: topicUnits cần chủ đề (topic)",
                en: "measure: topicUnits needs a topic"
            )
        }
        guard let id, let title, let measure, let source, let percent = above ?? atLeast else { return nil }
        return Target(
            id: id,
            title: title,
            measure: measure,
            unitTypes: types,
            groups: groups,
            topic: topic,
            percent: percent,
            isAbove: above != nil,
            source: source
        )
    }

    private func codes(_ key: String, _ map: MapReader, _ terms: [Vocabulary.Term]) -> [String] {
        (map.optional(key)?.list() ?? []).compactMap { $0.code(of: terms) }
    }
}
