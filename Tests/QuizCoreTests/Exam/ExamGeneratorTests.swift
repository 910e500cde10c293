import QuizCore
import Testing

/// I6: a paper is a function of matrix and seed, and every question has the same chance.
struct ExamGeneratorTests {
    private static let sections = [
        Section(topic: "mat-khau", difficulty: .hard, count: 2),
        Section(topic: "mat-khau", difficulty: nil, count: 3),
        Section(topic: nil, difficulty: .easy, count: 6),
        Section(topic: "du-lieu", difficulty: .hard, count: 4),
    ]

    @Test func everySectionIsFilledWithoutRepeats() throws {
        let (matrix, pool) = ExamplePool.matrix(Self.sections, ExamplePool.mixed)
        for number in 0..<500 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            let ordinals = paper.items.map(\.ordinal)
            #expect(ordinals.count == 15)
            #expect(Set(ordinals).count == 15)
            let questions = ordinals.map { pool.questions[$0] }
            #expect(questions.filter { $0.topic == "mat-khau" && $0.difficulty == .hard }.count >= 2)
            #expect(questions.filter { $0.topic == "mat-khau" }.count >= 5)
            #expect(questions.filter { $0.topic == "du-lieu" && $0.difficulty == .hard }.count == 4)
        }
    }

    @Test func pinnedOptionsStayLastAndTrueFalseAsWritten() throws {
        let (matrix, pool) = ExamplePool.matrix(Self.sections, ExamplePool.mixed)
        for number in 0..<500 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for item in paper.items {
                guard case .choice(let choice) = pool.questions[item.ordinal].body else { continue }
                let shown = (0..<item.order.count).map { item.order[$0] }
                #expect(shown.sorted() == Array(choice.options.indices))
                if choice.kind == .trueFalse { #expect(shown == [0, 1]) }
                let pinned = choice.options.indices.filter { choice.options[$0].isPinned }
                #expect(shown.suffix(pinned.count) == pinned[...])
            }
        }
    }

    @Test func sameSeedSamePaperAndAnotherSeedAnother() {
        let (matrix, _) = ExamplePool.matrix(Self.sections, ExamplePool.mixed)
        let papers = (0..<200).map { ExamGenerator.draw(matrix, seed: .numbered($0), by: LibCrypto()) }
        let again = (0..<200).map { ExamGenerator.draw(matrix, seed: .numbered($0), by: LibCrypto()) }
        #expect(papers == again)
        #expect(Set(papers).count == 200)
    }

    @Test func theOrderOfQuestionsInTheFileChangesNothing() {
        let (matrix, _) = ExamplePool.matrix(Self.sections, ExamplePool.mixed)
        let (other, _) = ExamplePool.matrix(Self.sections, ExamplePool.mixed.reversed())
        #expect(matrix.digests == other.digests)
        for number in 0..<20 {
            let seed = Seed.numbered(number)
            #expect(
                ExamGenerator.draw(matrix, seed: seed, by: LibCrypto())
                    == ExamGenerator.draw(other, seed: seed, by: LibCrypto())
            )
        }
    }

    /// I3: which option is right has no part in the draw.
    @Test func theKeyChangesNeitherDigestsNorPaper() {
        let one = (0..<9).map { ExamplePool.question("q\($0)", options: ExamplePool.letters(4, correct: [0])) }
        let other = (0..<9).map { ExamplePool.question("q\($0)", options: ExamplePool.letters(4, correct: [3])) }
        let sections = [Section(topic: nil, difficulty: nil, count: 5)]
        let left = ExamplePool.matrix(sections, one).matrix
        let right = ExamplePool.matrix(sections, other).matrix
        #expect(left.digests == right.digests)
        #expect(
            ExamGenerator.draw(left, seed: .numbered(1), by: LibCrypto())
                == ExamGenerator.draw(right, seed: .numbered(1), by: LibCrypto())
        )
    }

    @Test func expiredQuestionsAndThoseOfOtherGroupsAreNotDrawn() throws {
        let yesterday = CalendarDay(of: ExamplePool.day.start.adding(milliseconds: -1))
        let questions =
            (0..<5).map { ExamplePool.question("tot-\($0)") }
            + (0..<5).map { ExamplePool.question("cu-\($0)", validTo: yesterday) }
            + (0..<5).map { ExamplePool.question("khac-\($0)", groups: ["thcs"]) }
        let (matrix, pool) = ExamplePool.matrix([Section(topic: nil, difficulty: nil, count: 5)], questions)
        let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(0), by: LibCrypto()))
        #expect(paper.items.allSatisfy { pool.questions[$0.ordinal].id.hasPrefix("tot-") })
    }

    @Test func tooFewCandidatesGiveNoPaper() {
        let questions = (0..<4).map { ExamplePool.question("q\($0)") }
        let (matrix, _) = ExamplePool.matrix([Section(topic: nil, difficulty: nil, count: 5)], questions)
        #expect(ExamGenerator.draw(matrix, seed: .numbered(0), by: LibCrypto()) == nil)
    }

    /// 20,000 papers of 5 out of 25: each question, each question at each place, and each option at each place.
    @Test func everyQuestionPlaceAndOptionHasTheSameChance() throws {
        let questions = (0..<25).map { ExamplePool.question("q\($0)") }
        let (matrix, _) = ExamplePool.matrix([Section(topic: nil, difficulty: nil, count: 5)], questions)
        var drawn = Array(repeating: 0, count: 25)
        var places = Array(repeating: Array(repeating: 0, count: 25), count: 5)
        var orders: [OptionOrder: Int] = [:]
        for number in 0..<20_000 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for (place, item) in paper.items.enumerated() {
                drawn[item.ordinal] += 1
                places[place][item.ordinal] += 1
                orders[item.order, default: 0] += 1
            }
        }
        // Drawn without putting back: a count varies by 1 − 5∕25 of what independent draws would, times 25∕24.
        #expect(areEven(drawn, spread: 0.8 * 25 / 24))
        for place in places { #expect(areEven(place)) }
        #expect(orders.count == 24)
        #expect(areEven(Array(orders.values)))
    }
}
