/// Where answers are kept, for what they say about the questions.
package protocol StatisticsStore: Sendable {
    /// What the sealed attempts of a selection say.
    ///
    /// It names keys, so that the log says who read it (I7).
    func itemReport(_ selection: AttemptSelection, by actor: String) async throws(StoreError) -> ItemReport
}

/// Which attempts of a contest are looked at.
package struct AttemptSelection: Hashable, Sendable {
    package enum Attempts: String, CaseIterable, Hashable, Sendable {
        /// The first of each person among those looked at: nobody has practised yet.
        case first
        /// Those that stand on the boards.
        case counted
        case all
    }

    package let contest: String
    /// `nil`: every round.
    package let round: String?
    /// `nil`: every group.
    package let group: String?
    package let attempts: Attempts

    package init(contest: String, round: String? = nil, group: String? = nil, attempts: Attempts = .first) {
        self.contest = contest
        self.round = round
        self.group = group
        self.attempts = attempts
    }
}
