/// Reads prizes for units.
struct CollectiveReader {
    static let keys = [
        "title", "board", "groups", "unitTypes", "by", "then", "level", "minimum", "top", "points", "places",
    ]

    let scope: PrizeScopeReader
    let hasTotal: Bool
    /// `nil` when they are at fault.
    let tables: [PrizeTable]?
    let vocabulary: Vocabulary

    func read(_ list: Field) -> [CollectivePrize]? {
        guard let fields = list.list() else { return nil }
        return fields.flatMap { field in field.map(keys: Self.keys).flatMap(prizes) ?? [] }
    }

    /// One for each board that is named.
    private func prizes(_ map: MapReader) -> [CollectivePrize]? {
        let title = map.required("title")?.text(most: 200)
        // Participation over all rounds needs no board of its own.
        let boards = map.required("board").flatMap { scope.boards($0, total: true) }
        let groups = map.optional("groups").map { scope.groups($0) } ?? scope.groups
        let unitTypes = map.required("unitTypes").flatMap(unitTypes)
        let formulas = FormulaReader(prizeTitles: tables.map { $0.flatMap { $0.places.map(\.title) } }).read(map)
        let minimum = map.optional("minimum").map { $0.integer(in: 1...1_000_000) } ?? 1
        let level: LevelUnits? = map.optional("level").map { $0.choice() } ?? .share
        var worth = WorthReader()
        let places = map.required("places").flatMap { PrizePlacesReader(takesWorth: false).read($0, &worth) }
        guard let title, let boards, let groups, let unitTypes, let formulas, let minimum, let places, let level
        else { return nil }
        checkTotal(boards, formulas, map)
        return boards.map { board in
            CollectivePrize(
                title: title,
                board: board,
                groups: groups,
                unitTypes: unitTypes,
                formula: formulas.first,
                second: formulas.second,
                minimum: minimum,
                places: places,
                isDecidedByHand: level == .manual
            )
        }
    }

    private func checkTotal(_ boards: [String], _ formulas: FormulaReader.Formulas, _ map: MapReader) {
        guard boards.contains(Cumulative.round), !hasTotal,
            formulas.first.contains(.meanOfTop) || formulas.second?.contains(.meanOfTop) ?? false
        else { return }
        map.faults.add(
            map.place(of: "board"),
            vi: "điểm trung bình trên mọi đợt cần bảng chung; hãy thêm khóa “cumulative” hoặc chọn một đợt",
            en: "a mean over all rounds needs their board; add the key 'cumulative' or choose a round"
        )
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
        return types.isEmpty ? nil : types
    }
}

/// What becomes of units that the formulas leave level.
enum LevelUnits: String, CaseIterable {
    case share, manual
}
