/// The fields of one mapping.
struct MapReader {
    let place: SourcePlace
    let faults: FaultList
    private let entries: [DocumentNode.Entry]

    /// Takes the entries of a mapping and tells the keys that nobody knows.
    init(_ entries: [DocumentNode.Entry], at place: SourcePlace, keys: [String], _ faults: FaultList) {
        self.entries = entries
        self.place = place
        self.faults = faults
        for (index, entry) in entries.filter({ !keys.contains($0.key) }).enumerated() {
            // Beyond what is told, a hint would only cost time.
            let hint = index < FaultList.maximumTold ? Suggestion.hint(for: entry.key, among: keys) : (vi: "", en: "")
            faults.add(
                entry.keyPlace,
                vi: "khóa lạ “\(entry.key.excerpt)”\(hint.vi); ở đây nhận: \(keys.joined(separator: ", "))",
                en: "unknown key '\(entry.key.excerpt)'\(hint.en); taken here: \(keys.joined(separator: ", "))"
            )
        }
    }

    /// A field that must be there; its absence is told.
    func required(_ key: String) -> Field? {
        guard let entry = entry(key), !isGap(entry.value) else {
            let told = faults.words.missing(key)
            faults.add(self.place(of: key), vi: told.vi, en: told.en)
            return nil
        }
        return Field(node: entry.value, name: key, faults: faults)
    }

    /// A field that may be absent, or `null`.
    func optional(_ key: String) -> Field? {
        guard let entry = entry(key), !entry.value.isNull else { return nil }
        return Field(node: entry.value, name: key, faults: faults)
    }

    /// Where the value of a key stands; without one the whole mapping.
    func place(of key: String) -> SourcePlace {
        entry(key)?.value.place ?? place
    }

    /// Whether a value only marks the place where one of a foreign file would stand (``DocumentNode/gap(at:)``).
    private func isGap(_ value: DocumentNode) -> Bool {
        !faults.words.isNative && value.content == DocumentNode.gap(at: value.place).content
    }

    private func entry(_ key: String) -> DocumentNode.Entry? {
        entries.first { $0.key == key }
    }
}
