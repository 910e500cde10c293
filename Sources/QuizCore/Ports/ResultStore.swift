/// What happens to results once they are there: states, corrections, time given back.
package protocol ResultStore: Sendable {
    /// The state of a round's results at this moment.
    func results(of contest: String, round: String) -> RoundResults
    /// Takes the results of a round one step further.
    func advance(_ step: ResultStep, of contest: String, by actor: String) async throws(StoreError) -> StepOutcome

    /// All corrections of a contest, by number.
    func corrections(of contest: String) -> [CorrectionRecord]
    /// Who would move where; nothing changes.
    func preview(_ correction: Correction, of contest: String) async throws(StoreError) -> CorrectionOutcome
    /// Applies a correction once; the same id again gives the same record (I5).
    func apply(
        _ correction: Correction,
        of contest: String,
        by actor: String
    ) async throws(StoreError)
        -> CorrectionOutcome

    /// Gives one open attempt more time, once for each id.
    ///
    /// - Returns: The deadline that stands then; `nil` if there is no such attempt open in the contest.
    func grant(_ grant: TimeGrant, of contest: String, by actor: String) async throws(StoreError) -> Timestamp?
    /// The attempts of one contestant, by key; `nil` if there is no such contestant in the contest.
    func attempts(of contestant: PublicID, in contest: String) async throws(StoreError) -> [Attempt]?
}

package struct ResultStep: Hashable, Sendable {
    package let round: String
    package let state: ResultState
    /// For `provisional`.
    package let objectionsUntil: Timestamp?

    package init(round: String, state: ResultState, objectionsUntil: Timestamp?) {
        self.round = round
        self.state = state
        self.objectionsUntil = objectionsUntil
    }
}

package enum StepOutcome: Hashable, Sendable {
    case done(RoundResults)
    case refused(Message)
    case notFound
}

/// A correction that was applied, or is being applied.
package struct CorrectionRecord: Hashable, Sendable {
    package let correction: Correction
    /// Counted from 1 within the contest.
    package let number: Int
    package let appliedAt: Timestamp
    package let actor: String
    /// Not all attempts have their new marks yet.
    package var isApplying: Bool
    /// Attempts whose marks or duration changed.
    package var remarked: Int
    /// People who moved to another place, over all boards.
    package var moved: Int

    package init(
        correction: Correction,
        number: Int,
        appliedAt: Timestamp,
        actor: String,
        isApplying: Bool,
        remarked: Int,
        moved: Int
    ) {
        self.correction = correction
        self.number = number
        self.appliedAt = appliedAt
        self.actor = actor
        self.isApplying = isApplying
        self.remarked = remarked
        self.moved = moved
    }
}

package enum CorrectionOutcome: Hashable, Sendable {
    case previewed(CorrectionEffect)
    case applied(CorrectionRecord)
    case refused(Message)
    case notFound
}

/// Who moves where.
package struct CorrectionEffect: Hashable, Sendable {
    package struct Move: Hashable, Sendable {
        package let contestant: Int64
        package let name: String
        package let unit: String
        /// `nil`: not on the board.
        package let from: Int?
        package let to: Int?

        package init(contestant: Int64, name: String, unit: String, from: Int?, to: Int?) {
            self.contestant = contestant
            self.name = name
            self.unit = unit
            self.from = from
            self.to = to
        }
    }

    package struct BoardEffect: Hashable, Sendable {
        /// Of so many moves the highest places are listed.
        package static let listed = 200

        package let board: BoardID
        package let moved: Int
        /// By the best place that somebody leaves or takes; at most ``listed``.
        package let moves: [Move]

        package init(board: BoardID, moved: Int, moves: [Move]) {
            self.board = board
            self.moved = moved
            self.moves = moves
        }
    }

    package let remarked: Int
    /// Those on which somebody moves.
    package let boards: [BoardEffect]
    /// Rounds whose prediction gets another true value, with it, times 10^5.
    package let truths: [String: Int64]

    package init(remarked: Int, boards: [BoardEffect], truths: [String: Int64]) {
        self.remarked = remarked
        self.boards = boards
        self.truths = truths
    }

    package var moved: Int { boards.reduce(0) { $0 + $1.moved } }
}

/// More time for one open attempt.
package struct TimeGrant: Hashable, Sendable {
    /// Chosen by whoever sends it (I5).
    package let id: PublicID
    package let attempt: PublicID
    /// Range: `1...600`.
    package let minutes: Int
    package let reason: String

    package init(id: PublicID, attempt: PublicID, minutes: Int, reason: String) {
        self.id = id
        self.attempt = attempt
        self.minutes = minutes
        self.reason = reason
    }
}
