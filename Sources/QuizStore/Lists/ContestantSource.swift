import QuizCore

/// Who registered, with how far they are.
struct ContestantSource: ListSource {
    let filter: ListFilter

    func people(
        of unit: Int64,
        behind place: ListPlace,
        limit: Int,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        guard let known = units.unit(key: unit) else { return ([], nil) }
        let people = try database.all(
            .listPeople,
            [
                .int(filter.contest), .int(unit), .bytes(place.sortKey), .int(place.key), .text(filter.group),
                .text(filter.round), .int(limit),
            ]
        ) { person($0, known) }
        return (people, place.behind(people.last, isMore: people.count == limit))
    }

    func person(
        _ key: Int64,
        of unit: Int64,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> ListedPerson? {
        guard let known = units.unit(key: unit) else { return nil }
        let values: [Value] = [.int(key), .int(unit), .text(filter.group), .text(filter.round)]
        return try database.first(.listPerson, values) { person($0, known) }
    }

    private func person(_ row: any Row, _ unit: Unit) -> ListedPerson {
        ListedPerson(
            key: row.int(0),
            id: PublicID(bytes: row.bytes(2)),
            sortKey: row.bytes(1),
            row: ListRow(
                name: row.text(3),
                birthYear: filter.hasContact ? Int(row.int(5)) : nil,
                phone: filter.hasContact ? row.optionalText(6) : nil,
                group: row.text(4),
                unitCode: unit.code,
                unitTitle: unit.title,
                isUnitConfirmed: row.int(7) == 1,
                facts: .progress(ListRow.Progress(attempts: Int(row.int(8)), submitted: Int(row.int(9))))
            )
        )
    }
}

extension Query {
    /// How many attempts, and how many of them sealed; `round`: the parameter that names it.
    private static func progress(round: String) -> String {
        """
        (
            SELECT COUNT(*) FROM attempt
            WHERE attempt.contestant = person.contestant AND attempt.voided_at IS NULL
                AND (\(round) = '' OR attempt.round = \(round))
        ), (
            SELECT COUNT(*) FROM attempt
            WHERE attempt.contestant = person.contestant AND attempt.voided_at IS NULL
                AND attempt.sealed_at IS NOT NULL AND (\(round) = '' OR attempt.round = \(round))
        )
        """
    }

    private static let personColumns = """
        person.contestant, person.sort_key, person.public_id, person.name, person.audience, person.birth_year,
        person.phone, person.unit_confirmed
        """

    static let listPeople = Query(
        name: "list.people",
        sql: """
            SELECT \(personColumns), \(progress(round: "$6"))
            FROM contestant AS person
            WHERE person.contest = $1 AND person.unit = $2 AND (person.sort_key, person.contestant) > ($3, $4)
                AND ($5 = '' OR person.audience = $5)
            ORDER BY person.sort_key, person.contestant
            LIMIT $7
            """
    )
    static let listPerson = Query(
        name: "list.person",
        sql: """
            SELECT \(personColumns), \(progress(round: "$4"))
            FROM contestant AS person
            WHERE person.contestant = $1 AND person.unit = $2 AND ($3 = '' OR person.audience = $3)
            """
    )
    static let listPlace = Query(
        name: "list.place",
        sql: "SELECT unit, sort_key, contestant FROM contestant WHERE public_id = $1 AND contest = $2"
    )
}
