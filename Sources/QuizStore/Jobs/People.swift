import QuizCore

extension Transaction {
    /// Registers somebody once (I4, I5).
    func register(_ registration: Registration) throws(DatabaseError) -> RegistrationOutcome {
        let keys: [Value] = [.int(registration.contestKey), .bytes(registration.requestKeyHash)]
        let former = try database.first(.contestantByRequest, keys) { row in
            (contestant: contestant(row), content: row.bytes(9))
        }
        if let former {
            guard former.content == registration.contentHash, let contestant = former.contestant else {
                return .requestKeyReused
            }
            try open(registration.session, contestant: contestant.key)
            return .registered(contestant)
        }
        guard let unit = catalogue.units.key(of: registration.unit),
            let known = catalogue.units.unit(registration.unit), known.isValid(on: CalendarDay(of: receivedAt))
        else { return .unknownUnit }
        let title = known.title
        let listed = try rosterEntry(contest: registration.contestKey, identity: registration.identityHash)
        if registration.mustBeListed {
            guard let listed else { return .notListed }
            guard listed.contestant == nil else { return .identityTaken }
        }
        guard let key = try insert(registration, unit: unit) else { return .identityTaken }
        if let listed { try link(listed, to: key) }
        if let other = registration.otherUnit {
            try database.run(.contestantOtherUnit, [.int(key), .text(other)])
        }
        try give(registration.consents, of: key, by: .web)
        var facts = CanonicalBytes()
        facts.append(registration.id.bytes)
        facts.append(registration.contentHash)
        try log(.contestantRegistered, subject: key, salt: registration.entryCodeHash, facts: facts)
        try add(registration.session, contestant: key)
        return .registered(
            Contestant(
                key: key,
                id: registration.id,
                contest: registration.contest,
                name: registration.name,
                displayName: registration.displayName,
                group: registration.group,
                unitCode: registration.unit,
                unitTitle: title
            )
        )
    }

    private func insert(_ registration: Registration, unit: Int64) throws(DatabaseError) -> Int64? {
        try database.first(
            .contestantInsert,
            [
                .bytes(registration.id.bytes), .int(registration.contestKey), .text(registration.name),
                .text(registration.displayName), .bytes(registration.sortKey), .text(registration.group), .int(unit),
                .int(registration.birthYear), .optional(registration.position), .optional(registration.phone),
                .bytes(registration.identityHash), .bytes(registration.entryCodeHash),
                .bytes(registration.requestKeyHash), .bytes(registration.contentHash), .time(receivedAt),
                registration.idNumberHash.map { .bytes($0) } ?? .null,
            ]
        ) { $0.int(0) }
    }

    func signIn(entryCodeHash: [UInt8], session: NewSession) throws(DatabaseError) -> Contestant? {
        let found = try database.first(.contestantByCode, [.bytes(entryCodeHash)], contestant) ?? nil
        guard let found else { return nil }
        try open(session, contestant: found.key)
        return found
    }

    func add(_ session: NewSession, contestant: Int64) throws(DatabaseError) {
        try database.run(
            .sessionOfContestant,
            [.bytes(session.hash), .int(contestant), .time(receivedAt), .time(session.expires)]
        )
    }

    /// Adds a session and ends the oldest beyond five.
    func open(_ session: NewSession, contestant: Int64) throws(DatabaseError) {
        try add(session, contestant: contestant)
        try database.run(.sessionsOfContestantPrune, [.int(contestant)])
    }

    func openStaffSession(account: Int64, session: NewSession) throws(DatabaseError) -> StaffMember? {
        try database.run(
            .sessionOfAccount,
            [
                .bytes(session.hash), .int(account), .time(receivedAt), .time(session.expires),
                .optional(session.device),
            ]
        )
        try database.run(.sessionsOfAccountPrune, [.int(account)])
        return try database.staff(account: account)
    }

    /// Moves the end of a session that is in use, never beyond its term.
    func keepStaffSession(hash: [UInt8], at moment: Timestamp) throws(DatabaseError) {
        try database.run(
            .sessionKeep,
            [
                .bytes(hash), .time(moment), .int(StaffSessionTerm.idle), .int(StaffSessionTerm.absolute),
                .int(StaffSessionTerm.step),
            ]
        )
    }

    func addAccount(_ account: NewAccount, by actor: String) throws(DatabaseError) -> Bool {
        let key = try database.first(
            .accountInsert,
            [
                .text(account.name), .bytes(account.password.salt), .int(account.password.cost),
                .int(account.password.blockSize), .int(account.password.parallelism), .bytes(account.password.hash),
                .time(receivedAt), .int(account.isTemporary ? 1 : 0),
            ]
        ) { $0.int(0) }
        guard let key else { return false }
        for (number, grant) in account.grants.enumerated() {
            try database.run(
                .grantInsert,
                [
                    .int(key), .int(number), .text(grant.role.rawValue), .optional(grant.contest),
                    .optional(grant.unit),
                ]
            )
        }
        let contests = Set(account.grants.map(\.contest))
        try logStaff(
            .accountAdded,
            subject: key,
            actor: actor,
            detail: "\(account.name): \(account.grants.words)",
            contest: contests.count == 1 ? contests.first ?? nil : nil
        )
        afterCommit.append { $0.accountsChanged() }
        return true
    }
}

/// Reads a contestant from the columns of the queries below.
func contestant(_ row: any Row) -> Contestant? {
    PublicID(bytes: row.bytes(1)).map { id in
        var contestant = Contestant(
            key: row.int(0),
            id: id,
            contest: row.text(2),
            name: row.text(3),
            displayName: row.text(4),
            group: row.text(5),
            unitCode: row.text(6),
            unitTitle: row.text(7)
        )
        contestant.owesConsent = row.int(8) == 1
        return contestant
    }
}

