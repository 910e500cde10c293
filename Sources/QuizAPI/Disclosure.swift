import QuizCore

/// What contestants and the public may see of results, and when: the only place that decides it (I3, I8).
struct Disclosure {
    /// How long after the end of an attempt an answer still counts (I2).
    ///
    /// Unit: milliseconds.
    private static let grace: Int64 = 1_000

    /// The version that the attempt started under, or the newest for boards.
    let contest: Contest
    /// The newest version: a round that was prolonged since is not over.
    let newest: Contest
    /// Other contests that draw from a bank of this one whose key is secret.
    let sharing: [Contest]
    /// Rounds whose prediction has its true value.
    let settled: Set<String>
    let moment: Timestamp

    init(
        contest: Contest,
        newest: Contest,
        sharing: [Contest] = [],
        settled: Set<String> = [],
        at moment: Timestamp
    ) {
        self.contest = contest
        self.newest = newest
        self.sharing = sharing
        self.settled = settled
        self.moment = moment
    }

    /// Total scores, and what ranking derives from them.
    func showsScore(_ round: String) -> Bool {
        contest.rules.showScore == .submission || isClosed(round)
    }

    /// Boards, places, counts: with a prediction open a total would give its answer away (I8).
    func showsTotals(_ round: String) -> Bool {
        (contest.prediction == nil && newest.prediction == nil) || (isClosed(round) && settled.contains(round))
    }

    /// Why a board is not shown now, if it is not.
    func hiddenReason(_ round: String) -> String? {
        if round == Cumulative.round { return started.lazy.compactMap { hiddenReason($0.id) }.first }
        if !showsTotals(round) { return "prediction" }
        return showsScore(round) ? nil : "roundClosed"
    }

    /// The list of winners, which waits for the organizers to publish it.
    func showsPrizes(_ round: String) -> Bool { false }

    func isClosed(_ round: String) -> Bool {
        if round == Cumulative.round { return newest.rounds.allSatisfy { isClosed($0.id) } }
        return [contest, newest].allSatisfy { $0.round(round)?.isClosed(at: moment) ?? true }
    }

    /// The rounds that a board over all of them has in it.
    private var started: [Round] {
        newest.rounds.filter { $0.opens <= moment }
    }

    /// Keys and explanations of a sealed attempt.
    var releasesKey: Bool {
        keyBinders.allSatisfy { contest in Self.lastAnswer(in: contest).map { $0 < moment } ?? false }
    }

    /// From when on they may be shown; `nil`: at once, or nobody knows yet.
    var releaseAt: Timestamp? {
        let moments = keyBinders.map(Self.lastAnswer)
        guard moments.allSatisfy({ $0 != nil }) else { return nil }
        return moments.compactMap { $0 }.max()?.adding(milliseconds: 1)
    }

    /// The contests that must be over first: each of them can draw the same questions in its open and coming rounds.
    private var keyBinders: [Contest] {
        (contest.rules.release == .submission ? [] : [contest, newest]) + sharing
    }

    /// The last moment at which an answer may still come in.
    ///
    /// - Returns: `nil` if a round never closes.
    private static func lastAnswer(in contest: Contest) -> Timestamp? {
        let late = contest.rules.lateStart == .full ? Int64(contest.rules.minutes) * 60_000 : 0
        var last = Timestamp(milliseconds: .min / 2)
        for round in contest.rounds {
            guard let closes = round.closes else { return nil }
            last = max(last, closes.adding(milliseconds: late + grace))
        }
        return last
    }
}

extension API {
    /// For boards, which follow the newest version.
    func disclosure(_ definition: Definition) -> Disclosure {
        let contest = definition.contest
        return Disclosure(contest: contest, newest: contest, settled: settled(contest), at: now())
    }

    /// For an attempt, which stays under the version it started with (I14).
    func disclosure(_ attempt: Attempt) -> Disclosure? {
        guard let contest = store.definition(version: attempt.definition)?.contest,
            let newest = store.definition(of: attempt.contest)?.contest
        else { return nil }
        return Disclosure(contest: contest, newest: newest, settled: settled(newest), at: now())
    }

    private func settled(_ contest: Contest) -> Set<String> {
        guard contest.prediction != nil else { return [] }
        return Set(contest.rounds.map(\.id).filter { store.truth(of: contest.id, round: $0) != nil })
    }

    /// The same with the contests that share a secret bank, which only the release of keys needs to know.
    func keyDisclosure(_ attempt: Attempt) -> Disclosure? {
        guard let own = disclosure(attempt) else { return nil }
        let unpublished = Set(store.banks().filter { !$0.bank.isPublic }.map(\.bank.id))
        let secret = unpublished.intersection(own.contest.banks)
        let sharing =
            secret.isEmpty
            ? []
            : store.definitions().map(\.contest).filter { other in
                other.id != own.contest.id && !secret.isDisjoint(with: other.banks)
            }
        return Disclosure(
            contest: own.contest,
            newest: own.newest,
            sharing: sharing,
            settled: own.settled,
            at: own.moment
        )
    }
}
