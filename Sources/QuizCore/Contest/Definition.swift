/// One version of a contest with the bank versions it pins (I14), ready to draw and mark with.
package struct Definition: Sendable {
    /// Internal, ascending.
    package let key: Int64
    /// Internal key of the contest.
    package let contestKey: Int64
    package let contest: Contest
    package let pool: QuestionPool
    /// Internal keys of the bank versions that it pins.
    package let pins: Set<Int64>
    /// Times in which nobody could answer.
    package let outages: [Outage]

    package init(
        key: Int64,
        contestKey: Int64,
        contest: Contest,
        pool: QuestionPool,
        pins: Set<Int64> = [],
        outages: [Outage] = []
    ) {
        self.key = key
        self.contestKey = contestKey
        self.contest = contest
        self.pool = pool
        self.pins = pins
        self.outages = outages
    }

    /// The version as it marks and times after corrections, in their order.
    package func corrected(by changes: [Correction.Change]) -> Definition {
        var questions: [QuestionCorrection] = []
        var outages: [Outage] = []
        for change in changes {
            switch change {
            case .question(let question): questions.append(question)
            case .outage(let outage): outages.append(outage)
            case .attempt: break
            }
        }
        return Definition(
            key: key,
            contestKey: contestKey,
            contest: contest,
            pool: pool.corrected(by: questions),
            pins: pins,
            outages: outages
        )
    }

    /// When an attempt started at `moment` ends (I2).
    ///
    /// `more`: What the person has beyond the time of everybody, in milliseconds.
    package func deadline(startedAt moment: Timestamp, in round: Round, more: Int64 = 0) -> Timestamp {
        let full = moment.adding(milliseconds: Int64(contest.rules.minutes) * 60_000 + more)
        guard contest.rules.lateStart == .cut, let closes = round.closes else { return full }
        return min(full, closes)
    }

    /// The duration of an attempt (I2).
    ///
    /// `lastChange`: Of any answer; `nil` if none was given.
    /// - Returns: Milliseconds, never negative.
    package func duration(
        startedAt: Timestamp,
        deadline: Timestamp,
        lastChange: Timestamp?,
        sealedAt: Timestamp
    ) -> Int64 {
        let end =
            switch contest.rules.duration {
            case .lastChange: min(lastChange ?? deadline, deadline)
            case .submission: min(sealedAt, deadline)
            }
        let lost = outages.reduce(0) { $0 + $1.overlap(from: startedAt, to: end) }
        return max(0, end.milliseconds - startedAt.milliseconds - lost)
    }
}
