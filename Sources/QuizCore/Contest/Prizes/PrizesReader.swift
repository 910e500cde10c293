/// Reads what a contest has to give: `prizes`, `prizeRules` and `collective`.
struct PrizesReader {
    static let tableKeys = ["board", "groups", "places"]
    static let ruleKeys = ["onePerPerson", "keep", "atEdge"]

    let rounds: [Round]
    let groups: [Group]
    let hasTotal: Bool
    let vocabulary: Vocabulary

    func read(_ map: MapReader) -> Prizes {
        let field = map.optional("prizes")
        let tables = field.map(readTables) ?? []
        let rules = map.optional("prizeRules").flatMap { readRules($0, hasPrizes: field != nil) }
        let collective = map.optional("collective").flatMap {
            CollectiveReader(scope: scope, hasTotal: hasTotal, tables: tables, vocabulary: vocabulary).read($0)
        }
        return Prizes(tables: tables ?? [], rules: rules ?? .usual, collective: collective ?? [])
    }

    private var scope: PrizeScopeReader {
        PrizeScopeReader(rounds: rounds.map(\.id), groups: groups.map(\.id))
    }

    /// - Returns: `nil` after a fault.
    private func readTables(_ list: Field) -> [PrizeTable]? {
        guard let fields = list.list() else { return nil }
        var tables: [PrizeTable] = []
        var taken: [PrizeBoardName: SourcePlace] = [:]
        var worth = WorthReader()
        for field in fields {
            guard let map = field.map(keys: Self.tableKeys) else { continue }
            let boards = map.required("board").flatMap { scope.boards($0, total: hasTotal) }
            let groups = map.optional("groups").map { scope.groups($0) } ?? scope.groups
            let places = map.required("places").flatMap { PrizePlacesReader(takesWorth: true).read($0, &worth) }
            guard let boards, let groups, let places else { continue }
            checkIsFree(boards, groups, field, &taken)
            tables.append(PrizeTable(boards: boards, groups: groups, places: places))
        }
        worth.finish(list.faults)
        return tables.count == fields.count ? tables : nil
    }

    /// No board of a group may have two tables: it would not be known which prize its first line wins.
    private func checkIsFree(
        _ boards: [String],
        _ groups: [String],
        _ field: Field,
        _ taken: inout [PrizeBoardName: SourcePlace]
    ) {
        var isTold = false
        for board in boards {
            for group in groups {
                let name = PrizeBoardName(round: board, group: group)
                guard let first = taken[name] else {
                    taken[name] = field.place
                    continue
                }
                if isTold { continue }
                isTold = true
                field.faults.add(
                    field.place,
                    vi:
                        "bảng “\(group)” của “\(board)” đã có giải ở dòng \(first.line); hãy gộp hai cơ cấu giải hoặc tách bảng",
                    en:
                        "the group '\(group)' of '\(board)' has prizes in line \(first.line) already; join the two tables or divide the groups"
                )
            }
        }
    }

    private func readRules(_ field: Field, hasPrizes: Bool) -> PrizeRules? {
        guard let map = field.map(keys: Self.ruleKeys) else { return nil }
        if !hasPrizes {
            field.faults.add(
                field.place,
                vi: "“prizeRules” không có giải nào để áp dụng; hãy viết “prizes” hoặc bỏ khóa này",
                en: "'prizeRules' has no prizes to rule; write 'prizes' or drop this key"
            )
        }
        let usual = PrizeRules.usual
        let isOne = map.optional("onePerPerson")?.boolean() ?? usual.isOnePerPerson
        if !isOne, let keep = map.optional("keep") {
            keep.faults.add(
                keep.place,
                vi: "“keep” chỉ có nghĩa khi mỗi người nhận một giải; hãy bỏ khóa này hoặc viết onePerPerson: true",
                en: "'keep' only means something with one prize per person; drop it or write onePerPerson: true"
            )
        }
        return PrizeRules(
            isOnePerPerson: isOne,
            kept: map.optional("keep")?.choice() ?? usual.kept,
            edge: map.optional("atEdge")?.choice() ?? usual.edge
        )
    }
}
