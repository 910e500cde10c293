import QuizCore

/// A sealed attempt that may be looked at.
struct Sitter: Sendable {
    let attempt: Int64
    let contestant: Int64
    let startedAt: Timestamp
    let round: String
    let group: String
}

/// Finds the attempts of a selection: their keys alone, through the index that boards are built from.
struct SitterSelection: Sendable {
    let selection: AttemptSelection
    let contestKey: Int64
    private let isCounted: @Sendable (Sitter) -> Bool

    init(_ selection: AttemptSelection, contestKey: Int64, isCounted: @escaping @Sendable (Sitter) -> Bool) {
        self.selection = selection
        self.contestKey = contestKey
        self.isCounted = isCounted
    }

    /// In the order in which they began.
    func sitters(from database: any Database) throws(DatabaseError) -> [Sitter] {
        let found = try database.all(
            .statisticsSitters,
            [.int(contestKey), .text(selection.round ?? ""), .text(selection.group ?? "")]
        ) { row in
            Sitter(
                attempt: row.int(0),
                contestant: row.int(1),
                startedAt: row.time(2),
                round: row.text(3),
                group: row.text(4)
            )
        }.sorted { $0.attempt < $1.attempt }
        switch selection.attempts {
        case .all: return found
        case .counted: return found.filter(isCounted)
        case .first:
            var seen: Set<Int64> = []
            return found.filter { seen.insert($0.contestant).inserted }
        }
    }
}

extension Query {
    static let statisticsSitters = Query(
        name: "statistics.sitters",
        sql: """
            SELECT attempt, contestant, started_at, round, audience
            FROM attempt
            WHERE contest = $1 AND sealed_at IS NOT NULL AND voided_at IS NULL AND ($2 = '' OR round = $2) AND ($3 = '' OR audience = $3)
            """
    )
}
