import QuizCore
import Testing

/// I3 and I6 for what is ordered, matched, written and marked.
struct KindDrawingTests {
    private static let sections = [Section(topic: nil, difficulty: nil, count: 6)]

    /// Six questions with the same faces; `key` turns what is right about them.
    private static func questions(key: Int) -> [Question] {
        func turned<Element>(_ list: [Element]) -> [Element] {
            Array(list[(key % list.count)...] + list[..<(key % list.count)])
        }
        let lefts = ["Một", "Hai", "Ba"]
        let rights = turned(["uno", "due", "tre", "quattro", "cinque"])
        let pairs = zip(lefts, rights).map { MatchQuestion.Pair(left: $0, right: $1) }
        let roles: [MessageQuestion.Role] = [.sender, .subject, .text, .link]
        let parts = roles.enumerated().map { index, role in
            MessageQuestion.Part(role: role, text: "Phần \(index)", isSuspicious: index == key % 4)
        }
        let answer = DecimalValue("\(key)") ?? .zero
        return [
            ExamplePool.question("a", .order(OrderQuestion(items: turned(["x", "b", "ê", "Z", "đ"])))),
            ExamplePool.question("b", .match(MatchQuestion(pairs: pairs, extra: Array(rights.suffix(2))))),
            ExamplePool.question("c", .short(ShortQuestion(answers: ["đáp án \(key)"]))),
            ExamplePool.question("d", .numeric(NumericQuestion(answer: answer, tolerance: answer, unit: "giờ"))),
            ExamplePool.question("e", .message(MessageQuestion(channel: .email, parts: parts))),
            ExamplePool.question("f", options(key: key)),
        ]
    }

    private static func options(key: Int) -> QuestionBody {
        .choice(ChoiceQuestion(kind: .single, options: ExamplePool.letters(4, correct: [key % 4])))
    }

    @Test func theKeyChangesNeitherDigestsNorPaper() throws {
        let (plain, _) = ExamplePool.matrix(Self.sections, Self.questions(key: 0))
        for key in 1..<5 {
            let (other, _) = ExamplePool.matrix(Self.sections, Self.questions(key: key))
            #expect(other.digests == plain.digests)
            for number in 0..<50 {
                let drawn = ExamGenerator.draw(plain, seed: .numbered(number), by: LibCrypto())
                #expect(drawn != nil)
                #expect(ExamGenerator.draw(other, seed: .numbered(number), by: LibCrypto()) == drawn)
            }
        }
    }

    /// What is shown is the same too, whatever is right: not only the places.
    @Test func theKeyChangesNothingThatIsShown() throws {
        let pools = (0..<5).map { ExamplePool.pool(Self.questions(key: $0)) }
        for pool in pools {
            for (question, other) in zip(pool.questions, pools[0].questions) {
                switch (question.body, other.body) {
                case (.order(let one), .order(let two)): #expect(one.sorted == two.sorted)
                case (.match(let one), .match(let two)):
                    #expect(one.rights == two.rights)
                    #expect(one.pairs.map(\.left) == two.pairs.map(\.left))
                default: continue
                }
            }
        }
    }

    /// But an import of another key is another version of the bank (I14).
    @Test func theKeyIsPartOfTheContent() {
        func digest(_ question: Question) -> BankDigest {
            let bank = Bank(
                id: "thu",
                isPublic: false,
                title: "Thử",
                language: "vi",
                licence: "CC0-1.0",
                questions: [question]
            )
            return BankDigest(of: bank, by: LibCrypto())
        }
        for (one, other) in zip(Self.questions(key: 1), Self.questions(key: 2)) {
            #expect(digest(one).content != digest(other).content, "\(one.id)")
            #expect(digest(one).paper == digest(other).paper, "\(one.id)")
        }
    }

