import QuizCore

/// The register of units, ready to search and to walk.
package struct UnitTree: Sendable {
    private let units: [String: Unit]
    private let keys: [String: Int64]
    private let byKey: [Int64: Unit]
    /// Codes of the units right below, by code.
    private let below: [String: [String]]
    /// By title, with the title as people type it.
    private let searchable: [(folded: String, unit: Unit)]

    init(units: [(key: Int64, unit: Unit)]) {
        self.units = Dictionary(units.map { ($0.unit.code, $0.unit) }, uniquingKeysWith: { _, new in new })
        keys = Dictionary(units.map { ($0.unit.code, $0.key) }, uniquingKeysWith: { _, new in new })
        byKey = Dictionary(units.map { ($0.key, $0.unit) }, uniquingKeysWith: { _, new in new })
        below = Dictionary(grouping: units.map(\.unit).filter { $0.parent != nil }, by: { $0.parent ?? "" })
            .mapValues { $0.map(\.code) }
        searchable = units.map { (folded: $0.unit.title.folded, unit: $0.unit) }
            .sorted { ($0.folded, $0.unit.code) < ($1.folded, $1.unit.code) }
    }

    static func read(from database: any Database) throws(DatabaseError) -> UnitTree {
        UnitTree(
            units: try database.all(.units, []) { row in
                let unit = Unit(code: row.text(1), title: row.text(2), type: row.text(3), parent: row.optionalText(4))
                return (key: row.int(0), unit: unit)
            }
        )
    }

    func unit(_ code: String) -> Unit? { units[code] }
    func unit(key: Int64) -> Unit? { byKey[key] }
    func key(of code: String) -> Int64? { keys[code] }

    /// Keys of the units right below.
    func keysBelow(_ code: String) -> [Int64] { (below[code] ?? []).compactMap { keys[$0] } }

    /// Keys of all units.
    var everyKey: Set<Int64> { Set(byKey.keys) }

    /// A unit and those above it, up to the top of the tree.
    func upward(from key: Int64) -> [Unit] {
        var found: [Unit] = []
        var next = byKey[key]
        while let unit = next, found.count < 16 {
            found.append(unit)
            next = unit.parent.flatMap { units[$0] }
        }
        return found
    }

    /// Keys of a unit and of all below it.
    func subtree(of code: String) -> Set<Int64> {
        var found: Set<Int64> = []
        var waiting = [code]
        while let next = waiting.popLast() {
            guard let key = keys[next], found.insert(key).inserted else { continue }
            waiting += below[next] ?? []
        }
        return found
    }

    /// Titles from the top of the tree down to the unit above.
    func path(of unit: Unit) -> [String] {
        var path: [String] = []
        var parent = unit.parent
        while let code = parent, let above = units[code], path.count < 16 {
            path.insert(above.title, at: 0)
            parent = above.parent
        }
        return path
    }

    func search(types: [String], words: [String], limit: Int) -> [UnitLine] {
        let words = words.map(\.folded).filter { !$0.isEmpty }
        return searchable.lazy
            .filter { types.isEmpty || types.contains($0.unit.type) }
            .filter { line in words.allSatisfy { line.folded.contains($0) } }
            .prefix(limit)
            .map { UnitLine(unit: $0.unit, path: path(of: $0.unit)) }
    }
}

extension Query {
    static let units = Query(
        name: "unit.all",
        sql: """
            SELECT unit.unit, unit.code, unit.title, unit.type, above.code
            FROM unit LEFT JOIN unit AS above ON above.unit = unit.parent
            """
    )
}
