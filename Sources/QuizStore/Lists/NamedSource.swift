import QuizCore

/// Those of a list who were found by name.
struct NamedSource<Source: ListSource>: ListSource {
    let source: Source
    let name: NameQuery
    /// Hints, by unit.
    let found: [Int64: Set<Int64>]

    var filter: ListFilter { source.filter }

    /// Beyond it a unit is gone through in order: most of those who come first have the name then.
    private static var readOneByOne: Int { 2_000 }

    func people(
        of unit: Int64,
        behind place: ListPlace,
        limit: Int,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> (people: [ListedPerson], next: ListPlace?) {
        guard let keys = found[unit] else { return ([], nil) }
        guard keys.count <= Self.readOneByOne else {
            let read = try source.people(of: unit, behind: place, limit: limit, in: units, from: database)
            return (read.people.filter { name.matches($0.row.name) }, read.next)
        }
        var people: [ListedPerson] = []
        for key in keys {
            guard let one = try person(key, of: unit, in: units, from: database), place.isBefore(one) else { continue }
            people.append(one)
        }
        people.sort { ListPlace(sortKey: $0.sortKey, key: $0.key).isBefore($1) }
        return (people, nil)
    }

    func person(
        _ key: Int64,
        of unit: Int64,
        in units: UnitTree,
        from database: any Database
    ) throws(DatabaseError) -> ListedPerson? {
        let one = try source.person(key, of: unit, in: units, from: database)
        return one.flatMap { name.matches($0.row.name) ? $0 : nil }
    }
}
