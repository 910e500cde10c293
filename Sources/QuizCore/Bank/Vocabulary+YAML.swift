extension Vocabulary {
    /// Reads `vocabulary.yaml`: three lists of terms, each `{ code, vi, en }`, and the days of `holidays`.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8]) throws(Faults) {
        self = try Document.read(yaml, keys: ["topics", "groups", "unitTypes", "holidays"]) { map in
            let topics = Self.terms("topics", map)
            let groups = Self.terms("groups", map)
            let unitTypes = Self.terms("unitTypes", map)
            let holidays = map.optional("holidays")?.list()?.compactMap { $0.day() } ?? []
            return Vocabulary(topics: topics, groups: groups, unitTypes: unitTypes, holidays: Set(holidays))
        }
    }

    private static func terms(_ key: String, _ map: MapReader) -> [Term] {
        var firsts: [String: SourcePlace] = [:]
        return (map.required(key)?.list() ?? []).compactMap { field in
            guard let term = field.map(keys: ["code", "vi", "en"]) else { return nil }
            let code = term.required("code")?.id()
            let vi = term.required("vi")?.text(most: 200)
            let en = term.required("en")?.text(most: 200)
            guard let code else { return nil }
            if let first = firsts[code] {
                map.faults.add(
                    term.place(of: "code"),
                    vi: "mã “\(code)” đã dùng ở dòng \(first.line)",
                    en: "the code '\(code)' is taken in line \(first.line)"
                )
            } else {
                firsts[code] = term.place(of: "code")
            }
            guard let vi, let en else { return nil }
            return Term(code: code, title: Message(vi: vi, en: en))
        }
    }
}
