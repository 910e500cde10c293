/// What is read of results: boards, figures, lists.
package protocol BoardStore: Sendable {
    /// Lines `from..<from + limit` of a board, and its state.
    ///
    /// - Parameters:
    ///   - board: Which.
    ///   - unit: Only those whose attempts count for this unit or one below, with places among them; `nil`: all.
    ///   - moment: Only what was submitted by then; `nil`: all.
    ///   - from: Counted from 0.
    ///   - limit: How many.
    /// - Returns: The lines with their places.
    /// - Throws: ``StoreError``.
    func board(
        _ board: BoardID,
        unit: String?,
        asOf moment: Timestamp?,
        from: Int,
        limit: Int
    ) async throws(StoreError) -> BoardPage
    /// A number that changes whenever the first `BoardPage.headLength` lines of a board or its total do.
    func version(of board: BoardID) -> UInt64
    /// A number that changes whenever any line of a board does.
    func revision(of board: BoardID) -> UInt64
    /// The line of a contestant with up to `reach` on either side; `nil` if there is none.
    func neighbours(
        of contestant: Int64,
        on board: BoardID,
        asOf moment: Timestamp?,
        reach: Int
    ) async throws(StoreError) -> BoardNeighbours?
    /// The place of a contestant and how many there are.
    func place(of contestant: Int64, on board: BoardID) -> (place: Int, of: Int, attempt: Int64)?
    /// The true value of a round's prediction; `nil` until it is fixed and the board ranked by it.
    func truth(of contest: String, round: String) -> PredictionTruth?

    func figures(of contest: String) async throws(StoreError) -> ContestFigures
}

/// The true value of a prediction, fixed once the round was over.
package struct PredictionTruth: Hashable, Sendable {
    /// Times 10^5.
    package let value: Int64
    package let outcome: PredictionQuestion.Outcome
    package let fixedAt: Timestamp

    package init(value: Int64, outcome: PredictionQuestion.Outcome, fixedAt: Timestamp) {
        self.value = value
        self.outcome = outcome
        self.fixedAt = fixedAt
    }
}

package struct BoardID: Hashable, Sendable {
    package let contest: String
    package let round: String
    package let group: String

    package init(contest: String, round: String, group: String) {
        self.contest = contest
        self.round = round
        self.group = group
    }
}

package struct BoardPage: Sendable {
    /// How many lines the public address shows at most.
    package static let headLength = 100

    package let lines: [BoardLine]
    package let total: Int
    package let updatedAt: Timestamp?

    package init(lines: [BoardLine], total: Int, updatedAt: Timestamp?) {
        self.lines = lines
        self.total = total
        self.updatedAt = updatedAt
    }
}

package struct BoardLine: Hashable, Sendable {
    package let contestant: Int64
    package let place: Int
    package let name: String
    package let unit: String
    package let score: Int
    package let maximum: Int
    package let duration: Int64
    package let decidedBy: Criterion?

    package init(
        contestant: Int64,
        place: Int,
        name: String,
        unit: String,
        score: Int,
        maximum: Int,
        duration: Int64,
        decidedBy: Criterion?
    ) {
        self.contestant = contestant
        self.place = place
        self.name = name
        self.unit = unit
        self.score = score
        self.maximum = maximum
        self.duration = duration
        self.decidedBy = decidedBy
    }
}

/// A person's line among those around it.
package struct BoardNeighbours: Sendable {
    package let lines: [BoardLine]
    package let total: Int

    package init(lines: [BoardLine], total: Int) {
        self.lines = lines
        self.total = total
    }
}

package struct ContestFigures: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// Id of a group or a round.
        package let id: String
        /// 0 for rounds, where nobody registers.
        package let registered: Int
        package let started: Int
        package let open: Int
        package let submitted: Int
        /// Sum of scores of sealed attempts.
        ///
        /// Unit: thousandths.
        package let scoreSum: Int

        package init(id: String, registered: Int, started: Int, open: Int, submitted: Int, scoreSum: Int) {
            self.id = id
            self.registered = registered
            self.started = started
            self.open = open
            self.submitted = submitted
            self.scoreSum = scoreSum
        }
    }

    /// What happened to the attempts that began within one hour.
    package struct Hour: Hashable, Sendable {
        package let begins: Timestamp
        package let started: Int
        package let submitted: Int

        package init(begins: Timestamp, started: Int, submitted: Int) {
            self.begins = begins
            self.started = started
            self.submitted = submitted
        }
    }

    package let groups: [Line]
    package let rounds: [Line]
    /// The last two days in which somebody started, oldest first; empty hours left out.
    package let hours: [Hour]

    package init(groups: [Line], rounds: [Line], hours: [Hour]) {
        self.groups = groups
        self.rounds = rounds
        self.hours = hours
    }
}
