import QuizCore

/// Tables that only put text in its place.
enum ExamTable {
    /// Whether questions or options stand in a table.
    static func isLayout(_ table: WordTable) -> Bool {
        let lines = table.rows.lazy.flatMap { $0 }.flatMap(\.paragraphs).flatMap(\.lines).filter { !$0.isBlank }
        var options = 0
        for line in lines {
            if let label = QuestionLabel(line), label.word != nil { return true }
            let start = line.characters.firstIndex { !$0.isWhitespace } ?? 0
            if let label = OptionLabel(line.characters, at: start) {
                options += OptionSplit.parts(line, label).count
            }
        }
        return options >= 2
    }

    /// The paragraphs of all cells, row by row; options that go down the columns are put in the order of their letters.
    static func paragraphs(_ table: WordTable) -> [WordParagraph] {
        let cells = table.rows.flatMap { $0 }.filter {
            !$0.text.isEmpty || $0.paragraphs.contains { !$0.pictures.isEmpty }
        }
        let letters = cells.map { letter($0) }
        let known = letters.compactMap { $0 }
        guard known.count == cells.count, Set(known).count == known.count, known.sorted() == Array(0..<known.count)
        else { return cells.flatMap(\.paragraphs) }
        return zip(known, cells).sorted { $0.0 < $1.0 }.flatMap(\.1.paragraphs)
    }

    /// Whether options come before another question: what begins like one is one.
    static func beginsQuestion(_ blocks: ArraySlice<WordDocument.Block>) -> Bool {
        for block in blocks.dropFirst().prefix(60) {
            guard case .paragraph(let paragraph) = block else { continue }
            for line in paragraph.lines where !line.isBlank {
                if QuestionLabel(line) != nil { return false }
                let start = line.characters.firstIndex { !$0.isWhitespace } ?? 0
                if OptionLabel(line.characters, at: start)?.letter == 0 { return true }
            }
        }
        return false
    }

    private static func letter(_ cell: WordTable.Cell) -> Int? {
        guard let line = cell.paragraphs.lazy.flatMap(\.lines).first(where: { !$0.isBlank }) else { return nil }
        let start = line.characters.firstIndex { !$0.isWhitespace } ?? 0
        guard let label = OptionLabel(line.characters, at: start), OptionSplit.parts(line, label).count == 1 else {
            return nil
        }
        return label.letter
    }
}
