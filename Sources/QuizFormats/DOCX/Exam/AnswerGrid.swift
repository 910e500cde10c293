import QuizCore

/// A table of answers: rows of numbers above rows of answers, columns of both, or cells with both.
struct AnswerGrid {
    enum Item {
        case part(Int?)
        case answer(Int, String, SourcePlace)
    }

    private typealias Cell = (column: Int, text: String, place: SourcePlace)

    private(set) var items: [Item] = []
    /// Where it is a table of answers, but not one that can be read.
    private(set) var unread: SourcePlace?

    /// `nil` if it is no table of answers; one that stands where answers are expected may also hold words.
    init?(_ table: WordTable, isExpected: Bool) {
        let rows = table.rows.compactMap { row -> [Cell]? in
            let cells = row.compactMap { cell -> Cell? in
                guard let place = cell.paragraphs.first?.place, !cell.text.isEmpty else { return nil }
                return (cell.column, cell.text, place)
            }
            return cells.isEmpty ? nil : cells
        }
        guard let first = rows.first?.first else { return nil }
        if let found = Self.pairs(rows) ?? Self.lying(rows) ?? Self.standing(rows), isExpected || Self.isSure(found) {
            items = found
        } else if isExpected, !ExamTable.isLayout(table) {
            unread = first.place
        } else {
            return nil
        }
    }

    /// Whether it can be nothing else, wherever it stands.
    private static func isSure(_ items: [Item]) -> Bool {
        let keys = items.compactMap { item in
            if case .answer(_, let key, _) = item { key } else { nil }
        }
        return keys.count >= 2 && keys.allSatisfy { AnswerPairs(Array("1" + $0)) != nil }
    }

    /// A row with the name of a part.
    private static func part(_ row: [Cell]) -> Item? {
        guard row.count == 1, let section = section(row[0].text), section.part != nil else { return nil }
        return .part(section.part)
    }

    private static func section(_ text: String) -> ExamSection? {
        var paragraph = WordParagraph(number: 1)
        paragraph.append(text.split(whereSeparator: \.isNewline).joined(separator: " "), WordLook())
        return paragraph.lines.first.flatMap { ExamSection($0) }
    }

    /// Cells as `1.A`.
    private static func pairs(_ rows: [[Cell]]) -> [Item]? {
        var items: [Item] = []
        for row in rows {
            if let part = part(row) {
                items.append(part)
                continue
            }
            for cell in row {
                for line in cell.text.split(whereSeparator: \.isNewline) {
                    guard let pairs = AnswerPairs(Array(line)) else { return nil }
                    items += pairs.found.map { .answer($0.number, $0.text, cell.place) }
                }
            }
        }
        return items
    }

    /// Numbers in one row, answers in the next.
    private static func lying(_ rows: [[Cell]]) -> [Item]? {
        var items: [Item] = []
        var rest = rows[...]
        while let row = rest.popFirst() {
            if let part = part(row) {
                items.append(part)
                continue
            }
            let numbers = row.compactMap { cell in number(cell.text).map { (column: cell.column, number: $0) } }
            let labels = row.count - numbers.count
            guard !numbers.isEmpty, labels <= 1, labels == 0 || number(row[0].text) == nil, let below = rest.popFirst()
            else { return nil }
            for (column, number) in numbers {
                guard let cell = below.first(where: { $0.column == column }) else { continue }
                guard self.number(cell.text) == nil || labels == 1 else { return nil }
                items.append(.answer(number, cell.text, cell.place))
            }
            let isAligned = below.allSatisfy { cell in
                numbers.contains { $0.column == cell.column } || cell.column < numbers[0].column
            }
            guard isAligned else { return nil }
        }
        return items.isEmpty ? nil : items
    }

    /// A number and its answer side by side, perhaps several times in a row.
    private static func standing(_ rows: [[Cell]]) -> [Item]? {
        var items: [Item] = []
        for (index, row) in rows.enumerated() {
            if let part = part(row) {
                items.append(part)
                continue
            }
            if index == 0, row.allSatisfy({ number($0.text) == nil }) { continue }
            guard row.count.isMultiple(of: 2) else { return nil }
            for start in stride(from: 0, to: row.count, by: 2) {
                guard let number = number(row[start].text), row[start + 1].column == row[start].column + 1 else {
                    return nil
                }
                items.append(.answer(number, row[start + 1].text, row[start + 1].place))
            }
        }
        return items.isEmpty ? nil : items
    }

    /// `12`, `12.`, `Câu 12`.
    private static func number(_ text: String) -> Int? {
        guard text.utf8.count <= 20 else { return nil }
        var scan = LineScanner(Array(text))
        if scan.word(["cau hoi", "cau", "question"]) != nil { scan.spaces() }
        let number = scan.number()
        scan.take(".:)")
        return scan.isAtEnd ? number : nil
    }
}
