import QuizCore

/// The row, or two rows, that say what the columns hold.
struct SheetHeading: Sendable {
    private(set) var fields: [Int: SheetField] = [:]
    /// Headings that nobody knows, for notices.
    private(set) var unknown: [Int: String] = [:]
    /// The first row below.
    let firstRow: Int
    /// The last column with a heading.
    let width: Int
    /// Two columns for one thing.
    private(set) var repeated: [(field: SheetField, columns: [Int])] = []

    /// Reads a row as a heading, together with the next when that names single options under a heading over all of them.
    ///
    /// - Returns: `nil` if it is none: a question and one thing more must be named.
    init?(_ row: SheetRow, next: SheetRow?) {
        let lower = next.flatMap(Self.names)
        firstRow = (lower == nil ? row.number : next?.number ?? row.number) + 1
        width = max(row.cells.last?.column ?? 0, lower == nil ? 0 : next?.cells.last?.column ?? 0)
        var overOptions = false
        var options = 0
        let cells = Dictionary(row.cells.map { ($0.column, $0.text) }, uniquingKeysWith: { first, _ in first })
        for column in 1...max(1, min(width, SheetColumnName.last)) {
            let text = cells[column]
            var field = lower?[column] ?? text.flatMap { SheetField(heading: $0) }
            if let text { overOptions = field == nil && SheetField.isOverOptions(text) }
            if field == nil, overOptions, lower == nil { field = .option(options) }
            if case .option(let index) = field { options = index + 1 }
            if let field {
                fields[column] = field
            } else if let text, !overOptions {
                unknown[column] = text
            }
        }
        let known = Set(fields.values).subtracting([.number])
        guard known.contains(.prompt), known.count > 1 else { return nil }
        findRepeated()
    }

    /// The columns that hold each field; of a repeated one the first.
    var columns: [SheetField: Int] {
        Dictionary(fields.map { ($0.value, $0.key) }, uniquingKeysWith: { min($0, $1) })
    }

    /// What the cells of a lower row name, if they name options and nothing unknown.
    private static func names(_ row: SheetRow) -> [Int: SheetField]? {
        var fields: [Int: SheetField] = [:]
        for cell in row.cells {
            guard let field = SheetField(heading: cell.text) else { return nil }
            fields[cell.column] = field
        }
        let options = fields.values.count { if case .option = $0 { true } else { false } }
        return options >= 2 ? fields : nil
    }

    private mutating func findRepeated() {
        for (field, columns) in Dictionary(grouping: fields.keys, by: { fields[$0] }) {
            guard let field, columns.count > 1, field != .number else { continue }
            repeated.append((field, columns.sorted()))
        }
        repeated.sort { $0.columns.lexicographicallyPrecedes($1.columns) }
    }
}
