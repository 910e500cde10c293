import QuizCore

/// Who registered, with how far they are.
struct ContestantSource: ListSource {
    let filter: ListFilter
    /// `nil`: everybody.
    let name: NameQuery?

    /// Names are looked through in pieces of this size.
    private static let scanned = 2_000

    func people(
        of unit: Int64,
        behind place: ListPlace,
        limit: Int,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        guard let unit = units.unit(key: unit).map({ (key: unit, unit: $0) }) else { return ([], nil) }
        if let name { return try found(name, unit, place, from: database) }
        let people = try database.all(
            .listPeople,
            bounds(unit.key, place) + [.text(filter.group), .text(filter.round), .int(limit)]
        ) { person($0, unit.unit) }
        return (people, next(behind: people.last.map { ($0.sortKey, $0.key) }, place, isMore: people.count == limit))
    }

    /// Reads sort keys through their index, and only those whose name fits as rows.
    private func found(
        _ name: NameQuery,
        _ unit: (key: Int64, unit: Unit),
        _ place: ListPlace,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        var fitting: [Int64] = []
        var last: (sortKey: [UInt8], key: Int64)?
        var count = 0
        try database.run(.listNames, bounds(unit.key, place) + [.int(Self.scanned)]) { row in
            count += 1
            let sortKey = row.bytes(1)
            if name.matches(sortKey: sortKey) { fitting.append(row.int(0)) }
            if count == Self.scanned { last = (sortKey, row.int(0)) }
        }
        var people: [ListedPerson] = []
        for key in fitting {
            let values: [Value] = [.int(key), .text(filter.group), .text(filter.round)]
            if let one = try database.first(.listPerson, values, { person($0, unit.unit) }) { people.append(one) }
        }
        return (people, next(behind: last, place, isMore: last != nil))
    }

    private func bounds(_ unit: Int64, _ place: ListPlace) -> [Value] {
        [.int(filter.contest), .int(unit), .bytes(place.sortKey), .int(place.key)]
    }

    private func next(behind last: (sortKey: [UInt8], key: Int64)?, _ place: ListPlace, isMore: Bool) -> ListPlace? {
        guard isMore, let last else { return nil }
        return ListPlace(unit: place.unit, sortKey: last.sortKey, key: last.key)
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
    static let listNames = Query(
        name: "list.names",
        sql: """
            SELECT contestant, sort_key
            FROM contestant
            WHERE contest = $1 AND unit = $2 AND (sort_key, contestant) > ($3, $4)
            ORDER BY sort_key, contestant
            LIMIT $5
            """
    )
    static let listPerson = Query(
        name: "list.person",
        sql: """
            SELECT \(personColumns), \(progress(round: "$3"))
            FROM contestant AS person
            WHERE person.contestant = $1 AND ($2 = '' OR person.audience = $2)
            """
    )
    static let listPlace = Query(
        name: "list.place",
        sql: "SELECT unit, sort_key, contestant FROM contestant WHERE public_id = $1 AND contest = $2"
    )
}
