import QuizCore

/// What the writer remembers of open attempts, so that saving an answer reads no paper again.
///
/// Owned by the writer alone; the guards of the statements decide, never this.
struct OpenAttempts {
    struct Entry {
        let key: Int64
        let contestant: Int64
        let definition: Int64
        let paper: Paper
    }

    /// About 100 MiB at 20 questions.
    private static let limit = 120_000

    private var entries: [PublicID: Entry] = [:]

    subscript(id: PublicID) -> Entry? { entries[id] }

    mutating func remember(_ attempt: Attempt) {
        if entries.count >= Self.limit { entries.removeAll(keepingCapacity: true) }
        entries[attempt.id] = Entry(
            key: attempt.key,
            contestant: attempt.contestant,
            definition: attempt.definition,
            paper: attempt.paper
        )
    }

    mutating func forget(_ id: PublicID) {
        entries[id] = nil
    }
}
