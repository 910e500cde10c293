import QuizCore
import Testing

struct KindChoiceTests {
    private static let order = QuestionBody.order(OrderQuestion(items: ["x", "y", "z"]))
    private static let match = QuestionBody.match(
        MatchQuestion(
            pairs: [.init(left: "1", right: "x"), .init(left: "2", right: "y"), .init(left: "3", right: "z")],
            extra: ["w"]
        )
    )
    private static let short = QuestionBody.short(ShortQuestion(answers: ["x"]))
    private static let numeric = QuestionBody.numeric(NumericQuestion(answer: .zero))
    private static let message = QuestionBody.message(
        MessageQuestion(
            channel: .sms,
            parts: (0..<3).map { MessageQuestion.Part(role: .text, text: "\($0)", isSuspicious: $0 == 0) }
        )
    )

    /// As sent, and as stored.
    @Test(
        arguments: [
            (order, #"["c","a","b"]"#, #"["c","a","b"]"#), (order, "[]", "[]"),
            (match, #"[["c","d"],["a","b"]]"#, #"[["a","b"],["c","d"]]"#),
            (match, #"[["a","b"],["b","b"]]"#, #"[["a","b"],["b","b"]]"#), (match, "[]", "[]"),
            (message, #"["c","a"]"#, #"["a","c"]"#), (message, "[]", "[]"),
            (short, #"["  Mã  độc "]"#, #"["Mã  độc"]"#), (short, #"[""]"#, "[]"), (short, #"["  "]"#, "[]"),
            (short, #"["ho\u0300a"]"#, #"["hòa"]"#), (short, #"["\"a\\b\""]"#, #"["\"a\\b\""]"#),
            (short, #"["],[\"x"]"#, #"["],[\"x"]"#), (short, #"["😀"]"#, #"["😀"]"#),
            (numeric, #"["87,5"]"#, #"["87,5"]"#), (numeric, #"["không rõ"]"#, #"["không rõ"]"#),
        ] as [(QuestionBody, String, String)]
    )
    func whatIsSentIsStoredInOneForm(_ body: QuestionBody, _ sent: String, _ stored: String) throws {
        let choice = try #require(Choice(stored: sent, for: body))
        #expect(choice.json == stored)
        #expect(choice.isBlank == (stored == "[]"))
        let again = try #require(Choice(stored: stored, for: body))
        #expect(again == choice)
        #expect(again.json == stored)
    }

    @Test(
        arguments: [
            (order, #"["a","b"]"#), (order, #"["a","b","b"]"#), (order, #"["a","b","d"]"#),
            (order, #"["a","b","c","c"]"#), (order, #"[["a","b"],["b","c"],["c","a"]]"#), (order, #"["A","B","C"]"#),
            (match, #"["a","b"]"#), (match, #"[["a","b"],["a","c"]]"#), (match, #"[["d","a"]]"#),
            (match, #"[["a","e"]]"#), (match, #"[["a"]]"#), (match, #"[["a","b","c"]]"#), (match, #"[["a",null]]"#),
            (match, #"[[]]"#), (match, #"[["",""]]"#),
            (message, #"["a","a"]"#), (message, #"["d"]"#), (message, #"[["a","b"]]"#),
            (short, #"["a","b"]"#), (short, #"[["a","b"]]"#), (short, #"["a\nb"]"#), (short, #"["a\tb"]"#),
            (short, #"["a\u200bb"]"#), (short, #"["a\u0007"]"#), (short, #"["\u202ea"]"#), (short, "[1]"),
            (short, #"["\ud800"]"#), (short, #"[{"a":1}]"#), (short, "null"), (short, #""a""#), (short, "["),
            (short, "[[[[[[[[[[[[[[[[[[[["), (numeric, "[24]"), (numeric, #"["1","2"]"#),
        ] as [(QuestionBody, String)]
    )
    func whatDoesNotFitIsRefused(_ body: QuestionBody, _ sent: String) {
        #expect(Choice(stored: sent, for: body) == nil)
    }

    @Test func writtenAnswersHaveALimit() {
        let long = { String(repeating: "ệ", count: $0) }
        #expect(Choice(words: [.text(long(200))], for: Self.short) != nil)
        #expect(Choice(words: [.text(long(201))], for: Self.short) == nil)
        #expect(Choice(words: [.text("  " + long(200) + "  ")], for: Self.short) != nil)
        #expect(Choice(words: [.text("a" + String(repeating: "\u{301}", count: 100_000))], for: Self.short) == nil)
    }

    /// Whatever is read is stored in a form that is read as the same.
    @Test func hostileTextsAreRefusedOrComeBack() {
        let pieces = [
            "a", "\"", "\\", "[", "]", ",", "{", "é", "e\u{301}", "\u{200B}", "\n", "😀", " ", "\u{0}", "u0041",
        ]
        var random = FixedGenerator(14)
        var read = 0
        for _ in 0..<5_000 {
            let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            guard let choice = Choice(words: [.text(text)], for: Self.short) else { continue }
            read += 1
            #expect(Choice(stored: choice.json, for: Self.short) == choice)
        }
        #expect(read > 1_000)
    }
}
