import QuizCore

/// Two versions of one board, person by person.
struct BoardComparison {
    let before: Leaderboard?
    let after: Leaderboard

    struct Move {
        let contestant: Int64
        let from: Int?
        let to: Int?

        /// The best place that is left or taken.
        fileprivate var best: Int { min(from ?? .max, to ?? .max) }
    }

    /// Everybody whose place changes, by the best place concerned.
    var moves: [Move] {
        let old = before.map(Self.places) ?? [:]
        let new = Self.places(after)
        return Set(old.keys).union(new.keys).compactMap { contestant in
            let move = Move(contestant: contestant, from: old[contestant], to: new[contestant])
            return move.from == move.to ? nil : move
        }
        .sorted { ($0.best, $0.contestant) < ($1.best, $1.contestant) }
    }

    private static func places(_ board: Leaderboard) -> [Int64: Int] {
        var places: [Int64: Int] = [:]
        places.reserveCapacity(board.count)
        var index = 0
        var place = 0
        var last: RankKey?
        for standing in board.pieces.joined() {
            if standing.key != last { place = index + 1 }
            places[standing.contestant] = place
            last = standing.key
            index += 1
        }
        return places
    }
}
