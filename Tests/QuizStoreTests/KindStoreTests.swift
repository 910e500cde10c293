import QuizCore
import QuizStore
import Testing

/// Every kind of answer on its way to the disk and back.
struct KindStoreTests {
    private static let bodies: [QuestionBody] = [
        .order(OrderQuestion(items: ["c", "a", "b"])),
        .match(
            MatchQuestion(pairs: [.init(left: "1", right: "y"), .init(left: "2", right: "x")], extra: ["z"])
        ),
        .short(ShortQuestion(answers: ["hoà \"bình\""])),
        .numeric(NumericQuestion(answer: DecimalValue("87.5") ?? .zero, unit: "%")),
        .message(
            MessageQuestion(
                channel: .sms,
                parts: [
                    .init(role: .sender, text: "s", isSuspicious: true),
                    .init(role: .link, text: "l", isSuspicious: true),
                    .init(role: .text, text: "t"),
                ]
            )
        ),
    ]

    private static let bank = Bank(
        id: "b",
        isPublic: true,
        title: "B",
        language: "vi",
        licence: "CC0-1.0",
        questions: bodies.enumerated().map { number, body in
            Question(
                id: "q\(number)",
                topic: "t",
                difficulty: .easy,
                groups: ["g"],
                prompt: "Q \(number)",
                body: body,
                explanation: "",
                source: ""
            )
        }
    )

    /// The right answer, but for the message, of which half is found.
    private func words(_ body: QuestionBody, _ order: OptionOrder) -> [ChoiceWord] {
        switch body {
        case .choice: []
        case .order(let question):
            Marking.rightOrder(of: question, order: order).map { .text(PlaceSet.letter($0)) }
        case .match(let question):
            Marking.rightPairs(of: question, order: order).reversed().map {
                .pair(left: PlaceSet.letter($0.left), right: PlaceSet.letter($0.right))
            }
        case .short: [" HÒA  \"bình\" "]
        case .numeric: ["87,50"]
        case .message: ["b"]
        }
    }

    @Test func everyKindIsKeptAndMarked() async throws {
        let fixture = try Fixture(bank: Self.bank)
        defer { fixture.remove() }
        try await fixture.running { store in
            let contestant = try await fixture.register(1, in: store)
            let attempt = try await fixture.started(contestant, "one", in: store)
            let pool = try #require(store.definition(of: "c")).pool
            for (index, item) in attempt.paper.items.enumerated() {
                let outcome = try await store.save(
                    AnswerSave(
                        attempt: attempt.id,
                        contestant: contestant.key,
                        position: index + 1,
                        choice: words(pool.questions[item.ordinal].body, item.order),
                        sequence: 1
                    )
                )
                #expect(outcome == .saved(at: fixture.clock.now(), sequence: 1))
            }
            let again = try #require(try await store.attempt(attempt.id, of: contestant.key))
            for (answer, item) in zip(again.answers, attempt.paper.items) {
                let body = pool.questions[item.ordinal].body
                let choice = try #require(Choice(stored: answer.choice, for: body))
                #expect(choice == Choice(words: words(body, item.order), for: body))
                #expect(choice.json == answer.choice)
            }
            let sealed = try #require(try await store.submit(attempt.id, of: contestant.key)?.seal)
            #expect(sealed.marks == MarkedPaper(score: 4_500, maximum: 5_000, correct: 4))
        }
    }
}
