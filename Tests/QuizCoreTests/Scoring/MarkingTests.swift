import QuizCore
import Testing

struct MarkingTests {
    private static let partial = Scoring(right: 1_000, wrong: -250, blank: -50, partial: .proportional)
    private static let whole = Scoring(right: 1_000, wrong: -250, blank: -50, partial: .none)

    /// Key a, b, c out of five, in the author's order.
    @Test(
        arguments: [
            ("", -50, -50), ("abc", 1_000, 1_000), ("ab", 666, -250), ("a", 333, -250), ("abcd", 666, -250),
            ("abd", 333, -250), ("ad", -250, -250), ("abde", -250, -250), ("abcde", 333, -250), ("d", -250, -250),
            ("de", -250, -250),
        ] as [(String, Int, Int)]
    )
    func severalRightOptions(_ picked: String, _ withCredit: Int, _ without: Int) throws {
        let question = ExamplePool.question(
            "q",
            kind: .multiple,
            options: ExamplePool.letters(5, correct: [0, 1, 2])
        )
        let choice = try #require(Choice(words: picked.map { .text(String($0)) }, for: question.body))
        let order = OptionOrder(count: 5)
        #expect(Marking.mark(choice, question.body, order: order, scoring: Self.partial) == withCredit)
        #expect(Marking.mark(choice, question.body, order: order, scoring: Self.whole) == without)
    }

    @Test func oneRightOptionIsAllOrNothing() throws {
        let question = ExamplePool.question("q", options: ExamplePool.letters(3, correct: [1]))
        var order = OptionOrder(count: 3)
        order.swapAt(0, 1)
        let marks = try ["a", "b", "c"].map { letter in
            let choice = try #require(Choice(words: [.text(letter)], for: question.body))
            return Marking.mark(choice, question.body, order: order, scoring: Self.partial)
        }
        #expect(marks == [1_000, -250, -250])
        #expect(Marking.mark(nil, question.body, order: order, scoring: Self.partial) == -50)
    }

    /// Whatever the order shown, the same options earn the same mark.
    @Test func theOrderShownDoesNotMatter() throws {
        var random = FixedGenerator(3)
        let question = ExamplePool.question(
            "q",
            kind: .multiple,
            options: ExamplePool.letters(6, correct: [1, 4, 5])
        )
        for bits in UInt16(1)..<64 {
            let plain = Choice.places(PlaceSet(bits: bits))
            let expected = Marking.mark(plain, question.body, order: OptionOrder(count: 6), scoring: Self.partial)
            var order = OptionOrder(count: 6)
            for (place, original) in (0..<6).shuffled(using: &random).enumerated() { order[place] = original }
            let shown = (0..<6).reduce(UInt16(0)) { $0 | (bits >> UInt16(order[$1]) & 1) << UInt16($1) }
            let mark = Marking.mark(.places(PlaceSet(bits: shown)), question.body, order: order, scoring: Self.partial)
            #expect(mark == expected)
        }
    }

    @Test func aPaperIsTheSumOfItsMarks() throws {
        let (matrix, pool) = ExamplePool.matrix(
            [Section(topic: nil, difficulty: nil, count: 4)],
            (0..<4).map { ExamplePool.question("q\($0)") }
        )
        let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(5), by: LibCrypto()))
        func choice(_ position: Int, right: Bool) -> Choice {
            let order = paper.items[position - 1].order
            let place = (0..<4).first { (order[$0] == 0) == right } ?? 0
            return .places(PlaceSet(bits: 1 << place))
        }
        let choices = [choice(1, right: true), choice(2, right: false), nil, choice(4, right: true)]
        let marked = Marking.mark(paper, choices: choices, pool: pool, scoring: Self.whole)
        #expect(marked == MarkedPaper(score: 1_000 - 250 - 50 + 1_000, maximum: 4_000, correct: 2))
    }
}
