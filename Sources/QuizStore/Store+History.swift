package import QuizCore

extension Store: HistoryStore {
    package func history(of contest: String) async throws(StoreError) -> [DefinitionVersion] {
        guard let newest = catalogue.definition(of: contest) else { return [] }
        let rows = try await readers.read { database throws(DatabaseError) in
            try database.all(.definitionsOf, [.int(newest.contestKey)]) { row in
                (key: row.int(0), version: Int(row.int(1)), at: row.time(2), by: row.text(3))
            }
        }
        var former: Definition?
        return rows.map { row in
            let definition = catalogue.definition(version: row.key)
            defer { former = definition }
            var changes: [String] = []
            if let former, let definition {
                let arePinsNew = former.pins != definition.pins
                changes = ContestDifference(from: former.contest, to: definition.contest, arePinsNew: arePinsNew).keys
            }
            return DefinitionVersion(version: row.version, appliedAt: row.at, appliedBy: row.by, changes: changes)
        }
    }
}

extension Query {
    static let definitionsOf = Query(
        name: "definition.of",
        sql: "SELECT definition, version, applied_at, applied_by FROM definition WHERE contest = $1 ORDER BY version"
    )
}
