/// Reads units one by one, each as it will stand in the register.
struct UnitReader {
    static let keys =
        [
            "code", "title", "type", "parent", "educationParent", "validFrom", "validTo", "successors",
        ] + HeadcountReader.keys
    /// More than one unit was ever divided into.
    private static let mostSuccessors = 50

    struct Entry {
        let unit: Unit
        /// Of the row, and of its keys.
        let map: MapReader
    }

    let vocabulary: Vocabulary
    /// By code; what the file does not speak of stays as it is there.
    let stored: [String: Unit]
    /// The keys that stand anywhere in the file.
    let spoken: Set<String>
    private(set) var entries: [Entry] = []
    /// Where each code is first, also of units with other faults, so that those below them are not blamed.
    private(set) var codes: [String: SourcePlace] = [:]

    init(vocabulary: Vocabulary, stored: [String: Unit], spoken: Set<String>) {
        self.vocabulary = vocabulary
        self.stored = stored
        self.spoken = spoken
    }

    mutating func read(_ field: Field) {
        guard let map = field.map(keys: Self.keys) else { return }
        let code = code(map)
        let title = map.required("title")?.text(most: 200)
        let type = map.required("type")?.code(of: vocabulary.unitTypes)
        let parent = map.optional("parent")?.id()
        let educationParent = map.optional("educationParent")?.id()
        let validity = validity(map)
        let successors = map.optional("successors").map { ids($0) } ?? []
        let headcounts = HeadcountReader(vocabulary: vocabulary).read(map)
        guard let code, let title, let type else { return }
        let former = stored[code]
        func kept<Value>(_ key: String, _ read: Value, _ value: (Unit) -> Value) -> Value {
            spoken.contains(key) ? read : former.map(value) ?? read
        }
        entries.append(
            Entry(
                unit: Unit(
                    code: code,
                    title: title,
                    type: type,
                    parent: kept("parent", parent, \.parent),
                    educationParent: kept("educationParent", educationParent, \.educationParent),
                    validFrom: kept("validFrom", validity.from, \.validFrom),
                    validTo: kept("validTo", validity.to, \.validTo),
                    successors: kept("successors", successors, \.successors),
                    headcounts: headcounts
                ),
                map: map
            )
        )
    }

    private mutating func code(_ map: MapReader) -> String? {
        guard let field = map.required("code"), let code = field.id() else { return nil }
        if let first = codes[code] {
            return field.tell(
                vi: "mã “\(code)” đã dùng ở dòng \(first.line); mỗi đơn vị cần một mã riêng",
                en: "the code '\(code)' is taken in line \(first.line); every unit needs its own"
            )
        }
        codes[code] = field.place
        guard code != Unit.other else {
            return field.tell(
                vi: "mã “\(code)” dành cho mục Khác, luôn có sẵn; hãy dùng mã khác",
                en: "the code '\(code)' stands for 'other' and is always there; use another"
            )
        }
        return code
    }

    private func validity(_ map: MapReader) -> (from: CalendarDay?, to: CalendarDay?) {
        let from = map.optional("validFrom")?.day()
        let to = map.optional("validTo")?.day()
        if let from, let to, to < from {
            map.faults.add(
                map.place(of: "validTo"),
                vi: "ngày cuối \(to.text) trước ngày đầu \(from.text); hãy sửa một trong hai",
                en: "the last day \(to.text) is before the first, \(from.text); correct one of them"
            )
        }
        return (from, to)
    }

    /// One code, or a list of them.
    private func ids(_ field: Field) -> [String] {
        guard case .list(let nodes) = field.node.content else { return field.id().map { [$0] } ?? [] }
        guard nodes.count <= Self.mostSuccessors else {
            field.faults.add(
                field.place,
                vi: "có \(nodes.count) đơn vị kế thừa, nhiều nhất là \(Self.mostSuccessors)",
                en: "there are \(nodes.count) successors, \(Self.mostSuccessors) are the most"
            )
            return []
        }
        var ids: [String] = []
        for one in field.list() ?? [] {
            if let id = one.id(), !ids.contains(id) { ids.append(id) }
        }
        return ids.sorted()
    }
}
