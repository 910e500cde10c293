import QuizCore
import Testing

/// The worked example of docs/drawing.md, which docs/vectors/draw.py draws without this code.
struct DrawingVectorTests {
    private static let questions = [
        question("q1", "mat-khau", .easy, .single, ["A", "B", "C", "D"]),
        question("q2", "mat-khau", .easy, .single, ["A", "B", "*C"]),
        question("q3", "mat-khau", .hard, .multiple, ["A", "B", "C", "D", "E"]),
        question("q4", "lua-dao", .easy, .trueFalse, ["Đúng", "Sai"]),
        question("q5", "lua-dao", .easy, .single, ["A", "B", "C", "D"], CalendarDay(year: 2026, month: 11, day: 23)),
        question("q6", "lua-dao", .hard, .single, ["A", "*B", "C", "D"]),
    ]

    private static func question(
        _ id: String,
        _ topic: String,
        _ difficulty: Difficulty,
        _ kind: ChoiceKind,
        _ options: [String],
        _ last: CalendarDay? = nil
    ) -> Question {
        let options = options.map { text in
            Option(text: text.filter { $0 != "*" }, isCorrect: text == "A", isPinned: text.hasPrefix("*"))
        }
        return ExamplePool.question(
            id,
            topic: topic,
            difficulty: difficulty,
            kind: kind,
            options: options,
            validTo: last
        )
    }

    @Test func thePaperIsThatOfThePage() throws {
        let pool = ExamplePool.pool(Self.questions)
        let group = Group(
            id: "can-bo",
            title: "Cán bộ",
            blueprint: [
                Section(topic: "mat-khau", difficulty: .easy, count: 1),
                Section(topic: nil, difficulty: nil, count: 3),
            ]
        )
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        let matrix = ExamMatrix(group: group, pool: pool, day: day, by: LibCrypto())
        #expect(matrix.digests.banks.hex == "80ce234c0b71a6c585f62e53f31412a06464675dc5dd4dd70f636b9416a0e3d6")
        #expect(matrix.digests.blueprint.hex == "7555ed604a104879da0171ecb4160c74638f0d20cf7605210eb3871735dc0b93")
        #expect(matrix.digests.excluded.hex == "5a2e8abc3787b69ddc966845a1b31aa5db5fce07afea74bfb3bce3796be1be2d")

        let seed = try seed(matrix)
        #expect(seed.bytes.hex == "c4d049ea584fef630e7905f9752fec4b9fc6f9064da673c94ad653267c4173f6")

        let paper = try #require(ExamGenerator.draw(matrix, seed: seed, by: LibCrypto()))
        #expect(paper.items.map { pool.questions[$0.ordinal].id } == ["q6", "q1", "q3", "q4"])
        let orders = paper.items.map { item in (0..<item.order.count).map { item.order[$0] } }
        #expect(orders == [[0, 3, 2, 1], [0, 2, 1, 3], [4, 2, 3, 0, 1], [0, 1]])
    }

    /// `otherKinds` of draw.json.
    private static let otherQuestions: [Question] = [
        ExamplePool.question("k1", topic: "ma-doc", .order(OrderQuestion(items: ["Ba", "Một", "Hai", "Bốn"]))),
        ExamplePool.question(
            "k2",
            topic: "ma-doc",
            .match(MatchQuestion(pairs: [.init(left: "A", right: "y"), .init(left: "B", right: "x")], extra: ["z"]))
        ),
        ExamplePool.question("k3", topic: "ma-doc", .short(ShortQuestion(answers: ["a"]))),
        ExamplePool.question("k4", topic: "ma-doc", .numeric(NumericQuestion(answer: .zero, unit: "giờ"))),
        ExamplePool.question(
            "k5",
            topic: "ma-doc",
            .message(
                MessageQuestion(
                    channel: .sms,
                    parts: [
                        .init(role: .sender, text: "1", isSuspicious: true), .init(role: .text, text: "2"),
                        .init(role: .link, text: "3"),
                    ]
                )
            )
        ),
        question("k6", "ma-doc", .easy, .single, ["A", "B", "C", "*D"]),
    ]

