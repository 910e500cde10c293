import QuizCore

/// Makes questions of the rows of a sheet, given from top to bottom.
struct SheetReader {
    /// The heading is looked for in these rows.
    static let headingRows = 20
    /// Above what a bank may hold; there is no sense in reading on.
    private static let maximumQuestions = 100_000
    private static let maximumTold = 20_000

    private let topics: SheetTerms
    private let groups: SheetTerms
    private(set) var bank = ForeignBank()
    private(set) var heading: SheetHeading?
    private var waiting: [SheetRow] = []
    private var isSettled = false
    /// Columns without a known heading of which it was told that they hold something.
    private var told: Set<Int> = []
    private var columns: [SheetField: Int] = [:]
    private var scan = LegacyScan()
    private let keepsRows: Bool

    init(vocabulary: Vocabulary, keepsRows: Bool = false) {
        topics = SheetTerms(vocabulary.topics)
        groups = SheetTerms(vocabulary.groups)
        self.keepsRows = keepsRows
    }

    /// Whether any row held anything.
    var isEmpty: Bool { waiting.isEmpty && !isSettled }

    mutating func take(_ row: SheetRow) {
        guard !row.cells.isEmpty else { return }
        for cell in row.cells { scan.take(cell.text, at: row.place(cell.column)) }
        if !isSettled {
            if row.number <= Self.headingRows {
                waiting.append(row)
                return
            }
            settle()
        }
        read(row)
    }

    mutating func finish() -> ForeignBank {
        if !isSettled { settle() }
        let foreign = scan.faults
        // Words that nobody can read are no heading either.
        if !foreign.isEmpty, heading == nil { bank.faults = [] }
        bank.faults += foreign.prefix(max(0, Self.maximumTold - bank.faults.count))
        if heading != nil, bank.questions.isEmpty, bank.faults.isEmpty, bank.unsupported.isEmpty {
            fault(.file, vi: "dưới hàng tiêu đề chưa có câu hỏi nào", en: "there is no question below the heading row")
        }
        return bank
    }

    mutating func fault(_ place: SourcePlace, vi: String, en: String) {
        guard bank.faults.count < Self.maximumTold else { return }
        bank.faults.append(Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en)))
    }

    mutating func notice(_ place: SourcePlace, vi: String, en: String) {
        guard bank.notices.count < Self.maximumTold else { return }
        bank.notices.append(Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en)))
    }

    /// Finds the heading among the first rows and reads those below it.
    private mutating func settle() {
        isSettled = true
        let rows = waiting
        waiting = []
        for (index, row) in rows.enumerated() {
            let next = index + 1 < rows.count && rows[index + 1].number == row.number + 1 ? rows[index + 1] : nil
            guard let found = SheetHeading(row, next: next) else { continue }
            heading = found
            columns = found.columns
            if keepsRows {
                bank.sheet = KeptSheet(heading: rows[index...].filter { $0.number < found.firstRow }, rows: [])
            }
            tellRepeated(found, row.number)
            for row in rows where row.number >= found.firstRow { read(row) }
            return
        }
        fault(
            .file,
            vi: "không thấy hàng tiêu đề trong \(Self.headingRows) hàng đầu; cần có cột “Câu hỏi” và ít nhất một cột "
                + "khác trong số: \(SheetField.known(.vietnamese))",
            en:
                "no heading row among the first \(Self.headingRows) rows; needed is a column 'Question' and at least one "
                + "other of: \(SheetField.known(.english))"
        )
    }

    private mutating func tellRepeated(_ heading: SheetHeading, _ row: Int) {
        for (field, columns) in heading.repeated {
            let names = columns.map { SheetColumnName.name($0) }.joined(separator: ", ")
            fault(
                SourcePlace(line: row, column: columns[1]),
                vi: "các cột \(names) cùng là “\(field.heading(.vietnamese))”; hãy đổi tên hoặc xóa bớt",
                en: "the columns \(names) are all '\(field.heading(.english))'; rename or delete all but one"
            )
        }
    }

    private mutating func read(_ row: SheetRow) {
        guard let heading, bank.questions.count <= Self.maximumQuestions else { return }
        guard bank.questions.count < Self.maximumQuestions else {
            fault(
                row.place(1),
                vi: "có hơn \(Self.maximumQuestions) câu hỏi; hãy chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(Self.maximumQuestions) questions; split the file into smaller ones"
            )
            return
        }
        var known: [SheetField: SheetCell] = [:]
        for cell in row.cells {
            guard let field = heading.fields[cell.column] else {
                tellUnknown(cell, row, heading)
                continue
            }
            guard field != .number else { continue }
            if let problem = cell.problem {
                fault(row.place(cell.column), vi: problem.vi, en: problem.en)
            }
            known[field] = known[field] ?? cell
        }
        guard !known.isEmpty else { return }
        bank.sheet?.rows.append(row)
        if let kind = known[.kind], SheetWords.isUnsupported(kind.text) { return refuse(kind, row) }
        var question = SheetQuestion(row: row, cells: known, columns: columns, topics: topics, groups: groups)
        bank.questions.append(question.read())
        for found in question.faults { fault(found.place, vi: found.message.vi, en: found.message.en) }
    }

    private mutating func refuse(_ kind: SheetCell, _ row: SheetRow) {
        let name = kind.text.excerpt
        bank.refuse(
            row.place(kind.column),
            original: row.original,
            vi: "loại câu “\(name)” không chấm tự động được; hãy bỏ câu này hoặc soạn lại thành trắc nghiệm",
            en: "questions of kind '\(name)' cannot be marked here; drop this one or make it multiple choice"
        )
    }

    private mutating func tellUnknown(_ cell: SheetCell, _ row: SheetRow, _ heading: SheetHeading) {
        guard told.insert(cell.column).inserted else { return }
        let column = SheetColumnName.name(cell.column)
        if let name = heading.unknown[cell.column] {
            notice(
                row.place(cell.column),
                vi: "không dùng cột \(column) “\(name.excerpt)”",
                en: "the column \(column) '\(name.excerpt)' is not used"
            )
        } else {
            notice(
                row.place(cell.column),
                vi: "không dùng cột \(column) vì không có tiêu đề",
                en: "the column \(column) has no heading and is not used"
            )
        }
    }

    /// Gives what a merged cell says to the questions in all rows that it covers.
    mutating func spread(column: Int, rows: ClosedRange<Int>) {
        let start = firstIndex(from: rows.lowerBound)
        guard let field = heading?.fields[column], let key = field.sharedKey, start < bank.questions.count else {
            return
        }
        bank.sheet?.fill(column: column, rows: rows)
        let first = bank.questions[start]
        guard first.place.line == rows.lowerBound, let value = first[key] else { return }
        for index in start..<firstIndex(from: rows.upperBound + 1) where bank.questions[index][key] == nil {
            bank.questions[index].set(key, value)
            if field == .topic { bank.questions[index].category = first.category }
        }
    }

    /// Of the first question in a row or below, looked for by halves, since a sheet may have very many merged cells.
    private func firstIndex(from row: Int) -> Int {
        var range = 0..<bank.questions.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if bank.questions[middle].place.line < row {
                range = middle + 1..<range.upperBound
            } else {
                range = range.lowerBound..<middle
            }
        }
        return range.lowerBound
    }
}

extension SheetField {
    /// The key of what several questions may share by one merged cell.
    fileprivate var sharedKey: String? {
        switch self {
        case .topic: "topic"
        case .difficulty: "difficulty"
        case .groups: "groups"
        case .source: "source"
        default: nil
        }
    }
}
