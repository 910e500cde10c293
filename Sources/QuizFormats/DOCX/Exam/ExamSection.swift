import QuizCore

/// What stands over several questions: `PHẦN II. …`, `Chủ đề 1: …`, a heading.
struct ExamSection {
    /// Of a part; answers are given part by part.
    var part: Int?
    var title = ""
    /// 0 for the outermost.
    var level = 1
    /// Whether its questions are four statements each, true or false.
    var isTrueFalse = false

    /// Reads a line that says so by its words.
    init?(_ line: WordLine) {
        var scan = LineScanner(line.characters)
        scan.spaces()
        let start = scan.index
        // `A. PHẦN TRẮC NGHIỆM` is no option.
        if let label = OptionLabel(line.characters, at: start), label.isUpper {
            var ahead = LineScanner(line.characters, at: label.end)
            ahead.spaces()
            guard ahead.word(["phan", "part"]) != nil else { return nil }
            part = label.letter + 1
            level = 0
            scan = LineScanner(line.characters, at: label.end)
        } else if scan.word(["phan", "part", "section"]) != nil {
            scan.spaces()
            guard let part = Self.number(&scan), Self.isEnd(scan, line) else { return nil }
            self.part = part
            level = 0
        } else if scan.word(["chuong", "chapter", "muc"]) != nil {
            scan.spaces()
            guard Self.number(&scan) != nil, Self.isEnd(scan, line) else { return nil }
        } else if scan.word(["chu de", "chuyen de", "linh vuc", "topic", "category"]) != nil {
            scan.spaces()
            let number = Self.number(&scan)
            scan.spaces()
            guard scan.take(":.-–—") != nil || number != nil && Self.isEnd(scan, line) else { return nil }
        } else if scan.word(["bai"]) != nil {
            scan.spaces()
            guard scan.number() != nil, Self.isEnd(scan, line) else { return nil }
        } else if let roman = Self.roman(&scan), scan.take("./)-–:") != nil, !scan.isAtEnd, Self.standsOut(line) {
            part = roman
            level = 0
        } else {
            return nil
        }
        scan.skip("./):-–—")
        title = line.text(from: scan.index)
        if title.isEmpty || title.folded.hasPrefix("thi sinh") { title = String(line.text(start..<scan.index)) }
        finish(line)
    }

    /// A heading by its style.
    init(heading line: WordLine, level: Int) {
        title = line.text(from: line.labelLength)
        self.level = level
        finish(line)
    }

    private mutating func finish(_ line: WordLine) {
        title = title.trimmed
        while let last = title.last, ".:-–".contains(last) { title = String(title.dropLast()).trimmed }
        let words = line.text().prefix(400).lowercased().folded
        isTrueFalse = ["dung sai", "dung/sai", "dung hoac sai", "dung - sai", "true or false", "true/false"].contains {
            words.contains($0)
        }
    }

    /// The difficulty that a title names: `Nhận biết`, `Mức độ 2: Thông hiểu`.
    var difficulty: String? {
        let words = title.folded
        let behind = words.split(separator: ":").last.map(String.init) ?? words
        return [words, behind.trimmed].lazy
            .compactMap { $0.contains(where: \.isLetter) ? SheetWords.difficulty($0)?.rawValue : nil }.first
    }

    /// Whether a line is in capitals, in bold, or a heading: a Roman number alone may also count a list.
    private static func standsOut(_ line: WordLine) -> Bool {
        line.heading != nil || ExamWords.isCapital(line) || line.look(0..<line.characters.count)?.isBold == true
    }

    private static func isEnd(_ scan: LineScanner, _ line: WordLine) -> Bool {
        var scan = scan
        let spaces = scan.spaces()
        guard let next = scan.next else { return true }
        return ".:-–—/)(".contains(next) || spaces > 0 && next.isUppercase
    }

    private static func number(_ scan: inout LineScanner) -> Int? { scan.number() ?? roman(&scan) }

    /// In capitals, to 39; a word of its own.
    private static func roman(_ scan: inout LineScanner) -> Int? {
        var ahead = scan
        var signs = ""
        while let sign = ahead.take("IVX"), signs.count < 8 { signs.append(sign) }
        guard !signs.isEmpty, ahead.next.map({ !$0.isLetter }) ?? true,
            let number = (1...39).first(where: { ListNumber.text($0, "upperRoman") == signs })
        else { return nil }
        scan = ahead
        return number
    }
}

/// Where in the document's divisions the reading is.
struct ExamOutline {
    private var titles: [(level: Int, title: String)] = []
    private(set) var part: Int?
    private(set) var isTrueFalse = false
    var difficulty: String?

    var category: [String] { titles.map(\.title) }

    mutating func take(_ section: ExamSection) {
        if section.part != nil { part = section.part }
        if section.part != nil || section.isTrueFalse { isTrueFalse = section.isTrueFalse }
        titles.removeAll { $0.level >= section.level }
        if let difficulty = section.difficulty {
            self.difficulty = difficulty
        } else {
            if section.level == 0 || section.part != nil { difficulty = nil }
            titles.append((section.level, section.title))
        }
    }
}
