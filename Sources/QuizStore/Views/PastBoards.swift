import QuizCore
import Synchronization

/// Boards as they were at one moment, one contest at a time: built when somebody asks, kept until another is asked for.
final class PastBoards: Sendable {
    struct Key: Hashable, Sendable {
        let contest: String
        let moment: Timestamp
        /// A correction makes another past.
        let corrections: Int
        /// So does the true value of a prediction, and any other thing that orders closed boards.
        let settled: Int
    }

    private let kept = Mutex<[String: (key: Key, boards: Boards)]>([:])

    func boards(_ key: Key) -> Boards? {
        kept.withLock { kept in kept[key.contest].flatMap { $0.key == key ? $0.boards : nil } }
    }

    func keep(_ boards: Boards, for key: Key) {
        kept.withLock { $0[key.contest] = (key, boards) }
    }
}

extension Boards {
    /// Reads all boards of a contest as they were.
    init(
        asOf moment: Timestamp,
        of definition: Definition,
        from database: any Database,
        _ cryptography: any Cryptography
    ) throws(DatabaseError) {
        self.init()
        let contest = definition.contest
        var reader = BoardReader(database: database, definition: definition, cryptography: cryptography)
        reader.pending.latest = moment
        for group in contest.groups {
            var people: Set<Int64> = []
            for round in contest.rounds {
                let id = BoardID(contest: contest.id, round: round.id, group: group.id)
                let board = try reader.board(id)
                boards[id] = board
                if contest.cumulative != nil { people.formUnion(board.leaderboard.pieces.joined().map(\.contestant)) }
            }
            guard let round = contest.rounds.first, contest.cumulative != nil else { continue }
            known[BoardID(contest: contest.id, round: Cumulative.round, group: group.id)] = try reader.total(
                of: group.id
            )
            let id = BoardID(contest: contest.id, round: round.id, group: group.id)
            for person in people { takeTotal(of: person, on: id, contest, at: moment) }
        }
    }
}
