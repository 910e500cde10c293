import QuizCore

/// Rows of a sheet with faults, as they stand in the file.
package struct FaultTable: Codable, Hashable, Sendable {
    struct Row: Codable, Hashable, Sendable {
        /// In the file.
        let number: Int
        /// By their columns.
        let cells: [String]
    }

    /// The row, or two rows, that say what the columns hold.
    let heading: [[String]]
    let rows: [Row]
    /// What is known of the bank as a whole, as its own sheet has it.
    let about: [[String]]
}

/// What is kept of a sheet while it is read.
struct KeptSheet: Hashable, Sendable {
    var heading: [SheetRow] = []
    var rows: [SheetRow] = []

    /// What a merged cell says, for each of the rows that it covers.
    mutating func fill(column: Int, rows numbers: ClosedRange<Int>) {
        guard let cell = rows.first(where: { $0.number == numbers.lowerBound })?[column] else { return }
        for index in rows.indices where numbers.contains(rows[index].number) && rows[index][column] == nil {
            rows[index].cells.append(cell)
        }
    }
}

extension ForeignBank {
    /// The rows that were asked for; `nil` for a file that is no sheet, or in which no row is at fault.
    func table(_ settings: ImportSettings, faulty: Set<Int>) -> FaultTable? {
        guard let sheet, let choice = settings.rows, sheet.rows.contains(where: { faulty.contains($0.number) }) else {
            return nil
        }
        let rows = choice == .all ? sheet.rows : sheet.rows.filter { faulty.contains($0.number) }
        return FaultTable(
            heading: sheet.heading.map(\.texts),
            rows: rows.map { FaultTable.Row(number: $0.number, cells: $0.texts) },
            about: BankSheet.rows(of: self, settings, .vietnamese)
        )
    }
}

extension SheetRow {
    /// The texts of all cells up to the last that holds something.
    fileprivate var texts: [String] {
        var texts = [String](repeating: "", count: cells.map(\.column).max() ?? 0)
        for cell in cells { texts[cell.column - 1] = cell.text }
        return texts
    }
}
