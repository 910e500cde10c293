import QuizCore
import Testing

struct PaperTests {
    @Test func storedFormsComeBack() throws {
        var random = FixedGenerator(1)
        for _ in 0..<500 {
            let items = (0..<Int.random(in: 0...30, using: &random)).map { _ in
                let count = Int.random(in: 0...ChoiceQuestion.maximumOptions, using: &random)
                var order = OptionOrder(count: count)
                for (place, original) in (0..<count).shuffled(using: &random).enumerated() { order[place] = original }
                return Paper.Item(ordinal: Int.random(in: 0...65_534, using: &random), order: order)
            }
            let paper = Paper(items: items)
            #expect(Paper(stored: paper.stored) == paper)
        }
    }

    @Test func twentyQuestionsTakeAboutOneHundredBytes() {
        let item = Paper.Item(ordinal: 300, order: OptionOrder(count: 4))
        #expect(Paper(items: Array(repeating: item, count: 20)).stored.count == 100)
    }

    @Test(
        arguments: [
            [0], [0, 1], [0, 1, 4], [0, 1, 4, 0x01], [0, 1, 13, 0, 0, 0, 0, 0, 0, 0],
            [0, 1, 4, 0x01, 0x24],  // there is no option 4
            [0, 1, 4, 0x01, 0x22],  // option 2 twice, option 3 never
            [0, 1, 3, 0x01, 0x21],  // something behind the last place
            [0, 1, 255, 0x01, 0x23],
        ] as [[UInt8]]
    )
    func whatIsNoStoredFormIsRefused(_ bytes: [UInt8]) {
        #expect(Paper(stored: bytes) == nil)
    }

    /// Whatever is read writes itself as it was: no two forms of one paper, and no crash.
    @Test func hostileBytesAreRefusedOrComeBack() {
        var random = FixedGenerator(2)
        var read = 0
        for _ in 0..<50_000 {
            let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
                UInt8.random(in: 0...(Bool.random(using: &random) ? 3 : 255), using: &random)
            }
            guard let paper = Paper(stored: bytes) else { continue }
            read += 1
            #expect(paper.stored == bytes)
        }
        #expect(read > 1_000)
    }
}
