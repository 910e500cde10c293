import QuizCore

/// A register of units as separated values.
struct UnitTable {
    let sheet: UnitSheet
    let faults: [Fault]

    /// Reads the table by the separator that makes the most columns known.
    ///
    /// - Returns: `nil` if the file is no table of units.
    /// - Throws: Where the file is not in UTF-8.
    init?(_ bytes: [UInt8], groups: [Vocabulary.Term]) throws(Faults) {
        let plain = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        let known = CSVParser.Separator.allCases.map { separator in
            (separator: separator, count: Self.knownColumns(plain, separator, groups))
        }
        guard let best = known.max(by: { $0.count < $1.count }), best.count >= 2 else { return nil }
        guard String(validating: plain, as: UTF8.self) != nil else { throw EncodingFault.faults(in: plain[...]) }
        var parser = CSVParser(plain, separator: best.separator)
        var rows: [SheetRow] = []
        while let cells = parser.next(), rows.count <= UnitDocument.maximumRows + UnitSheet.headingRows {
            rows.append(Self.row(cells, parser.number))
        }
        guard let sheet = UnitSheet(rows, groups: groups) else { return nil }
        self.sheet = sheet
        faults = parser.faults.map { Fault(line: $0.place.line, column: $0.place.column, message: $0.message) }
    }

    private static func row(_ cells: [String], _ number: Int) -> SheetRow {
        var row = SheetRow(number: number)
        for (index, text) in cells.prefix(SheetColumnName.last).enumerated() {
            let text = FormulaGuard.restored(text.trimmed)
            if !text.isEmpty { row.cells.append(SheetCell(column: index + 1, text: text)) }
        }
        return row
    }

    /// Of the row that is the heading; 0 if there is none.
    private static func knownColumns(
        _ bytes: [UInt8],
        _ separator: CSVParser.Separator,
        _ groups: [Vocabulary.Term]
    ) -> Int {
        var parser = CSVParser(bytes, separator: separator)
        var turn = 0
        while turn < UnitSheet.headingRows, let cells = parser.next() {
            turn += 1
            let columns = UnitSheet.columns(row(Array(cells.prefix(200)), turn), groups)
            if columns.values.contains(.code), columns.values.contains(.title) { return columns.count }
        }
        return 0
    }
}
