extension Vocabulary {
    /// Reads `vocabulary.yaml`.
    ///
    /// - Throws: All faults of the file.
    package init(yaml: [UInt8]) throws(Faults) {
        let root = try YAMLDocument.read(yaml)
        let faults = FaultList()
        guard let map = MapReader(root, keys: ["topics", "groups", "unitTypes"], faults) else {
            throw Faults(faults.faults)
        }
        func terms(_ key: String) -> [Term] {
            (map.list(key) ?? []).compactMap { node in
                guard let term = MapReader(node, keys: ["code", "vi", "en"], faults), let code = term.id("code"),
                    let vi = term.text("vi"), let en = term.text("en")
                else { return nil }
                return Term(code: code, title: Message(vi: vi, en: en))
            }
        }
        let topics = terms("topics")
        let groups = terms("groups")
        let types = terms("unitTypes")
        try faults.throwIfAny()
        self.init(topics: topics, groups: groups, unitTypes: types)
    }
}