    @Test func otherKindsAreDrawnAsThePageSays() throws {
        let pool = ExamplePool.pool(Self.otherQuestions)
        let group = Group(
            id: "can-bo",
            title: "Cán bộ",
            blueprint: [Section(topic: nil, difficulty: nil, count: 6)]
        )
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        let matrix = ExamMatrix(group: group, pool: pool, day: day, by: LibCrypto())
        #expect(matrix.digests.banks.hex == "dbb859c45d0184d2b99edef6646097520a81822a1e8ed7b7ca1ab57d4cb28c53")
        let seed = try seed(matrix)
        #expect(seed.bytes.hex == "bc5eaae207caff9902914308585a987bc9f5a088e150e82399bafbf8da285450")
        let paper = try #require(ExamGenerator.draw(matrix, seed: seed, by: LibCrypto()))
        #expect(paper.items.map { pool.questions[$0.ordinal].id } == ["k4", "k2", "k5", "k3", "k1", "k6"])
        let orders = paper.items.map { item in (0..<item.order.count).map { item.order[$0] } }
        #expect(orders == [[], [1, 0, 2], [0, 1, 2], [], [3, 0, 2, 1], [2, 0, 1, 3]])
    }

    /// `secondAttempt` of draw.json.
    @Test func aSecondPaperIsDrawnAsThePageSays() throws {
        let pool = ExamplePool.pool(Self.questions)
        let group = Group(
            id: "can-bo",
            title: "Cán bộ",
            blueprint: [
                Section(topic: "mat-khau", difficulty: .easy, count: 1),
                Section(topic: nil, difficulty: nil, count: 3),
            ]
        )
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        let matrix = ExamMatrix(group: group, pool: pool, day: day, by: LibCrypto())
        let seen = SeenQuestions(papers: [[5, 1, 3], [5, 0, 2, 3]], in: matrix)
        #expect(seen.tiers == [[1], [0, 2, 3, 5]])
        let digests = matrix.digests(without: seen, by: LibCrypto())
        #expect(digests.excluded.hex == "3ec02b3cfccefc09e09676e88819284fed4745e21ca9a6c658250947bf5082e6")
        let seed = try seed(digests, number: 2, nonce: "33333333333333333333333333333333")
        #expect(seed.bytes.hex == "d6f7ef9c45010199d075c4e57e4e7effb6805d602c1b261ff69a9edecb9bf35f")
        let paper = try #require(ExamGenerator.draw(matrix, seen: seen, seed: seed, by: LibCrypto()))
        #expect(paper.items.map { pool.questions[$0.ordinal].id } == ["q2", "q3", "q4", "q1"])
        let orders = paper.items.map { item in (0..<item.order.count).map { item.order[$0] } }
        #expect(orders == [[0, 1, 2], [3, 0, 4, 2, 1], [0, 1], [2, 0, 1, 3]])
    }

    /// `banded` of draw.json: the fifth drawing lies in the band.
    @Test func aBandIsHeldAsThePageSays() throws {
        let questions = (1...12).map { number in
            Self.question(
                "r\(number < 10 ? "0" : "")\(number)",
                "mat-khau",
                [Difficulty.hard, .easy, .medium][number % 3],
                .single,
                ["A", "B"]
            )
        }
        let pool = ExamplePool.pool(questions)
        let group = Group(id: "can-bo", title: "Cán bộ", blueprint: [Section(topic: nil, difficulty: nil, count: 6)])
        let day = try #require(CalendarDay(year: 2026, month: 11, day: 24))
        let matrix = ExamMatrix(group: group, margin: 0, pool: pool, day: day, by: LibCrypto())
        #expect(matrix.digests.blueprint.hex == "b655c79d28cb58fd302d470a172b9585e2e871f7e26d3e67617be4f766b772a5")
        let seed = try seed(matrix.digests)
        #expect(seed.bytes.hex == "5c867d2298de14be658e6b0c6ad8e01fd3728dd642456cf492938a53e28c9c18")
        let paper = try #require(ExamGenerator.draw(matrix, seed: seed, by: LibCrypto()))
        #expect(paper.items.map { pool.questions[$0.ordinal].id } == ["r08", "r10", "r07", "r03", "r02", "r06"])
        let orders = paper.items.map { item in (0..<item.order.count).map { item.order[$0] } }
        #expect(orders == [[1, 0], [1, 0], [0, 1], [0, 1], [0, 1], [0, 1]])
    }

    private func seed(_ matrix: ExamMatrix) throws -> Seed {
        try seed(matrix.digests)
    }

    private func seed(
        _ digests: PoolDigests,
        number: Int = 1,
        nonce: String = "22222222222222222222222222222222"
    ) throws -> Seed {
        let inputs = Seed.Inputs(
            contest: "thi-thu",
            round: "tuan-1",
            contestant: try #require(PublicID(hex: "11111111111111111111111111111111")),
            number: number,
            nonce: try #require(PublicID(hex: nonce)),
            pool: digests
        )
        return Seed(inputs, contestKey: Array(0..<32), by: LibCrypto())
    }
}
