import QuizCore

/// Goes through a list by unit and name, a piece at a time.
actor ListCursor {
    /// People in memory at a time.
    static let piece = 1_000

    private let source: any ListSource
    private let units: [Int64]
    private let tree: UnitTree
    private let reader: ReportReader
    private let admits: @Sendable (ListRow) -> Bool
    private var place: ListPlace? = ListPlace()

    init(
        _ source: any ListSource,
        of units: [Int64],
        in tree: UnitTree,
        _ reader: ReportReader,
        where admits: @escaping @Sendable (ListRow) -> Bool = { _ in true }
    ) {
        self.source = source
        self.units = units
        self.tree = tree
        self.reader = reader
        self.admits = admits
    }

    func next() async throws(StoreError) -> [ListRow] {
        while let start = place {
            let (source, units, tree, admits) = (source, units, tree, admits)
            let page = try await reader.read { database throws(DatabaseError) in
                try source.page(
                    of: units,
                    from: start,
                    wanted: Self.piece,
                    patience: 2 * Self.piece,
                    in: tree,
                    database,
                    where: admits
                )
            }
            place = page.next
            if !page.people.isEmpty { return page.people.map(\.row) }
        }
        return []
    }
}
