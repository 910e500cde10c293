import QuizCore
import Testing

struct BankWritingTests {
    /// Prompts that a careless writer would change.
    static let nasty = [
        "\"quoted\"", "'quoted'", "\"open", "it's", "a: b", "a:", ": a", "a #b", "#b", "- a", "-", "--- a", "? a", "?",
        "[a", "{a}", "a]", "a, b", "&a", "*a", "!a", "|", ">", "|-", "%a", "@a", "`a`", "yes", "No", "TRUE", "null",
        "~", "y", "1e3", "0x1F", "0o17", "0123", "1_000", "12:30:45", "2026-07-01", "2026-07-01 08:00", ".5", ".inf",
        "-1", "+1", "3", "3.14", "<<", "=", "a\\b", "\\", "C:\\Windows\\new", "\\n", "a\nb", "a\n\nb", "a\n  b\n c",
        "a:\n- b\n# c", "a\n'b\"\n", "😀", "😀 cười: \"hả\"?", "“Đúng”", "Đúng/Sai?", "  a  b", "ệ", "a — b…", "...",
        "…", "(a)", "/a", "a\u{A0}b", "https://a.vn/?q=1#x", "50%", "100 %", "e", "0", "null và void", "3 ngày",
        "true story", "a : b", "a :b", "key: |\n  text", String(repeating: "rất dài ", count: 50) + ".",
    ]

    private func bank(_ prompts: [String]) -> Bank {
        Bank(
            id: "0123",
            isPublic: false,
            title: "on",
            language: "vi",
            licence: "CC-BY-4.0",
            questions: prompts.enumerated().map { index, prompt in
                Question(
                    id: "1e\(index)",
                    topic: "mat-khau",
                    difficulty: .hard,
                    groups: ["can-bo", "thcs"],
                    prompt: "\(index): \(prompt)",
                    body: .choice(
                        ChoiceQuestion(
                            kind: .multiple,
                            options: [
                                Option(text: prompt, isCorrect: true), Option(text: "b, \(prompt)", isCorrect: true),
                                Option(text: "c\n\(prompt)\nd", isPinned: true),
                            ]
                        )
                    ),
                    explanation: prompt,
                    source: prompt.split(separator: "\n").joined(separator: " "),
                    validFrom: index % 2 == 0 ? CalendarDay(year: 2026, month: 7, day: 1) : nil,
                    validTo: index % 3 == 0 ? CalendarDay(year: 2027, month: 12, day: 31) : nil
                )
            }
        )
    }

    @Test func everyTextComesBackAndTheBytesStay() throws {
        let trimmed = Self.nasty.map { text in
            String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        }
        let original = bank(trimmed)
        let written = original.yaml()
        let read = try Bank(yaml: Array(written.utf8), vocabulary: words)
        for (read, original) in zip(read.questions, original.questions) { #expect(read == original) }
        #expect(read == original)
        #expect(Array(read.yaml().utf8) == Array(written.utf8))
    }

    /// Texts from other formats may hold what the native one refuses; then reading refuses it too.
    @Test(arguments: ["a\tb", "\ta", "a\rb", "a\u{2028}b", "a\u{1B}[31m", "a\u{0}", "\n a", "a\u{202E}b\nc"])
    func whatIsRefusedIsEscapedNotSmuggled(_ text: String) {
        let written = bank([text]).yaml()
        let found = toldOfBank(written)
        #expect(found.allSatisfy { $0.contains("invisible or control") || $0.contains("on one line") }, "\(found)")
        #expect(written.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    }

    @Test func aBankReadsLikeWrittenByHand() {
        let options = [
            Option(text: "Một"), Option(text: "Hai: 2", isCorrect: true), Option(text: "Cả hai", isPinned: true),
        ]
        let question = Question(
            id: "mk-001",
            topic: "mat-khau",
            difficulty: .easy,
            groups: ["can-bo", "thcs"],
            prompt: "Dòng một?\nDòng hai, sau đó:\n  thụt vào",
            body: .choice(ChoiceQuestion(kind: .single, options: options)),
            explanation: "Vì “hai” nhiều hơn – 1, 2.",
            source: "Cẩm nang (NIST SP 800-63B), mục 5.1",
            validFrom: CalendarDay(year: 2026, month: 7, day: 1)
        )
        let bank = Bank(
            id: "co-ban",
            isPublic: true,
            title: "Kiến thức cơ bản",
            language: "vi",
            licence: "CC-BY-4.0",
            questions: [question]
        )
        #expect(
            bank.yaml() == """
                bank: co-ban
                public: true
                title: Kiến thức cơ bản
                language: vi
                licence: CC-BY-4.0
                questions:
                  - id: mk-001
                    topic: mat-khau
                    difficulty: easy
                    groups: [can-bo, thcs]
                    kind: single
                    prompt: |-
                      Dòng một?
                      Dòng hai, sau đó:
                        thụt vào
                    options:
                      - text: Một
                      - text: "Hai: 2"
                        correct: true
                      - text: Cả hai
                        pinned: true
                    explanation: Vì “hai” nhiều hơn – 1, 2.
                    source: Cẩm nang (NIST SP 800-63B), mục 5.1
                    validFrom: 2026-07-01

                """
        )
    }

    /// Random texts of awkward pieces.
    @Test func randomTextsComeBack() throws {
        let pieces = [
            " ", "  ", "\n", ":", ": ", "#", " #", "-", "- ", "\"", "'", "\\", ",", "[", "]", "{", "}", "&", "*", "!",
            "|", ">", "%", "@", "`", "?", "*a", "&a", "~", "a", "ệ", "Đ", "0", "1", ".", "e", "😀", "=", "<", "/",
            "n", "u0041", "\u{A0}", "\u{3000}",
        ]
        var random = SplitMix(state: 20_261_124)
        let texts = (0..<2_000).map { _ in
            let middle = (0...Int.random(in: 0...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let text = String(middle.joined().drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
            return text.isEmpty ? "x" : text
        }
        let original = bank(texts)
        let written = original.yaml()
        let read = try Bank(yaml: Array(written.utf8), vocabulary: words)
        #expect(read == original)
        #expect(read.yaml() == written)
    }
}

/// A small generator with a seed, so that a failure comes again (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
