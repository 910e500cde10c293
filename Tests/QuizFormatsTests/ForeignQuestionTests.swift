import QuizCore
import QuizFormats
import Testing

struct ForeignQuestionTests {
    private let place = SourcePlace(line: 3, column: 2)

    @Test func settingAFieldAgainReplacesIt() {
        var question = ForeignQuestion(place: place)
        question.set("prompt", "một", at: place)
        question.set("kind", "single", at: place)
        question.set("prompt", "hai", at: place)
        #expect(question.entries.map(\.key) == ["kind", "prompt"])
        #expect(question["prompt"] == .text("hai", at: place))
        #expect(question["options"] == nil)
    }

    @Test func anOptionSaysOnlyWhatIsTrueOfIt() {
        let wrong = DocumentNode.option("Ngày sinh", isCorrect: false, at: place)
        #expect(wrong == .map([("text", .text("Ngày sinh", at: place))], at: place))
        let right = DocumentNode.option("Cả ba", isCorrect: true, isPinned: true, at: place)
        guard case .map(let entries) = right.content else {
            Issue.record("not a mapping")
            return
        }
        #expect(entries.map(\.key) == ["text", "correct", "pinned"])
    }
}
