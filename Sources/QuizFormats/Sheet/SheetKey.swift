import QuizCore

/// Which options a cell means: by letters, by numbers, by words of truth, or by repeating their texts.
struct SheetKey {
    enum Answer {
        case found(Set<Int>)
        case unclear(Message)
    }

    private let options: [(letter: Int, text: String)]
    private let truths: [(letter: Int, isTrue: Bool?)]
    private let isTrueFalse: Bool

    init(options: [(letter: Int, text: String)], isTrueFalse: Bool) {
        self.options = options
        truths = options.map { ($0.letter, SheetWords.optionTruth($0.text)) }
        self.isTrueFalse = isTrueFalse || truths.count == 2 && Set(truths.map(\.isTrue)) == [true, false]
    }

    func letters(_ text: String) -> Answer {
        let byLetter = byLetters(text)
        let hasDigits = text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        let byText = hasDigits || byLetter == nil ? byText(text) : nil
        // '2' may be the second option or the one that reads '2': only where both are one is it clear.
        if let byText, let byLetter, byText != byLetter {
            return .unclear(
                Message(
                    vi:
                        "“\(text.excerpt)” có thể là số thứ tự hoặc nội dung phương án; hãy ghi đáp án bằng chữ cái A, B…",
                    en: "'\(text.excerpt)' may be a number or the text of an option; write the answer as a letter A, B…"
                )
            )
        }
        if let letters = byTruth(text) ?? byLetter ?? byText ?? byTexts(text) {
            return check(letters, text)
        }
        return .unclear(
            Message(
                vi:
                    "không hiểu “\(text.excerpt)”; hãy ghi chữ cái của phương án, như A hoặc A,C (câu đúng/sai: Đ hoặc S)",
                en: "'\(text.excerpt)' is not understood; write letters of options, as A or A,C (true or false: T or F)"
            )
        )
    }

    private func check(_ letters: Set<Int>, _ text: String) -> Answer {
        let missing = letters.subtracting(options.map(\.letter)).sorted()
        guard let first = missing.first else { return .found(letters) }
        let name = SheetColumnName.name(first + 1)
        return .unclear(
            Message(
                vi: "“\(text.excerpt)” nhắc đến phương án \(name) nhưng ô đó trống",
                en: "'\(text.excerpt)' names the option \(name), which is empty"
            )
        )
    }

    private func byText(_ text: String) -> Set<Int>? {
        let normal = text.normal
        return options.first { $0.text.normal == normal }.map { [$0.letter] }
    }

    /// Texts of options, one a line or with semicolons between them.
    private func byTexts(_ text: String) -> Set<Int>? {
        for separators in ["\n", ";", "|", ","] {
            let parts = text.split { separators.contains($0) }
            let found = parts.compactMap { byText(String($0)) }
            if parts.count > 1, found.count == parts.count { return found.reduce(into: []) { $0.formUnion($1) } }
        }
        return nil
    }

    private func byTruth(_ text: String) -> Set<Int>? {
        guard isTrueFalse, let truth = SheetWords.truth(text) else { return nil }
        let named = truths.first { $0.isTrue == truth }
        return named.map { [$0.letter] }
    }

    /// Letters and numbers as in `A`, `a, c`, `AC`, `A và C`, `1;3` or `Đáp án B`.
    private func byLetters(_ text: String) -> Set<Int>? {
        guard text.utf8.count <= 100 else { return nil }
        let words = text.folded.split { !$0.isLetter && !$0.isNumber }.drop { Self.prefixes.contains($0) }
        let signs = words.filter { !Self.joints.contains($0) }
        guard !signs.isEmpty else { return nil }
        // 'D' must not be read out of 'Đ', nor letters out of words.
        guard !text.contains(where: { $0 == "Đ" || $0 == "đ" }) || words.count < text.folded.split(separator: " ").count
        else { return nil }
        var letters: Set<Int> = []
        for sign in signs {
            guard let found = Self.letters(sign) else { return nil }
            letters.formUnion(found)
        }
        return letters
    }

    private static let prefixes: Set<Substring> = [
        "dap", "an", "phuong", "cau", "y", "dung", "la", "option", "answer", "answers", "correct",
    ]
    private static let joints: Set<Substring> = ["va", "and"]

    private static func letters(_ sign: Substring) -> Set<Int>? {
        if let number = Int(sign) { return (1...12).contains(number) ? [number - 1] : nil }
        var letters: Set<Int> = []
        for byte in sign.utf8 {
            guard (UInt8(ascii: "a")...UInt8(ascii: "l")).contains(byte),
                letters.insert(Int(byte - UInt8(ascii: "a"))).inserted
            else { return nil }
        }
        return letters.count == sign.utf8.count ? letters : nil
    }
}
