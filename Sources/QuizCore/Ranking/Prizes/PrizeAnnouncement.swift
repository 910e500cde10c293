/// What the public may read of the prizes of a board: who won what, and nothing of why others did not.
package struct PrizeAnnouncement: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        package let round: String
        package let group: String
        package let prize: String
        package let value: String?
        /// As boards show it (I15).
        package let name: String
        package let unit: String
    }

    package let lines: [Line]
    /// Whether somebody has still to be decided on or checked, so that names may change.
    package let isComplete: Bool

    package init(of report: PrizeReport, _ contest: Contest) {
        var lines: [Line] = []
        var isComplete = true
        for board in report.boards {
            isComplete = isComplete && board.isOver && board.outcomes.allSatisfy(\.isDecided)
            for outcome in board.outcomes {
                let place = contest.prizes.tables[board.table].places[outcome.slot.place]
                for winner in outcome.winners {
                    guard let person = report.people[winner.line.contestant] else { continue }
                    isComplete = isComplete && person.identity?.state == .confirmed
                    lines.append(
                        Line(
                            round: board.name.round,
                            group: board.name.group,
                            prize: place.title,
                            value: place.value,
                            name: person.displayName,
                            unit: board.results[winner.line.contestant]?.unitTitle ?? ""
                        )
                    )
                }
            }
        }
        self.lines = lines
        self.isComplete = isComplete
    }
}
