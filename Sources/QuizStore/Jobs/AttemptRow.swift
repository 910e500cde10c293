import QuizCore

/// A row of the table `attempt`, as far as jobs and readers need it.
struct AttemptRow {
    static let columns = """
        attempt.attempt, attempt.public_id, contest.id, attempt.definition, attempt.contestant, attempt.audience,
        attempt.round, attempt.number, attempt.nonce, attempt.started_at, attempt.deadline, attempt.paper,
        attempt.sealed_at, attempt.sealed_by, attempt.duration, attempt.score, attempt.maximum, attempt.correct,
        attempt.limit_scope, attempt.salt, attempt.unit, attempt.voided_at
        """

    /// The scope of attempts that use up none; no scope of the rules begins so.
    static let givenBack = "void/"

    let bare: Attempt?
    let key: Int64
    let limitScope: String
    let salt: [UInt8]
    let unit: Int64

    init(_ row: any Row) {
        key = row.int(0)
        limitScope = row.text(18)
        salt = row.bytes(19)
        unit = row.int(20)
        guard let id = PublicID(bytes: row.bytes(1)), let nonce = PublicID(bytes: row.bytes(8)),
            let paper = Paper(stored: row.bytes(11))
        else {
            bare = nil
            return
        }
        bare = Attempt(
            key: key,
            id: id,
            contest: row.text(2),
            definition: row.int(3),
            contestant: row.int(4),
            group: row.text(5),
            round: row.text(6),
            number: Int(row.int(7)),
            nonce: nonce,
            startedAt: row.time(9),
            deadline: row.time(10),
            paper: paper,
            seal: Self.seal(row),
            voidedAt: row.isNull(21) ? nil : row.time(21),
            isGivenBack: limitScope.hasPrefix(Self.givenBack)
        )
    }

    private static func seal(_ row: any Row) -> Seal? {
        guard !row.isNull(12), let cause = Seal.Cause(rawValue: row.text(13)) else { return nil }
        return Seal(
            sealedAt: row.time(12),
            cause: cause,
            duration: row.int(14),
            marks: MarkedPaper(score: Int(row.int(15)), maximum: Int(row.int(16)), correct: Int(row.int(17)))
        )
    }

    /// The attempt with its answers and prediction.
    func attempt(with database: any Database) throws(DatabaseError) -> Attempt {
        try whole(with: database).attempt
    }

    /// The attempt with its answers and prediction, and when an answer was last changed.
    func whole(with database: any Database) throws(DatabaseError) -> (attempt: Attempt, lastChange: Timestamp?) {
        guard var attempt = bare else { throw .failed("attempt \(key) does not read back") }
        var lastChange: Timestamp?
        try database.run(.answers, [.int(key)]) { row in
            attempt.answers.append(
                StoredAnswer(
                    position: Int(row.int(0)),
                    choice: row.text(1),
                    sequence: row.int(2),
                    savedAt: row.time(3)
                )
            )
            lastChange = max(lastChange ?? row.time(4), row.time(4))
        }
        attempt.revealed = try database.all(.reveals, [.int(key)]) { Int($0.int(0)) }
        attempt.prediction = try database.first(.prediction, [.int(key)]) { row in
            StoredPrediction(value: row.int(0), sequence: row.int(1), savedAt: row.time(2))
        }
        return (attempt, lastChange)
    }

    static func find(
        _ id: PublicID,
        of contestant: Int64,
        in database: any Database
    ) throws(DatabaseError) -> AttemptRow? {
        try database.first(.attemptOwned, [.bytes(id.bytes), .int(contestant)], AttemptRow.init)
    }

    /// How long after the deadline an answer still counts (I2).
    ///
    /// Unit: milliseconds.
    static let grace: Int64 = Attempt.grace

    /// An attempt is due once `deadline` lies before this.
    static func lastMoment(before moment: Timestamp) -> Timestamp {
        moment.adding(milliseconds: -grace)
    }
}

extension Query {
    static let attemptOwned = Query(
        name: "attempt.owned",
        sql: """
            SELECT \(AttemptRow.columns)
            FROM attempt JOIN contest ON contest.contest = attempt.contest
            WHERE attempt.public_id = $1 AND attempt.contestant = $2
            """
    )
    static let attemptByKey = Query(
        name: "attempt.byKey",
        sql: """
            SELECT \(AttemptRow.columns)
            FROM attempt JOIN contest ON contest.contest = attempt.contest
            WHERE attempt.attempt = $1
            """
    )
    static let attemptsOfContestant = Query(
        name: "attempt.ofContestant",
        sql: """
            SELECT \(AttemptRow.columns)
            FROM attempt JOIN contest ON contest.contest = attempt.contest
            WHERE attempt.contestant = $1
            ORDER BY attempt.attempt
            """
    )
    static let attemptDue = Query(
        name: "attempt.due",
        sql: """
            SELECT attempt FROM attempt
            WHERE sealed_at IS NULL AND deadline < $1
            ORDER BY deadline LIMIT $2
            """
    )
    static let answers = Query(
        name: "answer.all",
        sql: "SELECT position, choice, sequence, saved_at, changed_at FROM answer WHERE attempt = $1 ORDER BY position"
    )
    static let reveals = Query(
        name: "reveal.all",
        sql: "SELECT position FROM reveal WHERE attempt = $1 ORDER BY position"
    )
    static let prediction = Query(
        name: "prediction.one",
        sql: "SELECT value, sequence, saved_at FROM prediction WHERE attempt = $1"
    )
}
