package import QuizCore

extension Transaction {
    /// Takes an import on, unless the register has changed since it was read, or another is being carried out.
    func begin(_ work: UnitWork, at revision: Int64) throws(DatabaseError) -> Bool {
        guard let json = work.json else { throw .failed("an import of units cannot be encoded") }
        return try database.first(.unitRegisterBegin, [.int(revision), .bytes(json)]) { $0.int(0) } != nil
    }

    /// Carries some steps out: each may be done twice with the same effect.
    func carryOut(_ work: UnitWork, _ steps: Range<Int>) throws(DatabaseError) {
        for step in steps {
            if step < work.units.count {
                try put(work.units[step].unit)
            } else {
                try link(work.units[step - work.units.count].unit, by: work.actor)
            }
        }
        if steps.upperBound < work.steps { return try database.run(.unitRegisterDone, [.int(steps.upperBound)]) }
        try database.run(.unitRegisterEnd, [])
        try logStaff(.unitsChanged, subject: 0, actor: work.actor, detail: work.detail)
    }

    private func put(_ unit: Unit) throws(DatabaseError) {
        try database.run(
            .unitPut,
            [
                .text(unit.code), .text(unit.title), .text(unit.type), unit.validFrom.map { .time($0.start) } ?? .null,
                unit.validTo.map { .time($0.start) } ?? .null,
            ]
        )
    }

    /// Says what stands above a unit and what follows on it: all rows are there by now.
    private func link(_ unit: Unit, by actor: String) throws(DatabaseError) {
        try database.run(
            .unitParents,
            [.text(unit.code), .optional(unit.parent), .optional(unit.educationParent)]
        )
        try database.run(.unitSuccessorsDelete, [.text(unit.code)])
        for successor in unit.successors {
            try database.run(.unitSuccessorInsert, [.text(unit.code), .text(successor)])
        }
        try putHeadcounts(of: unit, by: actor)
    }
}

extension Store {
    /// Steps of one job, so that it stays within 20 ms (I12).
    private static let chunk = 500

    package func store(_ units: UnitImport, readAt revision: Int64, by actor: String) async throws(StoreError) -> Bool {
        let work = UnitWork(units, by: actor)
        guard !work.units.isEmpty else { return registerRevision == revision }
        let isTaken = try await write(.sheddable) { transaction throws(DatabaseError) in
            try transaction.begin(work, at: revision)
        }
        guard isTaken else { return false }
        try await carryOut(work, from: 0)
        return true
    }

    /// Adds and changes units by code, whatever the register is by then.
    package func put(_ units: [Unit], by actor: String) async throws(StoreError) {
        for _ in 0..<10 {
            let revision = registerRevision
            let change = UnitImport(units: units, stored: register.byCode)
            if try await store(change, readAt: revision, by: actor) { return }
        }
        throw .busy
    }

    /// Goes on with an import that a stop broke off.
    func resumeUnits() async {
        let waiting = try? await readers.read { database throws(DatabaseError) in
            try database.first(.unitRegisterWaiting, []) { (json: $0.bytes(0), done: Int($0.int(1))) }
        }
        guard let waiting = waiting ?? nil, let work = UnitWork(json: waiting.json) else { return }
        _ = try? await carryOut(work, from: waiting.done)
    }

    private func carryOut(_ work: UnitWork, from first: Int) async throws(StoreError) {
        var done = first
        while done < work.steps {
            let next = min(done + Self.chunk, work.steps)
            let steps = done..<next
            try await write(.firm) { transaction throws(DatabaseError) in try transaction.carryOut(work, steps) }
            done = next
        }
        try await refreshUnits()
    }

    /// Has the views see the register as the rows have it now: beside the writer, since a large one takes long to read.
    func refreshUnits() async throws(StoreError) {
        let tree = try await readers.read { database throws(DatabaseError) -> UnitTree? in
            // Half an import is nobody's business; whoever carries it out comes here at its end.
            let isWaiting = try database.first(.unitRegisterWaiting, []) { $0.int(1) } != nil
            return isWaiting ? nil : try UnitTree.read(from: database)
        }
        if let tree { catalogue.replaceUnits(tree) }
    }
}

extension Query {
    static let unitPut = Query(
        name: "unit.put",
        sql: """
            INSERT INTO unit (code, title, type, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (code) DO UPDATE
            SET title = excluded.title, type = excluded.type, valid_from = excluded.valid_from,
                valid_to = excluded.valid_to
            """
    )
    static let unitParents = Query(
        name: "unit.setParents",
        sql: """
            UPDATE unit
            SET parent = (SELECT above.unit FROM unit AS above WHERE above.code = $2),
                education_parent = (SELECT above.unit FROM unit AS above WHERE above.code = $3)
            WHERE code = $1
            """
    )
    static let unitSuccessorsDelete = Query(
        name: "unitSuccessor.delete",
        sql: "DELETE FROM unit_successor WHERE unit = (SELECT unit FROM unit WHERE code = $1)"
    )
    static let unitSuccessorInsert = Query(
        name: "unitSuccessor.insert",
        sql: """
            INSERT INTO unit_successor (unit, successor)
            SELECT unit.unit, next.unit FROM unit JOIN unit AS next ON next.code = $2 WHERE unit.code = $1
            ON CONFLICT DO NOTHING
            """
    )
    static let unitRegisterBegin = Query(
        name: "unitRegister.begin",
        sql: """
            UPDATE unit_register SET revision = revision + 1, waiting = $2, done = 0
            WHERE register = 1 AND revision = $1 AND waiting IS NULL
            RETURNING revision
            """
    )
    static let unitRegisterDone = Query(
        name: "unitRegister.done",
        sql: "UPDATE unit_register SET done = $1 WHERE register = 1"
    )
    static let unitRegisterEnd = Query(
        name: "unitRegister.end",
        sql: "UPDATE unit_register SET revision = revision + 1, waiting = NULL, done = 0 WHERE register = 1"
    )
    static let unitRegisterTouch = Query(
        name: "unitRegister.touch",
        sql: "UPDATE unit_register SET revision = revision + 1 WHERE register = 1"
    )
    static let unitRegisterWaiting = Query(
        name: "unitRegister.waiting",
        sql: "SELECT waiting, done FROM unit_register WHERE register = 1 AND waiting IS NOT NULL"
    )
}
