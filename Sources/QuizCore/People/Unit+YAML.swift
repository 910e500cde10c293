extension Unit {
    /// Reads a file of units: `units:` with a list of `code`, `title`, `type` and, below others, `parent`;
    /// also `headcount` and what goes with it (docs/commands.md).
    ///
    /// - Returns: Every unit behind the one it belongs to, else in the order of the file.
    /// - Throws: All faults of the file, each with its place.
    package static func list(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) -> [Unit] {
        try Document.read(yaml, keys: ["units"]) { read($0, vocabulary: vocabulary) }
    }

    static func read(_ map: MapReader, vocabulary: Vocabulary) -> [Unit]? {
        guard let fields = map.required("units")?.list() else { return nil }
        var reader = UnitReader(vocabulary: vocabulary)
        for field in fields { reader.read(field) }
        return reader.units(map.faults)
    }
}

/// Reads units one by one, then checks how they hang together.
private struct UnitReader {
    private struct Entry {
        let unit: Unit
        let parentPlace: SourcePlace
    }

    private let vocabulary: Vocabulary
    private var entries: [Entry] = []
    private var indexes: [String: Int] = [:]
    /// Where each code is first, also of units with other faults, so that those below them are not blamed.
    private var codes: [String: SourcePlace] = [:]

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    mutating func read(_ field: Field) {
        guard let map = field.map(keys: ["code", "title", "type", "parent"] + HeadcountReader.keys) else { return }
        let code = code(map)
        let title = map.required("title")?.text(most: 200)
        let type = map.required("type")?.code(of: vocabulary.unitTypes)
        let parent = map.optional("parent")?.id()
        let headcounts = HeadcountReader(vocabulary: vocabulary).read(map)
        guard let code, let title, let type else { return }
        indexes[code] = entries.count
        entries.append(
            Entry(
                unit: Unit(code: code, title: title, type: type, parent: parent, headcounts: headcounts),
                parentPlace: map.place(of: "parent")
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
        return code
    }

    /// Tells unknown parents and circles; without any, the units with parents first.
    func units(_ faults: FaultList) -> [Unit] {
        let known = Array(codes.keys)
        for entry in entries {
            guard let parent = entry.unit.parent, codes[parent] == nil else { continue }
            // Comparing with very many codes takes long and helps nobody.
            let hint = known.count <= 1_000 ? Suggestion.hint(for: parent, among: known.sorted()) : ("", "")
            faults.add(
                entry.parentPlace,
                vi: "không có đơn vị cấp trên mã “\(parent)” trong tệp\(hint.0)",
                en: "there is no unit with the code '\(parent)' in the file\(hint.1)"
            )
        }
        var ordered: [Unit] = []
        var states = [State](repeating: .new, count: entries.count)
        for index in entries.indices { visit(index, &states, &ordered, faults) }
        return ordered
    }

    private enum State {
        case new, onPath, done
    }

    /// Walks up from a unit and puts what is new on the way down again.
    private func visit(_ start: Int, _ states: inout [State], _ ordered: inout [Unit], _ faults: FaultList) {
        var path: [Int] = []
        var next: Int? = start
        while let index = next, states[index] == .new {
            states[index] = .onPath
            path.append(index)
            next = entries[index].unit.parent.flatMap { indexes[$0] }
        }
        if let index = next, states[index] == .onPath, let begin = path.firstIndex(of: index) {
            tellCircle(Array(path[begin...]), faults)
        }
        for index in path.reversed() {
            states[index] = .done
            ordered.append(entries[index].unit)
        }
    }

    private func tellCircle(_ circle: [Int], _ faults: FaultList) {
        guard let first = circle.min(), let start = circle.firstIndex(of: first) else { return }
        let codes = (circle[start...] + circle[..<start] + [first]).map { entries[$0].unit.code }
        let shown = codes.prefix(10).joined(separator: " → ") + (codes.count > 10 ? " → …" : "")
        faults.add(
            entries[first].parentPlace,
            vi: "các đơn vị là cấp trên của nhau theo vòng tròn: \(shown)",
            en: "the units are above each other in a circle: \(shown)"
        )
    }
}
