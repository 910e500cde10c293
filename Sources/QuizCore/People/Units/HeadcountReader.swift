/// Reads how many people a unit has.
struct HeadcountReader {
    static let keys = ["headcount", "headcountOn", "headcountSource", "headcounts"]
    /// More than any unit of a province has, and far below what arithmetic bears.
    static let most = 10_000_000

    let vocabulary: Vocabulary

    func read(_ map: MapReader) -> [Headcount] {
        var counted = everybody(map).map { [$0] } ?? []
        guard let fields = map.optional("headcounts")?.list() else { return counted }
        for field in fields {
            guard let one = group(field) else { continue }
            if counted.contains(where: { $0.group == one.group }) {
                field.faults.add(
                    field.place,
                    vi: "bảng “\(one.group ?? "")” có hai số lượng; chỉ giữ lại một",
                    en: "the group '\(one.group ?? "")' has two headcounts; keep one of them"
                )
            } else {
                counted.append(one)
            }
        }
        return counted
    }

    private func everybody(_ map: MapReader) -> Headcount? {
        let day = map.optional("headcountOn")?.day()
        let source = map.optional("headcountSource")?.text(most: 200)
        guard let field = map.optional("headcount") else {
            for key in ["headcountOn", "headcountSource"] {
                guard let alone = map.optional(key) else { continue }
                alone.faults.add(
                    alone.place,
                    vi: "“\(key)” cần đi với số người “headcount”",
                    en: "'\(key)' needs the number of people, 'headcount'"
                )
            }
            return nil
        }
        return field.integer(in: 1...Self.most).map { Headcount(count: $0, countedOn: day, source: source) }
    }

    private func group(_ field: Field) -> Headcount? {
        guard let map = field.map(keys: ["group", "count", "on", "source"]) else { return nil }
        let group = map.required("group")?.code(of: vocabulary.groups)
        let count = map.required("count")?.integer(in: 1...Self.most)
        let day = map.optional("on")?.day()
        let source = map.optional("source")?.text(most: 200)
        guard let group, let count else { return nil }
        return Headcount(group: group, count: count, countedOn: day, source: source)
    }
}
