/// All units with their two trees, ready to walk and to search; never changed once made.
package struct UnitRegister: Sendable {
    private let units: [String: Unit]
    /// Codes of the units right below, by code, in the order of titles.
    private let below: [UnitTreeName: [String: [String]]]
    private let search: UnitSearch
    /// Places in the order of titles, by code.
    private let places: [String: Int]

    /// - Parameter units: No code twice, and no circle in either tree.
    package init(units: [Unit]) {
        self.units = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { _, new in new })
        let search = UnitSearch(units: units)
        var below: [UnitTreeName: [String: [String]]] = [:]
        for tree in UnitTreeName.allCases {
            below[tree] = Dictionary(
                grouping: search.units.filter { $0.above(in: tree) != nil },
                by: { $0.above(in: tree) ?? "" }
            ).mapValues { $0.map(\.code) }
        }
        self.below = below
        self.search = search
        places = Dictionary(
            search.units.enumerated().map { ($0.element.code, $0.offset) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    package var count: Int { units.count }
    /// In the order of titles.
    package var all: [Unit] { search.units }
    package var byCode: [String: Unit] { units }

    /// The units of some codes in the order of titles.
    package func inTitleOrder(_ codes: Set<String>) -> [Unit] {
        codes.compactMap { places[$0] }.sorted().map { search.units[$0] }
    }

    package subscript(code: String) -> Unit? { units[code] }

    /// Codes from a unit up to the top of a tree; empty for an unknown unit.
    package func path(up code: String, in tree: UnitTreeName) -> [String] {
        var path: [String] = []
        var seen: Set<String> = []
        var next = units[code]
        while let unit = next, seen.insert(unit.code).inserted {
            path.append(unit.code)
            next = unit.above(in: tree).flatMap { units[$0] }
        }
        return path
    }

    /// Codes from a unit up to the tops of both trees, each once: what a grant for any of them covers (I7).
    package func path(up code: String) -> [String] {
        let administrative = path(up: code, in: .administrative)
        let known = Set(administrative)
        return administrative + path(up: code, in: .education).filter { !known.contains($0) }
    }

    /// Codes of a unit and of all below it in a tree.
    package func subtree(of code: String, in tree: UnitTreeName) -> Set<String> {
        var found: Set<String> = []
        var waiting = units[code] == nil ? [] : [code]
        while let next = waiting.popLast() {
            if found.insert(next).inserted { waiting += below[tree]?[next] ?? [] }
        }
        return found
    }

    /// Codes of a unit and of all below it in either tree.
    package func subtree(of code: String) -> Set<String> {
        subtree(of: code, in: .administrative).union(subtree(of: code, in: .education))
    }

    /// Units right below another in a tree, or those at its top.
    package func children(of code: String?, in tree: UnitTreeName) -> [Unit] {
        guard let code else { return search.units.filter { $0.above(in: tree) == nil && $0.code != Unit.other } }
        return (below[tree]?[code] ?? []).compactMap { units[$0] }
    }

    /// Titles from the top of the tree of administration down to the unit above.
    package func titles(above code: String) -> [String] {
        path(up: code, in: .administrative).dropFirst().reversed().compactMap { units[$0]?.title }
    }

    /// The units that stand for a unit on a day: itself while it is valid, else its successors, and theirs, by code.
    ///
    /// - Returns: Empty if it is no more and nothing took its place, or if there is no such unit.
    package func current(of code: String, on day: CalendarDay) -> [Unit] {
        var found: [String: Unit] = [:]
        var seen: Set<String> = []
        var waiting = [code]
        while let next = waiting.popLast() {
            guard seen.insert(next).inserted, let unit = units[next] else { continue }
            if unit.isValid(on: day) { found[next] = unit } else { waiting += unit.successors }
        }
        return found.values.sorted { $0.code < $1.code }
    }

    /// The one unit that results of a unit count for on a day.
    ///
    /// A unit that was divided keeps what it has, since nobody knows who went where.
    package func rolledUp(_ code: String, on day: CalendarDay) -> Unit? {
        let current = current(of: code, on: day)
        return current.count == 1 ? current.first : units[code]
    }

    /// Finds units by what somebody typed, the likeliest first; everything asked for in the order of titles if that is nothing.
    package func find(_ query: UnitQuery) -> [UnitLine] {
        search.find(query).map { UnitLine(unit: $0, path: titles(above: $0.code)) }
    }
}

/// Which units are looked for.
package struct UnitQuery: Hashable, Sendable {
    package var text = ""
    /// Empty: all.
    package var types: [String] = []
    /// Only what is valid on this day; `nil`: all.
    package var day: CalendarDay?
    package var limit = 20

    package init(text: String = "", types: [String] = [], day: CalendarDay? = nil, limit: Int = 20) {
        self.text = text
        self.types = types
        self.day = day
        self.limit = limit
    }
}
