import QuizCore

extension Database {
    func accountLine(named name: String, at moment: Timestamp) throws(DatabaseError) -> AccountLine? {
        let line = try first(.accountLine, [.text(name), .time(moment)], AccountRow.init)
        guard let line else { return nil }
        return line.line(try grants(ofAccount: line.key))
    }

    func accountLines(at moment: Timestamp) throws(DatabaseError) -> [AccountLine] {
        var lines: [AccountLine] = []
        for row in try all(.accountLines, [.time(moment)], AccountRow.init) {
            lines.append(row.line(try grants(ofAccount: row.key)))
        }
        return lines
    }

    func grants(ofAccount key: Int64) throws(DatabaseError) -> [Grant] {
        try all(.grants, [.int(key)]) { row in
            Grant.Role(rawValue: row.text(0)).map {
                Grant(role: $0, contest: row.optionalText(1), unit: row.optionalText(2))
            }
        }.compactMap { $0 }
    }

    func rolesWithTOTP() throws(DatabaseError) -> Set<Grant.Role> {
        Set(try all(.totpRoles, []) { Grant.Role(rawValue: $0.text(0)) }.compactMap { $0 })
    }

    /// Live sessions, the newest first; each under an id that is derived from its hash.
    func sessions(
        ofAccount key: Int64,
        at moment: Timestamp,
        by cryptography: any Cryptography
    ) throws(DatabaseError) -> [SessionLine] {
        try all(.sessionsOfAccount, [.int(key), .time(moment)]) { row in
            let hash = row.bytes(0)
            let name = cryptography.sha256(Array("bang-vang/session/v1".utf8) + hash)
            return PublicID(bytes: Array(name.prefix(16))).map { id in
                SessionLine(
                    id: id,
                    hash: hash,
                    createdAt: row.time(1),
                    usedAt: row.isNull(2) ? row.time(1) : row.time(2),
                    expires: row.time(3),
                    device: row.optionalText(4)
                )
            }
        }.compactMap { $0 }
    }

    /// What somebody has to do before their grants count.
    func duties(ofAccount key: Int64, _ grants: [Grant]) throws(DatabaseError) -> [StaffMember.Duty] {
        let state = try first(.accountDuties, [.int(key)]) { (mustChange: $0.int(0) == 1, hasTOTP: $0.int(1) == 1) }
        guard let state else { return [] }
        var duties: [StaffMember.Duty] = state.mustChange ? [.changePassword] : []
        if !state.hasTOTP, try !rolesWithTOTP().isDisjoint(with: grants.map(\.role)) { duties.append(.setUpTOTP) }
        return duties
    }
}

private struct AccountRow {
    let key: Int64
    let name: String
    let createdAt: Timestamp
    let disabledAt: Timestamp?
    let mustChange: Bool
    let hasTOTP: Bool
    let sessions: Int

    init(_ row: any Row) {
        key = row.int(0)
        name = row.text(1)
        createdAt = row.time(2)
        disabledAt = row.isNull(3) ? nil : row.time(3)
        mustChange = row.int(4) == 1
        hasTOTP = row.int(5) == 1
        sessions = Int(row.int(6))
    }

    func line(_ grants: [Grant]) -> AccountLine {
        AccountLine(
            key: key,
            name: name,
            grants: grants,
            createdAt: createdAt,
            disabledAt: disabledAt,
            mustChangePassword: mustChange,
            hasTOTP: hasTOTP,
            sessions: sessions
        )
    }
}

extension Query {
    private static let columns = """
        account.account, account.name, account.created_at, account.disabled_at, account.must_change,
        CASE WHEN account_totp.confirmed_at IS NULL THEN 0 ELSE 1 END
        """
    private static let tables = """
        account LEFT JOIN account_totp ON account_totp.account = account.account
        """

    static let accountLine = Query(
        name: "account.line",
        sql: """
            SELECT \(columns),
                (SELECT COUNT(*) FROM session WHERE session.account = account.account AND session.expires_at > $2)
            FROM \(tables) WHERE account.name = $1
            """
    )
    static let accountLines = Query(
        name: "account.lines",
        sql: """
            SELECT \(columns),
                (SELECT COUNT(*) FROM session WHERE session.account = account.account AND session.expires_at > $1)
            FROM \(tables) WHERE account.name > '' ORDER BY account.name
            """
    )
    static let accountDuties = Query(
        name: "account.duties",
        sql: """
            SELECT account.must_change, CASE WHEN account_totp.confirmed_at IS NULL THEN 0 ELSE 1 END
            FROM account LEFT JOIN account_totp ON account_totp.account = account.account
            WHERE account.account = $1
            """
    )
    static let totpRoles = Query(name: "totpRole.all", sql: "SELECT role FROM totp_role WHERE role > ''")
    static let totpPending = Query(
        name: "totp.pending",
        sql: "SELECT secret FROM account_totp WHERE account = $1 AND confirmed_at IS NULL"
    )
    static let sessionsOfAccount = Query(
        name: "session.allOfAccount",
        sql: """
            SELECT hash, created_at, used_at, expires_at, device FROM session
            WHERE account = $1 AND expires_at > $2 ORDER BY created_at DESC, hash
            """
    )
}
