import QuizCore

extension Transaction {
    /// Keeps how many people a unit has in place of what was said before.
    func putHeadcounts(of unit: Unit) throws(DatabaseError) {
        try database.run(.headcountDelete, [.text(unit.code)])
        for counted in unit.headcounts {
            try database.run(
                .headcountInsert,
                [
                    .text(unit.code), .text(counted.group ?? ""), .int(counted.count),
                    counted.countedOn.map { .time($0.start) } ?? .null, .optional(counted.source),
                ]
            )
        }
    }
}

extension Query {
    static let headcountDelete = Query(
        name: "unitHeadcount.delete",
        sql: "DELETE FROM unit_headcount WHERE unit = (SELECT unit FROM unit WHERE code = $1)"
    )
    static let headcountInsert = Query(
        name: "unitHeadcount.insert",
        sql: """
            INSERT INTO unit_headcount (unit, audience, count, counted_on, source)
            SELECT unit, $2, $3, $4, $5 FROM unit WHERE code = $1
            """
    )
}
