package import QuizCore

extension Transaction {
    /// Adds what a file says of how many people a unit has; a count of the same group, day and source is corrected.
    func putHeadcounts(of unit: Unit, by actor: String) throws(DatabaseError) {
        for counted in unit.headcounts { try put(counted, of: unit.code, by: actor) }
    }

    /// Adds one count, outside an import.
    func enter(_ counted: Headcount, of code: String, by actor: String) throws(DatabaseError) -> Bool {
        guard let key = try database.first(.unitKey, [.text(code)], { $0.int(0) }) else { return false }
        try put(counted, of: code, by: actor)
        try database.run(.unitRegisterTouch, [])
        try logStaff(.headcountEntered, subject: key, actor: actor, detail: "\(code): \(counted.words)")
        return true
    }

    private func put(_ counted: Headcount, of code: String, by actor: String) throws(DatabaseError) {
        try database.run(
            .headcountPut,
            [
                .text(code), .text(counted.group ?? ""), .int(counted.count),
                counted.countedOn.map { .time($0.start) } ?? .null, .optional(counted.source), .time(receivedAt),
                .text(actor),
            ]
        )
    }
}

extension Store {
    package func headcounts(of unit: String) async throws(StoreError) -> [EnteredHeadcount] {
        try await readers.read { database throws(DatabaseError) in
            try database.all(.headcountsOfUnit, [.text(unit)]) { row in
                EnteredHeadcount(
                    headcount: Headcount(row),
                    enteredAt: row.isNull(5) ? nil : row.time(5),
                    enteredBy: row.text(6)
                )
            }
        }
    }

    package func enter(_ headcount: Headcount, of unit: String, by actor: String) async throws(StoreError) -> Bool {
        let isKnown = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.enter(headcount, of: unit, by: actor)
        }
        if isKnown { try await refreshUnits() }
        return isKnown
    }
}

extension Query {
    static let headcountPut = Query(
        name: "unitHeadcount.put",
        sql: """
            INSERT INTO unit_headcount (unit, audience, count, counted_on, source, entered_at, entered_by)
            SELECT unit, $2, $3, $4, $5, $6, $7 FROM unit WHERE code = $1
            ON CONFLICT (unit, audience, COALESCE(counted_on, 0), COALESCE(source, '')) DO UPDATE
            SET count = excluded.count, entered_at = excluded.entered_at, entered_by = excluded.entered_by
            WHERE unit_headcount.count <> excluded.count
            """
    )
    static let headcountsOfUnit = Query(
        name: "unitHeadcount.ofUnit",
        sql: """
            SELECT unit, audience, count, counted_on, source, entered_at, entered_by
            FROM unit_headcount
            WHERE unit = (SELECT unit FROM unit WHERE code = $1)
            ORDER BY COALESCE(counted_on, 0) DESC, unit_headcount DESC
            """
    )
    static let unitKey = Query(name: "unit.key", sql: "SELECT unit FROM unit WHERE code = $1")
}
