package import QuizCore
import Synchronization

/// What a committed batch tells the views.
package enum ViewEvent: Sendable {
    /// An attempt was sealed and marked.
    case sealed(SealedResult)
    /// The attempts of a person on a board changed: these are all that count.
    case restated(BoardID, contestant: Int64, [SealedResult])
    /// What is said of a board changed, its lines did not.
    case touched(BoardID)
}

extension ViewEvent {
    fileprivate var board: BoardID {
        switch self {
        case .sealed(let result): result.board
        case .restated(let board, _, _), .touched(let board): board
        }
    }
}

package struct SealedResult: Hashable, Sendable {
    package let board: BoardID
    package let contestant: Int64
    package let attempt: Int64
    /// The unit it counts for.
    package let unit: Int64
    package let sealedAt: Timestamp
    package let ranked: RankedResult

    package init(
        board: BoardID,
        contestant: Int64,
        attempt: Int64,
        unit: Int64,
        sealedAt: Timestamp,
        ranked: RankedResult
    ) {
        self.board = board
        self.contestant = contestant
        self.attempt = attempt
        self.unit = unit
        self.sealedAt = sealedAt
        self.ranked = ranked
    }
}

/// All boards, in memory: built from the rows at start, then following the log (I13).
package final class Standings: Sendable {
    private let state = Mutex(Boards())
    private let catalogue: Catalogue

    package init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    /// Builds every board from the rows.
    func load(from database: any Database) throws(DatabaseError) {
        for definition in catalogue.definitions() { try build(definition, from: database) }
    }

    /// Builds the boards of a contest, or of one of its rounds, in place of those there are.
    ///
    /// For rounds in which no attempt is open, and at start: what is sealed meanwhile would be lost.
    func build(
        _ definition: Definition,
        round only: String? = nil,
        from database: any Database
    ) throws(DatabaseError) {
        let contest = definition.contest
        let reader = BoardReader(database: database, definition: definition, cryptography: catalogue.cryptography)
        for group in contest.groups {
            for round in contest.rounds where only == nil || only == round.id || only == Cumulative.round {
                // The board over all rounds is made of theirs, which stay as they are.
                if only == Cumulative.round { continue }
                let id = BoardID(contest: contest.id, round: round.id, group: group.id)
                replace(id, with: try reader.board(id))
            }
            guard let cumulative = contest.cumulative else { continue }
            let known = try reader.total(of: group.id)
            buildTotal(of: contest, cumulative, group: group.id, known)
        }
    }

    private func replace(_ id: BoardID, with board: Board) {
        state.withLock { state in
            var board = board
            if let former = state.boards[id] { board.follow(former) }
            state.boards[id] = board
        }
    }

    private func buildTotal(of contest: Contest, _ cumulative: Cumulative, group: String, _ known: KnownOfPeople) {
        let id = BoardID(contest: contest.id, round: Cumulative.round, group: group)
        state.withLock { state in
            let rounds = contest.rounds.map { BoardID(contest: contest.id, round: $0.id, group: group) }
            let people = Set(rounds.flatMap { state.boards[$0]?.leaderboard.pieces.joined().map(\.contestant) ?? [] })
            state.known[id] = known
            let lines = people.compactMap { state.total(of: $0, contest, cumulative, group) }
            var board = Board(
                counting: Counting(counts: .last, criteria: cumulative.ranking),
                ordered: lines.sorted { $0.isOrdered(before: $1) && $0 != $1 },
                updatedAt: rounds.compactMap { state.boards[$0]?.updatedAt }.max()
            )
            if let former = state.boards[id] { board.follow(former) }
            state.boards[id] = board
        }
    }

    func apply(_ events: [ViewEvent]) {
        guard !events.isEmpty else { return }
        state.withLock { state in
            for event in events {
                guard let contest = catalogue.definition(of: event.board.contest)?.contest else { continue }
                switch event {
                case .sealed(let result): state.take(result, contest)
                case .restated(let board, let contestant, let results):
                    state.restate(board, contestant, results, contest)
                case .touched(let board): state.boards[board]?.touch()
                }
            }
        }
    }

    /// Lines of a board; of some units only, with their places among themselves.
    func lines(
        of board: BoardID,
        units: Set<Int64>?,
        from: Int,
        limit: Int
    ) -> (lines: [Placed], total: Int, updatedAt: Timestamp?) {
        if units == nil {
            return state.withLock { $0.boards[board]?.lines(of: nil, from: from, limit: limit) ?? ([], 0, nil) }
        }
        // Outside the lock: of a large board it takes milliseconds.
        let board = state.withLock { $0.boards[board] }
        return board?.lines(of: units, from: from, limit: limit) ?? ([], 0, nil)
    }

    func revision(of board: BoardID) -> UInt64 {
        state.withLock { $0.boards[board]?.revision ?? 0 }
    }

    func version(of board: BoardID) -> UInt64 {
        state.withLock { $0.boards[board]?.version ?? 0 }
    }

    func neighbours(of contestant: Int64, on board: BoardID, reach: Int) -> (lines: [Placed], total: Int) {
        state.withLock { state in
            guard let leaderboard = state.boards[board]?.leaderboard else { return ([], 0) }
            return (leaderboard.neighbours(of: contestant, reach: reach), leaderboard.count)
        }
    }

    func place(of contestant: Int64, on board: BoardID) -> (place: Int, of: Int, attempt: Int64)? {
        state.withLock { state in
            guard let leaderboard = state.boards[board]?.leaderboard,
                let place = leaderboard.place(of: contestant),
                let standing = leaderboard.standing(of: contestant)
            else { return nil }
            return (place, leaderboard.count, standing.attempt)
        }
    }

    /// All boards as they are now, to be changed apart from these.
    func copy() -> Boards {
        state.withLock { $0 }
    }

    /// All lines of a board in order, in pieces, and the chain that they are ordered by.
    func whole(_ board: BoardID) -> (pieces: [[Standing]], criteria: [Criterion]) {
        state.withLock { state in
            state.boards[board].map { ($0.leaderboard.pieces, $0.counting.criteria) } ?? ([], [])
        }
    }

    func standing(of contestant: Int64, on board: BoardID) -> Standing? {
        state.withLock { $0.boards[board]?.leaderboard.standing(of: contestant) }
    }

    /// The chain that a board is ordered by.
    func criteria(of board: BoardID) -> [Criterion] {
        state.withLock { $0.boards[board]?.counting.criteria ?? [] }
    }
}
