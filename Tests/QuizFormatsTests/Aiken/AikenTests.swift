import QuizCore
import QuizFormats
import Testing

struct AikenTests {
    private func read(_ text: String) -> ForeignBank {
        Aiken.read(Array(text.utf8))
    }

    @Test(
        arguments: [
            ("Ai?\nA. một\nB. hai\nANSWER: B", "kind: single; prompt: Ai?; options: [một, *hai]"),
            ("\n Ai? \r\n\r\nA) một\r\nB) hai\r\nanswer: a\r\n", "kind: single; prompt: Ai?; options: [*một, hai]"),
            ("A.I. là gì?\nA. một\nB. hai\nANSWER: B", "kind: single; prompt: A.I. là gì?; options: [một, *hai]"),
            ("Câu dài\ntiếp\nA. một\nB. hai\nANSWER: A", "kind: single; prompt: Câu dài⏎tiếp; options: [*một, hai]"),
            ("Ai?\nA. một\ntiếp\nB. hai\nANSWER: A", "kind: single; prompt: Ai?; options: [*một⏎tiếp, hai]"),
        ]
    )
    func aQuestionIsTakenApart(_ text: String, _ expected: String) {
        let bank = read(text)
        #expect(bank.questions.map(shown) == [expected])
        #expect(told(bank.faults) == [])
    }

    @Test func twelveOptionsHavePlaces() throws {
        let lines = (0..<12).map { "\(Character(Unicode.Scalar(UInt8(65 + $0)))). mục \($0)\n" }
        let bank = read("Ai?\n" + lines.joined() + "ANSWER: L")
        guard case .list(let options) = bank.questions.first?["options"]?.content else {
            Issue.record("no options")
            return
        }
        #expect(options.map(\.place.line) == Array(2...13))
        #expect(shown(bank.questions[0]).hasSuffix("*mục 11]"))
    }

    @Test(
        arguments: [
            ("", ["0:0: there is no Aiken question"]),
            ("Ai?", ["1:1: this question has no options"]),
            ("Ai?\nA. một\nB. hai", ["1:1: this question lacks its line"]),
            ("Ai?\nA. một\nB. hai\n\nAi nữa?\nA. x\nB. y\nANSWER: A", ["1:1: this question lacks its line"]),
            ("Ai?\nA. một\nB. hai\nAi nữa?\nA. x\nB. y\nANSWER: A", ["1:1: this question lacks its line"]),
            ("Ai?\nA. một\nB. hai\nANSWER: C", ["4:1: the answer C is not among the options"]),
            ("Ai?\nA. một\nB. hai\nANSWER: A, B", ["4:1: 'ANSWER:' needs just one letter"]),
            ("Ai?\nA. một\nB. hai\nANSWER:", ["4:1: 'ANSWER:' needs just one letter"]),
            // Two letters in upper case.
            ("Ai?\nA. một\nB. hai\nANSWER: ß", ["4:1: 'ANSWER:' needs just one letter"]),
            ("Ai?\nA. một\nB. hai\nANSWER: ﬁ", ["4:1: 'ANSWER:' needs just one letter"]),
            // Line ends as editors count them.
            ("Ai\u{B}?\r\nA. một\u{C}\rB. hai\nANSWER: C", ["4:1: the answer C is not among the options"]),
            ("Ai?\nA. một\nANSWER: A", ["2:1: this question has only one option"]),
            ("Ai?\nANSWER: A", ["2:1: a line 'ANSWER:' without options"]),
            ("Ai?\nA. một\nC. hai\nANSWER: A", ["3:1: option C stands where B belongs"]),
            ("A. một\nB. hai\nANSWER: A", ["1:1: an option without a question"]),
        ]
    )
    func aFaultNamesItsLine(_ text: String, _ expected: [String]) {
        let faults = told(read(text).faults)
        #expect(faults.count == expected.count && zip(faults, expected).allSatisfy { $0.hasPrefix($1) }, "\(faults)")
    }

    @Test func linesThatAreJoinedAreTold() {
        let notices = told(read("Câu\ntiếp\nA. một\nthêm\nB. hai\nANSWER: A").notices)
        #expect(notices.map { $0.prefix(16) } == ["4:1: this line w", "2:1: a question "])
    }

    @Test func everyPrefixAndAnyBytesAreReadOrTold() {
        let bytes = Array("Ai?\nA. một\nB) hai\nANSWER: B\n\nHai?\nA. x\nB. y\nANSWER: A\n".utf8)
        for count in 0...bytes.count {
            let bank = Aiken.read(Array(bytes[..<count]))
            #expect(!bank.faults.isEmpty || !bank.questions.isEmpty)
        }
        var random = SplitMix(state: 3)
        let pieces = ["A. x\n", "B) y\n", "C.", "ANSWER: A\n", "ANSWER:", "\n", "chữ\n", " "]
        for _ in 0..<2_000 {
            let text = (0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined()
            let bank = Aiken.read(Array(text.utf8))
            #expect(!bank.faults.isEmpty || !bank.questions.isEmpty)
        }
    }
}
