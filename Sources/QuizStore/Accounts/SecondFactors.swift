import QuizCore

extension Transaction {
    /// Keeps a secret that waits to be confirmed; it replaces another such, never one that is in force.
    func prepareTOTP(_ sealed: [UInt8], ofAccount key: Int64) throws(DatabaseError) -> Bool {
        try database.first(.totpPrepare, [.int(key), .bytes(sealed)]) { $0.int(0) } != nil
    }

    func confirmTOTP(
        _ sealed: [UInt8],
        step: Int64,
        recovery: [[UInt8]],
        ofAccount key: Int64
    ) throws(DatabaseError) -> Bool {
        let values: [Value] = [.int(key), .bytes(sealed), .time(receivedAt), .int(step)]
        guard try database.first(.totpConfirm, values, { $0.int(0) }) != nil else { return false }
        try database.run(.recoveryDelete, [.int(key)])
        for hash in recovery { try database.run(.recoveryInsert, [.int(key), .bytes(hash)]) }
        let name = try database.first(.accountName, [.int(key)]) { $0.text(0) } ?? ""
        try logStaff(.totpSetUp, subject: key, actor: name, detail: name)
        afterCommit.append { $0.accountsChanged() }
        return true
    }

    /// Uses a factor up, once however many try at a time (I4).
    func use(_ factor: SecondFactor, ofAccount key: Int64) throws(DatabaseError) -> Bool {
        switch factor {
        case .step(let step):
            return try database.first(.totpUse, [.int(key), .int(step)]) { $0.int(0) } != nil
        case .recovery(let hash):
            let values: [Value] = [.int(key), .bytes(hash), .time(receivedAt)]
            guard try database.first(.recoveryUse, values, { $0.int(0) }) != nil else { return false }
            let name = try database.first(.accountName, [.int(key)]) { $0.text(0) } ?? ""
            let left = try database.first(.recoveryLeft, [.int(key)]) { $0.int(0) } ?? 0
            try logStaff(.recoveryCodeUsed, subject: key, actor: name, detail: "\(left + 1) → \(left)")
            return true
        }
    }

    /// Opens a session if everything that speaks for it still stands.
    func signInStaff(
        _ credentials: StaffCredentials,
        session: NewSession
    ) throws(DatabaseError) -> StaffMember? {
        let values: [Value] = [.int(credentials.account), .bytes(credentials.password.hash)]
        guard let needsFactor = try database.first(.accountSignIn, values, { $0.int(0) == 1 }) else { return nil }
        if needsFactor {
            guard let factor = credentials.factor, try use(factor, ofAccount: credentials.account) else { return nil }
        }
        return try openStaffSession(account: credentials.account, session: session)
    }

    /// Ends sessions of an account.
    ///
    /// - Returns: How many.
    func endSessions(
        _ choice: SessionChoice,
        ofAccount key: Int64,
        by actor: String
    ) throws(DatabaseError) -> Int {
        let ended: [[UInt8]]
        switch choice {
        case .all: ended = try database.all(.sessionsOfAccountEnd, [.int(key)]) { $0.bytes(0) }
        case .others(let hash):
            ended = try database.all(.sessionsOfAccountEndOthers, [.int(key), .bytes(hash)]) { $0.bytes(0) }
        case .one(let id):
            let lines = try database.sessions(ofAccount: key, at: receivedAt, by: cryptography)
            ended = lines.filter { $0.id == id }.map(\.hash)
            for hash in ended { try database.run(.sessionEnd, [.bytes(hash)]) }
        }
        guard !ended.isEmpty else { return 0 }
        let name = try database.first(.accountName, [.int(key)]) { $0.text(0) } ?? ""
        try logStaff(.sessionsEnded, subject: key, actor: actor, detail: "\(name): \(ended.count)")
        afterCommit.append { $0.accountsChanged() }
        return ended.count
    }

    func endOtherSessions(ofContestant key: Int64, but hash: [UInt8]) throws(DatabaseError) -> [[UInt8]] {
        try database.all(.sessionsOfContestantEndOthers, [.int(key), .bytes(hash)]) { $0.bytes(0) }
    }
}

extension Query {
    static let totpPrepare = Query(
        name: "totp.prepare",
        sql: """
            INSERT INTO account_totp (account, secret) VALUES ($1, $2)
            ON CONFLICT (account) DO UPDATE SET secret = excluded.secret WHERE account_totp.confirmed_at IS NULL
            RETURNING account
            """
    )
    static let totpConfirm = Query(
        name: "totp.confirm",
        sql: """
            UPDATE account_totp SET confirmed_at = $3, last_step = $4
            WHERE account = $1 AND secret = $2 AND confirmed_at IS NULL
            RETURNING account
            """
    )
    static let totpUse = Query(
        name: "totp.use",
        sql: """
            UPDATE account_totp SET last_step = $2
            WHERE account = $1 AND last_step < $2 AND confirmed_at IS NOT NULL
            RETURNING account
            """
    )
    static let totpDelete = Query(name: "totp.delete", sql: "DELETE FROM account_totp WHERE account = $1")
    static let recoveryInsert = Query(
        name: "recovery.insert",
        sql: "INSERT INTO recovery_code (account, hash) VALUES ($1, $2) ON CONFLICT DO NOTHING"
    )
    static let recoveryUse = Query(
        name: "recovery.use",
        sql: """
            UPDATE recovery_code SET used_at = $3 WHERE account = $1 AND hash = $2 AND used_at IS NULL
            RETURNING account
            """
    )
    static let recoveryLeft = Query(
        name: "recovery.left",
        sql: "SELECT COUNT(*) FROM recovery_code WHERE account = $1 AND used_at IS NULL"
    )
    static let recoveryDelete = Query(name: "recovery.delete", sql: "DELETE FROM recovery_code WHERE account = $1")
    static let accountSignIn = Query(
        name: "account.signIn",
        sql: """
            SELECT CASE WHEN account_totp.confirmed_at IS NULL THEN 0 ELSE 1 END
            FROM account LEFT JOIN account_totp ON account_totp.account = account.account
            WHERE account.account = $1 AND account.hash = $2 AND account.disabled_at IS NULL
            """
    )
    static let sessionsOfContestantEndOthers = Query(
        name: "session.ofContestantEndOthers",
        sql: "DELETE FROM session WHERE contestant = $1 AND hash <> $2 RETURNING hash"
    )
}