extension Database {
    func staff(account: Int64) throws(DatabaseError) -> StaffMember? {
        let name = try first(.accountInForce, [.int(account)]) { $0.text(0) }
        guard let name else { return nil }
        let grants = try grants(ofAccount: account)
        let duties = try duties(ofAccount: account, grants)
        return StaffMember(key: account, name: name, grants: duties.isEmpty ? grants : [], duties: duties)
    }
}

extension Query {
    private static let contestantColumns = """
        contestant.contestant, contestant.public_id, contest.id, contestant.name, contestant.display_name,
        contestant.audience, unit.code, unit.title,
        CASE WHEN EXISTS (
            SELECT 1 FROM consent
            WHERE consent.contestant = contestant.contestant AND consent.purpose = 'participation'
        ) THEN 0 ELSE 1 END
        """
    private static let contestantTables = """
        contestant
        JOIN contest ON contest.contest = contestant.contest
        JOIN unit ON unit.unit = contestant.unit
        """

    static let contestantByRequest = Query(
        name: "contestant.byRequest",
        sql: """
            SELECT \(contestantColumns), contestant.content_hash FROM \(contestantTables)
            WHERE contestant.contest = $1 AND contestant.request_key_hash = $2
            """
    )
    static let contestantByCode = Query(
        name: "contestant.byCode",
        sql: "SELECT \(contestantColumns) FROM \(contestantTables) WHERE contestant.entry_code_hash = $1"
    )
    static let contestantByKey = Query(
        name: "contestant.byKey",
        sql: "SELECT \(contestantColumns) FROM \(contestantTables) WHERE contestant.contestant = $1"
    )
    static let contestantBySession = Query(
        name: "contestant.bySession",
        sql: """
            SELECT \(contestantColumns)
            FROM session
            JOIN contestant ON contestant.contestant = session.contestant
            JOIN contest ON contest.contest = contestant.contest
            JOIN unit ON unit.unit = contestant.unit
            WHERE session.hash = $1 AND session.expires_at > $2
            """
    )
    static let contestantProfile = Query(
        name: "contestant.profile",
        sql: """
            SELECT \(contestantColumns), contestant.birth_year, contestant.position, contestant.phone,
                contestant.identity_hash
            FROM \(contestantTables)
            WHERE contestant.contestant = $1
            """
    )
    static let contestantInsert = Query(
        name: "contestant.insert",
        sql: """
            INSERT INTO contestant (
                public_id, contest, name, display_name, sort_key, audience, unit, birth_year, position, phone,
                identity_hash, entry_code_hash, request_key_hash, content_hash, registered_at, id_number_hash
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            ON CONFLICT DO NOTHING
            RETURNING contestant
            """
    )
    static let sessionOfContestant = Query(
        name: "session.ofContestant",
        sql: """
            INSERT INTO session (hash, contestant, created_at, expires_at) VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """
    )
    static let sessionsOfContestantPrune = Query(
        name: "session.ofContestantPrune",
        sql: """
            DELETE FROM session WHERE contestant = $1 AND hash IN (
                SELECT hash FROM session WHERE contestant = $1 ORDER BY created_at DESC, hash LIMIT 100 OFFSET 5
            )
            """
    )
    static let sessionOfAccount = Query(
        name: "session.ofAccount",
        sql: """
            INSERT INTO session (hash, account, created_at, expires_at, device) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """
    )
    static let sessionsOfAccountPrune = Query(
        name: "session.ofAccountPrune",
        sql: """
            DELETE FROM session WHERE account = $1 AND hash IN (
                SELECT hash FROM session WHERE account = $1 ORDER BY created_at DESC, hash LIMIT 100 OFFSET 5
            )
            """
    )
    static let sessionAccount = Query(
        name: "session.account",
        sql: "SELECT account FROM session WHERE hash = $1 AND expires_at > $2 AND account IS NOT NULL"
    )
    static let sessionKeep = Query(
        name: "session.keep",
        sql: """
            UPDATE session
            SET used_at = $2,
                expires_at = CASE WHEN $2 + $3 < created_at + $4 THEN $2 + $3 ELSE created_at + $4 END
            WHERE hash = $1 AND account IS NOT NULL AND expires_at > $2
                AND $2 >= COALESCE(used_at, created_at) + $5
            """
    )
    static let sessionEnd = Query(name: "session.end", sql: "DELETE FROM session WHERE hash = $1")
    static let accountInsert = Query(
        name: "account.insert",
        sql: """
            INSERT INTO account (name, salt, cost, block_size, parallelism, hash, created_at, must_change)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT DO NOTHING
            RETURNING account
            """
    )
    static let accountByName = Query(
        name: "account.byName",
        sql: """
            SELECT account.account, name, salt, cost, block_size, parallelism, hash, disabled_at, secret, confirmed_at
            FROM account LEFT JOIN account_totp ON account_totp.account = account.account
            WHERE name = $1
            """
    )
    static let accountName = Query(name: "account.name", sql: "SELECT name FROM account WHERE account = $1")
    static let accountInForce = Query(
        name: "account.inForce",
        sql: "SELECT name FROM account WHERE account = $1 AND disabled_at IS NULL"
    )
    static let grantInsert = Query(
        name: "grant.insert",
        sql: "INSERT INTO staff_grant (account, number, role, contest, unit) VALUES ($1, $2, $3, $4, $5)"
    )
    static let grants = Query(
        name: "grant.all",
        sql: "SELECT role, contest, unit FROM staff_grant WHERE account = $1 ORDER BY number"
    )
}
