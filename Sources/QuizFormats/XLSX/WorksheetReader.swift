import QuizCore

/// Hands on the rows of one sheet of a workbook, in their order, as they come.
final class WorksheetReader: MarkupHandler {
    private static let lastRow = 1_048_576
    /// More cannot be merged in the few columns whose cells may hold for several rows, unless areas overlap.
    private static let maximumMergedRows = 4 * lastRow

    private let texts: [String]
    private let styles: CellStyles
    private let isFrom1904: Bool
    private let take: (SheetRow) -> Void

    /// Areas of merged cells in one column, several rows high.
    private(set) var merged: [(column: Int, rows: ClosedRange<Int>)] = []
    private var mergedRows = 0
    private var row: SheetRow?
    private var lastRow = 0
    private var cell: Cell?
    private var lastColumn = 0

    /// What is known of a cell while it is read.
    private struct Cell {
        let column: Int
        let type: String
        let style: String?
        var value = ""
        var hasValue = false
        var hasFormula = false
        var isInValue = false
        var inline = TextCollector()
    }

    init(texts: [String], styles: CellStyles, isFrom1904: Bool, take: @escaping (SheetRow) -> Void) {
        self.texts = texts
        self.styles = styles
        self.isFrom1904 = isFrom1904
        self.take = take
    }

    func start(_ tag: MarkupTag) throws(Faults) {
        switch tag.name {
        case "row": try startRow(tag)
        case "c": try startCell(tag)
        case "v":
            cell?.isInValue = true
            cell?.hasValue = true
        case "f": cell?.hasFormula = true
        case "mergeCell": addMerged(tag["ref"] ?? "")
        default: cell?.inline.start(tag.name)
        }
    }

    func text(_ text: String) {
        guard cell != nil else { return }
        if cell?.isInValue == true { cell?.value += text } else { cell?.inline.take(text) }
    }

    func end(_ name: String) {
        switch name {
        case "row":
            if let row { take(row) }
            row = nil
        case "c":
            if let cell, let read = read(cell) { row?.cells.append(read) }
            cell = nil
        case "v": cell?.isInValue = false
        default: cell?.inline.end(name)
        }
    }

    private func startRow(_ tag: MarkupTag) throws(Faults) {
        let number = tag["r"].map { Int($0) ?? 0 } ?? lastRow + 1
        guard row == nil, number > lastRow, number <= Self.lastRow else {
            throw Faults(
                SourcePlace(line: max(1, lastRow), column: 1),
                vi: "sau hàng \(lastRow) là hàng “\((tag["r"] ?? "").excerpt)”: sổ tính hỏng; hãy mở và lưu lại",
                en:
                    "behind row \(lastRow) comes row '\((tag["r"] ?? "").excerpt)': the workbook is damaged; save it again"
            )
        }
        lastRow = number
        lastColumn = 0
        row = SheetRow(number: number)
    }

    private func startCell(_ tag: MarkupTag) throws(Faults) {
        guard let row else { return }
        let column: Int?
        if let reference = tag["r"] {
            let place = CellReference(reference)
            column = place?.row == row.number ? place?.column : nil
        } else {
            column = lastColumn + 1
        }
        guard cell == nil, let column, column > lastColumn, column <= SheetColumnName.last else {
            throw Faults(
                row.place(max(1, lastColumn)),
                vi: "ô “\((tag["r"] ?? "").excerpt)” sai vị trí: sổ tính hỏng; hãy mở và lưu lại",
                en: "the cell '\((tag["r"] ?? "").excerpt)' is misplaced: the workbook is damaged; save it again"
            )
        }
        lastColumn = column
        cell = Cell(column: column, type: tag["t"] ?? "n", style: tag["s"])
    }

    /// `nil` for a cell that holds nothing.
    private func read(_ cell: Cell) -> SheetCell? {
        let isEmpty = cell.value.isEmpty && cell.type != "inlineStr"
        if isEmpty {
            // A formula may well give an empty text, but then its value is there and of that type.
            guard cell.hasFormula, !(cell.hasValue && cell.type == "str") else { return nil }
            return problem(
                cell,
                vi:
                    "ô có công thức mà chưa có giá trị; hãy mở bằng Excel hoặc LibreOffice rồi lưu lại, hoặc dán giá trị",
                en:
                    "the cell has a formula without a value; open and save it in Excel or LibreOffice, or paste the value"
            )
        }
        switch cell.type {
        case "s":
            guard let index = Int(cell.value), texts.indices.contains(index) else {
                return problem(
                    cell,
                    vi: "ô chỉ đến văn bản số “\(cell.value.excerpt)” không có trong sổ tính; hãy mở và lưu lại",
                    en: "the cell names the text '\(cell.value.excerpt)', which the workbook lacks; save it again"
                )
            }
            return text(cell, texts[index])
        case "inlineStr": return text(cell, SheetText.plain(cell.inline.text))
        case "str": return text(cell, SheetText.plain(cell.value))
        case "b": return text(cell, ["1", "true"].contains(cell.value) ? "TRUE" : "FALSE")
        case "d": return text(cell, String(cell.value.prefix { $0 != "T" }))
        case "e":
            return problem(
                cell,
                vi: "ô báo lỗi \(cell.value.excerpt); hãy sửa công thức hoặc ghi giá trị",
                en: "the cell shows the error \(cell.value.excerpt); mend the formula or write the value"
            )
        default: return number(cell)
        }
    }

    private func number(_ cell: Cell) -> SheetCell? {
        if let number = SheetNumber.text(cell.value, styles[cell.style], from1904: isFrom1904) {
            return text(cell, number)
        }
        return problem(
            cell,
            vi: "“\(cell.value.excerpt)” không phải số hoặc ngày hợp lệ; hãy ghi lại ô này dưới dạng văn bản",
            en: "'\(cell.value.excerpt)' is no valid number or day; write the cell again as text"
        )
    }

    private func text(_ cell: Cell, _ text: String) -> SheetCell? {
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : SheetCell(column: cell.column, text: trimmed)
    }

    private func problem(_ cell: Cell, vi: String, en: String) -> SheetCell {
        SheetCell(column: cell.column, text: "", problem: Message(vi: vi, en: en))
    }

    private func addMerged(_ area: String) {
        let corners = area.split(separator: ":")
        guard corners.count == 2, merged.count < 10_000, mergedRows <= Self.maximumMergedRows,
            let first = CellReference(String(corners[0])),
            let last = CellReference(String(corners[1])), first.column == last.column, first.row < last.row
        else { return }
        mergedRows += last.row - first.row
        merged.append((first.column, first.row...last.row))
    }
}

/// `B7`.
struct CellReference {
    let column: Int
    let row: Int

    init?(_ text: String) {
        let letters = text.utf8.prefix { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        let digits = text.utf8.dropFirst(letters.count)
        guard letters.count <= 3, let column = SheetColumnName.number(letters), (1...7).contains(digits.count),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let row = Int(String(decoding: digits, as: UTF8.self)), (1...1_048_576).contains(row)
        else { return nil }
        self.column = column
        self.row = row
    }
}
