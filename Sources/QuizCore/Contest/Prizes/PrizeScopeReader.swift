/// Reads which boards and groups a prize is for.
struct PrizeScopeReader {
    /// Stands for every round, each by itself.
    static let eachRound = "each-round"

    let rounds: [String]
    let groups: [String]

    /// One board or a list of them: rounds, `each-round`, `total`.
    ///
    /// - Returns: In the order of the rounds, the board over all of them last.
    func boards(_ field: Field, total hasTotal: Bool) -> [String]? {
        let fields: [Field]
        if case .list = field.node.content {
            guard let list = field.list() else { return nil }
            fields = list
        } else {
            fields = [field]
        }
        var named: [String] = []
        for field in fields { named += board(field, hasTotal) ?? [] }
        tellRepeated(named, field)
        let known = rounds + [Cumulative.round]
        let boards = known.filter(named.contains)
        return boards.isEmpty ? nil : boards
    }

    private func board(_ field: Field, _ hasTotal: Bool) -> [String]? {
        let known = rounds + [Self.eachRound, Cumulative.round]
        let list = known.joined(separator: ", ")
        guard let written = field.scalar(vi: "một trong: \(list)", en: "one of: \(list)") else { return nil }
        switch written.text {
        case Self.eachRound: return rounds
        case Cumulative.round:
            if hasTotal { return [Cumulative.round] }
            return field.tell(
                vi: "không có bảng chung các đợt; hãy thêm khóa “cumulative” hoặc trao giải theo đợt",
                en: "there is no board over all rounds; add the key 'cumulative' or give prizes by round"
            )
        case let id where rounds.contains(id): return [id]
        default:
            let hint = Suggestion.hint(for: written.text, among: known)
            return field.tell(
                vi: "không có đợt “\(written.text.excerpt)”\(hint.vi); ở đây nhận: \(list)",
                en: "there is no round '\(written.text.excerpt)'\(hint.en); taken here: \(list)"
            )
        }
    }

    /// `all` or a list of the contest's groups.
    ///
    /// - Returns: In the order of the contest.
    func groups(_ field: Field) -> [String]? {
        if case .scalar("all", isPlain: true) = field.node.content { return groups }
        guard case .list = field.node.content else {
            return field.tellNeeded(vi: "all hoặc danh sách mã bảng", en: "all or a list of group codes")
        }
        guard let fields = field.list() else { return nil }
        let named = fields.compactMap(group)
        tellRepeated(named, field)
        return named.count == fields.count ? groups.filter(named.contains) : nil
    }

    private func group(_ field: Field) -> String? {
        guard let written = field.scalar(vi: "một mã bảng", en: "a group code") else { return nil }
        if groups.contains(written.text) { return written.text }
        let hint = Suggestion.hint(for: written.text, among: groups)
        let list = groups.joined(separator: ", ")
        return field.tell(
            vi: "cuộc thi không có bảng “\(written.text.excerpt)”\(hint.vi); các bảng có: \(list)",
            en: "the contest has no group '\(written.text.excerpt)'\(hint.en); there are: \(list)"
        )
    }

    private func tellRepeated(_ named: [String], _ field: Field) {
        for (index, name) in named.enumerated() where named[..<index].contains(name) {
            field.faults.add(
                field.place,
                vi: "“\(name)” được nêu hai lần; chỉ giữ lại một",
                en: "'\(name)' is named twice; keep one of them"
            )
            return
        }
    }
}
