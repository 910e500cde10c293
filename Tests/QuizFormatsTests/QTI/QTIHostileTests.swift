import QuizCore
import QuizFormats
import Testing

/// Whatever bytes come in, a word comes out and the process goes on.
struct QTIHostileTests {
    private static let seeds: [String] =
        QTI2ReadingTests.taken.map(\.0) + QTI1ReadingTests.taken.map { QTI1ReadingTests.file($0.0) }

    @Test(arguments: seeds.indices) func changedBytesNeverStopTheProcess(_ index: Int) {
        let whole = Array(Self.seeds[index].utf8)
        var random = SplitMix(state: UInt64(index) + 7)
        let strange = Array("<>\"&'/ 0-9e".utf8)
        for _ in 0..<60 {
            var changed = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                switch Int.random(in: 0..<3, using: &random) {
                case 0: changed[place] = strange[Int.random(in: strange.indices, using: &random)]
                case 1: changed.remove(at: place)
                default: changed.insert(contentsOf: changed[place...].prefix(40), at: place)
                }
            }
            let bank = QTI.read(changed)
            #expect(!bank.questions.isEmpty || !bank.faults.isEmpty || !bank.notices.isEmpty)
        }
    }

    @Test func everyCutIsTold() throws {
        let bytes = try QTI.write(Shipped.kinds(), as: .v21).bytes
        for count in stride(from: 0, to: bytes.count, by: 97) {
            #expect(!QTI.read(Array(bytes.prefix(count))).faults.isEmpty)
        }
    }

    @Test func manyOptionsAndConditionsAreReadInTime() {
        let ids = (0..<3_000).map { "c\($0)" }
        let choices = ids.map { "<simpleChoice identifier=\"\($0)\">\($0)</simpleChoice>" }.joined()
        let tests = ids.map {
            "<match><variable identifier=\"R\"/><baseValue baseType=\"identifier\">\($0)</baseValue></match>"
        }
        .joined()
        let item =
            "<assessmentItem identifier=\"a\"><responseDeclaration identifier=\"R\" cardinality=\"multiple\" baseType=\"identifier\">"
            + "<correctResponse><value>c1</value></correctResponse></responseDeclaration><itemBody><choiceInteraction "
            + "responseIdentifier=\"R\">\(choices)</choiceInteraction></itemBody><responseProcessing><responseCondition><responseIf>"
            + "<or>\(tests)</or><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue>"
            + "</responseIf></responseCondition></responseProcessing></assessmentItem>"
        let took = ContinuousClock().measure {
            #expect(QTI.read(Array(item.utf8)).questions.count == 1)
        }
        #expect(took < .seconds(30))
    }
}
