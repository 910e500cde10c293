/// Tells how units of a file fail to hang together, with each other and with those that are stored.
struct UnitCheck {
    private let entries: [UnitReader.Entry]
    private let codes: [String: SourcePlace]
    private let faults: FaultList
    /// Of the file, by code.
    private let indexes: [String: Int]
    private let stored: [String: Unit]

    init(_ reader: UnitReader, _ faults: FaultList) {
        entries = reader.entries
        codes = reader.codes
        stored = reader.stored
        self.faults = faults
        indexes = Dictionary(
            reader.entries.enumerated().map { ($0.element.unit.code, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Tells what is wrong; without faults, the units with those above them in administration first.
    func ordered() -> [Unit] {
        for entry in entries {
            tellUnknown(entry.unit.parent, "parent", entry)
            tellUnknown(entry.unit.educationParent, "educationParent", entry)
            for successor in entry.unit.successors { tellUnknown(successor, "successors", entry) }
            tellSuccessorsWithoutEnd(entry)
        }
        let ordered = walkUp(.administrative)
        if entries.contains(where: { $0.unit.educationParent != nil }) || stored.values.contains(where: \.isDivided) {
            _ = walkUp(.education)
        }
        tellCirclesOfSuccessors()
        return ordered
    }

    private func unit(_ code: String) -> Unit? {
        indexes[code].map { entries[$0].unit } ?? stored[code]
    }

    private func tellUnknown(_ code: String?, _ key: String, _ entry: UnitReader.Entry) {
        guard let code, codes[code] == nil, stored[code] == nil else { return }
        let known = codes.count + stored.count
        // Comparing with very many codes takes long and helps nobody.
        let hint =
            known <= 1_000
            ? Suggestion.hint(for: code, among: (Array(codes.keys) + stored.keys).sorted()) : (vi: "", en: "")
        let name = faults.words.name(key)
        faults.add(
            entry.map.place(of: key),
            vi: "\(name.vi): không có đơn vị mã “\(code)”, cả trong tệp lẫn trong danh mục đã lưu\(hint.vi)",
            en: "\(name.en): there is no unit with the code '\(code)', in the file or stored\(hint.en)"
        )
    }

    private func tellSuccessorsWithoutEnd(_ entry: UnitReader.Entry) {
        guard !entry.unit.successors.isEmpty, entry.unit.validTo == nil else { return }
        faults.add(
            entry.map.place(of: "successors"),
            vi: "có đơn vị kế thừa thì cần cả ngày cuối còn hiệu lực (\(faults.words.name("validTo").vi))",
            en: "a unit with successors needs its last day too (\(faults.words.name("validTo").en))"
        )
    }

    private enum State {
        case onPath, done
    }

    /// Walks up from every unit of the file and puts what is new on the way down again.
    private func walkUp(_ tree: UnitTreeName) -> [Unit] {
        var states: [String: State] = [:]
        states.reserveCapacity(entries.count)
        var ordered: [Unit] = []
        for entry in entries {
            var path: [String] = []
            var next: String? = entry.unit.code
            while let code = next, states[code] == nil, let unit = unit(code) {
                states[code] = .onPath
                path.append(code)
                next = unit.above(in: tree)
            }
            if let code = next, states[code] == .onPath, let begin = path.firstIndex(of: code) {
                tellCircle(Array(path[begin...]), tree == .administrative ? "parent" : "educationParent")
            }
            for code in path.reversed() {
                states[code] = .done
                if let index = indexes[code] { ordered.append(entries[index].unit) }
            }
        }
        return ordered
    }

    /// Tells a circle at the unit of it that comes first in the file.
    private func tellCircle(_ circle: [String], _ key: String) {
        guard let first = circle.min(by: { indexes[$0] ?? .max < indexes[$1] ?? .max }), let index = indexes[first],
            let start = circle.firstIndex(of: first)
        else { return }
        let codes = circle[start...] + circle[..<start] + [first]
        let shown = codes.prefix(10).joined(separator: " → ") + (codes.count > 10 ? " → …" : "")
        let map = entries[index].map
        // Without a superior of its own in the tree of schools, a unit hangs below the other one.
        let place = map.place(of: key == "educationParent" && map.optional(key) == nil ? "parent" : key)
        if key == "successors" {
            faults.add(
                place,
                vi: "các đơn vị kế thừa nhau theo vòng tròn: \(shown)",
                en: "the units succeed each other in a circle: \(shown)"
            )
        } else {
            faults.add(
                place,
                vi: "các đơn vị là cấp trên của nhau theo vòng tròn: \(shown)",
                en: "the units are above each other in a circle: \(shown)"
            )
        }
    }

    /// A search in depth over what follows on each unit, without recursion.
    private func tellCirclesOfSuccessors() {
        var states: [String: State] = [:]
        for entry in entries where !entry.unit.successors.isEmpty && states[entry.unit.code] == nil {
            var path: [(code: String, next: Int)] = [(entry.unit.code, 0)]
            states[entry.unit.code] = .onPath
            while let last = path.last {
                let successors = unit(last.code)?.successors ?? []
                guard last.next < successors.count else {
                    states[last.code] = .done
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                let code = successors[last.next]
                switch states[code] {
                case nil:
                    states[code] = .onPath
                    path.append((code, 0))
                case .onPath:
                    let begin = path.firstIndex { $0.code == code } ?? 0
                    tellCircle(path[begin...].map(\.code), "successors")
                case .done: break
                }
            }
        }
    }
}

extension Unit {
    /// Whether it hangs elsewhere in the tree of education.
    fileprivate var isDivided: Bool { educationParent != nil }
}
