import QuizCore

/// The boards of all contests.
struct Boards {
    var boards: [BoardID: Board] = [:]
    /// What is known of people for the board over all rounds, by that board.
    var known: [BoardID: KnownOfPeople] = [:]

    /// Takes an attempt in on the board of its round, and on that over all rounds.
    mutating func take(_ result: SealedResult, _ contest: Contest) {
        if boards[result.board] == nil {
            let criteria = contest.ranking(of: result.board.round)
            boards[result.board] = Board(counting: Counting(counts: contest.rules.counts, criteria: criteria))
        }
        boards[result.board]?.take(result)
        takeTotal(of: result.contestant, on: result.board, contest, at: result.sealedAt)
    }

    /// Puts a person's line in anew from all attempts that count.
    mutating func restate(_ board: BoardID, _ contestant: Int64, _ results: [SealedResult], _ contest: Contest) {
        guard let counting = boards[board]?.counting else { return }
        let line = results.reduce(nil as Standing?) { line, result in
            counting.adding(result.standing(by: counting.criteria), to: line)
        }
        let moment = results.map(\.sealedAt).max() ?? boards[board]?.updatedAt ?? Timestamp(milliseconds: 0)
        boards[board]?.put(line, of: contestant, at: moment)
        takeTotal(of: contestant, on: board, contest, at: moment)
    }

    /// Brings a person's line on the board over all rounds up to date.
    mutating func takeTotal(of contestant: Int64, on board: BoardID, _ contest: Contest, at moment: Timestamp) {
        guard let cumulative = contest.cumulative else { return }
        let id = BoardID(contest: contest.id, round: Cumulative.round, group: board.group)
        let line = total(of: contestant, contest, cumulative, board.group)
        if boards[id] == nil {
            boards[id] = Board(counting: Counting(counts: .last, criteria: cumulative.ranking))
        }
        boards[id]?.put(line, of: contestant, at: moment)
    }

    /// A person's line on the board over all rounds.
    func total(
        of contestant: Int64,
        _ contest: Contest,
        _ cumulative: Cumulative,
        _ group: String
    ) -> Standing? {
        let parts = contest.rounds.compactMap { round in
            let board = boards[BoardID(contest: contest.id, round: round.id, group: group)]
            return board?.leaderboard.standing(of: contestant).map {
                Cumulative.Part(standing: $0, criteria: board?.counting.criteria ?? [])
            }
        }
        let known = known[BoardID(contest: contest.id, round: Cumulative.round, group: group)]
        return cumulative.standing(
            of: parts,
            manualOrder: known?.manual[contestant],
            drawNumber: known?.draw[contestant]
        )
    }
}
