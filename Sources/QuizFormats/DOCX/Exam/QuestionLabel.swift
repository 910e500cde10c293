/// What a question begins with: `Câu 1.`, `Câu hỏi 1 (NB):`, `Question 1.`, `1)`.
struct QuestionLabel {
    enum Word: Hashable {
        case question, exercise
    }

    /// `nil` for a number alone.
    let word: Word?
    /// `nil` for one in parts, such as `1.2`.
    let number: Int?
    /// In brackets behind the number: `NB`, `0,25 điểm`.
    let tags: [String]
    /// How many characters it takes.
    let length: Int

    private static let words: [(word: Word, forms: [String])] = [
        (.question, ["cau hoi so", "cau hoi", "cau so", "cau", "question", "q"]), (.exercise, ["bai tap", "bai"]),
    ]

    init?(_ line: WordLine) {
        var scan = LineScanner(line.characters)
        scan.spaces()
        var word: Word?
        for (candidate, forms) in Self.words where word == nil {
            if scan.word(forms) != nil { word = candidate }
        }
        if word != nil { scan.spaces() }
        guard var number = scan.number().map(Optional.some) else { return nil }
        if word != nil {
            while let part = Self.part(of: scan) {
                scan = part
                number = nil
            }
        }
        guard let (tags, length) = word == nil ? Self.behindNumber(scan, line) : Self.behindWord(scan) else {
            return nil
        }
        self.word = word
        self.number = number
        self.tags = tags
        self.length = length
    }

    /// Typed behind the label of a list, as in `- Câu 1. …`, for it counts nothing then.
    init?(behindList line: WordLine) {
        guard line.labelLength > 0, line.labelLength < line.characters.count,
            let typed = QuestionLabel(line.part(line.labelLength..<line.characters.count)), typed.word != nil
        else { return nil }
        word = typed.word
        number = typed.number
        tags = typed.tags
        length = typed.length + line.labelLength
    }

    /// `.2`, of a number in parts.
    private static func part(of scan: LineScanner) -> LineScanner? {
        var part = scan
        return part.take(".") != nil && part.number() != nil ? part : nil
    }

    private static func behindNumber(_ scan: LineScanner, _ line: WordLine) -> ([String], Int)? {
        var scan = scan
        let isAutomatic = line.labelLength > 0
        guard scan.take(".)/") != nil || isAutomatic, scan.next.map({ !$0.isNumber }) ?? true else { return nil }
        return ([], scan.index)
    }

    private static func behindWord(_ scan: LineScanner) -> ([String], Int)? {
        var scan = scan
        var tags: [String] = []
        // Behind the sign a bracket may just as well be the beginning of the question.
        func takeTags(anyOf isKnown: (String) -> Bool) {
            var ahead = scan
            ahead.spaces()
            while tags.count < 4, let tag = ahead.bracketed(), isKnown(tag) {
                tags.append(tag)
                scan = ahead
                ahead.spaces()
            }
        }
        takeTags { _ in true }
        var ahead = scan
        ahead.spaces()
        if ahead.take(".:)/-–—") != nil {
            // `Câu 1-3` is about several, `Câu 1/2` no label at all.
            guard ahead.next.map({ !$0.isNumber }) ?? true || scan.next == "." || scan.next == ":" else { return nil }
            scan = ahead
            scan.skip(".:")
            takeTags { ExamTags([$0]).isKnown }
            return (tags, scan.index)
        }
        // `Câu 1 và câu 2` speaks of questions.
        let isBegin = ahead.next.map { $0.isUppercase || "“\"‘'«(".contains($0) } ?? true
        return isBegin || !tags.isEmpty ? (tags, scan.index) : nil
    }
}
