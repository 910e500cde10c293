import QuizCore

/// Numbers with their answers in a row: `1A 2B 3C`, `1-A, 2-B`, `Câu 1: A`.
struct AnswerPairs {
    private(set) var found: [(number: Int, text: String)] = []

    /// `nil` if anything else stands there.
    init?(_ line: WordLine) {
        self.init(line.characters)
    }

    init?(_ characters: [Character]) {
        guard characters.contains(where: \.isNumber) else { return nil }
        var scan = LineScanner(characters)
        scan.spaces()
        while !scan.isAtEnd {
            if scan.word(["cau hoi", "cau", "question"]) != nil { scan.spaces() }
            guard let number = scan.number() else { return nil }
            scan.spaces()
            scan.take(".:)-–—/=")
            scan.spaces()
            guard let key = Self.letters(&scan) else { return nil }
            found.append((number, key))
            scan.skip(".,;|/")
        }
        if found.isEmpty { return nil }
    }

    /// `A`, `AC`, `A, C`, `ĐSĐS`.
    private static func letters(_ scan: inout LineScanner) -> String? {
        var parts: [String] = []
        var ahead = scan
        while parts.count < 12, let part = word(&ahead) {
            parts.append(part)
            scan = ahead
            ahead.skip(",+&")
            guard ahead.index > scan.index, ahead.next?.isLetter == true else { break }
        }
        return parts.isEmpty ? nil : parts.joined(separator: ",")
    }

    /// Letters without a gap, and nothing else behind them.
    private static func word(_ scan: inout LineScanner) -> String? {
        var text = ""
        while let next = scan.next, isKey(next), text.count < 12 {
            text.append(scan.characters[scan.index])
            scan.take(String(next))
        }
        guard !text.isEmpty, scan.next.map({ !$0.isLetter && !$0.isNumber }) ?? true else { return nil }
        return text
    }

    private static func isKey(_ character: Character) -> Bool {
        ("A"..."L").contains(character) || ("a"..."l").contains(character) || "ĐSđsTF".contains(character)
    }
}
