import QuizCore
import Testing

struct ChoiceTests {
    private static let single = ExamplePool.question("q").body
    private static let multiple = ExamplePool.question(
        "q",
        kind: .multiple,
        options: ExamplePool.letters(4, correct: [0, 1])
    ).body

    @Test(arguments: [["e"], ["A"], [""], ["aa"], ["à"], ["a", "a"], ["`"], ["a", "z"], ["\u{1F600}"]])
    func unknownAndRepeatedOptionsAreRefused(_ letters: [String]) {
        let words = letters.map { ChoiceWord.text($0) }
        #expect(Choice(words: words, for: Self.multiple) == nil)
    }

    @Test func onlyMultipleTakesMoreThanOne() {
        #expect(Choice(words: ["a", "b"], for: Self.single) == nil)
        #expect(Choice(words: ["b", "a"], for: Self.multiple)?.json == #"["a","b"]"#)
        #expect(Choice(words: [], for: Self.single)?.isBlank == true)
    }

    @Test func everyChoiceComesBackFromItsStoredForm() {
        for bits in UInt16(0)..<16 {
            let choice = Choice.places(PlaceSet(bits: bits))
            #expect(Choice(stored: choice.json, for: Self.multiple) == choice)
        }
    }

    @Test(arguments: ["", "[", "]", "a", "null", #"["e"]"#, #"["a","a"]"#, #"{"a":1}"#])
    func whatIsNoStoredFormIsRefused(_ json: String) {
        #expect(Choice(stored: json, for: Self.multiple) == nil)
    }
}
