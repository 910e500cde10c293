import QuizCore
import Testing

/// What is ordered, matched, written and marked, in bank files.
struct KindReadingTests {
    /// A bank of one question; its own keys begin in line 11.
    private func bank(_ kind: String, _ body: String) -> String {
        let lines = body.split(separator: "\n").map { "    \($0)\n" }.joined()
        return """
            bank: b
            title: B
            language: vi
            licence: CC0-1.0
            questions:
              - id: q
                topic: mat-khau
                difficulty: easy
                groups: [can-bo]
                kind: \(kind)

            """ + lines + "    prompt: Hỏi?\n"
    }

    private static let sound: [(kind: String, yaml: String, body: QuestionBody)] = [
        (
            "order",
            "items:\n  - text: Một\n  - text: \"2\"\n  - text: Ba",
            .order(OrderQuestion(items: ["Một", "2", "Ba"]))
        ),
        (
            "match",
            "pairs:\n  - left: A\n    right: x\n  - left: B\n    right: v\nextra:\n  - z\n  - \"- w\"",
            .match(
                MatchQuestion(
                    pairs: [.init(left: "A", right: "x"), .init(left: "B", right: "v")],
                    extra: ["z", "- w"]
                )
            )
        ),
        (
            "match",
            "pairs:\n  - left: A\n    right: x\n  - left: B\n    right: v",
            .match(MatchQuestion(pairs: [.init(left: "A", right: "x"), .init(left: "B", right: "v")]))
        ),
        ("short", "answers:\n  - xác thực\n  - \"2\"", .short(ShortQuestion(answers: ["xác thực", "2"]))),
        (
            "numeric",
            "answer: \"87.5\"\ntolerance: \"0.25\"\nunit: giờ",
            .numeric(
                NumericQuestion(
                    answer: DecimalValue("87,5") ?? .zero,
                    tolerance: DecimalValue("0,25") ?? .zero,
                    unit: "giờ"
                )
            )
        ),
        ("numeric", "answer: \"-24\"", .numeric(NumericQuestion(answer: DecimalValue("-24") ?? .zero))),
        (
            "message",
            """
            channel: email
            parts:
              - role: sender
                text: a@b.vn
                suspicious: true
              - role: subject
                text: Gấp
              - role: button
                text: Đăng nhập
            """,
            .message(
                MessageQuestion(
                    channel: .email,
                    parts: [
                        .init(role: .sender, text: "a@b.vn", isSuspicious: true), .init(role: .subject, text: "Gấp"),
                        .init(role: .button, text: "Đăng nhập"),
                    ]
                )
            )
        ),
    ]

    @Test(arguments: sound.indices)
    func aKindIsReadAndWritten(_ index: Int) throws {
        let (kind, yaml, body) = Self.sound[index]
        let read = try Bank(yaml: Array(bank(kind, yaml).utf8), vocabulary: words)
        let question = try #require(read.questions.first)
        #expect(question.body == body)
        #expect(question.body.kind.rawValue == kind)
        #expect(question.explanation.isEmpty && question.source.isEmpty)
        let written = read.yaml()
        #expect(written.contains(yaml.split(separator: "\n").map { "    \($0)\n" }.joined()))
        let again = try Bank(yaml: Array(written.utf8), vocabulary: words)
        #expect(again == read)
        #expect(again.yaml() == written)
        #expect(!written.contains("explanation") && !written.contains("source"))
    }

