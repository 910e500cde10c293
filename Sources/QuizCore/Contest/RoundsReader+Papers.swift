extension RoundsReader {
    typealias Blueprint = (sections: [Section], places: [SourcePlace])

    /// The banks of one round: some of those of the contest.
    func ownBanks(_ list: Field) -> [String]? {
        guard let fields = list.list() else { return nil }
        var own: [String] = []
        for field in fields {
            guard let id = field.id() else { continue }
            if own.contains(id) {
                field.faults.add(
                    field.place,
                    vi: "ngân hàng “\(id)” viết hai lần trong đợt này; chỉ giữ lại một",
                    en: "the bank '\(id)' is written twice in this round; keep one of them"
                )
            } else if banks[id] == nil {
                let hint = Suggestion.hint(for: id, among: banks.keys.sorted())
                field.faults.add(
                    field.place,
                    vi: "ngân hàng “\(id)” không có trong “banks” của cuộc thi\(hint.vi); thêm vào đó hoặc bỏ ở đây",
                    en: "the bank '\(id)' is not among 'banks' of the contest\(hint.en); add it there or drop it here"
                )
            } else {
                own.append(id)
            }
        }
        return own
    }

    /// Blueprints of one round, by group.
    func blueprints(_ field: Field) -> [String: Blueprint]? {
        guard let map = field.map(keys: groups) else { return nil }
        var blueprints: [String: Blueprint] = [:]
        for group in groups {
            blueprints[group] = map.optional(group).flatMap { BlueprintReader(vocabulary: vocabulary).read($0) }
        }
        return blueprints
    }
}
