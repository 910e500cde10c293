import QuizCore

/// Reads sealed attempts for what they say about topics.
struct TopicCount {
    let contestKey: Int64
    let contest: String
    /// Only attempts begun within it; `nil`: all.
    let window: Range<Timestamp>?

    /// In the order in which they began.
    func sitters(from database: any Database) throws(DatabaseError) -> [Sitter] {
        let all = SitterSelection(AttemptSelection(contest: contest, attempts: .all), contestKey: contestKey) { _ in
            true
        }
        return try all.sitters(from: database).filter { window?.contains($0.startedAt) ?? true }
    }

    func figures(
        of sitters: [Sitter],
        under definitions: [Definition],
        from database: any Database
    ) throws(DatabaseError) -> TopicFigures {
        var units: [Int64: Int64] = [:]
        try database.run(.reportPeople, [.int(contestKey)]) { row in units[row.int(0)] = row.int(1) }
        var groups: [Int64: String] = [:]
        for sitter in sitters { groups[sitter.contestant] = sitter.group }
        var figures = TopicFigures()
        var seen: Set<Int64> = []
        let stream = SittingStream(sitters: sitters, definitions: definitions)
        try stream.each(from: database) { sitting in
            figures.add(
                sitting,
                of: groups[sitting.person] ?? "",
                unit: units[sitting.person],
                isFirst: seen.insert(sitting.person).inserted,
                items: stream.items
            )
        }
        return figures
    }
}
