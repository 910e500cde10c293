package import QuizCore
import Synchronization

/// The register of units with the internal keys of its units.
package struct UnitTree: Sendable {
    package let register: UnitRegister
    /// Of the rows it was read from.
    package let revision: Int64
    private let keys: [String: Int64]
    private let codes: [Int64: String]
    let orders = UnitOrders()

    init(units: [(key: Int64, unit: Unit)], revision: Int64 = 0) {
        register = UnitRegister(units: units.map(\.unit))
        self.revision = revision
        keys = Dictionary(units.map { ($0.unit.code, $0.key) }, uniquingKeysWith: { _, new in new })
        codes = Dictionary(units.map { ($0.key, $0.unit.code) }, uniquingKeysWith: { _, new in new })
    }

    /// Reads the whole register.
    ///
    /// `revision`: Asked for before the rows: should they change in between, the tree counts as older than they are.
    static func read(from database: any Database) throws(DatabaseError) -> UnitTree {
        let revision = try database.first(.unitRevision, []) { $0.int(0) } ?? 0
        var successors: [Int64: [String]] = [:]
        try database.run(.unitSuccessors, []) { successors[$0.int(0), default: []].append($0.text(1)) }
        var headcounts: [Int64: [Headcount]] = [:]
        try database.run(.headcounts, []) { headcounts[$0.int(0), default: []].append(Headcount($0)) }
        let units = try database.all(.units, []) { row in
            let key = row.int(0)
            return (
                key: key,
                unit: Unit(
                    code: row.text(1),
                    title: row.text(2),
                    type: row.text(3),
                    parent: row.optionalText(4),
                    educationParent: row.optionalText(5),
                    validFrom: row.isNull(6) ? nil : CalendarDay(of: row.time(6)),
                    validTo: row.isNull(7) ? nil : CalendarDay(of: row.time(7)),
                    successors: successors[key] ?? [],
                    headcounts: headcounts[key] ?? []
                )
            )
        }
        return UnitTree(units: units, revision: revision)
    }

    /// What a search for people looks at of their units, by key.
    var searchTexts: [Int64: String] {
        codes.compactMapValues { code in register[code].map { Unit.searchText(title: $0.title, code: $0.code) } }
    }

    func unit(_ code: String) -> Unit? { register[code] }
    func unit(key: Int64) -> Unit? { codes[key].flatMap { register[$0] } }
    func key(of code: String) -> Int64? { keys[code] }

    /// Keys of the units right below in administration, in the order of titles.
    func keysBelow(_ code: String) -> [Int64] {
        register.children(of: code, in: .administrative).compactMap { keys[$0.code] }
    }

    /// A unit and those above it in either tree, each once.
    func upward(from key: Int64) -> [Unit] {
        codes[key].map { register.path(up: $0).compactMap { register[$0] } } ?? []
    }

    /// Keys of a unit and of all below it in either tree.
    func subtree(of code: String) -> Set<Int64> {
        Set(ordered(under: code))
    }
}

/// The orders of lists that were asked for: working one out takes as long as reading the list, and a register changes
/// seldom.
///
/// A unit is below few others, so that all orders together are some times as long as the register.
final class UnitOrders: Sendable {
    /// By code of the unit at the top; empty: all units.
    private let known = Mutex<[String: [Int64]]>([:])

    func order(under code: String?, _ workedOut: () -> [Int64]) -> [Int64] {
        let top = code ?? ""
        if let order = known.withLock({ $0[top] }) { return order }
        let order = workedOut()
        known.withLock { $0[top] = order }
        return order
    }
}

extension Unit {
    static func searchText(title: String, code: String) -> String { "\(title) \(code)" }
}

extension Query {
    static let units = Query(
        name: "unit.all",
        sql: """
            SELECT unit.unit, unit.code, unit.title, unit.type, above.code, education.code, unit.valid_from,
                unit.valid_to
            FROM unit
            LEFT JOIN unit AS above ON above.unit = unit.parent
            LEFT JOIN unit AS education ON education.unit = unit.education_parent
            """
    )
    static let unitSuccessors = Query(
        name: "unitSuccessor.all",
        sql: """
            SELECT unit_successor.unit, unit.code
            FROM unit_successor JOIN unit ON unit.unit = unit_successor.successor
            ORDER BY unit_successor.unit, unit.code
            """
    )
    static let unitRevision = Query(
        name: "unitRegister.revision",
        sql: "SELECT revision FROM unit_register WHERE register = 1"
    )

    /// With `$2` the code of a unit, begins a statement that may read `subtree`: the keys of that unit and of all below it in
    /// either tree.
    ///
    /// The plus takes the column's affinity away, with which SQLite would not use the index over the expression.
    static let subtreeOfUnit = """
        WITH RECURSIVE subtree_administrative (unit) AS (
            SELECT unit FROM unit WHERE code = $2
            UNION
            SELECT unit.unit FROM subtree_administrative JOIN unit ON unit.parent = subtree_administrative.unit
        ), subtree_education (unit) AS (
            SELECT unit FROM unit WHERE code = $2
            UNION
            SELECT unit.unit FROM subtree_education
            JOIN unit ON COALESCE(unit.education_parent, unit.parent) = +subtree_education.unit
        ), subtree (unit) AS (
            SELECT unit FROM subtree_administrative
            UNION
            SELECT unit FROM subtree_education
        )
        """
}
