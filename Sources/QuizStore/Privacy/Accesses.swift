import QuizCore

extension Transaction {
    /// Notes that somebody of the staff reads data of people; who they are stands apart from the log (I13).
    func note(_ access: DataAccess, in contest: Int64) throws(DatabaseError) {
        let unit = access.unit.flatMap { catalogue.units.key(of: $0) }
        let key = try database.first(
            .dataAccessInsert,
            [
                .int(contest), .time(receivedAt), .text(access.kind.rawValue), unit.map { .int($0) } ?? .null,
                .text(access.actor), .text(access.role), .text(access.purpose), .int(access.people == nil ? 0 : 1),
                .int(access.count),
            ]
        ) { $0.int(0) }
        guard let key else { throw .failed("an access was not noted") }
        for person in access.people ?? [] {
            try database.run(.dataAccessPersonInsert, [.int(key), .int(contest), .bytes(person.bytes)])
        }
        var facts = CanonicalBytes()
        facts.append(access.kind.rawValue)
        facts.append(access.actor)
        facts.append(access.count)
        try log(.dataRead, subject: key, salt: [], facts: facts)
    }
}

extension Query {
    static let dataAccessInsert = Query(
        name: "dataAccess.insert",
        sql: """
            INSERT INTO data_access (contest, at, kind, unit, actor, role, purpose, is_named, people)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            RETURNING data_access
            """
    )
    static let dataAccessPersonInsert = Query(
        name: "dataAccess.personInsert",
        sql: """
            INSERT INTO data_access_person (contestant, data_access)
            SELECT contestant, $1 FROM contestant WHERE contest = $2 AND public_id = $3
            ON CONFLICT DO NOTHING
            """
    )
    static let dataAccesses = Query(
        name: "dataAccess.ofContest",
        sql: """
            SELECT data_access.at, data_access.kind, data_access.actor, data_access.role, data_access.purpose, unit.code,
                data_access.people
            FROM data_access LEFT JOIN unit ON unit.unit = data_access.unit
            WHERE data_access.contest = $1
            ORDER BY data_access.at DESC LIMIT $2
            """
    )
}
