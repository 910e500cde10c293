import QuizCore

/// Goes through the counted results, by round, group and place, a piece at a time.
///
/// The boards are those of the moment it was made: their pieces are shared with the views until these change.
actor ResultCursor {
    private struct Board {
        let round: String
        let pieces: [[Standing]]
    }

    private let reader: ReportReader
    private let tree: UnitTree
    private let filter: ListFilter
    private let hiddenPlaces: Set<String>
    /// Keys of the people to list; `nil`: everybody.
    private let people: Set<Int64>?
    private let boards: [Board]
    private var board = 0
    private var piece = 0
    /// Lines of the board that were passed.
    private var passed = 0
    private var last: (key: RankKey, place: Int)?

    init(
        _ selection: ListSelection,
        _ contest: Contest,
        filter: ListFilter,
        people: Set<Int64>?,
        in tree: UnitTree,
        _ reader: ReportReader,
        _ standings: Standings
    ) {
        self.reader = reader
        self.tree = tree
        self.filter = filter
        self.people = people
        hiddenPlaces = selection.hiddenPlaces
        let rounds = contest.rounds.map(\.id).filter { selection.round == nil || $0 == selection.round }
        let groups = contest.groups.map(\.id).filter { selection.group == nil || $0 == selection.group }
        boards = rounds.flatMap { round in
            groups.map { group in
                let board = BoardID(contest: contest.id, round: round, group: group)
                return Board(round: round, pieces: standings.whole(board).pieces)
            }
        }
    }

    func next() async throws(StoreError) -> [ListRow] {
        while board < boards.count {
            let lines = lines()
            guard !lines.isEmpty else { continue }
            let (tree, filter) = (tree, filter)
            let rows = try await reader.read { database throws(DatabaseError) in
                var rows: [ListRow] = []
                rows.reserveCapacity(lines.count)
                for line in lines {
                    let row = try database.first(.listResult, [.int(line.attempt)]) { row in
                        ListRow(row, place: line.place, filter, tree)
                    }
                    if let row { rows.append(row) }
                }
                return rows
            }
            if !rows.isEmpty { return rows }
        }
        return []
    }

    /// Lines of the next pieces of a board whose people are to be listed; equal keys share a place.
    private func lines() -> [(attempt: Int64, place: Int?)] {
        var lines: [(attempt: Int64, place: Int?)] = []
        let current = boards[board]
        let isHidden = hiddenPlaces.contains(current.round)
        while piece < current.pieces.count, lines.count < ListCursor.piece {
            for standing in current.pieces[piece] {
                passed += 1
                if last?.key != standing.key { last = (standing.key, passed) }
                if people?.contains(standing.contestant) ?? true {
                    lines.append((standing.attempt, isHidden ? nil : last?.place))
                }
            }
            piece += 1
        }
        if piece >= current.pieces.count {
            board += 1
            piece = 0
            passed = 0
            last = nil
        }
        return lines
    }
}

extension ListRow {
    fileprivate init(_ row: any Row, place: Int?, _ filter: ListFilter, _ tree: UnitTree) {
        let unit = tree.unit(key: row.int(4))
        self.init(
            name: row.text(0),
            birthYear: filter.hasContact ? Int(row.int(1)) : nil,
            phone: filter.hasContact ? row.optionalText(2) : nil,
            group: row.text(3),
            unitCode: unit?.code ?? "",
            unitTitle: unit?.title ?? "",
            isUnitConfirmed: nil,
            facts: .result(
                Result(
                    round: row.text(5),
                    number: Int(row.int(6)),
                    startedAt: row.time(7),
                    sealedAt: row.time(8),
                    score: Int(row.int(9)),
                    maximum: Int(row.int(10)),
                    duration: row.int(11),
                    place: place
                )
            )
        )
    }
}

extension Query {
    /// The group and the unit are those of the attempt (I14).
    static let listResult = Query(
        name: "list.result",
        sql: """
            SELECT contestant.name, contestant.birth_year, contestant.phone, attempt.audience, attempt.unit,
                attempt.round, attempt.number, attempt.started_at, attempt.sealed_at, attempt.score, attempt.maximum,
                attempt.duration
            FROM attempt JOIN contestant ON contestant.contestant = attempt.contestant
            WHERE attempt.attempt = $1
            """
    )
    static let listKeys = Query(
        name: "list.keys",
        sql: "SELECT contestant FROM contestant WHERE contest = $1 AND unit = $2"
    )
}
