import QuizCore
import Testing

/// Statistics of answers as they are stored, for every kind of question.
struct ItemKindTests {
    private static let bodies: [QuestionBody] = [
        .choice(
            ChoiceQuestion(
                kind: .multiple,
                options: [Option(text: "1", isCorrect: true), Option(text: "2", isCorrect: true), Option(text: "3")]
            )
        ),
        .match(MatchQuestion(pairs: [.init(left: "x", right: "b"), .init(left: "y", right: "a")], extra: ["c"])),
        .message(
            MessageQuestion(
                channel: .sms,
                parts: [
                    .init(role: .sender, text: "s", isSuspicious: true), .init(role: .text, text: "t"),
                    .init(role: .link, text: "l", isSuspicious: true),
                ]
            )
        ),
        .numeric(NumericQuestion(answer: DecimalValue("87.5") ?? .zero)),
        .order(OrderQuestion(items: ["c", "a", "b"])),
        .short(ShortQuestion(answers: ["hoà"])),
    ]

    private static let paper = Paper(
        items: [3, 3, 3, 0, 3, 0].enumerated().map { Paper.Item(ordinal: $0.offset, order: shuffled($0.element)) }
    )

    /// The first two are swapped.
    private static func shuffled(_ count: Int) -> OptionOrder {
        var order = OptionOrder(count: count)
        if count > 1 { order.swapAt(0, 1) }
        return order
    }

    private func report(_ papers: [[String?]]) throws -> ItemReport {
        let definition = Crowd.definition(Self.bodies)
        var items = ItemList()
        items.add(definition)
        var reader = SittingReader()
        let sittings = try papers.enumerated().map { person, choices in
            let saved = choices.enumerated().compactMap { place, choice in
                choice.map {
                    SittingReader.Saved(
                        position: place + 1,
                        choice: $0,
                        sequence: 1,
                        changedAt: Timestamp(milliseconds: Int64(place + 1) * 10_000)
                    )
                }
            }
            let sitting = reader.sitting(
                person: Int64(person),
                startedAt: Timestamp(milliseconds: 0),
                paper: Self.paper,
                saved: saved,
                under: definition,
                items: items
            )
            return try #require(sitting)
        }
        return Crowd.report(sittings, Self.bodies)
    }

    @Test func whatWasChosenIsCountedInTheOrderOfTheBank() throws {
        // Shown: multiple 2 1 3; rights of the match b a c; order a, b, c sorted and shown b a c.
        let right = [
            #"["a","b"]"#, #"[["a","a"],["b","b"]]"#, #"["b","c"]"#, #"["87,50"]"#, #"["c","b","a"]"#, #"["HÒA"]"#,
        ]
        let wrong = [#"["c"]"#, #"[["a","c"]]"#, #"["a"]"#, #"["90"]"#, #"["b","c","a"]"#, #"["hoa "]"#]
        let report = try report([right, wrong, wrong, wrong, [nil, #"[]"#, nil, nil, nil, nil]])
        #expect(report.items.map(\.blank) == [1, 1, 1, 1, 1, 1])
        #expect(report.items.map(\.right) == [1, 1, 1, 1, 1, 1])
        #expect(report.items[0].lines.map(\.count) == [1, 1, 3])
        #expect(report.items[0].lines.map(\.label) == ["A", "B", "C"])
        let match = report.items[1].lines
        #expect(match.map(\.text) == ["x → a", "x → b", "x → c", "y → a", "y → b", "y → c"])
        #expect(match.map(\.isKey) == [false, true, false, true, false, false])
        #expect(match.map(\.count) == [0, 1, 3, 1, 0, 0])
        // The parts of a message are never shuffled; here they were, to see that their order is followed.
        #expect(report.items[2].lines.map(\.count) == [1, 3, 1])
        #expect(report.items[3].wrongTexts.map(\.text) == ["90"])
        #expect(report.items[3].wrongTexts.map(\.count) == [3])
        let order = report.items[4].lines.filter { $0.count > 0 }
        #expect(order.map { "\($0.text)\($0.label)" } == ["c1", "c2", "a1", "a2", "b3"])
        #expect(order.map(\.count) == [1, 3, 3, 1, 4])
        #expect(report.items[5].wrongTexts.map(\.text) == ["hoa"])
        #expect(report.items[0].seconds?.count == 4)
        #expect(report.items[0].seconds?.median == 10)
    }

    /// A text that fewer than three people wrote might be somebody's name.
    @Test func rareTextsStayUnseen() throws {
        let paper: (String) -> [String?] = { [nil, nil, nil, nil, nil, $0] }
        let report = try report(["[\"Nguyễn A\"]", "[\"nguyễn a\"]", "[\"khác\"]"].map(paper))
        #expect(report.items[5].wrongTexts.isEmpty)
        #expect(report.items[5].count == 3)
    }

    @Test func oneWhoWritesTheSameThriceIsStillOne() {
        let body = QuestionBody.short(ShortQuestion(answers: ["đúng"]))
        let answer = Sitting.Answer(item: 0, order: OptionOrder(count: 0), choice: .text("tên tôi"), credit: 0)
        let sittings = (0..<5).map {
            Sitting(person: 1, startedAt: Timestamp(milliseconds: $0), answers: [answer])
        }
        #expect(Crowd.report(sittings, [body]).items.first?.wrongTexts.isEmpty == true)
    }

    @Test func lostPointsAreNoCredit() {
        #expect(Credit.of(mark: -500, right: 1_000) == 0)
        #expect(Credit.of(mark: 250, right: 500) == 500)
        #expect(Credit.of(mark: 2_000, right: 1_000) == 1_000)
        #expect(Credit.of(mark: 1, right: 0) == 0)
    }

    @Test func aPaperOfAnotherPoolIsLeftOut() {
        let definition = Crowd.definition([Crowd.pick(2, key: [0])])
        var items = ItemList()
        items.add(definition)
        var reader = SittingReader()
        let paper = Paper(items: [Paper.Item(ordinal: 9, order: OptionOrder(count: 2))])
        let sitting = reader.sitting(
            person: 1,
            startedAt: Timestamp(milliseconds: 0),
            paper: paper,
            saved: [],
            under: definition,
            items: items
        )
        #expect(sitting == nil)
    }
}
