/// What a line within a question says besides its text and its options.
struct ExamField {
    enum Name: Hashable {
        case key, explanation, source, difficulty, topic
    }

    let name: Name
    /// Where its text begins.
    let length: Int

    /// Words, and whether a colon must follow them to tell them from other text.
    private static let words: [(name: Name, needsColon: Bool, forms: [String])] = [
        (
            .key, false,
            [
                "dap an dung la", "dap an dung", "dap an chinh xac", "dap an la", "dap an", "phuong an dung la",
                "phuong an dung", "correct answer", "answer",
            ]
        ),
        (.key, true, ["d/a", "da", "dap so", "ket qua", "tra loi", "ans", "key"]),
        (.key, false, ["chon dap an", "chon phuong an", "chon cau", "chon"]),
        (
            .explanation, false,
            ["loi giai chi tiet", "loi giai", "giai thich dap an", "giai thich", "huong dan giai", "giai chi tiet"]
        ),
        (.explanation, true, ["huong dan", "hdg", "giai", "explanation", "feedback", "rationale"]),
        (
            .source, true,
            [
                "nguon tham khao", "nguon", "can cu phap ly", "can cu", "co so phap ly", "tai lieu tham khao",
                "tham khao", "trich dan", "source", "reference",
            ]
        ),
        (.difficulty, true, ["muc do nhan thuc", "muc do", "do kho", "cap do", "difficulty", "level"]),
        (.topic, true, ["chu de", "chuyen de", "linh vuc", "topic", "category"]),
    ]

    /// `nil` for other text; a key without its colon must be letters.
    init?(_ line: WordLine) {
        var scan = LineScanner(line.characters)
        scan.skip("=>→⇒-–•*+")
        for (name, needsColon, forms) in Self.words {
            var ahead = scan
            guard let form = ahead.word(forms) else { continue }
            ahead.spaces()
            let hasSign = ahead.take(":") != nil
            guard hasSign || !needsColon || ahead.isAtEnd && name == .explanation else { continue }
            if name == .explanation, !hasSign, ahead.take(".-–") == nil, !ahead.isAtEnd { continue }
            if name == .key, !hasSign || form.hasPrefix("chon") {
                ahead.skip(":.-–")
                guard Self.isLetters(ahead) || ahead.isAtEnd && form == "dap an" else { continue }
            }
            self.name = name
            length = ahead.index
            return
        }
        return nil
    }

    /// Where an answer begins that stands behind other text of the line, with a wide gap before it.
    static func keyBehind(_ line: WordLine) -> Int? {
        guard line.characters.count > 8 else { return nil }
        let isOption = OptionLabel(line.characters, at: line.characters.firstIndex { !$0.isWhitespace } ?? 0) != nil
        for index in 2..<line.characters.count where line.characters[index - 1].isWhitespace {
            let isWide = line.characters[index - 1] == "\t" || line.characters[index - 2].isWhitespace
            // Behind an option a capital is enough to tell it from `chọn đáp án: …`.
            guard isWide ? "dDđĐaA".contains(line.characters[index]) : isOption && "ĐA".contains(line.characters[index])
            else { continue }
            var scan = LineScanner(line.characters, at: index)
            guard scan.word(["dap an dung", "dap an", "da", "answer"]) != nil else { continue }
            scan.spaces()
            if scan.take(":") != nil { return index }
        }
        return nil
    }

    /// `B`, `B.`, `A, C`, with whatever stands behind a sign.
    private static func isLetters(_ scan: LineScanner) -> Bool {
        var scan = scan
        guard let sign = scan.next, sign.isASCII, sign.isLetter, sign.isUppercase else { return false }
        while let sign = scan.next, ("A"..."L").contains(sign) { scan.take(String(sign)) }
        return scan.next.map { !$0.isLetter && !$0.isNumber } ?? true
    }
}