    @Test(
        arguments: [
            ("numeric", "answer: 24", []), ("numeric", "answer: 87,5", []), ("numeric", "answer: \"1.5\"", []),
            ("numeric", "answer: 1.234,5", ["11:13: 'answer' must be a number as 24 or 87.5"]),
            ("numeric", "answer: 24 giờ", ["11:13: 'answer' must be a number as 24 or 87.5"]),
            ("numeric", "answer: 1e3", ["11:13: 'answer' must be a number"]),
            ("numeric", "answer: [1]", ["11:13: 'answer' must be a number, not a list"]),
            ("numeric", "unit: giờ", ["6:5: the key 'answer' is missing"]),
            ("numeric", "answer: 1\ntolerance: -1", ["12:16: 'tolerance' must be a number that is not negative"]),
            ("numeric", "answer: 1\noptions: [a]", ["12:14: a 'numeric' question has no key 'options'"]),
            ("order", "items: [{ text: a }, { text: b }]", ["11:12: 'items' has 2 items; 3 to 8 are needed"]),
            ("order", "items: [a, { text: b }, { text: c }]", ["11:13: 'items' must be a mapping of keys to values"]),
            (
                "order", "items: [{ text: Một }, { text: b }, { text: mộT }]",
                ["11:41: this item stands in line 11 already"]
            ),
            (
                "order", "options: [{ text: a }]",
                ["6:5: the key 'items' is missing", "11:14: a 'order' question has no"]
            ),
            ("match", "pairs: [{ left: a, right: b }]", ["11:12: 'pairs' has 1 items; 2 to 8 are needed"]),
            (
                "match", "pairs: [{ left: a, right: b }, { left: A, right: c }, { left: d, right: B }]",
                ["11:44: this left side stands in line 11", "11:77: this right side stands in line 11"]
            ),
            (
                "match", "pairs: [{ left: a, right: b }, { left: c, right: d }]\nextra: [e, D]",
                ["12:16: this right side stands in line 11"]
            ),
            (
                "match", "pairs: [{ left: a, right: b }, { left: c, right: d }]\nextra: [e, f, g, h, i]",
                ["12:12: 'extra' has 5 items; 1 to 4 are needed"]
            ),
            ("match", "pairs: [{ left: a }, { left: c, right: d }]", ["11:13: the key 'right' is missing"]),
            ("short", "answers: []", ["11:14: 'answers' needs at least one item"]),
            ("short", "answers: xác thực", ["11:14: 'answers' must be a list, not 'xác thực'"]),
            ("short", "answers: [\"a\\nb\"]", ["11:15: 'answers' must be written on one line"]),
            ("short", "answers: [a, b, c, d, e, f, g, h, i, k, l]", ["11:14: 'answers' has 11 items; 1 to 10 are"]),
            (
                "message", "channel: emai\nparts: [{ role: text, text: a }]",
                [
                    "11:14: 'channel' does not take 'emai'; did you mean 'email'?",
                    "12:12: 'parts' has 1 items; 3 to 12",
                    "12:12: no part is suspicious",
                ]
            ),
            (
                "message",
                "channel: sms\nparts: [{ role: text, text: a }, { role: link, text: b }, { role: to, text: c }]",
                ["12:12: no part is suspicious"]
            ),
            (
                "message",
                "channel: sms\nparts: ["
                    + ["text", "link", "to"].map { "{ role: \($0), text: a, suspicious: true }" }
                    .joined(separator: ", ") + "]",
                ["12:12: all parts are suspicious"]
            ),
            (
                "message",
                "channel: web\nparts: [{ role: txt, text: a }, { role: link, text: b }, { role: to, text: c, suspicious: 1 }]",
                [
                    "12:21: 'role' does not take 'txt'; did you mean 'text'?",
                    "12:95: 'suspicious' must be true or false",
                ]
            ),
        ] as [(String, String, [String])]
    )
    func aFaultIsToldWithItsPlace(_ kind: String, _ body: String, _ expected: [String]) {
        let found = toldOfBank(bank(kind, body))
        #expect(match(found, expected), "\(found)")
    }

    @Test func theOrderOfTheItemsIsKeptApartFromTheOrderOfTheBytes() {
        let question = OrderQuestion(items: ["ê", "b", "Z", "đ"])
        #expect(question.sorted == ["Z", "b", "ê", "đ"])
        #expect(question.ranks == [2, 1, 0, 3])
        let pairs = ["q", "p"].enumerated().map { MatchQuestion.Pair(left: "\($0)", right: $1) }
        let match = MatchQuestion(pairs: pairs, extra: ["a"])
        #expect(match.rights == ["a", "p", "q"])
        #expect(match.key == [2, 1])
    }
}
