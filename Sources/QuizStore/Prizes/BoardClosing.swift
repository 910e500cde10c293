import QuizCore

/// Whether nothing changes a board any more but what the organizers decide: the one place that says so.
struct BoardClosing {
    let catalogue: Catalogue
    let definition: Definition
    let moment: Timestamp

    /// Whether a round, or all of them for ``Cumulative/round``, is over, and ranked by its prediction where it has one.
    func isOver(_ round: String, in database: any Database) throws(DatabaseError) -> Bool {
        let contest = definition.contest
        let rounds = round == Cumulative.round ? contest.rounds : contest.rounds.filter { $0.id == round }
        for round in rounds where try !isOver(round, contest, in: database) { return false }
        return !rounds.isEmpty
    }

    /// Whether the results of a round, or of all of them, change no more.
    func isFinal(_ round: String) -> Bool {
        let rounds = round == Cumulative.round ? definition.contest.rounds.map(\.id) : [round]
        return rounds.allSatisfy {
            catalogue.results(of: RoundKey(contest: definition.contestKey, round: $0))?.state == .final
        }
    }

    private func isOver(
        _ round: Round,
        _ contest: Contest,
        in database: any Database
    ) throws(DatabaseError) -> Bool {
        guard round.isOver(in: contest, at: moment) else { return false }
        let key = RoundKey(contest: definition.contestKey, round: round.id)
        if contest.ranksByPrediction(in: round.id), catalogue.truth(of: key) == nil { return false }
        return try database.first(.attemptOpenIn, key.values, { $0.int(0) }) == nil
    }
}

extension Round {
    /// Whether nobody can have an attempt in it any more; one that is not sealed yet is looked for elsewhere.
    func isOver(in contest: Contest, at moment: Timestamp) -> Bool {
        let late = contest.rules.lateStart == .full ? Int64(contest.rules.minutes) * 60_000 : 0
        return closes.map { $0.adding(milliseconds: late + AttemptRow.grace) < moment } ?? false
    }
}
