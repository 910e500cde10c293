/// Finds the group of a person: by the column, by what the coordinator says, else by the type of the unit.
struct RosterGroup {
    enum Choice {
        case group(Group)
        case refused(Message)
    }

    let judge: RosterJudge
    /// Classes that the list itself brings.
    let made: [String: Unit]

    func choose(_ text: String, unit: String) -> Choice {
        if !text.isEmpty {
            guard let group = named(text) else {
                let titles = judge.contest.groups.map(\.title).joined(separator: ", ")
                return .refused(
                    Message(
                        vi: "cuộc thi không có bảng “\(text.excerpt)”; các bảng: \(titles)",
                        en: "the contest has no group '\(text.excerpt)'; its groups: \(titles)"
                    )
                )
            }
            return fitting(group, unit)
        }
        if let id = judge.settings.group, let group = judge.contest.group(id) { return fitting(group, unit) }
        let types = types(from: unit)
        var candidates = judge.contest.groups
        if candidates.count == 1 { return .group(candidates[0]) }
        // A class may be of a lower or of an upper secondary school: what is above it decides.
        for type in types {
            let admitted = candidates.filter { $0.unitTypes.contains(type) }
            if admitted.count == 1 { return .group(admitted[0]) }
            if !admitted.isEmpty { candidates = admitted }
        }
        return .refused(
            Message(
                vi: "chưa biết thi ở bảng nào; hãy chọn bảng cho cả danh sách, hoặc thêm cột “Bảng thi”",
                en: "the group is not known; choose one for the whole list, or add a column 'Group'"
            )
        )
    }

    private func named(_ text: String) -> Group? {
        let folded = text.folded
        return judge.contest.groups.first { $0.id == folded || $0.title.folded == folded }
    }

    private func fitting(_ group: Group, _ unit: String) -> Choice {
        guard !group.unitTypes.isEmpty, !types(from: unit).contains(where: group.unitTypes.contains) else {
            return .group(group)
        }
        return .refused(
            Message(
                vi: "bảng “\(group.title.excerpt)” không dành cho loại đơn vị này; hãy chọn bảng khác",
                en: "the group '\(group.title.excerpt)' is not for units of this type; choose another group"
            )
        )
    }

    /// Types of a unit and of those above it.
    private func types(from code: String) -> [String] {
        var types: [String] = []
        var next: String? = code
        while let code = next, let unit = judge.units[code] ?? made[code], types.count < 16 {
            types.append(unit.type)
            next = unit.parent
        }
        return types
    }
}
