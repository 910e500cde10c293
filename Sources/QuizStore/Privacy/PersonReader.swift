import QuizCore

/// Reads all that is kept of somebody.
struct PersonReader {
    let database: any Database
    let catalogue: Catalogue

    func record(_ key: Int64) throws(DatabaseError) -> PersonRecord? {
        guard var record = try database.first(.personRecord, [.int(key)], PersonRecord.init) ?? nil else { return nil }
        record.consents = try database.all(.personConsents, [.int(key)]) { row in
            PersonRecord.ConsentRecord(
                purpose: row.text(0),
                givenAt: row.time(1),
                channel: row.text(2),
                withdrawnAt: row.isNull(3) ? nil : row.time(3),
                version: row.optionalText(4),
                text: row.optionalText(5),
                textHash: row.isNull(6) ? nil : row.bytes(6)
            )
        }
        record.sessions = try database.all(.personSessions, [.int(key)]) { row in
            PersonRecord.SessionRecord(hash: row.bytes(0), openedAt: row.time(1), expiresAt: row.time(2))
        }
        record.requests = try database.all(.dataRequestsOfPerson, [.int(key)], DataRequest.init).compactMap { $0 }
        record.exclusion = try database.first(.personExclusion, [.int(key)]) { "\($0.text(0)): \($0.text(1))" }
        record.isOnRoster = try database.first(.personRosterEntry, [.int(key)]) { $0.int(0) } != nil
        record.accesses = try accesses(of: record)
        return record
    }

    /// Those that named the person, and those that read everybody of the contest or of a unit above theirs.
    private func accesses(of record: PersonRecord) throws(DatabaseError) -> [PersonRecord.AccessRecord] {
        let read: (any Row) -> PersonRecord.AccessRecord = { row in
            PersonRecord.AccessRecord(at: row.time(0), kind: row.text(1), role: row.text(2), purpose: row.text(3))
        }
        var accesses = try database.all(.accessesNaming, [.int(record.key)], read)
        let own = catalogue.units.key(of: record.unitCode).map { catalogue.units.upward(from: $0).map(\.code) } ?? []
        try database.run(.accessesOfAll, [.text(record.contest), .time(record.registeredAt)]) { row in
            if row.isNull(4) || own.contains(row.text(4)) { accesses.append(read(row)) }
        }
        return accesses.sorted { $0.at > $1.at }
    }
}

extension PersonRecord {
    init?(_ row: any Row) {
        guard let id = PublicID(bytes: row.bytes(1)) else { return nil }
        self.init(
            key: row.int(0),
            id: id,
            contest: row.text(2),
            name: row.text(3),
            displayName: row.text(4),
            group: row.text(5),
            unitCode: row.text(6),
            unitTitle: row.text(7),
            isUnitConfirmed: row.int(8) == 1,
            birthYear: Int(row.int(9)),
            position: row.optionalText(10),
            phone: row.optionalText(11),
            hasIDNumber: row.int(12) == 1,
            registeredAt: row.time(13),
            erasedAt: row.isNull(14) ? nil : row.time(14)
        )
    }
}

extension Query {
    private static let personColumns = """
        SELECT contestant.contestant, contestant.public_id, contest.id, contestant.name, contestant.display_name,
            contestant.audience, unit.code, unit.title, contestant.unit_confirmed, contestant.birth_year,
            contestant.position, contestant.phone,
            CASE WHEN contestant.id_number_hash IS NULL THEN 0 ELSE 1 END, contestant.registered_at,
            contestant.erased_at
        FROM contestant
        JOIN contest ON contest.contest = contestant.contest
        JOIN unit ON unit.unit = contestant.unit
        """
    static let personRecord = Query(
        name: "person.record",
        sql: "\(personColumns) WHERE contestant.contestant = $1"
    )
    // The sign keeps the index over (contest, hash) out, which would have every step sort the whole contest.
    static let peopleKept = Query(
        name: "person.kept",
        sql: """
            \(personColumns)
            WHERE contestant.contestant > $2 AND +contestant.contest = $1 AND contestant.erased_at IS NULL
            ORDER BY contestant.contestant LIMIT $3
            """
    )
    static let personConsents = Query(
        name: "person.consents",
        sql: """
            SELECT consent.purpose, consent.given_at, consent.channel, consent.withdrawn_at, consent_text.version,
                consent_text.text, consent.text_hash
            FROM consent LEFT JOIN consent_text ON consent_text.hash = consent.text_hash
            WHERE consent.contestant = $1
            ORDER BY consent.purpose
            """
    )
    static let personSessions = Query(
        name: "person.sessions",
        sql: "SELECT hash, created_at, expires_at FROM session WHERE contestant = $1 ORDER BY created_at"
    )
    static let personSessionsEnd = Query(
        name: "person.sessionsEnd",
        sql: "DELETE FROM session WHERE contestant = $1 AND hash <> $2 RETURNING hash"
    )
    static let personExclusion = Query(
        name: "person.exclusion",
        sql: "SELECT kind, reason FROM prize_exclusion WHERE contestant = $1"
    )
    static let personRosterEntry = Query(
        name: "person.rosterEntry",
        sql: "SELECT roster_entry FROM roster_entry WHERE contestant = $1"
    )
    static let accessesNaming = Query(
        name: "dataAccess.naming",
        sql: """
            SELECT data_access.at, data_access.kind, data_access.role, data_access.purpose
            FROM data_access_person JOIN data_access ON data_access.data_access = data_access_person.data_access
            WHERE data_access_person.contestant = $1
            """
    )
    static let accessesOfAll = Query(
        name: "dataAccess.ofAll",
        sql: """
            SELECT data_access.at, data_access.kind, data_access.role, data_access.purpose, unit.code
            FROM contest
            JOIN data_access ON data_access.contest = contest.contest
            LEFT JOIN unit ON unit.unit = data_access.unit
            WHERE contest.id = $1 AND data_access.at >= $2 AND data_access.is_named = 0
            """
    )
}
