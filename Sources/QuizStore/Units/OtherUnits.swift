package import QuizCore

extension Store {
    package func otherUnits(of contest: String) async throws(StoreError) -> [OtherUnit.Counted] {
        let people = try await peopleOfOtherUnits(of: contest)
        let texts = Dictionary(people.map { ($0.text, 1) }, uniquingKeysWith: +)
        return texts.map { OtherUnit.Counted(text: $0.key, people: $0.value) }.sorted { $0.text < $1.text }
    }

    package func map(
        _ mapping: OtherUnitMapping,
        of contest: String,
        by actor: String
    ) async throws(StoreError) -> UnitMoves? {
        guard let definition = catalogue.definition(of: contest), mapping.unit != Unit.other,
            let from = catalogue.units.key(of: Unit.other), let to = catalogue.units.key(of: mapping.unit)
        else { return nil }
        let texts = Set(mapping.texts)
        let people = try await peopleOfOtherUnits(of: contest).filter { texts.contains($0.text) }.map(\.contestant)
        let move = UnitMove(
            from: from,
            to: to,
            words: "\(Unit.other) → \(mapping.unit): \(mapping.reason)",
            correctsResults: mapping.correctsResults,
            actor: actor
        )
        return try await carryOut(move, people, of: definition)
    }

    /// People who stand in no unit of the register yet.
    private func peopleOfOtherUnits(
        of contest: String
    ) async throws(StoreError) -> [(contestant: Int64, text: String)] {
        guard let definition = catalogue.definition(of: contest), let unit = catalogue.units.key(of: Unit.other) else {
            return []
        }
        return try await readers.read { database throws(DatabaseError) in
            // Whoever is asked for no unit, or was erased, wrote none.
            try database.all(.contestantsInUnit, [.int(unit), .int(definition.contestKey)]) { row in
                row.optionalText(1).map { (contestant: row.int(0), text: $0) }
            }.compactMap { $0 }
        }
    }
}

extension Query {
    static let contestantOtherUnit = Query(
        name: "contestant.otherUnit",
        sql: "UPDATE contestant SET other_unit = $2 WHERE contestant = $1"
    )
}
