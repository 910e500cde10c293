package import QuizCore

/// What a job may use while its batch is open.
package final class Transaction {
    package let database: any Database
    package let catalogue: Catalogue
    let cryptography: any Cryptography
    /// When the job at hand was received (I2).
    package internal(set) var receivedAt = Timestamp(milliseconds: 0)
    /// Attempts that are open, as far as known; the rows decide.
    var openAttempts: OpenAttempts
    /// What the views learn after COMMIT (I13).
    var events: [ViewEvent] = []
    /// What the catalogue learns after COMMIT.
    var afterCommit: [(Catalogue) -> Void] = []
    var tally = CommittedBatch.Tally()
    /// How many usual batches this one counts as when the next checkpoint is due: bulk work writes many pages.
    var checkpointWeight = 1
    /// Sequence of the last entry of the log.
    private(set) var logSequence: Int64

    init(
        database: any Database,
        catalogue: Catalogue,
        cryptography: any Cryptography,
        openAttempts: OpenAttempts,
        logSequence: Int64
    ) {
        self.database = database
        self.catalogue = catalogue
        self.cryptography = cryptography
        self.openAttempts = openAttempts
        self.logSequence = logSequence
    }

    /// Appends to the one log, in the transaction of the rows it is about (I13).
    ///
    /// Parameters:
    ///   - salt: Blinds the public part, so that it says nothing without it.
    ///   - facts: What the entry states, for whoever holds the salt.
    func log(_ kind: LogKind, subject: Int64, salt: [UInt8], facts: CanonicalBytes) throws(DatabaseError) {
        logSequence += 1
        let publicPart = cryptography.hmac(facts.bytes, key: salt)
        try database.run(
            .logAppend,
            [.int(logSequence), .time(receivedAt), .text(kind.rawValue), .int(subject), .bytes(publicPart)]
        )
    }

    /// Appends what a member of staff did, in words.
    ///
    /// Parameters:
    ///   - detail: What exactly, with the values before and after where something changed.
    ///   - contest: Id of the contest it is about, whose auditors may see it.
    ///   - contestant: Internal key of the person that the words are about; they go when the person is erased.
    func logStaff(
        _ kind: LogKind,
        subject: Int64,
        actor: String,
        detail: String,
        contest: String? = nil,
        about contestant: Int64? = nil
    ) throws(DatabaseError) {
        var facts = CanonicalBytes()
        facts.append(actor)
        facts.append(detail)
        try log(kind, subject: subject, salt: [], facts: facts)
        try database.run(
            .logDetail,
            [
                .int(logSequence), .text(actor), .text(detail), .optional(contest),
                contestant.map { .int($0) } ?? .null,
            ]
        )
    }
}

/// What the log tells apart.
package enum LogKind: String, CaseIterable, Hashable, Sendable {
    case contestantRegistered = "contestant.registered"
    case attemptStarted = "attempt.started"
    case attemptSealed = "attempt.sealed"
    case predictionFixed = "prediction.fixed"
    case attemptCorrected = "attempt.corrected"
    case attemptVoided = "attempt.voided"
    case timeGranted = "attempt.timeGranted"
    case correctionApplied = "correction.applied"
    case resultsAdvanced = "results.advanced"
    case bankImported = "bank.imported"
    case bankRead = "bank.read"
    case definitionApplied = "definition.applied"
    case accountAdded = "account.added"
    case unitsChanged = "units.changed"
    case unitMerged = "unit.merged"
    case headcountEntered = "unit.headcountEntered"
    case contestantMoved = "contestant.moved"
    case attemptMoved = "attempt.moved"
    case unitConfirmed = "contestant.unitConfirmed"
    /// Somebody of the staff was shown keys (I7).
    case keyRead = "key.read"
    case prizeExcluded = "prize.excluded"
    case prizeReadmitted = "prize.readmitted"
    case identityChecked = "identity.checked"
    case tieDecided = "tie.decided"
    case publicDrawRecorded = "draw.recorded"
    /// Name, unit and the like, by the person or by staff.
    case contestantChanged = "contestant.changed"
    case timeAllowed = "contestant.timeAllowed"
    case unitsDecided = "units.decided"
    /// Somebody of the staff took a list of people.
    case listExported = "list.exported"
    case grantGiven = "grant.given"
    case grantTaken = "grant.taken"
    case accountDisabled = "account.disabled"
    case accountEnabled = "account.enabled"
    case passwordReset = "password.reset"
    case passwordChanged = "password.changed"
    case totpSetUp = "totp.setUp"
    case totpRemoved = "totp.removed"
    case totpRuleSet = "totp.ruleSet"
    case recoveryCodeUsed = "recovery.used"
    case sessionsEnded = "sessions.ended"
    case auditExported = "audit.exported"
    case rosterImported = "roster.imported"
    /// Somebody of the staff was shown entry codes.
    case rosterCodesRead = "roster.codesRead"
    case rosterCodeReissued = "roster.codeReissued"
    case rosterCodeRevoked = "roster.codeRevoked"
    case rosterPersonRemoved = "roster.personRemoved"
    /// Everything was copied to a file.
    case backupMade = "backup.made"
    case consentWithdrawn = "consent.withdrawn"
    case personCorrected = "person.corrected"
    case personErased = "person.erased"
    case retentionReached = "retention.reached"
    case dataRequestReceived = "dataRequest.received"
    case dataRequestHandled = "dataRequest.handled"
    /// Somebody of the staff read data of people.
    case dataRead = "data.read"
    /// Somebody of the staff took the certificates of other people.
    case certificatesTaken = "certificates.taken"
}

extension Query {
    static let logAppend = Query(
        name: "log.append",
        sql: "INSERT INTO log (sequence, at, kind, subject, public_part) VALUES ($1, $2, $3, $4, $5)"
    )
    static let logDetail = Query(
        name: "log.detail",
        sql: """
            INSERT INTO log_detail (sequence, actor, detail, contest, contestant) VALUES ($1, $2, $3, $4, $5)
            """
    )
    static let logHead = Query(name: "log.head", sql: "SELECT sequence, batch FROM log_head WHERE head = 1")
    static let logHeadSet = Query(
        name: "log.headSet",
        sql: "UPDATE log_head SET sequence = $1, batch = batch + 1 WHERE head = 1"
    )
    static let logTail = Query(
        name: "log.tail",
        sql: "SELECT sequence FROM log ORDER BY sequence DESC LIMIT $1"
    )
}
