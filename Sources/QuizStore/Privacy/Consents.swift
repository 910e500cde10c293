import QuizCore

extension Transaction {
    /// Keeps what somebody agreed to, and in which words.
    func give(_ consents: [ConsentText], of contestant: Int64, by channel: ConsentText.Channel) throws(DatabaseError) {
        for consent in consents {
            let hash = consent.hash(by: cryptography)
            if !catalogue.keepsConsentText(hash) {
                try database.run(.consentTextInsert, [.bytes(hash), .text(consent.version), .text(consent.text)])
                afterCommit.append { $0.addConsentText(hash) }
            }
            try database.run(
                .consentGive,
                [
                    .int(contestant), .text(consent.purpose.rawValue), .time(receivedAt), .bytes(hash),
                    .text(channel.rawValue),
                ]
            )
        }
    }

    /// Withdraws a consent with what follows from it.
    func withdraw(_ withdrawal: Withdrawal) throws(DatabaseError) -> WithdrawalOutcome {
        let key = withdrawal.contestant
        let purpose = withdrawal.purpose
        let place: [Value] = [.int(key), .text(purpose.rawValue)]
        let isNew = try database.first(.consentWithdraw, place + [.time(receivedAt)]) { $0.int(0) } != nil
        if isNew {
            try logWithdrawal(of: purpose, by: key)
        } else if try database.first(.consentOne, place, { $0.int(0) }) == nil {
            return .notGiven
        }
        switch purpose {
        case .publishName: try mask(key, in: withdrawal.contest)
        case .contact: try database.run(.personForgetPhone, [.int(key)])
        case .participation, .guardian:
            try mask(key, in: withdrawal.contest)
            guard case .kept(let request) = try add(withdrawal.request) else { return .withdrawn }
            return .requested(request)
        }
        return .withdrawn
    }

    private func logWithdrawal(of purpose: ConsentText.Purpose, by key: Int64) throws(DatabaseError) {
        // What only the person's own registration holds blinds the entry; once that is erased, nobody can open it.
        let salt = try database.first(.personSalt, [.int(key)]) { $0.bytes(0) } ?? []
        var facts = CanonicalBytes()
        facts.append(purpose.rawValue)
        try log(.consentWithdrawn, subject: key, salt: salt, facts: facts)
    }

    /// Has boards show given name and initials only (I15).
    private func mask(_ key: Int64, in contest: String) throws(DatabaseError) {
        let name = try database.first(.contestantName, [.int(key)]) { $0.text(0) }
        guard let masked = name.flatMap({ PersonName($0) })?.masked else { return }
        try database.run(.personMask, [.int(key), .text(masked)])
        try touchBoards(of: key, in: contest)
    }

    /// Has everybody who remembers a board with this person read it again.
    func touchBoards(of key: Int64, in contest: String) throws(DatabaseError) {
        let boards = try database.all(.attemptBoards, [.int(key)]) { (round: $0.text(0), group: $0.text(1)) }
        if !boards.isEmpty { afterCommit.append { $0.noteNameChange(in: contest) } }
        for board in boards {
            events.append(.touched(BoardID(contest: contest, round: board.round, group: board.group)))
            events.append(.touched(BoardID(contest: contest, round: Cumulative.round, group: board.group)))
        }
    }
}

extension Query {
    static let consentTextInsert = Query(
        name: "consentText.insert",
        sql: "INSERT INTO consent_text (hash, version, text) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
    )
    static let consentTextHashes = Query(name: "consentText.hashes", sql: "SELECT hash FROM consent_text")
    static let consentGive = Query(
        name: "consent.give",
        sql: """
            INSERT INTO consent (contestant, purpose, given_at, text_hash, channel) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """
    )
    static let consentWithdraw = Query(
        name: "consent.withdraw",
        sql: """
            UPDATE consent SET withdrawn_at = $3
            WHERE contestant = $1 AND purpose = $2 AND withdrawn_at IS NULL
            RETURNING contestant
            """
    )
    static let consentOne = Query(
        name: "consent.one",
        sql: "SELECT contestant FROM consent WHERE contestant = $1 AND purpose = $2"
    )
    static let personForgetPhone = Query(
        name: "person.forgetPhone",
        sql: "UPDATE contestant SET phone = NULL WHERE contestant = $1 AND phone IS NOT NULL"
    )
    static let personMask = Query(
        name: "person.mask",
        sql: "UPDATE contestant SET display_name = $2 WHERE contestant = $1 AND erased_at IS NULL"
    )
    static let personSalt = Query(
        name: "person.salt",
        sql: "SELECT request_key_hash FROM contestant WHERE contestant = $1"
    )
    static let contestantName = Query(
        name: "contestant.name",
        sql: "SELECT name FROM contestant WHERE contestant = $1 AND erased_at IS NULL"
    )
    static let attemptBoards = Query(
        name: "attempt.boards",
        sql: "SELECT DISTINCT round, audience FROM attempt WHERE contestant = $1"
    )
}
