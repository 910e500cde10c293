/// Gathers the outermost table; tables within its cells are taken as paragraphs of the cell.
struct TableBuilder {
    private var depth = 0
    private var table = WordTable()
    private var row: [WordTable.Cell] = []
    private var column = 1
    private var span = 1
    private var isRowDeleted = false
    /// What lies behind the text of the cell.
    private(set) var ground = WordColour.none

    mutating func beginTable() {
        depth += 1
        if depth == 1 { table = WordTable() }
    }

    mutating func beginRow() {
        guard depth == 1 else { return }
        row = []
        column = 1
        span = 0
        isRowDeleted = false
    }

    mutating func deleteRow() {
        if depth == 1 { isRowDeleted = true }
    }

    mutating func beginCell() {
        guard depth == 1 else { return }
        column += span
        span = 1
        ground = WordColour.none
        row.append(WordTable.Cell(column: column))
    }

    mutating func takeProperty(_ tag: MarkupTag) {
        guard depth == 1, !row.isEmpty else { return }
        switch tag.name {
        case "gridSpan": span = min(100, max(1, tag["val"].flatMap { Int($0) } ?? 1))
        case "shd": ground = WordColour.ofGround(tag["fill"])
        case "vMerge":
            let isContinued = tag["val"] ?? "continue" == "continue"
            row[row.count - 1].isContinued = isContinued
            row[row.count - 1].isMerged = !isContinued
        default: break
        }
    }

    /// - Returns: False for a paragraph that stands in no table.
    mutating func take(_ paragraph: WordParagraph) -> Bool {
        guard depth > 0 else { return false }
        if row.isEmpty { row.append(WordTable.Cell(column: 1)) }
        row[row.count - 1].paragraphs.append(paragraph)
        return true
    }

    mutating func endRow() {
        guard depth == 1 else { return }
        if !isRowDeleted, !row.isEmpty { table.rows.append(row) }
        row = []
        ground = WordColour.none
    }

    /// - Returns: The table, if it is the outermost.
    mutating func endTable() -> WordTable? {
        depth -= 1
        guard depth == 0 else { return nil }
        return table
    }
}
