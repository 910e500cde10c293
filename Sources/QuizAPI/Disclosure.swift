import QuizCore

/// What contestants and the public may see of results, and when: the only place that decides it (I3, I8).
struct Disclosure {
    /// The version that the attempt started under, or the newest for boards.
    let contest: Contest
    /// The newest version: a round that was prolonged since is not over.
    let newest: Contest
    /// The last moments at which somebody may answer a question whose key is asked for; `nil`: there is no last one.
    let lastAnswers: [Timestamp?]
    /// Rounds whose prediction has its true value.
    let settled: Set<String>
    /// Rounds whose results are verified or final.
    let verified: Set<String>
    let moment: Timestamp

    init(
        contest: Contest,
        newest: Contest,
        lastAnswers: [Timestamp?] = [],
        settled: Set<String> = [],
        verified: Set<String> = [],
        at moment: Timestamp
    ) {
        self.contest = contest
        self.newest = newest
        self.lastAnswers = lastAnswers
        self.settled = settled
        self.verified = verified
        self.moment = moment
    }

    /// Total scores, and what ranking derives from them.
    func showsScore(_ round: String) -> Bool {
        contest.rules.showScore == .submission || isClosed(round)
    }

    /// Boards, places, counts: with a prediction open a total would give its answer away (I8); practice has none.
    func showsTotals(_ round: String) -> Bool {
        guard contest.mode != .practice else { return false }
        return (contest.prediction == nil && newest.prediction == nil) || (isClosed(round) && settled.contains(round))
    }

    /// Why a board is not shown now, if it is not.
    func hiddenReason(_ round: String) -> String? {
        if contest.mode == .practice { return "practice" }
        if round == Cumulative.round { return started.lazy.compactMap { hiddenReason($0.id) }.first }
        if !showsTotals(round) { return "prediction" }
        return showsScore(round) ? nil : "roundClosed"
    }

    /// The list of winners, which waits for the organizers to publish it.
    func showsPrizes(_ round: String) -> Bool {
        round == Cumulative.round ? newest.rounds.allSatisfy { verified.contains($0.id) } : verified.contains(round)
    }

    func isClosed(_ round: String) -> Bool {
        if round == Cumulative.round { return newest.rounds.allSatisfy { isClosed($0.id) } }
        return [contest, newest].allSatisfy { $0.round(round)?.isClosed(at: moment) ?? true }
    }

    /// The rounds that a board over all of them has in it.
    private var started: [Round] {
        newest.rounds.filter { $0.opens <= moment }
    }

    /// Keys and explanations of a sealed attempt, and of an answer that practice has locked.
    var releasesKey: Bool {
        lastAnswers.allSatisfy { last in last.map { $0 < moment } ?? false }
    }

    /// From when on they may be shown; `nil`: at once, or nobody knows yet.
    var releaseAt: Timestamp? {
        guard lastAnswers.allSatisfy({ $0 != nil }) else { return nil }
        return lastAnswers.compactMap { $0 }.max()?.adding(milliseconds: 1)
    }
}

extension API {
    /// For boards, which follow the newest version.
    func disclosure(_ definition: Definition) -> Disclosure {
        let contest = definition.contest
        return Disclosure(
            contest: contest,
            newest: contest,
            settled: settled(contest),
            verified: verified(contest),
            at: now()
        )
    }

    /// For an attempt, which stays under the version it started with (I14).
    func disclosure(_ attempt: Attempt) -> Disclosure? {
        guard let contest = store.definition(version: attempt.definition)?.contest,
            let newest = store.definition(of: attempt.contest)?.contest
        else { return nil }
        return Disclosure(contest: contest, newest: newest, settled: settled(newest), at: now())
    }

    private func verified(_ contest: Contest) -> Set<String> {
        Set(
            contest.rounds.map(\.id).filter {
                [.verified, .final].contains(store.results(of: contest.id, round: $0).state)
            }
        )
    }

    private func settled(_ contest: Contest) -> Set<String> {
        guard contest.prediction != nil else { return [] }
        return Set(contest.rounds.map(\.id).filter { store.truth(of: contest.id, round: $0) != nil })
    }

    /// The same with the rounds that may still ask a question of the attempt, which only the release of keys needs.
    func keyDisclosure(_ attempt: Attempt) -> Disclosure? {
        guard let definition = store.definition(version: attempt.definition),
            let newest = store.definition(of: attempt.contest)
        else { return nil }
        return Disclosure(
            contest: definition.contest,
            newest: newest.contest,
            lastAnswers: ownBinders(attempt, definition, newest) + foreignBinders(attempt, definition),
            settled: settled(newest.contest),
            at: now()
        )
    }

    /// The rounds of the same contest.
    private func ownBinders(_ attempt: Attempt, _ definition: Definition, _ newest: Definition) -> [Timestamp?] {
        guard definition.contest.rules.release != .submission else { return [] }
        let own = [definition.contest, newest.contest].compactMap { contest in
            contest.round(attempt.round).map { contest.lastAnswer(in: $0) }
        }
        let questions = attempt.paper.items.map { item in
            (definition.pool.questions[item.ordinal], definition.pool.banks[item.ordinal])
        }
        func binders(_ contest: Contest, _ canAsk: (Round) -> Bool) -> [Timestamp?] {
            contest.rounds.filter(canAsk).map { contest.lastAnswer(in: $0) }
        }
        return own
            + binders(definition.contest) { round in
                questions.contains { definition.contest.canDraw($0, from: $1, in: round) }
            }
            + binders(newest.contest) { round in
                // Another version of a bank may have the same question under other marks.
                newest.pool.digest == definition.pool.digest
                    ? questions.contains { newest.contest.canDraw($0, from: $1, in: round) }
                    : questions.contains { newest.contest.banks(of: round).contains($1) }
            }
    }

    /// The rounds of other contests that draw from a secret bank of the paper.
    private func foreignBinders(_ attempt: Attempt, _ definition: Definition) -> [Timestamp?] {
        let unpublished = Set(store.banks().filter { !$0.bank.isPublic }.map(\.bank.id))
        let secret = unpublished.intersection(attempt.paper.items.map { definition.pool.banks[$0.ordinal] })
        guard !secret.isEmpty else { return [] }
        return store.definitions().map(\.contest).filter { $0.id != attempt.contest }.flatMap { other in
            other.rounds.filter { !secret.isDisjoint(with: other.banks(of: $0)) }.map { other.lastAnswer(in: $0) }
        }
    }
}
