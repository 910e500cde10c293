package import QuizCore
package import XLSXWriter

extension WorkbookCell {
    /// Spreadsheets count days from 1899-12-30; 1970-01-01 is day 25,569.
    private static let epoch = 25_569.0

    /// The same content, numbers as numbers and times as times in Việt Nam (I11).
    package init(_ cell: CSVWriter.Cell) {
        switch cell {
        case .text(let words): self = words.isEmpty ? .empty : .text(words)
        case .number(let number): self = .number(Double(number))
        case .thousandths(let value): self = .number(Double(value) / 1_000)
        case .time(let moment):
            let local = Double(moment.milliseconds + CalendarDay.offset)
            self = .time(local / Double(CalendarDay.length) + Self.epoch)
        }
    }
}
