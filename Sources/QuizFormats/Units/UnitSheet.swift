import QuizCore

/// A sheet of units: the heading and the rows below it, as they stand in the file.
struct UnitSheet: Sendable {
    let heading: SheetRow
    /// By number of the column.
    let columns: [Int: UnitColumn]
    private(set) var rows: [SheetRow] = []

    /// Rows in which the heading is looked for.
    static let headingRows = 10

    /// Takes the first rows that name a column of codes and one of titles for the heading.
    ///
    /// - Returns: `nil` if there is none.
    init?(_ all: [SheetRow], groups: [Vocabulary.Term]) {
        for (index, row) in all.prefix(Self.headingRows).enumerated() {
            let columns = Self.columns(row, groups)
            guard columns.values.contains(.code), columns.values.contains(.title) else { continue }
            heading = row
            self.columns = columns
            rows = all[(index + 1)...].filter { !$0.cells.isEmpty }
            return
        }
        return nil
    }

    static func columns(_ row: SheetRow, _ groups: [Vocabulary.Term]) -> [Int: UnitColumn] {
        var columns: [Int: UnitColumn] = [:]
        for cell in row.cells.prefix(200) {
            columns[cell.column] = UnitColumn(heading: cell.text, groups: groups)
        }
        return columns
    }

    /// The keys that the heading speaks of.
    var spoken: Set<String> { Set(columns.values.map(\.key)) }

    /// Every row as the same unit would be written in the native format; empty cells are left out.
    func nodes(_ vocabulary: Vocabulary, _ faults: FaultList) -> [DocumentNode] {
        tellHeading(faults)
        let types = UnitTypeWords(vocabulary)
        return rows.map { UnitSheetRow(row: $0, columns: columns, types: types).node(faults) }
    }

    private func tellHeading(_ faults: FaultList) {
        for cell in heading.cells where columns[cell.column] == nil {
            let known = UnitColumn.written.map { $0.heading(.vietnamese) }.joined(separator: ", ")
            let knownEnglish = UnitColumn.written.map { $0.heading(.english) }.joined(separator: ", ")
            faults.add(
                heading.place(cell.column),
                vi: "không rõ cột “\(cell.text.excerpt)”; hãy xóa cột này hoặc đổi tên thành một trong: \(known)",
                en: "nobody knows the column '\(cell.text.excerpt)'; delete it or call it one of: \(knownEnglish)"
            )
        }
        for (column, numbers) in Dictionary(grouping: columns.keys, by: { columns[$0] }) {
            guard let column, column != .ignored, numbers.count > 1, let last = numbers.max() else { continue }
            faults.add(
                heading.place(last),
                vi: "hai cột cùng là “\(column.heading(.vietnamese))”; chỉ giữ lại một",
                en: "two columns are '\(column.heading(.english))'; keep one of them"
            )
        }
    }
}

/// Turns a row into a unit of the native format.
private struct UnitSheetRow {
    let row: SheetRow
    let columns: [Int: UnitColumn]
    let types: UnitTypeWords

    func node(_ faults: FaultList) -> DocumentNode {
        var entries: [DocumentNode.Entry] = []
        var counts: [(group: String, cell: SheetCell)] = []
        var told: [UnitColumn: SheetCell] = [:]
        for cell in row.cells {
            if let problem = cell.problem {
                faults.add(Fault(line: row.number, column: cell.column, message: problem))
            }
            guard let column = columns[cell.column] else {
                tellBeyond(cell, faults)
                continue
            }
            switch column {
            case .ignored: break
            case .groupCount(let group): counts.append((group, cell))
            case .headcountOn, .headcountSource: told[column] = cell
            default: entries.append(entry(column.key, cell, value(column, cell)))
            }
        }
        // They go with whatever number the row has.
        let isForGroups = !counts.isEmpty && !entries.contains { $0.key == UnitColumn.headcount.key }
        for (column, cell) in told.sorted(by: { $0.value.column < $1.value.column }) where !isForGroups {
            entries.append(entry(column.key, cell, value(column, cell)))
        }
        if !counts.isEmpty {
            let place = row.place(counts[0].cell.column)
            let list = counts.map { count(of: $0.group, $0.cell, told) }
            entries.append(
                DocumentNode.Entry(
                    key: "headcounts",
                    keyPlace: place,
                    value: DocumentNode(place: place, content: .list(list))
                )
            )
        }
        var seen: Set<String> = []
        return DocumentNode(
            place: row.place(1),
            content: .map(entries.filter { seen.insert($0.key).inserted })
        )
    }

    private func tellBeyond(_ cell: SheetCell, _ faults: FaultList) {
        // One under a heading that nobody knows is told there.
        guard !columns.isEmpty, cell.column > columns.keys.max() ?? 0 else { return }
        faults.add(
            row.place(cell.column),
            vi:
                "ô này nằm ngoài các cột có tiêu đề; hãy xóa đi, hoặc đặt nội dung có dấu phân cách trong dấu ngoặc kép",
            en: "this cell stands beyond the columns with headings; delete it, or put a text with separators in quotes"
        )
    }

    private func entry(_ key: String, _ cell: SheetCell, _ content: DocumentNode.Content) -> DocumentNode.Entry {
        let place = row.place(cell.column)
        let value = DocumentNode(place: place, content: cell.problem == nil ? content : .refused)
        return DocumentNode.Entry(key: key, keyPlace: place, value: value)
    }

    private func value(_ column: UnitColumn, _ cell: SheetCell) -> DocumentNode.Content {
        switch column {
        case .type: .scalar(types.code(cell.text) ?? cell.text, isPlain: true)
        case .validFrom, .validTo, .headcountOn: .scalar(SheetWords.day(cell.text), isPlain: true)
        case .successors:
            .list(
                cell.text.split { ",;\n".contains($0) }.map { code in
                    DocumentNode(
                        place: row.place(cell.column),
                        content: .scalar(String(code).trimmed, isPlain: true)
                    )
                }
            )
        default: .scalar(cell.text, isPlain: true)
        }
    }

    private func count(of group: String, _ cell: SheetCell, _ told: [UnitColumn: SheetCell]) -> DocumentNode {
        let place = row.place(cell.column)
        var entries = [
            DocumentNode.Entry(
                key: "group",
                keyPlace: place,
                value: DocumentNode(place: place, content: .scalar(group, isPlain: true))
            ), entry("count", cell, .scalar(cell.text, isPlain: true)),
        ]
        if let day = told[.headcountOn] { entries.append(entry("on", day, value(.headcountOn, day))) }
        if let source = told[.headcountSource] {
            entries.append(entry("source", source, value(.headcountSource, source)))
        }
        return DocumentNode(place: place, content: .map(entries))
    }
}

/// Types of units by their codes, by their titles and by the parts of these: `Xã`, `phường`.
private struct UnitTypeWords {
    private let codes: [String: String]

    init(_ vocabulary: Vocabulary) {
        var codes: [String: String] = [:]
        for term in vocabulary.unitTypes {
            for title in [term.code, term.title.vi, term.title.en] { codes[title.folded] = term.code }
        }
        for term in vocabulary.unitTypes {
            for title in [term.title.vi, term.title.en] {
                for part in title.folded.split(separator: ",") where codes[String(part).trimmed] == nil {
                    codes[String(part).trimmed] = term.code
                }
                let short = OtherUnit.likeness(of: title)
                if codes[short] == nil { codes[short] = term.code }
            }
        }
        self.codes = codes
    }

    func code(_ text: String) -> String? {
        let folded = text.folded
        return codes[folded] ?? codes[OtherUnit.likeness(of: text)]
    }
}
