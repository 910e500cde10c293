import QuizCore

/// Takes the rows of one sheet, from the heading on.
struct RosterSheetReader {
    /// A heading further down is none.
    private static let headingRows = 30
    /// More people than a province has pupils in one file.
    static let maximumRows = 300_000

    private let sheet: Int
    private let sheetName: String
    private(set) var heading: RosterHeading?
    private(set) var rows: [RosterTable.Row] = []
    private(set) var faults: [RosterLine] = []
    private(set) var isTooLong = false
    private var isEmpty = true

    init(sheet: Int, name: String) {
        self.sheet = sheet
        sheetName = name
    }

    /// Whether there is something, but nothing that names columns.
    var isUnknown: Bool { heading == nil && !isEmpty }

    mutating func take(_ row: SheetRow) {
        guard !row.cells.isEmpty, !isTooLong else { return }
        guard let heading else {
            isEmpty = false
            if row.number <= Self.headingRows { heading = RosterHeading(row) }
            return
        }
        guard rows.count < Self.maximumRows else {
            isTooLong = true
            return
        }
        if let read = read(row, heading) { rows.append(read) }
    }

    /// `nil` for a row in which no used column says anything, or that only names people below a list: totals, signatures.
    private mutating func read(_ row: SheetRow, _ heading: RosterHeading) -> RosterTable.Row? {
        var cells: [RosterField: RosterTable.Cell] = [:]
        for cell in row.cells {
            if cell.column == heading.nameTail, let name = cells[.name] {
                cells[.name] = RosterTable.Cell(column: name.column, text: "\(name.text) \(cell.text)")
                continue
            }
            guard let field = heading.columns[cell.column] else { continue }
            if let problem = cell.problem {
                faults.append(RosterLine(sheet: sheetName, row: row.number, column: cell.column, problem))
            } else {
                cells[field] = RosterTable.Cell(column: cell.column, text: cell.text)
            }
        }
        guard !cells.isEmpty else { return nil }
        let isFooter = cells[.birth] == nil && cells.keys.allSatisfy { $0 != .unit && $0 != .group }
        if isFooter, Self.isFooter(row) { return nil }
        return RosterTable.Row(number: row.number, sheet: sheet, cells: cells)
    }

    /// `Danh sách có 42 học sinh`, `Người lập biểu`: what stands below lists.
    private static func isFooter(_ row: SheetRow) -> Bool {
        let words = row.cells.map(\.text).joined(separator: " ").folded
        return [
            "tong ", "tong so", "tong cong", "danh sach ", "nguoi lap", "hieu truong", "giao vien chu nhiem", "ngay ",
            "ha tinh, ngay", "xac nhan", "ghi chu",
        ].contains { words.hasPrefix($0) || words.contains(", \($0)") }
    }

    /// What a merged cell says, for each of the rows that it covers: a class over all its pupils.
    mutating func spread(column: Int, rows numbers: ClosedRange<Int>) {
        guard let field = heading?.columns[column], field == .unit || field == .group else { return }
        guard let first = rows.first(where: { $0.number == numbers.lowerBound })?.cells[field] else { return }
        for index in rows.indices where numbers.contains(rows[index].number) && rows[index].cells[field] == nil {
            rows[index].cells[field] = first
        }
    }
}
