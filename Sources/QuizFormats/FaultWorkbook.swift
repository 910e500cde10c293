import QuizCore
package import XLSXWriter

/// The faults of a file as a workbook, for whoever mends them.
package enum FaultWorkbook {
    /// More than this no cell can hold.
    ///
    /// Unit: characters of UTF-16. Source: Microsoft, 'Excel specifications and limits'.
    private static let maximumText = 32_767

    /// Makes the workbook.
    ///
    /// Of a sheet it holds the rows in the columns that they had, with a further column that says what is wrong, so that it
    /// can be imported once it is mended. Of any other file it holds a list of faults.
    package static func bytes(_ report: BankReport, _ language: SheetLanguage) throws(XLSXWriterError) -> [UInt8] {
        guard let table = report.table else { return try Workbook.bytes([list(report.faults, language)]) }
        let numbers = Set(table.rows.map(\.number))
        let others = report.faults.filter { !numbers.contains($0.line) }
        var sheets = [sheet(table, report.faults, language)]
        if !table.about.isEmpty {
            sheets.append(
                Sheet(
                    name: BankSheet.name(language),
                    columns: [.init(width: 20), .init(width: 60)],
                    rows: safe(table.about)
                )
            )
        }
        // Faults of the heading, or of the file as a whole.
        if !others.isEmpty { sheets.append(list(others, language)) }
        return try Workbook.bytes(sheets)
    }

    private static func sheet(_ table: FaultTable, _ faults: [BankReport.Line], _ language: SheetLanguage) -> Sheet {
        let messages = Dictionary(grouping: faults, by: \.line)
        let width = (table.heading + table.rows.map(\.cells)).map(\.count).max() ?? 0
        func padded(_ cells: [String], _ last: String) -> [String] {
            cells + [String](repeating: "", count: width - cells.count) + [last]
        }
        let heading = table.heading.enumerated().map { index, cells in
            padded(cells, index == 0 ? (language == .vietnamese ? "Lỗi" : "Errors") : "")
        }
        let rows = table.rows.map { row in padded(row.cells, words(messages[row.number] ?? [], language)) }
        return Sheet(
            name: language == .vietnamese ? "Câu hỏi" : "Questions",
            columns: [Sheet.Column](repeating: .init(width: 24), count: width) + [.init(width: 60)],
            rows: safe(heading + rows)
        )
    }

    /// One line for each fault, with the letter of its column.
    private static func words(_ faults: [BankReport.Line], _ language: SheetLanguage) -> String {
        faults.map { "\(SheetColumnName.name($0.column)): \(language == .vietnamese ? $0.vi : $0.en)" }
            .joined(separator: "\n")
    }

    private static func list(_ faults: [BankReport.Line], _ language: SheetLanguage) -> Sheet {
        let isVietnamese = language == .vietnamese
        let heading = isVietnamese ? ["Dòng", "Cột", "Lỗi", "Trong tệp"] : ["Line", "Column", "Error", "In the file"]
        let rows = faults.map { fault in
            [
                fault.line == 0 ? "" : "\(fault.line)", fault.column == 0 ? "" : "\(fault.column)",
                isVietnamese ? fault.vi : fault.en, fault.original,
            ]
        }
        return Sheet(
            name: isVietnamese ? "Danh sách lỗi" : "List of errors",
            columns: [.init(width: 8), .init(width: 8), .init(width: 80), .init(width: 60)],
            rows: safe([heading] + rows)
        )
    }

    /// Texts that a workbook can hold, whatever the file held.
    private static func safe(_ rows: [[String]]) -> [[String]] {
        rows.map { cells in cells.map(safe) }
    }

    private static func safe(_ text: String) -> String {
        // The last two are no characters, and no XML may hold them.
        guard text.utf8.count > maximumText / 2 || text.utf8.contains(0xEF) else { return text }
        let scalars = text.unicodeScalars.prefix(maximumText / 2).map { scalar -> Unicode.Scalar in
            scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
