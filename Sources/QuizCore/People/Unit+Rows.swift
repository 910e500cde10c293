extension Unit {
    /// A row of a table of units.
    package struct Row: Sendable {
        /// Counted from 1.
        package let number: Int
        /// Names of the columns.
        package let heading: [String]
        package let cells: [String]

        package init(number: Int, heading: [String], cells: [String]) {
            self.number = number
            self.heading = heading
            self.cells = cells
        }

        /// The row as the same unit would be written in YAML; empty cells are left out.
        fileprivate var node: DocumentNode {
            var entries: [DocumentNode.Entry] = []
            for (index, cell) in cells.enumerated() where !cell.trimmed.isEmpty {
                let place = SourcePlace(line: number, column: index + 1)
                let key = index < heading.count ? heading[index] : ""
                guard !entries.contains(where: { $0.key == key }) else { continue }
                let value = DocumentNode(place: place, content: .scalar(cell.trimmed, isPlain: true))
                entries.append(DocumentNode.Entry(key: key, keyPlace: place, value: value))
            }
            return DocumentNode(place: SourcePlace(line: number, column: 1), content: .map(entries))
        }
    }

    /// Reads a table of units.
    ///
    /// - Returns: As ``list(yaml:vocabulary:)``.
    /// - Throws: All faults of the table, each with its row and column.
    package static func list(rows: [Row], vocabulary: Vocabulary) throws(Faults) -> [Unit] {
        let start = SourcePlace(line: 1, column: 1)
        let list = DocumentNode(place: start, content: .list(rows.map(\.node)))
        let tree = DocumentNode(
            place: start,
            content: .map([DocumentNode.Entry(key: "units", keyPlace: start, value: list)])
        )
        return try Document.read(tree, keys: ["units"]) { read($0, vocabulary: vocabulary) }
    }
}
