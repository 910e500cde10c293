extension BodyReader {
    func match() -> QuestionBody? {
        var rights = SeenTexts(vi: "vế phải", en: "right side")
        guard let fields = map.required("pairs")?.list(MatchQuestion.counts) else { return nil }
        var lefts = SeenTexts(vi: "vế trái", en: "left side")
        let pairs = fields.compactMap { pair($0, &lefts, &rights) }
        guard let extra = extra(&rights), pairs.count == fields.count else { return nil }
        return .match(MatchQuestion(pairs: pairs, extra: extra))
    }

    private func pair(_ field: Field, _ lefts: inout SeenTexts, _ rights: inout SeenTexts) -> MatchQuestion.Pair? {
        guard let map = field.map(keys: ["left", "right"]) else { return nil }
        let left = side(map.required("left"), &lefts)
        let right = side(map.required("right"), &rights)
        guard let left, let right else { return nil }
        return MatchQuestion.Pair(left: left, right: right)
    }

    private func side(_ field: Field?, _ seen: inout SeenTexts) -> String? {
        guard let field, let text = field.text(.many, most: 500) else { return nil }
        seen.check(text, field)
        return text
    }

    /// Empty when absent.
    private func extra(_ rights: inout SeenTexts) -> [String]? {
        guard let field = map.optional("extra") else { return [] }
        guard let fields = field.list(1...MatchQuestion.maximumExtra) else { return nil }
        let extra = fields.compactMap { side($0, &rights) }
        return extra.count == fields.count ? extra : nil
    }
}
