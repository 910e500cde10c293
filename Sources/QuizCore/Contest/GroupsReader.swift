/// Reads the audience groups of a contest with their blueprints.
struct GroupsReader {
    static let keys = ["id", "title", "minimumAge", "maximumAge", "unitTypes", "rosterOnly", "blueprint"]

    let vocabulary: Vocabulary
    /// Where each section stands, by group.
    private(set) var sections: [String: [SourcePlace]] = [:]
    private var ids: [String: SourcePlace] = [:]
    /// Of all groups that are named, also where the rest of one is at fault.
    private(set) var codes: [String] = []

    init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    mutating func read(_ list: Field) -> [Group]? {
        guard let fields = list.list() else { return nil }
        var groups: [Group] = []
        for field in fields {
            guard let map = field.map(keys: Self.keys), let group = group(map) else { continue }
            groups.append(group)
        }
        return groups
    }

    private mutating func group(_ map: MapReader) -> Group? {
        let id = id(map)
        let title = map.required("title")?.text(most: 200)
        let minimumAge = map.optional("minimumAge")?.integer(in: 0...120)
        let maximumAge = map.optional("maximumAge")?.integer(in: 0...120)
        if let minimumAge, let maximumAge, maximumAge < minimumAge {
            map.faults.add(
                map.place(of: "maximumAge"),
                vi: "tuổi cao nhất \(maximumAge) nhỏ hơn tuổi thấp nhất \(minimumAge)",
                en: "the maximum age \(maximumAge) is below the minimum age \(minimumAge)"
            )
        }
        let unitTypes = map.optional("unitTypes").flatMap(unitTypes) ?? []
        let rosterOnly = map.optional("rosterOnly")?.boolean() ?? false
        let blueprint = map.required("blueprint").flatMap { BlueprintReader(vocabulary: vocabulary).read($0) }
        guard let id, let title, let blueprint else { return nil }
        sections[id] = blueprint.places
        return Group(
            id: id,
            title: title,
            minimumAge: minimumAge,
            maximumAge: maximumAge,
            unitTypes: unitTypes,
            rosterOnly: rosterOnly,
            blueprint: blueprint.sections
        )
    }

    private mutating func id(_ map: MapReader) -> String? {
        guard let field = map.required("id"), let id = field.code(of: vocabulary.groups) else { return nil }
        if let first = ids[id] {
            return field.tell(
                vi: "nhóm “\(id)” đã có ở dòng \(first.line); mỗi nhóm chỉ viết một lần",
                en: "the group '\(id)' stands in line \(first.line) already; write every group once"
            )
        }
        ids[id] = field.place
        codes.append(id)
        return id
    }

    private func unitTypes(_ list: Field) -> [String]? {
        guard let fields = list.list() else { return nil }
        var types: [String] = []
        for field in fields {
            guard let type = field.code(of: vocabulary.unitTypes) else { continue }
            if types.contains(type) {
                field.faults.add(
                    field.place,
                    vi: "loại đơn vị “\(type)” viết hai lần; chỉ giữ lại một",
                    en: "the unit type '\(type)' is written twice; keep one of them"
                )
            } else {
                types.append(type)
            }
        }
        return types
    }
}
