import QuizCore
import Testing

/// Version 2: papers of like difficulty.
struct DifficultyBandTests {
    private static let sections = [
        Section(topic: "mat-khau", difficulty: nil, count: 4), Section(topic: "lua-dao", difficulty: nil, count: 6),
    ]

    /// Fifteen questions a topic, as many of each difficulty.
    private static var questions: [Question] {
        ["mat-khau", "lua-dao"].flatMap { topic in
            (0..<15).map { number in
                ExamplePool.question("\(topic)-\(number)", topic: topic, difficulty: Difficulty.allCases[number % 3])
            }
        }
    }

    private func matrix(_ margin: Int?) -> (matrix: ExamMatrix, pool: QuestionPool) {
        let pool = ExamplePool.pool(Self.questions)
        let group = Group(id: "can-bo", title: "Cán bộ", blueprint: Self.sections)
        let matrix = ExamMatrix(group: group, margin: margin, pool: pool, day: ExamplePool.day, by: LibCrypto())
        return (matrix, pool)
    }

    private func difficulties(_ margin: Int?, _ numbers: Range<Int>) throws -> [Int] {
        let (matrix, pool) = matrix(margin)
        return try numbers.map { number in
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            return paper.items.reduce(0) { $0 + pool.questions[$1.ordinal].difficulty.weight }
        }
    }

    @Test(arguments: [0, 1, 2])
    func everyPaperLiesInTheBand(_ margin: Int) throws {
        #expect(try difficulties(margin, 0..<2_000).allSatisfy { abs($0 - 20) <= margin })
        // Without a band chance goes further.
        let free = try difficulties(nil, 0..<2_000)
        #expect(free.contains { abs($0 - 20) > margin })
    }

    @Test func theSpreadIsWhatPapersShow() throws {
        let (matrix, _) = matrix(1)
        let band = try #require(matrix.band)
        #expect(band.middle == 20_000)
        let weights = Array(repeating: [1, 2, 3], count: 5).flatMap(\.self)
        let share = DifficultySpread(sections: [(4, weights), (6, weights)]).share(in: band)
        let found = try difficulties(nil, 0..<20_000)
        let shown = Double(found.count(where: band.holds)) / 20_000
        #expect(abs(share - shown) < 5 * (share * (1 - share) / 20_000).squareRoot(), "\(share) \(shown)")
    }

    @Test func theBandIsPartOfTheDigest() {
        let matrices = [nil, 0, 1].map { matrix($0).matrix }
        #expect(Set(matrices.map(\.digests.blueprint)).count == 3)
        #expect(matrices.map(\.algorithm) == [1, 2, 2])
        #expect(matrices[1].digests.banks == matrices[0].digests.banks)
    }

    /// No paper can have 2.5 in the mean; the nearest ones are taken, in bounded time.
    @Test func aBandOutOfReachGivesTheNearest() throws {
        let questions = [ExamplePool.question("a"), ExamplePool.question("b", difficulty: .hard)]
        let pool = ExamplePool.pool(questions)
        let group = Group(id: "can-bo", title: "C", blueprint: [Section(topic: nil, difficulty: nil, count: 1)])
        let matrix = ExamMatrix(group: group, margin: 0, pool: pool, day: ExamplePool.day, by: LibCrypto())
        for number in 0..<50 {
            let paper = ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto())
            #expect(paper?.items.count == 1)
        }
    }

    @Test func evenChancesStayEvenWithinADifficulty() throws {
        let (matrix, pool) = matrix(0)
        var uses: [Difficulty: [Int: Int]] = [:]
        for number in 0..<6_000 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for item in paper.items where pool.questions[item.ordinal].topic == "mat-khau" {
                uses[pool.questions[item.ordinal].difficulty, default: [:]][item.ordinal, default: 0] += 1
            }
        }
        for counts in uses.values {
            #expect(counts.count == 5)
            #expect((counts.values.max() ?? 0) * 5 * 100 < 115 * counts.values.reduce(0, +))
        }
    }
}
