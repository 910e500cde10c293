import QuizCore

extension Transaction {
    /// Keeps other data of somebody; attempts keep group and unit of their start (I14).
    func change(_ change: ProfileChange) throws(DatabaseError) -> ProfileOutcome {
        let key = change.former.contestant.key
        guard let unit = catalogue.units.key(of: change.form.unit) else { return .unknownUnit }
        let changed = try database.first(
            .profileChange,
            [
                .int(key), .text(change.checked.name.text), .text(change.checked.displayName),
                .bytes(change.checked.name.sortKey), .int(unit), .int(change.form.birthYear),
                .optional(change.form.position), .optional(change.checked.phone?.digits),
                .bytes(change.identityHash), .bytes(change.former.identityHash),
                .time(AttemptRow.lastMoment(before: receivedAt)), .text(change.former.contestant.name),
            ]
        ) { $0.bytes(0) }
        guard let salt = changed else { return try refusal(of: change) }
        noteName(ofContestant: key)
        let words = change.words.joined(separator: "; ")
        var facts = CanonicalBytes()
        facts.append(change.former.contestant.id.bytes)
        facts.append(words)
        try log(.contestantChanged, subject: key, salt: salt, facts: facts)
        try database.run(
            .logDetail,
            [
                .int(logSequence), .text(change.former.contestant.id.hex), .text(words),
                .text(change.former.contestant.contest), .int(key),
            ]
        )
        let person = try database.first(.contestantByKey, [.int(key)], contestant) ?? nil
        return .changed(person ?? change.former.contestant)
    }

    /// Why the guards of the statement let nothing through.
    private func refusal(of change: ProfileChange) throws(DatabaseError) -> ProfileOutcome {
        let key = change.former.contestant.key
        let late: Value = .time(AttemptRow.lastMoment(before: receivedAt))
        if try database.first(.profileLock, [.int(key), late], { $0.int(0) }) != nil { return .locked }
        let other = try database.first(.contestantTwin, [.int(key), .bytes(change.identityHash)]) { $0.int(0) }
        return other == nil ? .outdated : .identityTaken
    }

    func allow(
        _ allowance: TimeAllowance?,
        for id: PublicID,
        of contest: Int64,
        by actor: String
    ) throws(DatabaseError) -> Bool {
        let found = try database.first(.contestantInContest, [.int(contest), .bytes(id.bytes)]) { $0.int(0) }
        guard let contestant = found else { return false }
        let changed: Int64? =
            if let allowance {
                try database.first(
                    .allowancePut,
                    [.int(contestant)] + allowance.values + [
                        .text(allowance.reason), .time(receivedAt), .text(actor),
                    ]
                ) { $0.int(0) }
            } else {
                try database.first(.allowanceDelete, [.int(contestant)]) { $0.int(0) }
            }
        guard changed != nil else { return true }
        try logStaff(
            .timeAllowed,
            subject: contestant,
            actor: actor,
            detail: "\(id.hex): " + (allowance.map { "\($0.words): \($0.reason)" } ?? "–"),
            contest: contestID(contest),
            about: contestant
        )
        return true
    }

    /// The time that somebody has beyond that of everybody.
    ///
    /// Unit: milliseconds.
    func allowance(of contestant: Int64, _ rules: Rules) throws(DatabaseError) -> Int64 {
        let found = try database.first(.allowanceOne, [.int(contestant)], TimeAllowance.init)
        return (found ?? nil)?.added(to: rules.minutes) ?? 0
    }
}

extension TimeAllowance {
    fileprivate var values: [Value] {
        switch amount {
        case .minutes(let minutes): [.int(minutes), .null]
        case .percent(let percent): [.null, .int(percent)]
        }
    }

    /// Reads minutes, percent and reason from the first columns, if one is there.
    init?(_ row: any Row) {
        self.init(row, from: 0)
    }

    init?(_ row: any Row, from column: Int) {
        guard let reason = row.optionalText(column + 2) else { return nil }
        let amount: Amount =
            row.isNull(column) ? .percent(Int(row.int(column + 1))) : .minutes(Int(row.int(column)))
        self.init(amount: amount, reason: reason)
    }
}

extension Query {
    /// Nothing between two attempts (contest rules of this kind are common), and nobody under two registrations (I4).
    static let profileChange = Query(
        name: "profile.change",
        sql: """
            UPDATE contestant
            SET name = $2, display_name = $3, sort_key = $4, unit = $5,
                unit_confirmed = CASE WHEN unit = $5 THEN unit_confirmed ELSE 0 END,
                birth_year = $6, position = $7, phone = $8, identity_hash = $9
            WHERE contestant = $1 AND identity_hash = $10 AND name = $12
                AND NOT EXISTS (
                    SELECT 1 FROM attempt
                    WHERE attempt.contestant = $1 AND (attempt.sealed_at IS NOT NULL OR attempt.deadline < $11)
                )
                AND NOT EXISTS (
                    SELECT 1 FROM contestant AS other
                    WHERE other.contest = contestant.contest AND other.identity_hash = $9 AND other.contestant <> $1
                )
            RETURNING entry_code_hash
            """
    )
    static let profileLock = Query(
        name: "profile.lock",
        sql: """
            SELECT attempt FROM attempt
            WHERE contestant = $1 AND (sealed_at IS NOT NULL OR deadline < $2) LIMIT 1
            """
    )
    static let contestantTwin = Query(
        name: "contestant.twin",
        sql: """
            SELECT other.contestant
            FROM contestant JOIN contestant AS other
                ON other.contest = contestant.contest AND other.identity_hash = $2
            WHERE contestant.contestant = $1 AND other.contestant <> $1
            """
    )
    static let allowancePut = Query(
        name: "timeAllowance.put",
        sql: """
            INSERT INTO time_allowance (contestant, minutes, percent, reason, granted_at, granted_by)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (contestant) DO UPDATE
            SET minutes = excluded.minutes, percent = excluded.percent, reason = excluded.reason,
                granted_at = excluded.granted_at, granted_by = excluded.granted_by
            WHERE COALESCE(time_allowance.minutes, 0) <> COALESCE(excluded.minutes, 0)
                OR COALESCE(time_allowance.percent, 0) <> COALESCE(excluded.percent, 0)
                OR time_allowance.reason <> excluded.reason
            RETURNING contestant
            """
    )
    static let allowanceDelete = Query(
        name: "timeAllowance.delete",
        sql: "DELETE FROM time_allowance WHERE contestant = $1 RETURNING contestant"
    )
    static let allowanceOne = Query(
        name: "timeAllowance.one",
        sql: "SELECT minutes, percent, reason FROM time_allowance WHERE contestant = $1"
    )
}
