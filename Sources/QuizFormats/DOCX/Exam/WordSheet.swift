import QuizCore

/// A table whose heading row makes it a sheet of questions, which is read as one.
struct WordSheet {
    private let table: WordTable
    private let vocabulary: Vocabulary
    private let rows: [SheetRow]

    /// `nil` for any other table.
    init?(_ table: WordTable, vocabulary: Vocabulary) {
        guard table.rows.count >= 2 else { return nil }
        let rows = table.rows.enumerated().map { index, row -> SheetRow in
            var cells = SheetRow(number: index + 1)
            for cell in row where !cell.isContinued && !cell.text.isEmpty && cell.column <= SheetColumnName.last {
                cells.cells.append(SheetCell(column: cell.column, text: Self.text(cell)))
            }
            return cells
        }
        let hasHeading = rows.prefix(SheetReader.headingRows).indices.contains { index in
            SheetHeading(rows[index], next: index + 1 < rows.count ? rows[index + 1] : nil) != nil
        }
        guard hasHeading else { return nil }
        self.rows = rows
        self.table = table
        self.vocabulary = vocabulary
    }

    /// Reads the questions; their places are those of paragraphs, as everywhere in the document.
    func add(to bank: inout ForeignBank) {
        var reader = SheetReader(vocabulary: vocabulary)
        for row in rows { reader.take(row) }
        _ = reader.finish()
        for area in merged { reader.spread(column: area.column, rows: area.rows) }
        for question in reader.bank.questions {
            guard bank.add(question.moved(place)) else { return }
        }
        for fault in reader.bank.faults { bank.fault(place(fault), vi: fault.message.vi, en: fault.message.en) }
        for notice in reader.bank.notices { bank.notice(place(notice), vi: notice.message.vi, en: notice.message.en) }
        tellPictures(&bank)
    }

    /// Cells are read as texts alone.
    private func tellPictures(_ bank: inout ForeignBank) {
        let pictures = table.rows.flatMap { $0.flatMap { $0.paragraphs.flatMap(\.pictures) } }
        guard let first = pictures.first else { return }
        bank.notice(
            first.place,
            vi:
                "\(pictures.count) hình ảnh trong bảng câu hỏi bị bỏ qua; câu cần hình hãy viết ngoài bảng (“Câu 1. …”)",
            en: "\(pictures.count) pictures in a table of questions are left out; write a question that needs one "
                + "outside of the table, as 'Câu 1. …'"
        )
    }

    private static func text(_ cell: WordTable.Cell) -> String {
        cell.paragraphs.flatMap { $0.lines.map { $0.text() } }.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func place(_ fault: Fault) -> SourcePlace { place(SourcePlace(line: fault.line, column: fault.column)) }

    /// Of a row and column, the first paragraph of that cell.
    private func place(_ place: SourcePlace) -> SourcePlace {
        guard table.rows.indices.contains(place.line - 1) else { return place }
        let row = table.rows[place.line - 1]
        let cell = row.last { $0.column <= place.column } ?? row.first
        return cell?.paragraphs.first?.place ?? place
    }

    /// Cells in one column that are one, several rows high.
    private var merged: [(column: Int, rows: ClosedRange<Int>)] {
        var open: [Int: Int] = [:]
        var last: [Int: Int] = [:]
        var areas: [(column: Int, rows: ClosedRange<Int>)] = []
        for (index, row) in table.rows.enumerated() {
            for cell in row {
                if cell.isContinued {
                    last[cell.column] = index + 1
                    continue
                }
                if let start = open[cell.column], let end = last[cell.column], end > start {
                    areas.append((cell.column, start...end))
                }
                open[cell.column] = cell.isMerged ? index + 1 : nil
                last[cell.column] = nil
            }
        }
        for (column, start) in open {
            if let end = last[column], end > start { areas.append((column, start...end)) }
        }
        return areas
    }
}

extension ForeignQuestion {
    /// With other places.
    fileprivate func moved(_ place: (SourcePlace) -> SourcePlace) -> ForeignQuestion {
        var moved = ForeignQuestion(place: place(self.place), category: category, original: original)
        for entry in entries { moved.set(entry.key, entry.value.moved(place)) }
        return moved
    }
}

extension DocumentNode {
    fileprivate func moved(_ place: (SourcePlace) -> SourcePlace) -> DocumentNode {
        let content: Content =
            switch self.content {
            case .list(let nodes): .list(nodes.map { $0.moved(place) })
            case .map(let entries):
                .map(entries.map { Entry(key: $0.key, keyPlace: place($0.keyPlace), value: $0.value.moved(place)) })
            default: self.content
            }
        return DocumentNode(place: place(self.place), content: content)
    }
}