    /// Whatever a question shows is part of the paper's digest.
    @Test(
        arguments: [
            (.order(OrderQuestion(items: ["a", "b", "c"])), .order(OrderQuestion(items: ["a", "b", "d"]))),
            (
                .match(MatchQuestion(pairs: [.init(left: "a", right: "b"), .init(left: "c", right: "d")])),
                .match(MatchQuestion(pairs: [.init(left: "a", right: "b")], extra: ["d"]))
            ),
            (.numeric(NumericQuestion(answer: .zero)), .numeric(NumericQuestion(answer: .zero, unit: "%"))),
            (.numeric(NumericQuestion(answer: .zero)), .short(ShortQuestion(answers: ["0"]))),
            (
                .message(MessageQuestion(channel: .sms, parts: [.init(role: .text, text: "a")])),
                .message(MessageQuestion(channel: .chat, parts: [.init(role: .text, text: "a")]))
            ),
            (
                .message(MessageQuestion(channel: .sms, parts: [.init(role: .text, text: "a")])),
                .message(MessageQuestion(channel: .sms, parts: [.init(role: .link, text: "a")]))
            ),
        ] as [(QuestionBody, QuestionBody)]
    )
    func whatIsShownIsPartOfTheDigest(_ one: QuestionBody, _ other: QuestionBody) {
        let digests = [one, other].map { ExamplePool.pool([ExamplePool.question("q", $0)]).digest }
        #expect(digests[0] != digests[1])
    }

    /// Every order of the items, the right one among them, and every order of the right sides comes as often.
    @Test func everyOrderHasTheSameChance() throws {
        let pairs = ["a", "b"].map { MatchQuestion.Pair(left: $0, right: $0 + "'") }
        let questions = [
            ExamplePool.question("o", .order(OrderQuestion(items: ["c", "a", "b"]))),
            ExamplePool.question("m", .match(MatchQuestion(pairs: pairs, extra: ["x", "y"]))),
        ]
        let (matrix, pool) = ExamplePool.matrix([Section(topic: nil, difficulty: nil, count: 2)], questions)
        var orders: [Int: [OptionOrder: Int]] = [:]
        for number in 0..<12_000 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for item in paper.items { orders[item.ordinal, default: [:]][item.order, default: 0] += 1 }
        }
        let counts = try pool.questions.indices.map { try #require(orders[$0]).values.map { $0 } }
        #expect(counts.map(\.count) == [24, 6])
        for counts in counts { #expect(areEven(counts)) }
    }

    @Test func messagesStayAsWrittenAndWrittenAnswersTakeNoPlace() throws {
        let (matrix, pool) = ExamplePool.matrix(Self.sections, Self.questions(key: 0))
        for number in 0..<50 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for item in paper.items {
                switch pool.questions[item.ordinal].body {
                case .message(let message): #expect(item.order == OptionOrder(count: message.parts.count))
                case .short, .numeric: #expect(item.order.count == 0)
                case .match(let match): #expect(item.order.count == match.rights.count)
                default: #expect(item.order.count > 2)
                }
            }
            #expect(Paper(stored: paper.stored) == paper)
        }
    }

    /// What takes no place takes no word of the stream either: the questions beside it come out as without it.
    @Test func writtenAnswersAndMessagesTakeNoWords() throws {
        func order(of body: QuestionBody, seed: Int) throws -> [Int] {
            let questions = [ExamplePool.question("a", body), ExamplePool.question("b", Self.options(key: 0))]
            let (matrix, pool) = ExamplePool.matrix([Section(topic: nil, difficulty: nil, count: 2)], questions)
            // The seed is taken as it is, so that only what is drawn differs.
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(seed), by: LibCrypto()))
            let item = try #require(paper.items.first { pool.questions[$0.ordinal].id == "b" })
            return (0..<item.order.count).map { item.order[$0] }
        }
        let parts = (0..<3).map { MessageQuestion.Part(role: .text, text: "\($0)") }
        let trueFalse = ChoiceQuestion(kind: .trueFalse, options: ExamplePool.letters(2, correct: [0]))
        for seed in 0..<20 {
            let plain = try order(of: .choice(trueFalse), seed: seed)
            #expect(try order(of: .short(ShortQuestion(answers: ["x"])), seed: seed) == plain)
            #expect(try order(of: .numeric(NumericQuestion(answer: .zero)), seed: seed) == plain)
            #expect(try order(of: .message(MessageQuestion(channel: .sms, parts: parts)), seed: seed) == plain)
        }
    }
}
