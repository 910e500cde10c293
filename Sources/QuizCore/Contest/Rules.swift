/// How a contest is sat, marked and ranked.
package struct Rules: Hashable, Sendable {
    /// Time for one attempt.
    ///
    /// Range: `1...600`.
    package let minutes: Int
    package let attempts: AttemptLimit
    package let counts: CountedAttempt
    package let scoring: Scoring
    package let duration: DurationRule
    /// Ordered; no criterion twice; begins with what matters most.
    package let ranking: [Criterion]
    package let showScore: ScoreDisclosure
    package let release: KeyRelease
    package let identity: IdentityRule
    package let lateStart: LateStart
    package let board: BoardPolicy
    package let repeats: Repeats
    /// How far the difficulty of a paper may lie from the middle, in weights of ``Difficulty``; `nil`: as chance has it.
    package let difficultyBand: Int?
    /// A paper with blanks cannot be submitted; it is sealed by its deadline all the same.
    package let mustAnswerAll: Bool

    package init(
        minutes: Int,
        attempts: AttemptLimit,
        counts: CountedAttempt,
        scoring: Scoring,
        duration: DurationRule,
        ranking: [Criterion],
        showScore: ScoreDisclosure,
        release: KeyRelease,
        identity: IdentityRule,
        lateStart: LateStart,
        board: BoardPolicy = BoardPolicy(),
        repeats: Repeats = .avoid,
        difficultyBand: Int? = nil,
        mustAnswerAll: Bool = false
    ) {
        self.minutes = minutes
        self.attempts = attempts
        self.counts = counts
        self.scoring = scoring
        self.duration = duration
        self.ranking = ranking
        self.showScore = showScore
        self.release = release
        self.identity = identity
        self.lateStart = lateStart
        self.board = board
        self.repeats = repeats
        self.difficultyBand = difficultyBand
        self.mustAnswerAll = mustAnswerAll
    }
}

/// How often one person may sit the exam.
package struct AttemptLimit: Hashable, Sendable {
    /// At least 1; `nil`: unlimited.
    package let limit: Int?
    package let per: Scope
    /// Between the end of one attempt and the start of the next.
    ///
    /// Unit: minutes. Range: `1...43_200`; `nil`: none.
    package let pause: Int?

    package init(limit: Int?, per: Scope, pause: Int? = nil) {
        self.limit = limit
        self.per = per
        self.pause = pause
    }

    /// When the next attempt may start after one that ended at `sealedAt`.
    package func pauseEnd(after sealedAt: Timestamp) -> Timestamp? {
        pause.map { sealedAt.adding(milliseconds: Int64($0) * 60_000) }
    }

    package enum Scope: String, CaseIterable, Hashable, Sendable {
        case round, day, contest
    }

    /// The name under which attempts are counted together; part of a UNIQUE constraint (I4).
    package func scope(round: Round, at moment: Timestamp) -> String {
        switch per {
        case .round: "round/\(round.id)"
        case .day: "day/\(CalendarDay(of: moment).text)"
        case .contest: "contest"
        }
    }
}

/// Which of a person's attempts stands on the board.
package enum CountedAttempt: String, CaseIterable, Hashable, Sendable {
    case best, first, last
}

/// Points of one question.
///
/// Unit: thousandths of a point.
package struct Scoring: Hashable, Sendable {
    package let right: Int
    /// Zero or below.
    package let wrong: Int
    /// Zero or below.
    package let blank: Int
    package let partial: PartialCredit

    package init(right: Int, wrong: Int, blank: Int, partial: PartialCredit) {
        self.right = right
        self.wrong = wrong
        self.blank = blank
        self.partial = partial
    }
}

package enum PartialCredit: String, CaseIterable, Hashable, Sendable {
    /// Right picks less wrong picks, as a share of the key; where that is not above zero, the points for a wrong answer.
    case proportional
    /// All or nothing.
    case none
}

/// Where the time of an attempt ends (I2).
package enum DurationRule: String, CaseIterable, Hashable, Sendable {
    case lastChange, submission
}

package enum ScoreDisclosure: String, CaseIterable, Hashable, Sendable {
    case submission, roundClosed
}

/// When keys and explanations appear (I3).
package enum KeyRelease: String, CaseIterable, Hashable, Sendable {
    case submission, roundClosed
}

/// What makes two registrations the same person.
package enum IdentityRule: String, CaseIterable, Hashable, Sendable {
    case phone, nameBirthUnit, idNumber, roster, none
}

/// Whether a later paper may hold questions of an earlier one of the same person.
package enum Repeats: String, CaseIterable, Hashable, Sendable {
    /// Not while others are left.
    case avoid
    case allow
}

/// What happens to the time of somebody who starts shortly before the round closes.
package enum LateStart: String, CaseIterable, Hashable, Sendable {
    case cut, full
}
