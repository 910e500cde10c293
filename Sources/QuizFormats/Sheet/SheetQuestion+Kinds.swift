import QuizCore

extension SheetQuestion {
    /// Options of which some are right; `kind` is `nil` where the sheet does not say which of the three it is.
    mutating func setChoice(_ question: inout ForeignQuestion, named kind: QuestionKind?) {
        var options = options.map { (letter: letter($0), cell: $0) }
        let key = cells[.correct]
        let isTruth = options.isEmpty && key.flatMap { SheetWords.truth($0.text) } != nil
        if let key, isTruth, kind == nil || kind == .trueFalse {
            options = truthOptions(like: key).enumerated().map { ($0, $1) }
        }
        let answer = SheetKey(options: options.map { ($0.letter, $0.cell.text) }, isTrueFalse: kind == .trueFalse)
        let correct = marked(key, answer)
        let pinned = marked(cells[.pinned], answer)
        let nodes = options.map { option in
            DocumentNode.option(
                option.cell.text,
                isCorrect: correct.contains(option.letter),
                isPinned: pinned.contains(option.letter),
                at: at(option.cell)
            )
        }
        setList("options", nodes, &question)
        // What lacks is the key: told where it would stand.
        if key == nil, nodes.count > 1, let column = columns[.correct] {
            question.set("options", .list(nodes, at: row.place(column)))
        }
        guard question["kind"] == nil else { return }
        let isTrueFalse =
            options.count == 2 && Set(options.map { SheetWords.optionTruth($0.cell.text) }) == [true, false]
        let guess: QuestionKind = correct.count > 1 ? .multiple : isTrueFalse ? .trueFalse : .single
        question.set("kind", (kind ?? guess).rawValue, at: cells[.kind].map(at) ?? place)
    }

    /// The letters that a cell names; what it says besides is a fault.
    private mutating func marked(_ cell: SheetCell?, _ key: SheetKey) -> Set<Int> {
        guard let cell, cell.problem == nil else { return [] }
        switch key.letters(cell.text) {
        case .found(let letters): return letters
        case .unclear(let message):
            fault(cell, vi: message.vi, en: message.en)
            return []
        }
    }

    /// The two options of a statement, in the language of its key.
    private func truthOptions(like key: SheetCell) -> [SheetCell] {
        let isEnglish = ["true", "false", "t", "f"].contains(key.text.folded)
        return (isEnglish ? ["True", "False"] : ["Đúng", "Sai"]).map { SheetCell(column: key.column, text: $0) }
    }

    private func letter(_ cell: SheetCell) -> Int {
        (0..<12).first { cells[.option($0)]?.column == cell.column } ?? 0
    }

    mutating func setMatch(_ question: inout ForeignQuestion) {
        setKind(.match, &question)
        var pairs: [DocumentNode] = []
        var extra: [DocumentNode] = []
        for cell in options {
            guard let (left, right) = SheetPair.parts(cell.text) else {
                fault(
                    cell,
                    vi: "câu ghép đôi cần “vế trái => vế phải” trong mỗi ô, hoặc “=> vế phải” cho vế thừa",
                    en: "a match needs 'left => right' in each cell, or '=> right' for a side too many"
                )
                continue
            }
            let rightSide = DocumentNode.text(right, at: at(cell))
            if left.isEmpty {
                extra.append(rightSide)
            } else {
                pairs.append(.map([("left", .text(left, at: at(cell))), ("right", rightSide)], at: at(cell)))
            }
        }
        setList("pairs", pairs, &question)
        setList("extra", extra, &question)
    }

    func setNumeric(_ question: inout ForeignQuestion) {
        setKind(.numeric, &question)
        if let cell = options.first ?? cells[.correct] { set("answer", cell.text, cell, &question) }
        if let cell = cells[.tolerance] { set("tolerance", cell.text, cell, &question) }
        if let cell = cells[.unit] { set("unit", cell.text, cell, &question) }
    }

    mutating func setMessage(_ question: inout ForeignQuestion) {
        setKind(.message, &question)
        if let cell = cells[.channel] {
            set("channel", SheetWords.channel(cell.text)?.rawValue ?? cell.text, cell, &question)
        }
        let key = SheetKey(options: options.map { (letter($0), $0.text) }, isTrueFalse: false)
        let suspicious = marked(cells[.correct], key)
        var parts: [DocumentNode] = []
        for cell in options {
            guard let colon = cell.text.firstIndex(of: ":") else {
                fault(
                    cell,
                    vi: "mỗi phần của tin nhắn viết “vai trò: nội dung”, ví dụ “sender: Ngân hàng”",
                    en: "each part of a message is written 'role: text', as 'sender: Bank'"
                )
                continue
            }
            let role = String(cell.text[..<colon]).trimmed
            let text = String(cell.text[cell.text.index(after: colon)...]).trimmed
            var fields = [
                ("role", DocumentNode.text(SheetWords.role(role)?.rawValue ?? role, at: at(cell))),
                ("text", .text(text, at: at(cell))),
            ]
            if suspicious.contains(letter(cell)) { fields.append(("suspicious", .flag(true, at: at(cell)))) }
            parts.append(.map(fields, at: at(cell)))
        }
        setList("parts", parts, &question)
    }

    func setKind(_ kind: QuestionKind, _ question: inout ForeignQuestion) {
        question.set("kind", kind.rawValue, at: cells[.kind].map(at) ?? place)
    }
}

/// A pair in one cell: `left => right`.
enum SheetPair {
    /// A left side that holds the arrow itself has a backslash before it.
    static func text(left: String, right: String) -> String {
        (left.isEmpty ? "" : left.replacing("=>", with: "\\=>") + " ") + "=> " + right
    }

    static func parts(_ text: String) -> (left: String, right: String)? {
        var rest = text[...]
        var left = ""
        while let arrow = rest.firstRange(of: "=>") {
            let before = rest[..<arrow.lowerBound]
            guard before.last == "\\" else {
                return ((left + before).trimmed, String(rest[arrow.upperBound...]).trimmed)
            }
            left += before.dropLast() + "=>"
            rest = rest[arrow.upperBound...]
        }
        guard let arrow = text.firstIndex(where: { $0 == "→" || $0 == "⇒" }), left.isEmpty else { return nil }
        return (String(text[..<arrow]).trimmed, String(text[text.index(after: arrow)...]).trimmed)
    }
}
