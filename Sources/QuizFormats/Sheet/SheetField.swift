import QuizCore

/// What a column of a sheet of questions holds.
enum SheetField: Hashable, Sendable {
    case id, topic, difficulty, groups, kind, prompt
    /// Counted from 0.
    case option(Int)
    case correct, pinned, explanation, source, validFrom, validTo, tolerance, unit, channel
    /// Known and of no use: a running number, or what was wrong when the file was read before.
    case number

    /// In the order in which they are written.
    static let written: [SheetField] =
        [.id, .topic, .difficulty, .groups, .kind, .prompt] + (0..<12).map { .option($0) }
        + [.correct, .pinned, .explanation, .source, .validFrom, .validTo, .tolerance, .unit, .channel]

    /// As it is headed in files of ours.
    func heading(_ language: SheetLanguage) -> String {
        if case .option(let index) = self { return SheetColumnName.name(index + 1) }
        guard let names = Self.headings.first(where: { $0.field == self }) else { return "" }
        return language == .vietnamese ? names.vi : names.en
    }

    private static let headings: [(field: SheetField, vi: String, en: String)] = [
        (.id, "Mã", "ID"), (.topic, "Chủ đề", "Topic"), (.difficulty, "Mức độ", "Difficulty"),
        (.groups, "Đối tượng", "Groups"), (.kind, "Loại câu", "Kind"), (.prompt, "Câu hỏi", "Question"),
        (.correct, "Đáp án", "Correct"), (.pinned, "Ghim", "Pinned"), (.explanation, "Giải thích", "Explanation"),
        (.source, "Nguồn", "Source"), (.validFrom, "Từ ngày", "Valid from"), (.validTo, "Đến ngày", "Valid to"),
        (.tolerance, "Sai số", "Tolerance"), (.unit, "Đơn vị", "Unit"), (.channel, "Kênh", "Channel"),
        (.number, "STT", "No."),
    ]

    /// All headings that are known in their usual form, for a file of which none is recognised.
    static func known(_ language: SheetLanguage) -> String {
        let names = headings.map { language == .vietnamese ? $0.vi : $0.en }
        return names.joined(separator: ", ") + ", A…L"
    }

    /// What a heading means, or `nil`.
    init?(heading: String) {
        let plain = SheetHeadingText(heading)
        for words in plain.forms {
            if let field = Self.names[words] ?? Self.option(words) {
                self = field
                return
            }
        }
        return nil
    }

    /// Whether a heading stands over several columns of options.
    static func isOverOptions(_ heading: String) -> Bool {
        SheetHeadingText(heading).forms.contains { overOptions.contains($0) }
    }

    private static let overOptions: Set<String> = [
        "phuong an", "cac phuong an", "phuong an tra loi", "cac phuong an tra loi", "phuong an lua chon", "lua chon",
        "cac lua chon", "cau tra loi", "cac cau tra loi", "cac dap an", "options", "answers", "choices",
        "answer options",
    ]

