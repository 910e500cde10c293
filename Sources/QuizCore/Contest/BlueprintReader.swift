/// Reads one exam matrix.
struct BlueprintReader {
    static let keys = ["topic", "difficulty", "count"]
    /// Questions of one paper.
    static let maximumQuestions = 200

    let vocabulary: Vocabulary

    /// The sections with their places.
    func read(_ list: Field) -> (sections: [Section], places: [SourcePlace])? {
        guard let fields = list.list() else { return nil }
        var sections: [Section] = []
        var places: [SourcePlace] = []
        for field in fields {
            guard let section = section(field) else { continue }
            let same = sections.firstIndex { $0.topic == section.topic && $0.difficulty == section.difficulty }
            if let same {
                field.faults.add(
                    field.place,
                    vi: "phần này trùng với phần ở dòng \(places[same].line); hãy gộp lại và cộng “count”",
                    en: "this section is the one in line \(places[same].line) again; join them and add up 'count'"
                )
            }
            sections.append(section)
            places.append(field.place)
        }
        let count = sections.reduce(0) { $0 + $1.count }
        if count > Self.maximumQuestions {
            list.faults.add(
                list.place,
                vi: "đề có \(count) câu, nhiều nhất là \(Self.maximumQuestions)",
                en: "the paper has \(count) questions, \(Self.maximumQuestions) are the most"
            )
        }
        return (sections, places)
    }

    /// `nil` also when a topic or a difficulty is unknown: such a section is not one for any of them.
    private func section(_ field: Field) -> Section? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let topicField = map.optional("topic")
        let topic = topicField?.code(of: vocabulary.topics)
        let difficultyField = map.optional("difficulty")
        let difficulty: Difficulty? = difficultyField?.choice()
        let count = map.required("count")?.integer(in: 1...Self.maximumQuestions)
        guard let count, (topicField == nil) == (topic == nil), (difficultyField == nil) == (difficulty == nil) else {
            return nil
        }
        return Section(topic: topic, difficulty: difficulty, count: count)
    }
}
