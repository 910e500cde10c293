import QuizCore
import QuizFormats
import Testing

/// What goes out comes in again.
struct ComingBackTests {
    private func judged(_ foreign: ForeignBank, _ bank: Bank) throws -> [Question] {
        #expect(told(foreign.faults) == [])
        do {
            return try foreign.judged(as: bank).questions
        } catch let faults as Faults {
            Issue.record("\(told(faults.faults))")
            return []
        }
    }

    @Test(arguments: Shipped.banks) func aShippedBankComesBackFromGIFT(_ name: String) throws {
        let bank = try Shipped.bank(name).without([.order, .message]).withoutImages
        guard !bank.questions.isEmpty else { return }
        let written = GIFT.write(bank)
        let read = GIFT.read(Array(written.text.utf8))
        let questions = try judged(read, bank)
        #expect(questions == bank.questions)
        #expect(written.notices.isEmpty && read.notices.isEmpty)
        #expect(read.title == bank.title && read.language == bank.language)
    }

    @Test(arguments: Shipped.banks) func aShippedBankComesBackFromMoodleXML(_ name: String) throws {
        let bank = try Shipped.bank(name).without([.message])
        guard !bank.questions.isEmpty else { return }
        let written = MoodleXML.write(bank, images: try Shipped.images(name))
        let read = MoodleXML.read(Array(written.text.utf8))
        let questions = try judged(read, bank)
        #expect(questions == bank.questions)
        #expect(written.notices.isEmpty && read.notices.isEmpty)
        #expect(read.questions.map { $0.category.last } == bank.questions.map(\.topic))
    }

    @Test(arguments: Shipped.banks) func whatAikenHoldsOfAShippedBankComesBack(_ name: String) throws {
        let bank = try Shipped.bank(name)
        guard bank.questions.contains(where: { ["single", "trueFalse"].contains($0.body.kind.rawValue) }) else {
            return
        }
        let written = Aiken.write(bank)
        let read = Aiken.read(Array(written.text.utf8))
        #expect(told(read.faults) == [] && told(read.notices) == [])
        let held = bank.questions.filter { ["single", "trueFalse"].contains($0.body.kind.rawValue) }
        let expected = held.map { question -> String in
            guard case .choice(let choice) = question.body else { return "" }
            let options = choice.options.map { ($0.isCorrect ? "*" : "") + $0.text }.joined(separator: ", ")
            return "kind: single; prompt: \(question.prompt); options: [\(options)]"
        }
        #expect(read.questions.map(shown) == expected.map { $0.replacing("\n", with: " ") })
        #expect(written.notices.count == bank.questions.count - held.count + 1)
    }

    @Test func everyKindThatGIFTHoldsComesBack() throws {
        let bank = try Bank(yaml: Array(manyKinds.utf8), vocabulary: Shipped.vocabulary())
        let written = GIFT.write(bank)
        let questions = try judged(GIFT.read(Array(written.text.utf8)), bank)
        #expect(questions == Array(bank.questions.prefix(8)))
        #expect(
            written.notices.map(\.en) == [
                "question a-9: GIFT has no questions of kind 'order'; it is left out",
                "question a-10: GIFT has no questions of kind 'message'; it is left out",
            ]
        )
    }

    @Test func everyKindThatMoodleHoldsComesBack() throws {
        let bank = try Bank(yaml: Array(manyKinds.utf8), vocabulary: Shipped.vocabulary())
        let written = MoodleXML.write(bank)
        let read = MoodleXML.read(Array(written.text.utf8))
        let questions = try judged(read, bank)
        #expect(questions == Array(bank.questions.prefix(9)))
        #expect(told(read.notices) == [])
        #expect(
            written.notices.map(\.en) == ["question a-10: Moodle has no questions of kind 'message'; it is left out"]
        )
    }
}