    /// A letter `a`…`l`, or a number behind a word for options.
    private static func option(_ words: String) -> SheetField? {
        let parts = words.split(separator: " ")
        guard let last = parts.last, parts.count == 1 || optionWords.contains(parts.dropLast().joined(separator: " "))
        else { return nil }
        if last.utf8.count == 1, let letter = last.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "l")).contains(letter)
        {
            return .option(Int(letter - UInt8(ascii: "a")))
        }
        guard parts.count > 1, let number = Int(last), (1...12).contains(number) else { return nil }
        return .option(number - 1)
    }

    private static let optionWords: Set<String> = [
        "phuong an", "phuong an tra loi", "phuong an lua chon", "lua chon", "dap an", "cau tra loi", "tra loi", "pa",
        "y", "option", "answer", "answer option", "choice", "response",
    ]

    private static let names: [String: SheetField] = {
        let lists: [(SheetField, [String])] = [
            (.id, ["id", "ma", "ma cau", "ma cau hoi", "question id", "code"]),
            (
                .number,
                [
                    "stt", "tt", "so tt", "so thu tu", "cau", "cau so", "so cau", "no", "nr", "number", "question no",
                    "question number", "thu tu", "loi", "error", "errors",
                ]
            ),
            (
                .topic,
                ["topic", "chu de", "chuyen de", "linh vuc", "noi dung chu de", "ma chu de", "category", "subject"]
            ),
            (.difficulty, ["difficulty", "muc do", "do kho", "muc do kho", "cap do", "muc do nhan thuc", "level"]),
            (.groups, ["groups", "group", "nhom", "doi tuong", "nhom doi tuong", "doi tuong du thi", "audience"]),
            (
                .kind,
                [
                    "kind", "loai", "loai cau", "loai cau hoi", "kieu", "kieu cau hoi", "dang", "dang cau hoi", "type",
                    "question type",
                ]
            ),
            (
                .prompt,
                [
                    "prompt", "cau hoi", "noi dung", "noi dung cau hoi", "cau hoi noi dung", "cau dan", "de bai",
                    "question", "question text", "stem", "text",
                ]
            ),
            (
                .correct,
                [
                    "correct", "dap an", "dap an dung", "cac dap an dung", "phuong an dung", "cau tra loi dung",
                    "tra loi dung", "ket qua", "ket qua dung", "key", "answer", "answer key", "correct answer",
                    "correct answers", "correct option", "correct options", "right answer",
                ]
            ),
            (.pinned, ["pinned", "ghim", "co dinh", "giu nguyen vi tri", "khong dao"]),
            (
                .explanation,
                [
                    "explanation", "giai thich", "giai thich dap an", "loi giai", "loi giai chi tiet", "huong dan giai",
                    "answer explanation", "feedback", "rationale",
                ]
            ),
            (
                .source,
                [
                    "source", "nguon", "nguon tham khao", "can cu", "can cu phap ly", "tai lieu tham khao",
                    "trich dan", "tham khao", "reference",
                ]
            ),
            (.validFrom, ["validfrom", "valid from", "tu ngay", "hieu luc tu", "hieu luc tu ngay"]),
            (.validTo, ["validto", "valid to", "den ngay", "hieu luc den", "hieu luc den ngay"]),
            (.tolerance, ["tolerance", "sai so", "dung sai"]),
            (.unit, ["unit", "don vi", "don vi tinh", "don vi do"]),
            (.channel, ["channel", "kenh", "loai tin nhan"]),
        ]
        return Dictionary(
            lists.flatMap { field, names in names.map { ($0, field) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()
}

/// A heading as it is compared: without case, marks and signs, once with and once without what stands in brackets.
struct SheetHeadingText {
    let forms: [String]

    init(_ heading: String) {
        guard heading.utf8.count <= 400 else {
            forms = []
            return
        }
        var depth = 0
        let outside = heading.filter { character in
            if "([".contains(character) { depth += 1 }
            defer { if ")]".contains(character) { depth -= 1 } }
            return depth <= 0
        }
        let whole = [heading, outside]
        forms = (whole + whole.map { Self.apart($0) }).map { Self.words($0.folded) }.filter { !$0.isEmpty }
    }

    /// `correctAnswer` and `option1`, as programs name columns, in words.
    private static func apart(_ heading: String) -> String {
        var words = ""
        for character in heading {
            let isNext = words.last.map { $0.isLowercase && character.isUppercase || $0.isLetter && character.isNumber }
            if isNext ?? false { words += " " }
            words.append(character)
        }
        return words
    }

    private static func words(_ text: String) -> String {
        text.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }
}

/// The language of headings and words in files of ours.
package enum SheetLanguage: String, CaseIterable, Hashable, Sendable {
    case vietnamese, english

    /// For a bank in the language of a BCP 47 tag.
    package init(tag: String) {
        self = tag == "vi" || tag.hasPrefix("vi-") ? .vietnamese : .english
    }
}
