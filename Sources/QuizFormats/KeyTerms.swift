import QuizCore

extension BankFormat {
    /// What the format calls the keys of the native one, with the way to supply what is missing.
    var words: KeyWords {
        switch self {
        case .yaml, .zip: .native
        case .csv, .xlsx: KeyTerms.words(for: .sheet)
        case .gift: KeyTerms.words(for: .gift)
        case .moodleXML: KeyTerms.words(for: .moodle)
        case .aiken, .qti, .qti21, .qti30, .docx: KeyTerms.words(for: .plain)
        }
    }
}

/// The one table from keys of the native format to words of people who have another format before them.
enum KeyTerms {
    /// How a format says what ours has a key for.
    enum Style {
        /// A column of its own.
        case sheet
        /// `// [tag:topic:…]`.
        case gift
        /// A tag of Moodle.
        case moodle
        /// No room for anything beyond questions and answers.
        case plain
    }

    private struct Term {
        let key: String
        let vi: String
        let en: String
        /// The column that holds it.
        var column: SheetField?
        /// What a tag of Moodle calls it, with an example.
        var tag: String?
        /// The option of the command line that supplies it, for all questions alike.
        var option: String?
    }

    private static let terms: [Term] = [
        Term(key: "id", vi: "mã câu hỏi", en: "id", column: .id),
        Term(key: "topic", vi: "chủ đề", en: "topic", column: .topic, tag: "topic:mat-khau", option: "--topic"),
        Term(
            key: "difficulty",
            vi: "mức độ",
            en: "difficulty",
            column: .difficulty,
            tag: "difficulty:easy",
            option: "--difficulty"
        ),
        Term(key: "groups", vi: "đối tượng", en: "group", column: .groups, tag: "group:nguoi-dan", option: "--groups"),
        Term(key: "kind", vi: "loại câu", en: "kind", column: .kind),
        Term(key: "prompt", vi: "nội dung câu hỏi", en: "text of the question", column: .prompt),
        Term(key: "options", vi: "phương án", en: "options", column: .option(0)),
        Term(key: "answers", vi: "đáp án được chấp nhận", en: "accepted answer", column: .option(0)),
        Term(key: "answer", vi: "đáp án là một số", en: "answer in numbers", column: .option(0)),
        Term(key: "items", vi: "các mục cần sắp xếp", en: "items to be put in order", column: .option(0)),
        Term(key: "pairs", vi: "các cặp cần ghép", en: "pairs to be matched", column: .option(0)),
        Term(key: "extra", vi: "vế thừa", en: "sides that belong to nothing"),
        Term(key: "parts", vi: "các phần của tin nhắn", en: "parts of the message", column: .option(0)),
        Term(key: "channel", vi: "kênh của tin nhắn", en: "channel of the message", column: .channel),
        Term(key: "role", vi: "vai trò của phần tin nhắn", en: "role of a part"),
        Term(key: "text", vi: "nội dung phương án", en: "text of an option"),
        Term(key: "left", vi: "vế trái", en: "left side"),
        Term(key: "right", vi: "vế phải", en: "right side"),
        Term(key: "correct", vi: "đáp án đúng", en: "right answer", column: .correct),
        Term(key: "pinned", vi: "phương án giữ cuối", en: "pinned option", column: .pinned),
        Term(key: "explanation", vi: "lời giải thích", en: "explanation", column: .explanation),
        Term(key: "source", vi: "nguồn", en: "source", column: .source, option: "--source"),
        Term(key: "validFrom", vi: "ngày đầu", en: "first day", column: .validFrom, tag: "validFrom:2026-07-01"),
        Term(key: "validTo", vi: "ngày cuối", en: "last day", column: .validTo, tag: "validTo:2026-12-31"),
        Term(key: "tolerance", vi: "sai số", en: "tolerance", column: .tolerance),
        Term(key: "unit", vi: "đơn vị", en: "unit", column: .unit, tag: "unit:km"),
        Term(key: "bank", vi: "mã ngân hàng", en: "id of the bank", option: "--bank"),
        Term(key: "title", vi: "tên ngân hàng", en: "title of the bank", option: "--title"),
        Term(key: "language", vi: "ngôn ngữ của ngân hàng", en: "language of the bank"),
        Term(key: "licence", vi: "giấy phép của ngân hàng", en: "licence of the bank"),
        Term(key: "questions", vi: "danh sách câu hỏi", en: "list of questions"),
    ]

