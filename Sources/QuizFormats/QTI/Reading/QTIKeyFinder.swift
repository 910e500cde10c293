/// Finds the key of a question by having answers marked, as the file's own processing marks them.
///
/// A key that is only likely is none: where two answers earn the most and neither is the heart of the other, nothing is
/// taken.
struct QTIKeyFinder {
    enum Finding {
        case key(Set<String>)
        /// Several answers earn the most.
        case ambiguous
        /// No answer earns more than an empty one, or the marking was not understood.
        case nothing
    }

    /// Above what a question holds; larger ones are not tried out.
    static let maximumOptions = 64
    private static let maximumWinners = 50

    let options: [String]
    let isSingle: Bool
    /// Answers worth trying.
    let candidates: [Set<String>]
    /// The mark of an answer; `nil` if the marking is not understood.
    let score: (Set<String>) -> Double?

    func find() -> Finding {
        guard options.count <= Self.maximumOptions, let none = score([]) else { return .nothing }
        return isSingle ? findOne(above: none) : findSeveral(above: none)
    }

    private func findOne(above none: Double) -> Finding {
        let marks = options.map { ($0, score([$0])) }
        guard !marks.contains(where: { $0.1 == nil }), let best = marks.compactMap(\.1).max(), best > none else {
            return .nothing
        }
        let winners = marks.filter { $0.1 == best }
        return winners.count == 1 ? .key([winners[0].0]) : .ambiguous
    }

    private func findSeveral(above none: Double) -> Finding {
        let known = Set(options)
        let tried = candidates.map { $0.intersection(known) } + options.map { [$0] } + [known]
        var marks: [Set<String>: Double] = [:]
        for answer in tried { marks[answer] = score(answer) }
        guard let first = marks.values.max() else { return .nothing }
        for answer in marks.filter({ $0.value == first }).keys.prefix(Self.maximumWinners) {
            for option in options {
                let next = answer.symmetricDifference([option])
                if marks[next] == nil { marks[next] = score(next) }
            }
        }
        guard let best = marks.values.max(), best > none else { return .nothing }
        let winners = marks.filter { $0.value == best }.keys
        let heart = winners.reduce(known) { $0.intersection($1) }
        return winners.contains(heart) && !heart.isEmpty ? .key(heart) : .ambiguous
    }
}
