/// Where attempts are kept: one method per use, named after the use.
///
/// What a method returned is on disk (I1).
package protocol AttemptStore: Sendable {
    /// Starts an attempt, or gives the one that the nonce or an open attempt stands for (I5).
    func start(_ start: AttemptStart) async throws(StoreError) -> StartOutcome

    /// An attempt of this contestant with its answers; `nil` for a foreign and an absent one alike (I7).
    func attempt(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt?

    /// All attempts of a contestant, by number, without answers.
    func attempts(of contestant: Int64) async throws(StoreError) -> [Attempt]

    /// Keeps an answer if the attempt is open, the time not over, and the sequence newer (I2, I5).
    func save(_ answer: AnswerSave) async throws(StoreError) -> SaveOutcome

    /// Keeps a prediction under the same guards.
    func predict(_ prediction: PredictionSave) async throws(StoreError) -> SaveOutcome

    /// Seals, marks and ranks an attempt; one sealed before comes back as it is (I5).
    ///
    /// - Returns: `nil` for a foreign and an absent attempt alike. Still open if it has blanks and the contest takes none.
    func submit(_ id: PublicID, of contestant: Int64) async throws(StoreError) -> Attempt?

    /// Locks an answer of a practice attempt, whose explanation may then be told before the attempt is sealed.
    func reveal(_ id: PublicID, of contestant: Int64, position: Int) async throws(StoreError) -> RevealOutcome
}

/// What starting an attempt needs.
///
/// The time is stamped by the store (I2).
package struct AttemptStart: Sendable {
    package let contestant: Contestant
    package let nonce: PublicID
    /// The id it gets if it is new.
    package let id: PublicID
    /// 16 random bytes: blinds the public part of the log (I13).
    package let salt: [UInt8]
    package let definition: Definition
    /// Draws the paper once the number is known; pure.
    package let draw: Draw

    /// `seen`: The questions of earlier papers, as ordinals of the definition's pool, the oldest paper first.
    package typealias Draw =
        @Sendable (_ round: Round, _ number: Int, _ day: CalendarDay, _ seen: [[Int]]) -> DrawnPaper?

    package init(
        contestant: Contestant,
        nonce: PublicID,
        id: PublicID,
        salt: [UInt8],
        definition: Definition,
        draw: @escaping Draw
    ) {
        self.contestant = contestant
        self.nonce = nonce
        self.id = id
        self.salt = salt
        self.definition = definition
        self.draw = draw
    }
}

package struct DrawnPaper: Hashable, Sendable {
    package let paper: Paper
    package let seed: Seed
    package let digests: PoolDigests
    /// ``Paper/version`` or another.
    package let algorithm: Int

    package init(paper: Paper, seed: Seed, digests: PoolDigests, algorithm: Int = Paper.version) {
        self.paper = paper
        self.seed = seed
        self.digests = digests
        self.algorithm = algorithm
    }
}

package enum StartOutcome: Hashable, Sendable {
    case started(Attempt)
    /// One with this nonce, or another that is still open.
    case existing(Attempt)
    case exhausted
    /// The pause after the last attempt is not over.
    case paused(until: Timestamp)
    /// No round is open now.
    case closed
    /// A section of the blueprint has too few questions left.
    case unfillable
}

/// One sitting of one contestant.
package struct Attempt: Hashable, Sendable {
    /// Internal, ascending; never leaves the server.
    package let key: Int64
    package let id: PublicID
    package let contest: String
    /// The version of the definition it started under, and stays under (I14).
    package let definition: Int64
    package let contestant: Int64
    package let group: String
    package let round: String
    /// Counted from 1 within the scope of the limit.
    package let number: Int
    package let nonce: PublicID
    package let startedAt: Timestamp
    package let deadline: Timestamp
    package let paper: Paper
    /// By position.
    package var answers: [StoredAnswer]
    package var prediction: StoredPrediction?
    package var seal: Seal?
    /// Since when it no longer counts; `nil`: it does.
    package var voidedAt: Timestamp?
    /// A void one that does not use up an attempt.
    package var isGivenBack: Bool
    /// Positions whose explanation was told during practice, ascending.
    package var revealed: [Int] = []

    /// How long after the deadline an answer still counts (I2).
    ///
    /// Unit: milliseconds.
    package static let grace: Int64 = 1_000

    /// Positions without an answer, ascending.
    package var blanks: [Int] {
        let answered = Set(answers.filter { $0.choice != "[]" }.map(\.position))
        return Array(1..<paper.items.count + 1).filter { !answered.contains($0) }
    }

    package init(
        key: Int64,
        id: PublicID,
        contest: String,
        definition: Int64,
        contestant: Int64,
        group: String,
        round: String,
        number: Int,
        nonce: PublicID,
        startedAt: Timestamp,
        deadline: Timestamp,
        paper: Paper,
        answers: [StoredAnswer] = [],
        prediction: StoredPrediction? = nil,
        seal: Seal? = nil,
        voidedAt: Timestamp? = nil,
        isGivenBack: Bool = false
    ) {
        self.key = key
        self.id = id
        self.contest = contest
        self.definition = definition
        self.contestant = contestant
        self.group = group
        self.round = round
        self.number = number
        self.nonce = nonce
        self.startedAt = startedAt
        self.deadline = deadline
        self.paper = paper
        self.answers = answers
        self.prediction = prediction
        self.seal = seal
        self.voidedAt = voidedAt
        self.isGivenBack = isGivenBack
    }
}

/// What became of an attempt when it was sealed; the marks may later be corrected, the rest never changes.
package struct Seal: Hashable, Sendable {
    package enum Cause: String, CaseIterable, Hashable, Sendable {
        case contestant, deadline
    }

    /// Never after the deadline (I2).
    package let sealedAt: Timestamp
    package let cause: Cause
    /// Unit: milliseconds, never negative.
    package let duration: Int64
    package let marks: MarkedPaper

    package init(sealedAt: Timestamp, cause: Cause, duration: Int64, marks: MarkedPaper) {
        self.sealedAt = sealedAt
        self.cause = cause
        self.duration = duration
        self.marks = marks
    }
}

package struct StoredAnswer: Hashable, Sendable {
    /// Counted from 1.
    package let position: Int
    /// ``Choice/json``.
    package let choice: String
    /// Range: `1...2^53 − 1`.
    package let sequence: Int64
    package let savedAt: Timestamp

    package init(position: Int, choice: String, sequence: Int64, savedAt: Timestamp) {
        self.position = position
        self.choice = choice
        self.sequence = sequence
        self.savedAt = savedAt
    }
}

package struct AnswerSave: Hashable, Sendable {
    package let attempt: PublicID
    package let contestant: Int64
    package let position: Int
    /// The words of the choice as sent; the store checks them against the paper.
    package let choice: [ChoiceWord]
    package let sequence: Int64

    package init(attempt: PublicID, contestant: Int64, position: Int, choice: [ChoiceWord], sequence: Int64) {
        self.attempt = attempt
        self.contestant = contestant
        self.position = position
        self.choice = choice
        self.sequence = sequence
    }
}

package enum SaveOutcome: Hashable, Sendable {
    /// On disk, or known already with the same content.
    case saved(at: Timestamp, sequence: Int64)
    /// A newer one, or another under the same number, stands.
    case superseded(StoredAnswer)
    case sealed
    case late
    /// The explanation was told; what was answered before it stays.
    case revealed
    /// Foreign or absent attempt, or no such position.
    case notFound
    /// The choice does not fit the question.
    case invalidChoice
}

package enum RevealOutcome: Hashable, Sendable {
    /// With its answers; the one in question no longer changes.
    case revealed(Attempt)
    /// There is no answer yet that an explanation could be about.
    case blank
    /// Only practice explains before the end.
    case refused
    /// Its result tells everything.
    case sealed
    /// Foreign or absent attempt, or no such position.
    case notFound
}

package struct StoredPrediction: Hashable, Sendable {
    /// The value times 10^5, so that it is a whole number.
    package let value: Int64
    package let sequence: Int64
    package let savedAt: Timestamp

    package init(value: Int64, sequence: Int64, savedAt: Timestamp) {
        self.value = value
        self.sequence = sequence
        self.savedAt = savedAt
    }
}

package struct PredictionSave: Hashable, Sendable {
    package let attempt: PublicID
    package let contestant: Int64
    /// The value times 10^5.
    package let value: Int64
    package let sequence: Int64

    package init(attempt: PublicID, contestant: Int64, value: Int64, sequence: Int64) {
        self.attempt = attempt
        self.contestant = contestant
        self.value = value
        self.sequence = sequence
    }
}
