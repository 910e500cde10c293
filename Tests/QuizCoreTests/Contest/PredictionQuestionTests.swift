import QuizCore
import Testing

struct PredictionQuestionTests {
    private func truth(_ target: PredictionQuestion.Target, _ decimals: Int, _ all: Int, _ people: Int) -> String {
        let question = PredictionQuestion(prompt: "?", target: target, decimals: decimals)
        let outcome = PredictionQuestion.Outcome(attempts: people * 2, people: people, peopleAllCorrect: all)
        return PredictionValue(scaled: question.truth(of: outcome)).text
    }

    @Test func eachTargetIsCounted() {
        #expect(truth(.people, 0, 3, 17) == "17")
        #expect(truth(.attempts, 0, 3, 17) == "34")
        #expect(truth(.peopleAllCorrect, 0, 3, 17) == "3")
    }

    /// Worked by hand: 3/17 is 17.6470588… %, 1/3 is 33.33333… %, 2/3 is 66.66666… %, 1/8 is 12.5 %.
    @Test(arguments: [
        (3, 17, 5, "17,64706"), (3, 17, 0, "18"), (3, 17, 1, "17,6"), (1, 3, 5, "33,33333"), (2, 3, 5, "66,66667"),
        (1, 8, 0, "13"), (1, 8, 1, "12,5"), (0, 5, 5, "0"), (5, 5, 5, "100"), (0, 0, 5, "0"),
    ])
    func sharesAreRoundedHalfUp(_ all: Int, _ people: Int, _ decimals: Int, _ text: String) {
        #expect(truth(.percentAllCorrect, decimals, all, people) == text)
    }
}
