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

        let inputs = Seed.Inputs(
            contest: "thi-thu",
            round: "tuan-1",
            contestant: try #require(PublicID(hex: "11111111111111111111111111111111")),
            number: 1,
            nonce: try #require(PublicID(hex: "22222222222222222222222222222222")),
            pool: matrix.digests
        )
        let seed = Seed(inputs, contestKey: Array(0..<32), by: LibCrypto())
        #expect(seed.bytes.hex == "c4d049ea584fef630e7905f9752fec4b9fc6f9064da673c94ad653267c4173f6")

        let paper = try #require(ExamGenerator.draw(matrix, seed: seed, by: LibCrypto()))
        #expect(paper.items.map { pool.questions[$0.ordinal].id } == ["q6", "q1", "q3", "q4"])
        let orders = paper.items.map { item in (0..<item.order.count).map { item.order[$0] } }
        #expect(orders == [[0, 3, 2, 1], [0, 2, 1, 3], [4, 2, 3, 0, 1], [0, 1]])
    }
}
