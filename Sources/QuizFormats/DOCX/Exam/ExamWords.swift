import QuizCore

/// Lines that are known by their words.
enum ExamWords {
    /// `BẢNG ĐÁP ÁN`, `ĐÁP ÁN ĐỀ SỐ 1`, `Answer key`.
    static func isAnswerHeading(_ line: WordLine) -> Bool {
        guard line.characters.count <= 120 else { return false }
        var scan = LineScanner(line.characters)
        scan.skip("-–—=*IVX.")
        if scan.word(headings) != nil {
            scan.spaces()
            let isWhole = scan.isAtEnd || scan.take(":") != nil && scan.isAtEnd
            return isWhole || isCapital(line)
        }
        // In small letters these stand below single questions.
        if scan.word(["loi giai chi tiet", "huong dan giai", "huong dan cham"]) != nil { return isCapital(line) }
        guard scan.word(["dap an"]) != nil, isCapital(line) else { return false }
        scan.spaces()
        guard scan.take(":") == nil else { return scan.isAtEnd }
        return scan.isAtEnd || scan.word(["de", "ma de", "mon", "phan", "chi tiet", "cac"]) != nil
    }

    private static let headings = [
        "bang dap an", "phan dap an", "dap an va", "dap an tham khao", "dap an trac nghiem", "answer key", "answers",
    ]

    /// Whether all letters are capitals.
    static func isCapital(_ line: WordLine) -> Bool {
        let letters = line.characters.filter(\.isLetter)
        return !letters.isEmpty && letters.allSatisfy { !$0.isLowercase }
    }

    /// Rules, page numbers and the word that ends a paper.
    static func isDecoration(_ line: WordLine) -> Bool {
        guard line.characters.count <= 200 else { return false }
        let words = line.characters.filter { $0.isLetter || $0.isNumber }
        if words.isEmpty { return !line.characters.contains { "?…_.".contains($0) } || line.characters.count > 20 }
        guard words.count <= 12 else { return false }
        let text = String(words.map(\.plain))
        return text == "het" || text == "theend"
            || text.hasPrefix("trang") && text.dropFirst(5).allSatisfy(\.isNumber) && text.count > 5
    }

    /// Parts `B. Vì …` into the letters and what is said of them; other text is all key.
    static func keyAndRest(_ text: String) -> (key: String, rest: String) {
        var scan = LineScanner(Array(text))
        let start = scan.index
        while let sign = scan.next, ("A"..."L").contains(sign) { scan.take(String(sign)) }
        let letters = scan.index
        guard letters > start, scan.take(".:;") != nil || scan.next == nil else { return (text, "") }
        let rest = String(scan.characters[scan.index...]).trimmed
        return (String(scan.characters[..<letters]), rest)
    }
}

/// What stands in brackets beside the number of a question.
struct ExamTags {
    private(set) var difficulty: String?
    /// Whether anything else stands there, points mostly.
    private(set) var hasOther = false
    /// Whether all of it is understood.
    private(set) var isKnown = true

    init(_ tags: [String]) {
        for tag in tags {
            let found = Self.difficulty(tag)
            difficulty = difficulty ?? found
            hasOther = hasOther || found == nil
            isKnown = isKnown && (found != nil || ["diem", "point"].contains { tag.folded.contains($0) })
        }
    }

    /// `NB`, `Nhận biết`, `Mức độ: Dễ`; numbers and English words may mean anything else.
    static func difficulty(_ tag: String) -> String? {
        let words = tag.folded
        let level = words.split(separator: ":").last.map { String($0).trimmed } ?? words
        guard level.contains(where: \.isLetter), !["low", "high"].contains(level) else { return nil }
        return SheetWords.difficulty(level)?.rawValue
    }

    /// Takes a tag off the beginning or the end of a prompt.
    static func takeOff(_ prompt: String) -> (prompt: String, difficulty: String?) {
        let characters = Array(prompt)
        var scan = LineScanner(characters)
        if let tag = scan.bracketed(), let difficulty = difficulty(tag) {
            scan.skip(".:-–")
            return (String(characters[scan.index...]).trimmed, difficulty)
        }
        guard let last = characters.last, ")]}".contains(last),
            let open = characters.lastIndex(where: { "([{".contains($0) })
        else { return (prompt, nil) }
        var end = LineScanner(characters, at: open)
        guard let tag = end.bracketed(), end.isAtEnd, let difficulty = difficulty(tag) else { return (prompt, nil) }
        return (String(characters[..<open]).trimmed, difficulty)
    }
}
