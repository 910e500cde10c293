import QuizCore
import Testing

struct QuestionCorrectionTests {
    private func choice(_ kind: ChoiceKind, correct: Set<Int>) -> QuestionBody {
        .choice(
            ChoiceQuestion(kind: kind, options: (0..<4).map { Option(text: "O\($0)", isCorrect: correct.contains($0)) })
        )
    }

    private func mark(_ letters: [String], _ body: QuestionBody?) -> Int? {
        guard let body, let picked = PlaceSet(letters: letters, below: 4) else { return nil }
        let scoring = Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional)
        return Marking.mark(.places(picked), body, order: OptionOrder(count: 4), scoring: scoring)
    }

    @Test func anotherOptionIsRight() {
        let body = choice(.single, correct: [0]).accepting(["B"])
        #expect(mark(["b"], body) == 1_000)
        #expect(mark(["a"], body) == 0)
    }

    @Test func anyOfTwoOptionsIsRight() {
        let body = choice(.single, correct: [0]).accepting(["a", "c"])
        #expect(["a", "b", "c", "d"].map { mark([$0], body) } == [1_000, 0, 1_000, 0])
    }

    @Test func ofSeveralAnswersTheNewSetIsTheKey() {
        let body = choice(.multiple, correct: [0, 1]).accepting(["B", "C"])
        #expect(mark(["b", "c"], body) == 1_000)
        #expect(mark(["a", "b"], body) == 0)
        #expect(mark(["b"], body) == 500)
    }

    @Test func writtenAnswersAndNumbersTakeNewOnes() {
        let short = QuestionBody.short(ShortQuestion(answers: ["một"])).accepting(["hai", "two"])
        #expect(short == .short(ShortQuestion(answers: ["hai", "two"])))
        let old = NumericQuestion(answer: .zero, tolerance: .zero, unit: "km")
        guard case .numeric(let new)? = QuestionBody.numeric(old).accepting(["12,5", "0.5"]) else {
            Issue.record("no numeric question")
            return
        }
        #expect(new.answer.text == DecimalValue("12.5")?.text && new.tolerance.text == DecimalValue("0.5")?.text)
        #expect(new.unit == "km")
    }

    @Test(arguments: [["E"], ["A", "A"], [], ["AB"], [""]])
    func whatIsNoKeyIsRefused(_ words: [String]) {
        #expect(choice(.single, correct: [0]).accepting(words) == nil)
    }

    @Test func orderCanOnlyBeVoided() {
        #expect(QuestionBody.order(OrderQuestion(items: ["a", "b"])).accepting(["A"]) == nil)
    }
}
