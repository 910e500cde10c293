/// Reads what units are compared by: `by`, `then`, and what the terms of both need.
struct FormulaReader {
    struct Formulas {
        let first: CollectiveFormula
        let second: CollectiveFormula?
    }

    /// Of the prizes for people; `nil` when those are at fault.
    let prizeTitles: [String]?

    func read(_ map: MapReader) -> Formulas? {
        let first = map.required("by").flatMap(terms)
        let thenField = map.optional("then")
        let second = thenField.flatMap(terms)
        guard let first, thenField == nil || second != nil else { return nil }
        let used = Set((first + (second ?? [])).map(\.term))
        let top = needed("top", by: .meanOfTop, used, map)
        let points = needed("points", by: .prizePoints, used, map)
        let number = top.field.map { $0.integer(in: 1...1_000) } ?? 1
        let values = points.field.map(self.points) ?? [:]
        guard top.isSound, points.isSound, let number, let values else { return nil }
        return Formulas(
            first: CollectiveFormula(terms: first, top: number, points: values),
            second: second.map { CollectiveFormula(terms: $0, top: number, points: values) }
        )
    }

    /// A key that must be there if a term is used, and must not otherwise.
    private func needed(
        _ key: String,
        by term: CollectiveFormula.Term,
        _ used: Set<CollectiveFormula.Term>,
        _ map: MapReader
    ) -> (field: Field?, isSound: Bool) {
        guard used.contains(term) else {
            guard let extra = map.optional(key) else { return (nil, true) }
            extra.faults.add(
                extra.place,
                vi: "“\(key)” chỉ đi với “\(term.rawValue)”; hãy bỏ khóa này hoặc thêm “\(term.rawValue)” vào “by”",
                en: "'\(key)' only goes with '\(term.rawValue)'; drop it or add '\(term.rawValue)' to 'by'"
            )
            return (nil, false)
        }
        let field = map.required(key)
        return (field, field != nil)
    }

    /// A term by its name, or several with their weights.
    private func terms(_ field: Field) -> [CollectiveFormula.WeighedTerm]? {
        guard case .map = field.node.content else {
            let term: CollectiveFormula.Term? = field.choice()
            return term.map { [CollectiveFormula.WeighedTerm($0)] }
        }
        let keys = CollectiveFormula.Term.allCases.map(\.rawValue)
        guard let map = field.map(keys: keys) else { return nil }
        var terms: [CollectiveFormula.WeighedTerm] = []
        for term in CollectiveFormula.Term.allCases {
            guard let weight = map.optional(term.rawValue) else { continue }
            guard let number = weight.integer(in: 1...1_000) else { return nil }
            terms.append(CollectiveFormula.WeighedTerm(term, weight: number))
        }
        guard !terms.isEmpty else {
            let list = keys.joined(separator: ", ")
            return field.tell(
                vi: "\(field.vi) cần ít nhất một trong: \(list)",
                en: "\(field.en) needs at least one of: \(list)"
            )
        }
        return terms
    }

    /// Points by the title of a prize; titles without points give none.
    private func points(_ field: Field) -> [String: Int]? {
        guard case .map(let entries) = field.node.content, !entries.isEmpty else {
            return field.tellNeeded(vi: "bảng tên giải: số điểm", en: "a mapping of prize titles to points")
        }
        var points: [String: Int] = [:]
        var isSound = true
        for entry in entries {
            let title = entry.key.composed.trimmed
            if let prizeTitles, !prizeTitles.contains(title) {
                let hint = Suggestion.hint(for: title, among: prizeTitles)
                field.faults.add(
                    entry.keyPlace,
                    vi: "“prizes” không có giải “\(title.excerpt)”\(hint.vi)",
                    en: "'prizes' has no prize '\(title.excerpt)'\(hint.en)"
                )
            }
            let value = Field(node: entry.value, name: entry.key, faults: field.faults).integer(in: 1...1_000)
            isSound = isSound && value != nil
            points[title] = value
        }
        return isSound ? points : nil
    }
}
