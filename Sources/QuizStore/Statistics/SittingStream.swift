import QuizCore

/// Reads sealed attempts with their answers in chunks and adds them up: a chunk at a time is in memory.
///
/// Each chunk is a read by itself. Sealed attempts never change, so that no snapshot is needed, and a long one would keep the
/// write-ahead log from being brought back.
struct SittingStream {
    private static let chunk = 256
    /// Keys that lie between those of a chunk are read in vain.
    private static let span: Int64 = 1_024

    private let sitters: [Sitter]
    private let definitions: [Int64: Definition]
    let items: ItemList

    /// `sitters`: By key of the attempt.
    init(sitters: [Sitter], definitions: [Definition]) {
        self.sitters = sitters
        self.definitions = Dictionary(definitions.map { ($0.key, $0) }, uniquingKeysWith: { one, _ in one })
        var items = ItemList()
        for definition in definitions { items.add(definition) }
        self.items = items
    }

    func report(from database: any Database) throws(DatabaseError) -> ItemReport {
        let starts = sitters.map(\.startedAt)
        let none = Timestamp(milliseconds: 0)
        var analysis = ItemAnalysis(
            items: items,
            slots: TimeSlots(from: starts.min() ?? none, through: starts.max() ?? none)
        )
        try each(from: database) { analysis.add($0) }
        return analysis.report()
    }

    /// Gives the sittings one by one.
    func each(from database: any Database, _ body: (Sitting) -> Void) throws(DatabaseError) {
        var reader = SittingReader()
        var next = 0
        while next < sitters.count {
            let end = end(of: next)
            for sitting in try sittings(next..<end, from: database, &reader) { body(sitting) }
            next = end
        }
    }

    private func end(of first: Int) -> Int {
        let last = sitters[first].attempt + Self.span
        var end = first + 1
        while end < sitters.count, end - first < Self.chunk, sitters[end].attempt < last { end += 1 }
        return end
    }

    private func sittings(
        _ range: Range<Int>,
        from database: any Database,
        _ reader: inout SittingReader
    ) throws(DatabaseError) -> [Sitting] {
        let bounds: [Value] = [.int(sitters[range.lowerBound].attempt), .int(sitters[range.upperBound - 1].attempt)]
        var papers: [Int64: (definition: Int64, paper: Paper)] = [:]
        try database.run(.statisticsPapers, bounds) { row in
            // One that does not read back is left out; `doctor` and the start look for such things.
            if let paper = Paper(stored: row.bytes(2)) { papers[row.int(0)] = (row.int(1), paper) }
        }
        var saved: [Int64: [SittingReader.Saved]] = [:]
        try database.run(.statisticsAnswers, bounds) { row in
            saved[row.int(0), default: []].append(
                SittingReader.Saved(
                    position: Int(row.int(1)),
                    choice: row.text(2),
                    sequence: row.int(3),
                    changedAt: row.time(4)
                )
            )
        }
        return sitters[range].compactMap { sitter in
            guard let (key, paper) = papers[sitter.attempt], let definition = definitions[key] else { return nil }
            return reader.sitting(
                person: sitter.contestant,
                startedAt: sitter.startedAt,
                paper: paper,
                saved: saved[sitter.attempt] ?? [],
                under: definition,
                items: items
            )
        }
    }
}

extension Query {
    static let statisticsPapers = Query(
        name: "statistics.papers",
        sql: "SELECT attempt, definition, paper FROM attempt WHERE attempt BETWEEN $1 AND $2"
    )
    static let statisticsAnswers = Query(
        name: "statistics.answers",
        sql: """
            SELECT attempt, position, choice, sequence, changed_at
            FROM answer
            WHERE attempt BETWEEN $1 AND $2
            ORDER BY attempt, position
            """
    )
}
