/// What a file of units comes to, beside those that are stored.
package struct UnitImport: Hashable, Sendable {
    /// Everything in the file as it will be stored, every unit behind the one above it in administration.
    package let units: [Unit]
    /// Codes of units that are not stored yet.
    package let added: [String]
    package let changed: [UnitChange]

    package var same: Int { units.count - added.count - changed.count }

    package init(units: [Unit], stored: [String: Unit]) {
        self.units = units
        added = units.map(\.code).filter { stored[$0] == nil }
        changed = units.compactMap { unit in stored[unit.code].flatMap { UnitChange(from: $0, to: unit) } }
    }

    /// Those that differ from what is stored.
    package var differing: [Unit] {
        let codes = Set(added + changed.map(\.code))
        return units.filter { codes.contains($0.code) }
    }

    /// Reads a file of units: `units:` with a list of what docs/units.md describes.
    ///
    /// - Throws: All faults of the file, each with its place.
    package init(yaml: [UInt8], vocabulary: Vocabulary, stored: [String: Unit]) throws(Faults) {
        self = try Document.read(yaml, keys: ["units"]) { map in
            guard let fields = map.required("units")?.list() else { return nil }
            let nodes = fields.map(\.node)
            return Self.read(nodes, spoken: Self.keys(of: nodes), map.faults, vocabulary, stored)
        }
    }

    /// Reads units that another format has taken apart.
    ///
    /// - Parameters:
    ///   - nodes: A mapping each.
    ///   - spoken: The keys that the file speaks of; what it does not speak of stays as it is stored.
    ///   - faults: What was wrong with the file itself, and the words that its people use.
    ///   - vocabulary: Types and groups.
    ///   - stored: By code.
    /// - Throws: All faults of the file, each with its place.
    package init(
        nodes: [DocumentNode],
        spoken: Set<String>,
        faults: FaultList,
        vocabulary: Vocabulary,
        stored: [String: Unit]
    ) throws(Faults) {
        let read = Self.read(nodes, spoken: spoken, faults, vocabulary, stored)
        try faults.throwIfAny()
        self = read
    }

    private static func read(
        _ nodes: [DocumentNode],
        spoken: Set<String>,
        _ faults: FaultList,
        _ vocabulary: Vocabulary,
        _ stored: [String: Unit]
    ) -> UnitImport {
        var reader = UnitReader(vocabulary: vocabulary, stored: stored, spoken: spoken)
        for node in nodes { reader.read(Field(node: node, name: "units", faults: faults)) }
        return UnitImport(units: UnitCheck(reader, faults).ordered(), stored: stored)
    }

    private static func keys(of nodes: [DocumentNode]) -> Set<String> {
        var keys: Set<String> = []
        for node in nodes {
            guard case .map(let entries) = node.content else { continue }
            for entry in entries { keys.insert(entry.key) }
        }
        return keys
    }
}

extension Unit {
    /// Reads a file of units that stands by itself.
    ///
    /// - Throws: All faults of the file, each with its place.
    package static func list(yaml: [UInt8], vocabulary: Vocabulary) throws(Faults) -> [Unit] {
        try UnitImport(yaml: yaml, vocabulary: vocabulary, stored: [:]).units
    }
}
