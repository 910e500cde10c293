import QuizCore

extension Transaction {
    /// Registers somebody once (I4, I5).
    func register(_ registration: Registration) throws(DatabaseError) -> RegistrationOutcome {
        let keys: [Value] = [.int(registration.contestKey), .bytes(registration.requestKeyHash)]
        let known = try database.first(.contestantByRequest, keys) { row in
            (contestant: contestant(row), content: row.bytes(8))
        }
        if let known {
            guard known.content == registration.contentHash, let contestant = known.contestant else {
                return .requestKeyReused
            }
            try open(registration.session, contestant: contestant.key)
            return .registered(contestant)
        }
        guard let unit = catalogue.units.key(of: registration.unit),
            let title = catalogue.units.unit(registration.unit)?.title
        else { return .unknownUnit }
        guard let key = try insert(registration, unit: unit) else { return .identityTaken }
        for purpose in registration.consents {
            try database.run(.consentInsert, [.int(key), .text(purpose), .time(receivedAt)])
        }
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
            ]
        ) { $0.int(0) }
    }

    func signIn(entryCodeHash: [UInt8], session: NewSession) throws(DatabaseError) -> Contestant? {
        let found = try database.first(.contestantByCode, [.bytes(entryCodeHash)], contestant) ?? nil
        guard let found else { return nil }
        try open(session, contestant: found.key)
        return found
    }

    private func add(_ session: NewSession, contestant: Int64) throws(DatabaseError) {
        try database.run(
            .sessionOfContestant,
            [.bytes(session.hash), .int(contestant), .time(receivedAt), .time(session.expires)]
        )
    }

    /// Adds a session and ends the oldest beyond five.
    private func open(_ session: NewSession, contestant: Int64) throws(DatabaseError) {
        try add(session, contestant: contestant)
        try database.run(.sessionsOfContestantPrune, [.int(contestant)])
    }

    func openStaffSession(account: Int64, session: NewSession) throws(DatabaseError) -> StaffMember? {
        try database.run(
            .sessionOfAccount,
            [.bytes(session.hash), .int(account), .time(receivedAt), .time(session.expires)]
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
                .time(receivedAt),
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
        try logStaff(.accountAdded, subject: key, actor: actor, detail: account.name)
        return true
    }

    /// Adds and changes units: first all of them, then who stands above whom.
    func put(_ units: [Unit], by actor: String) throws(DatabaseError) {
        for unit in units { try database.run(.unitPut, [.text(unit.code), .text(unit.title), .text(unit.type)]) }
        for unit in units { try database.run(.unitParent, [.text(unit.code), .optional(unit.parent)]) }
        for unit in units where !unit.headcounts.isEmpty { try putHeadcounts(of: unit) }
        try logStaff(.unitsChanged, subject: 0, actor: actor, detail: "\(units.count)")
        let tree = try UnitTree.read(from: database)
        afterCommit.append { $0.replaceUnits(tree) }
    }
}

/// Reads a contestant from the columns of the queries below.
func contestant(_ row: any Row) -> Contestant? {
    PublicID(bytes: row.bytes(1)).map { id in
        Contestant(
            key: row.int(0),
            id: id,
            contest: row.text(2),
            name: row.text(3),
            displayName: row.text(4),
            group: row.text(5),
            unitCode: row.text(6),
            unitTitle: row.text(7)
        )
    }
}

extension Database {
    func staff(account: Int64) throws(DatabaseError) -> StaffMember? {
        let name = try first(.accountName, [.int(account)]) { $0.text(0) }
        guard let name else { return nil }
        let grants = try all(.grants, [.int(account)]) { row in
            Grant.Role(rawValue: row.text(0)).map {
                Grant(role: $0, contest: row.optionalText(1), unit: row.optionalText(2))
            }
        }
        return StaffMember(key: account, name: name, grants: grants.compactMap { $0 })
    }
}

extension Query {
    private static let contestantColumns = """
        contestant.contestant, contestant.public_id, contest.id, contestant.name, contestant.display_name,
        contestant.audience, unit.code, unit.title
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
    static let contestantByKey = Query(
        name: "contestant.byKey",
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
                identity_hash, entry_code_hash, request_key_hash, content_hash, registered_at
            )
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            ON CONFLICT DO NOTHING
            RETURNING contestant
            """
    )
    static let consentInsert = Query(
        name: "consent.insert",
        sql: "INSERT INTO consent (contestant, purpose, given_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"
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
            INSERT INTO session (hash, account, created_at, expires_at) VALUES ($1, $2, $3, $4)
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
            SET expires_at = CASE WHEN $2 + $3 < created_at + $4 THEN $2 + $3 ELSE created_at + $4 END
            WHERE hash = $1 AND account IS NOT NULL AND expires_at > $2
                AND CASE WHEN $2 + $3 < created_at + $4 THEN $2 + $3 ELSE created_at + $4 END >= expires_at + $5
            """
    )
    static let sessionEnd = Query(name: "session.end", sql: "DELETE FROM session WHERE hash = $1")
    static let accountInsert = Query(
        name: "account.insert",
        sql: """
            INSERT INTO account (name, salt, cost, block_size, parallelism, hash, created_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            ON CONFLICT DO NOTHING
            RETURNING account
            """
    )
    static let accountByName = Query(
        name: "account.byName",
        sql: "SELECT account, name, salt, cost, block_size, parallelism, hash FROM account WHERE name = $1"
    )
    static let accountName = Query(name: "account.name", sql: "SELECT name FROM account WHERE account = $1")
    static let grantInsert = Query(
        name: "grant.insert",
        sql: "INSERT INTO staff_grant (account, number, role, contest, unit) VALUES ($1, $2, $3, $4, $5)"
    )
    static let grants = Query(
        name: "grant.all",
        sql: "SELECT role, contest, unit FROM staff_grant WHERE account = $1 ORDER BY number"
    )
    static let unitPut = Query(
        name: "unit.put",
        sql: """
            INSERT INTO unit (code, title, type) VALUES ($1, $2, $3)
            ON CONFLICT (code) DO UPDATE SET title = excluded.title, type = excluded.type
            """
    )
    static let unitParent = Query(
        name: "unit.setParent",
        sql: "UPDATE unit SET parent = (SELECT above.unit FROM unit AS above WHERE above.code = $2) WHERE code = $1"
    )
}
