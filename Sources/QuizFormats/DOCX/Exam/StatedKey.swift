import QuizCore

/// Which options a text means that says so in words: `B`, `A, C`, `AC`, `Phương án B`, the text of the option again.
enum StatedKey {
    /// `nil` if it is not clear.
    static func read(_ text: String, _ options: [ExamOption]) -> Set<Int>? {
        let stated = text.trimmed
        if let option = options.first(where: { $0.text.normal == stated.normal }) {
            // A text such as `B` may be the letter of another.
            let letters = letters(stated, options)
            return letters == nil || letters == [option.letter] ? [option.letter] : nil
        }
        return letters(stated, options) ?? truth(stated, options)
    }

    private static func letters(_ text: String, _ options: [ExamOption]) -> Set<Int>? {
        var scan = LineScanner(Array(text))
        _ = scan.word(["dap an", "phuong an", "cau", "y", "la"])
        let isUpper = options.first?.isUpper ?? true
        var found: Set<Int> = []
        while !scan.isAtEnd {
            scan.skip(".,;/&+-–() ")
            if scan.word(["va", "and"]) != nil { continue }
            guard let sign = scan.next else { break }
            guard let letter = letter(sign), sign.isUppercase || !isUpper || text.count == 1,
                options.indices.contains(letter),
                found.insert(letter).inserted
            else { return nil }
            scan.take(String(sign))
        }
        return found.isEmpty ? nil : found
    }

    private static func letter(_ sign: Character) -> Int? {
        guard let byte = sign.asciiValue, (0x41...0x4C).contains(byte & 0xDF) else { return nil }
        return Int(byte & 0xDF) - 0x41
    }

    /// `Đ` where the options are `Đúng` and `Sai`.
    private static func truth(_ text: String, _ options: [ExamOption]) -> Set<Int>? {
        guard options.count == 2, let truth = SheetWords.truth(text) else { return nil }
        let truths = options.map { SheetWords.optionTruth($0.text) }
        guard Set(truths) == [true, false] else { return nil }
        return truths.firstIndex(of: truth).map { [$0] }
    }
}

/// Whether each of several statements is true: `ĐSĐS`, `Đ - S - S - Đ`, `a) Đúng b) Sai …`.
enum TruthKey {
    /// `nil` if it is not clear.
    static func read(_ text: String, count: Int) -> [Bool]? {
        guard text.utf8.count <= 200 else { return nil }
        let words = text.split { !$0.isLetter }.map(String.init)
        if words.count == 1, let word = words.first, word.count == count, count > 1 {
            let truths = word.compactMap { sign($0) }
            return truths.count == count ? truths : nil
        }
        if words.count == count { return all(words.map(truth)) }
        guard words.count == 2 * count else { return nil }
        let labels = stride(from: 0, to: words.count, by: 2).map { words[$0].lowercased() }
        guard labels == (0..<count).map({ OptionLabel.name($0).lowercased() }) else { return nil }
        return all(stride(from: 1, to: words.count, by: 2).map { truth(words[$0]) })
    }

    /// Takes the judgement off the end of a statement: `… (Đ)`, `… – Sai`.
    static func takeOff(_ statement: String) -> (statement: String, isTrue: Bool)? {
        let characters = Array(statement)
        if let last = characters.last, ")]".contains(last),
            let open = characters.lastIndex(where: { "([".contains($0) }),
            let truth = truth(String(characters[(open + 1)..<(characters.count - 1)]).trimmed)
        {
            return (String(characters[..<open]).trimmed, truth)
        }
        guard let sign = characters.lastIndex(where: { "-–—:→".contains($0) }),
            let truth = truth(String(characters[(sign + 1)...]).trimmed)
        else { return nil }
        return (String(characters[..<sign]).trimmed, truth)
    }

    private static func all(_ truths: [Bool?]) -> [Bool]? {
        let known = truths.compactMap { $0 }
        return known.count == truths.count ? known : nil
    }

    private static func sign(_ character: Character) -> Bool? {
        switch character {
        case "Đ", "đ": true
        case "S", "s": false
        default: nil
        }
    }

    private static func truth(_ word: String) -> Bool? {
        if word.count == 1 { return word.first.flatMap(sign) }
        return switch word.folded {
        case "dung", "true": true
        case "sai", "false": false
        default: nil
        }
    }
}
