import QuizCore

extension Transaction {
    /// Carries out a change of an account; what is so already stays as it is and is not logged.
    func change(_ name: String, _ change: AccountChange, by actor: String) throws(DatabaseError) -> AccountOutcome {
        guard let line = try database.accountLine(named: name, at: receivedAt) else { return .notFound }
        switch change {
        case .grant(let grant): try give(grant, to: line, by: actor)
        case .revoke(let grant): try take(grant, from: line, by: actor)
        case .disable: try disable(line, by: actor)
        case .enable: try enable(line, by: actor)
        case .resetPassword(let password):
            try set(password, isTemporary: true, of: line)
            try database.run(.sessionsOfAccountEnd, [.int(line.key)])
            try logStaff(.passwordReset, subject: line.key, actor: actor, detail: name)
        case .changePassword(let password, let hash):
            try set(password, isTemporary: false, of: line)
            try database.run(.sessionsOfAccountEndOthers, [.int(line.key), .bytes(hash)])
            try logStaff(.passwordChanged, subject: line.key, actor: actor, detail: name)
        case .removeTOTP: try removeTOTP(of: line, by: actor)
        }
        afterCommit.append { $0.accountsChanged() }
        return try database.accountLine(named: name, at: receivedAt).map { .done($0) } ?? .notFound
    }

    private func give(_ grant: Grant, to line: AccountLine, by actor: String) throws(DatabaseError) {
        guard !line.grants.contains(grant) else { return }
        try database.run(.grantAdd, [.int(line.key)] + grant.values)
        let detail = "\(line.name): \(line.grants.words) → \((line.grants + [grant]).words)"
        try logStaff(.grantGiven, subject: line.key, actor: actor, detail: detail, contest: grant.contest)
    }

    private func take(_ grant: Grant, from line: AccountLine, by actor: String) throws(DatabaseError) {
        guard line.grants.contains(grant) else { return }
        try database.run(.grantRemove, [.int(line.key)] + grant.values)
        let detail = "\(line.name): \(line.grants.words) → \(line.grants.filter { $0 != grant }.words)"
        try logStaff(.grantTaken, subject: line.key, actor: actor, detail: detail, contest: grant.contest)
    }

    private func disable(_ line: AccountLine, by actor: String) throws(DatabaseError) {
        guard line.disabledAt == nil else { return }
        try database.run(.accountDisable, [.int(line.key), .time(receivedAt)])
        try database.run(.sessionsOfAccountEnd, [.int(line.key)])
        try logStaff(.accountDisabled, subject: line.key, actor: actor, detail: line.name)
    }

    private func enable(_ line: AccountLine, by actor: String) throws(DatabaseError) {
        guard line.disabledAt != nil else { return }
        try database.run(.accountDisable, [.int(line.key), .null])
        try logStaff(.accountEnabled, subject: line.key, actor: actor, detail: line.name)
    }

    private func set(
        _ password: PasswordHash,
        isTemporary: Bool,
        of line: AccountLine
    ) throws(DatabaseError) {
        try database.run(
            .accountPassword,
            [
                .int(line.key), .bytes(password.salt), .int(password.cost), .int(password.blockSize),
                .int(password.parallelism), .bytes(password.hash), .int(isTemporary ? 1 : 0),
            ]
        )
    }

    private func removeTOTP(of line: AccountLine, by actor: String) throws(DatabaseError) {
        guard line.hasTOTP else { return }
        try database.run(.totpDelete, [.int(line.key)])
        try database.run(.recoveryDelete, [.int(line.key)])
        try logStaff(.totpRemoved, subject: line.key, actor: actor, detail: line.name)
    }

    /// Says which roles need a second factor.
    func setRolesWithTOTP(_ roles: Set<Grant.Role>, by actor: String) throws(DatabaseError) {
        let former = try database.rolesWithTOTP()
        guard former != roles else { return }
        try database.run(.totpRolesDelete, [])
        for role in roles { try database.run(.totpRolePut, [.text(role.rawValue)]) }
        func words(_ roles: Set<Grant.Role>) -> String {
            roles.isEmpty ? "–" : roles.map(\.rawValue).sorted().joined(separator: ", ")
        }
        try logStaff(.totpRuleSet, subject: 0, actor: actor, detail: "\(words(former)) → \(words(roles))")
        afterCommit.append { $0.accountsChanged() }
    }
}

extension Grant {
    var values: [Value] { [.text(role.rawValue), .optional(contest), .optional(unit)] }

    /// As it stands in the log.
    fileprivate var words: String {
        role.rawValue + (contest.map { " contest=\($0)" } ?? "") + (unit.map { " unit=\($0)" } ?? "")
    }
}

extension [Grant] {
    var words: String { isEmpty ? "–" : map(\.words).joined(separator: "; ") }
}

extension Query {
    static let grantAdd = Query(
        name: "grant.add",
        sql: """
            INSERT INTO staff_grant (account, number, role, contest, unit)
            SELECT $1, 1 + COALESCE((SELECT MAX(number) FROM staff_grant WHERE account = $1), 0), $2, $3, $4
            """
    )
    static let grantRemove = Query(
        name: "grant.remove",
        sql: """
            DELETE FROM staff_grant
            WHERE account = $1 AND role = $2 AND COALESCE(contest, '') = COALESCE($3, '')
                AND COALESCE(unit, '') = COALESCE($4, '')
            """
    )
    static let accountDisable = Query(
        name: "account.disable",
        sql: "UPDATE account SET disabled_at = $2 WHERE account = $1"
    )
    static let accountPassword = Query(
        name: "account.password",
        sql: """
            UPDATE account
            SET salt = $2, cost = $3, block_size = $4, parallelism = $5, hash = $6, must_change = $7
            WHERE account = $1
            """
    )
    static let sessionsOfAccountEnd = Query(
        name: "session.ofAccountEnd",
        sql: "DELETE FROM session WHERE account = $1 RETURNING hash"
    )
    static let sessionsOfAccountEndOthers = Query(
        name: "session.ofAccountEndOthers",
        sql: "DELETE FROM session WHERE account = $1 AND hash <> $2 RETURNING hash"
    )
    static let totpRolesDelete = Query(name: "totpRole.delete", sql: "DELETE FROM totp_role")
    static let totpRolePut = Query(
        name: "totpRole.put",
        sql: "INSERT INTO totp_role (role) VALUES ($1) ON CONFLICT DO NOTHING"
    )
}