    static func words(for style: Style) -> KeyWords {
        var words = KeyWords()
        for term in terms {
            words.names[term.key] = name(of: term, style)
            words.missing[term.key] = missing(term, style)
        }
        for difficulty in Difficulty.allCases {
            words.values[difficulty.rawValue] = both { SheetWords.name(difficulty, $0) }
        }
        for kind in QuestionKind.allCases { words.values[kind.rawValue] = both { SheetWords.name(kind, $0) } }
        words.markRight = mark(style)
        words.markSuspicious = Message(
            vi: "ghi chữ cái của phần đáng ngờ vào cột “Đáp án”",
            en: "write the letter of a suspicious part into the column 'Correct'"
        )
        words.makeMultiple = Message(
            vi: "đổi loại câu thành “\(SheetWords.name(.multiple, .vietnamese))”",
            en: "make it a question with several answers"
        )
        return words
    }

    private static func both(_ name: (SheetLanguage) -> String) -> Message {
        Message(vi: name(.vietnamese), en: name(.english))
    }

    private static func name(of term: Term, _ style: Style) -> Message {
        guard style == .sheet, let column = term.column, !column.isOption else {
            return Message(vi: term.vi, en: "the \(term.en)")
        }
        return Message(
            vi: "cột “\(column.heading(.vietnamese))”",
            en: "the column '\(column.heading(.english))'"
        )
    }

    private static func missing(_ term: Term, _ style: Style) -> Message {
        let isOfBank = ["bank", "title", "language", "licence", "questions"].contains(term.key)
        var message = Message(
            vi: (isOfBank ? "tệp chưa có " : "câu này chưa có ") + term.vi,
            en: (isOfBank ? "the file has no " : "this question has no ") + term.en
        )
        let remedies = [remedy(term, style), common(term)].compactMap { $0 }
        for (index, remedy) in remedies.enumerated() {
            let isFirst = index == 0
            message = Message(
                vi: message.vi + (isFirst ? ": " : ", hoặc ") + remedy.vi,
                en: message.en + (isFirst ? ": " : ", or ") + remedy.en
            )
        }
        return message
    }

    /// What to write into the file.
    private static func remedy(_ term: Term, _ style: Style) -> Message? {
        switch (style, term.column, term.tag) {
        case (.sheet, .option?, _):
            return Message(vi: "điền các cột A, B, C…", en: "fill in the columns A, B, C…")
        case (.sheet, let column?, _):
            let heading = (vi: column.heading(.vietnamese), en: column.heading(.english))
            return Message(
                vi: "điền cột “\(heading.vi)” (chưa có cột này thì thêm vào)",
                en: "fill in the column '\(heading.en)' (add it if it is not there)"
            )
        case (.gift, _, let tag?):
            return Message(
                vi: "thêm dòng “// [tag:\(tag)]” ngay trên câu",
                en: "add a line '// [tag:\(tag)]' right above the question"
            )
        case (.moodle, _, let tag?):
            return Message(
                vi: "gắn thẻ (tag) “\(tag)” cho câu trong Moodle",
                en: "give the question the tag '\(tag)' in Moodle"
            )
        default: return nil
        }
    }

    /// What can be said for all questions at once, on the page or on the command line.
    private static func common(_ term: Term) -> Message? {
        guard let option = term.option else { return nil }
        guard ["topic", "difficulty", "groups"].contains(term.key) else {
            return Message(vi: "thêm \(option) trên dòng lệnh", en: "add \(option) on the command line")
        }
        return Message(
            vi: "chọn \(term.vi) chung ở bước 2 (trên dòng lệnh: \(option))",
            en: "choose one for all in step 2 (on the command line: \(option))"
        )
    }

    private static func mark(_ style: Style) -> Message {
        switch style {
        case .sheet:
            Message(
                vi: "ghi chữ cái của phương án đúng vào cột “\(SheetField.correct.heading(.vietnamese))”",
                en: "write the letter of the right one into the column '\(SheetField.correct.heading(.english))'"
            )
        case .gift: Message(vi: "đặt dấu = trước phương án đúng", en: "put = before the right one")
        case .moodle:
            Message(vi: "cho phương án đúng 100% điểm", en: "give the right one a grade of 100%")
        case .plain: Message(vi: "đánh dấu phương án đúng trong tệp", en: "mark the right one in the file")
        }
    }
}

extension SheetField {
    fileprivate var isOption: Bool {
        if case .option = self { true } else { false }
    }
}
