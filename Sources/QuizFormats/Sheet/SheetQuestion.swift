import QuizCore

/// One row as a question of the native format.
struct SheetQuestion {
    let row: SheetRow
    let cells: [SheetField: SheetCell]
    /// Where each field stands, also where its cell is empty.
    let columns: [SheetField: Int]
    let topics: SheetTerms
    let groups: SheetTerms
    private(set) var faults: [(place: SourcePlace, message: Message)] = []

    init(
        row: SheetRow,
        cells: [SheetField: SheetCell],
        columns: [SheetField: Int],
        topics: SheetTerms,
        groups: SheetTerms
    ) {
        self.row = row
        self.cells = cells
        self.columns = columns
        self.topics = topics
        self.groups = groups
    }

    /// The row as a whole.
    var place: SourcePlace { row.place(1) }

    mutating func read() -> ForeignQuestion {
        var question = ForeignQuestion(place: place, original: row.original)
        setFrame(&question)
        setGaps(&question)
        let kind = kind
        if let cell = cells[.kind], kind == nil { set("kind", cell.text, cell, &question) }
        switch kind ?? .single {
        case .single, .multiple, .trueFalse: setChoice(&question, named: kind)
        case .order:
            setKind(.order, &question)
            setList("items", options.map { .map([("text", text($0))], at: at($0)) }, &question)
        case .match: setMatch(&question)
        case .short:
            setKind(.short, &question)
            setList("answers", options.map { text($0) }, &question)
        case .numeric: setNumeric(&question)
        case .message: setMessage(&question)
        }
        return question
    }

    /// Cells of options that hold something, in their order.
    var options: [SheetCell] { (0..<12).compactMap { cells[.option($0)] } }

    func at(_ cell: SheetCell) -> SourcePlace { row.place(cell.column) }

    func text(_ cell: SheetCell) -> DocumentNode { .text(cell.text, at: at(cell)) }

    func set(_ key: String, _ value: String, _ cell: SheetCell, _ question: inout ForeignQuestion) {
        question.set(key, value, at: at(cell))
    }

    func setList(_ key: String, _ nodes: [DocumentNode], _ question: inout ForeignQuestion) {
        if let first = nodes.first { question.set(key, .list(nodes, at: first.place)) }
    }

    mutating func fault(_ cell: SheetCell?, vi: String, en: String) {
        faults.append((cell.map(at) ?? place, Message(vi: vi, en: en)))
    }

    /// What is the same for all kinds.
    private func setFrame(_ question: inout ForeignQuestion) {
        let plain: [(SheetField, String)] = [
            (.id, "id"), (.prompt, "prompt"), (.explanation, "explanation"), (.source, "source"),
        ]
        for (field, key) in plain {
            if let cell = cells[field] { set(key, cell.text, cell, &question) }
        }
        if let cell = cells[.topic] {
            question.category = [cell.text]
            set("topic", topics.code(cell.text), cell, &question)
        }
        if let cell = cells[.difficulty] {
            set("difficulty", SheetWords.difficulty(cell.text)?.rawValue ?? cell.text, cell, &question)
        }
        if let cell = cells[.groups] {
            question.set("groups", .list(groupCodes(cell.text).map { .text($0, at: at(cell)) }, at: at(cell)))
        }
        for (field, key) in [(SheetField.validFrom, "validFrom"), (.validTo, "validTo")] {
            if let cell = cells[field] { set(key, SheetWords.day(cell.text), cell, &question) }
        }
    }

    /// Where a cell is empty that could say what every question needs.
    private func setGaps(_ question: inout ForeignQuestion) {
        let needed: [(SheetField, String)] = [
            (.topic, "topic"), (.difficulty, "difficulty"), (.groups, "groups"), (.prompt, "prompt"),
        ]
        for (field, key) in needed where cells[field] == nil {
            if let column = columns[field] { question.gaps[key] = row.place(column) }
        }
    }

    /// A title may hold commas of its own, so that the whole cell is tried first, then parts at semicolons.
    private func groupCodes(_ text: String) -> [String] {
        // Codes, as files of ours have them: no need to fold every cell.
        let parts = text.split { ",;\n".contains($0) }.map { String($0).trimmed }
        if !parts.isEmpty, parts.allSatisfy(groups.contains) { return parts }
        let whole = groups.code(text)
        if groups.contains(whole) { return [whole] }
        if text.utf8.count <= 32, ["tat ca", "all", "moi doi tuong", "*"].contains(text.folded) { return groups.codes }
        return text.split { ";\n".contains($0) }.flatMap { part in
            let whole = groups.code(String(part).trimmed)
            if groups.contains(whole) { return [whole] }
            return part.split(separator: ",").map { groups.code(String($0).trimmed) }
        }
        .filter { !$0.isEmpty }
    }

    /// As the cell says; without one by what is there to be answered.
    private var kind: QuestionKind? {
        if let cell = cells[.kind] { return QuestionKind(rawValue: cell.text) ?? SheetWords.kind(cell.text) }
        return nil
    }
}
