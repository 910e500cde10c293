import QuizCore

/// An entry that may become a contestant, or is one.
struct RosterPlace {
    let key: Int64
    let contestant: Int64?
    /// Whether it can be seen.
    let isComplete: Bool
}

extension Transaction {
    /// Whoever a roster of the contest knows by this identity.
    func rosterEntry(contest: Int64, identity: [UInt8]) throws(DatabaseError) -> RosterPlace? {
        try database.first(.rosterByIdentity, [.int(contest), .bytes(identity)]) { row in
            RosterPlace(key: row.int(0), contestant: row.isNull(1) ? nil : row.int(1), isComplete: !row.isNull(2))
        }.flatMap { $0.isComplete ? $0 : nil }
    }

    /// Notes that the person has come; the school's list confirms the unit.
    func link(_ person: RosterPlace, to contestant: Int64) throws(DatabaseError) {
        let linked = try database.first(.rosterEntryLink, [.int(person.key), .int(contestant)]) { $0.int(0) }
        if linked != nil { try database.run(.rosterConfirm, [.int(contestant), .int(1)]) }
    }

    /// Opens a session by the code of a slip.
    ///
    /// The first time the contestant is made; whoever comes second finds it (I4).
    func signInFromRoster(_ person: RosterSignIn, session: NewSession) throws(DatabaseError) -> Contestant? {
        let row = try database.first(.rosterByCode, [.bytes(person.codeHash)], RosterPersonRow.init)
        guard let row else { return nil }
        var key = row.contestant
        if key == nil { key = try contestantKey(of: row, person) }
        guard let key else { return nil }
        let found = try database.first(.contestantByKey, [.int(key)], contestant) ?? nil
        guard let found else { return nil }
        try open(session, contestant: key)
        return found
    }

    /// Somebody who registered under the same name before, or a new contestant.
    private func contestantKey(of row: RosterPersonRow, _ person: RosterSignIn) throws(DatabaseError) -> Int64? {
        let identity: [Value] = [.int(row.contest), .bytes(row.identity)]
        var key = try database.first(.contestantByIdentity, identity) { $0.int(0) }
        if key == nil { key = try insert(row, person) }
        guard let key else { return nil }
        try link(RosterPlace(key: row.key, contestant: nil, isComplete: true), to: key)
        return key
    }

    private func insert(_ row: RosterPersonRow, _ person: RosterSignIn) throws(DatabaseError) -> Int64? {
        let key = try database.first(
            .contestantInsert,
            [
                .bytes(person.id.bytes), .int(row.contest), .text(row.name), .text(person.displayName(row.name)),
                .bytes(row.sortKey), .text(row.group), .int(row.unit), .int(row.birthYear), .optional(row.position),
                .null, .bytes(row.identity), .bytes(person.unusable), .bytes(person.unusable), .bytes(person.unusable),
                .time(receivedAt), .null,
            ]
        ) { $0.int(0) }
        guard let key else { return nil }
        var facts = CanonicalBytes()
        facts.append(person.id.bytes)
        facts.append(row.identity)
        try log(.contestantRegistered, subject: key, salt: person.unusable, facts: facts)
        return key
    }
}

private struct RosterPersonRow {
    let key: Int64
    let contest: Int64
    let unit: Int64
    let group: String
    let name: String
    let sortKey: [UInt8]
    let birthYear: Int64
    let position: String?
    let identity: [UInt8]
    let contestant: Int64?

    init(_ row: any Row) {
        key = row.int(0)
        contest = row.int(1)
        unit = row.int(2)
        group = row.text(3)
        name = row.text(4)
        sortKey = row.bytes(5)
        birthYear = row.int(6)
        position = row.optionalText(7)
        identity = row.bytes(8)
        contestant = row.isNull(9) ? nil : row.int(9)
    }
}

extension Query {
    static let rosterByIdentity = Query(
        name: "rosterEntry.byIdentity",
        sql: """
            SELECT roster_entry.roster_entry, roster_entry.contestant, roster_import.completed_at
            FROM roster_entry JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
            WHERE roster_entry.contest = $1 AND roster_entry.identity_hash = $2 AND roster_entry.removed_at IS NULL
            """
    )
    static let rosterByCode = Query(
        name: "rosterEntry.byCode",
        sql: """
            SELECT roster_entry.roster_entry, roster_entry.contest, roster_entry.unit, roster_entry.audience,
                roster_entry.name, roster_entry.sort_key, roster_entry.birth_year, roster_entry.position,
                roster_entry.identity_hash, roster_entry.contestant
            FROM roster_entry JOIN roster_import ON roster_import.roster_import = roster_entry.roster_import
            WHERE roster_entry.code_hash = $1 AND roster_entry.removed_at IS NULL
                AND roster_import.completed_at IS NOT NULL
            """
    )
    static let rosterEntryLink = Query(
        name: "rosterEntry.link",
        sql: """
            UPDATE roster_entry SET contestant = $2 WHERE roster_entry = $1 AND contestant IS NULL
            RETURNING roster_entry
            """
    )
    static let contestantByIdentity = Query(
        name: "contestant.byIdentity",
        sql: "SELECT contestant FROM contestant WHERE contest = $1 AND identity_hash = $2"
    )
}
