package import QuizCore
package import XLSXWriter

/// Item statistics as a workbook: a sheet for each table.
package enum ItemWorkbook {
    package static func bytes(_ report: ItemReport) throws(XLSXWriterError) -> [UInt8] {
        let tables: [ItemTable] = [.overview(report), .questions(report), .answers(report), .windows(report)]
        return try Workbook.bytes(tables.map(sheet))
    }

    private static func sheet(_ table: ItemTable) -> Sheet {
        Sheet(
            name: table.name,
            columns: table.widths.indices.map { column in
                Sheet.Column(
                    width: table.widths[column],
                    holdsNumbers: table.rows.contains { isNumber($0[column]) }
                )
            },
            rows: [table.headings] + table.rows.map { $0.map(text) }
        )
    }

    private static func isNumber(_ cell: CSVWriter.Cell) -> Bool {
        switch cell {
        case .number, .thousandths: true
        case .text, .time: false
        }
    }

    private static func text(_ cell: CSVWriter.Cell) -> String {
        switch cell {
        case .text(let words): words
        case .number(let number): String(number)
        case .thousandths(let value): String(Double(value) / 1_000)
        case .time(let moment): moment.vietnamese
        }
    }
}
