import QuizCore
import Testing

/// Rounds with banks and blueprints of their own, and how evenly questions come.
struct RoundMatrixTests {
    private static func bank(_ id: String, _ count: Int) -> Bank {
        Bank(
            id: id,
            isPublic: false,
            title: id,
            language: "vi",
            licence: "CC0-1.0",
            questions: (0..<count).map { number in
                ExamplePool.question("\(id)-\(number)", topic: number % 2 == 0 ? "mat-khau" : "lua-dao")
            }
        )
    }

    private static func pool(_ banks: Bank...) -> QuestionPool {
        QuestionPool(banks: banks.map { ($0, BankDigest(of: $0, by: LibCrypto())) }, by: LibCrypto())
    }

    private static let group = Group(
        id: "can-bo",
        title: "Cán bộ",
        blueprint: [Section(topic: nil, difficulty: .easy, count: 4)]
    )

    private static func round(_ banks: [String]?, _ blueprints: [String: [Section]] = [:]) -> Round {
        let opens = Timestamp(milliseconds: 0)
        return Round(id: "r", title: "R", opens: opens, closes: nil, banks: banks, blueprints: blueprints)
    }

    private static func matrix(_ pool: QuestionPool, _ round: Round?) -> ExamMatrix {
        ExamMatrix(group: group, round: round, pool: pool, day: ExamplePool.day, by: LibCrypto())
    }

    @Test func aRoundDrawsFromItsOwnBanksAsIfThereWereNoOthers() throws {
        let (first, second) = (Self.bank("mot", 10), Self.bank("hai", 12))
        let both = Self.pool(first, second)
        let alone = Self.pool(first)
        let round = Self.matrix(both, Self.round(["mot"]))
        let plain = Self.matrix(alone, nil)
        #expect(round.digests == plain.digests)
        for number in 0..<50 {
            let seed = Seed.numbered(number)
            let drawn = try #require(ExamGenerator.draw(round, seed: seed, by: LibCrypto()))
            let expected = try #require(ExamGenerator.draw(plain, seed: seed, by: LibCrypto()))
            let ids = drawn.items.map { both.questions[$0.ordinal].id }
            #expect(ids == expected.items.map { alone.questions[$0.ordinal].id })
            #expect(drawn.items.map(\.order) == expected.items.map(\.order))
        }
    }

    @Test func aRoundThatSaysNothingNewKeepsItsDigests() {
        let pool = Self.pool(Self.bank("mot", 10), Self.bank("hai", 12))
        let plain = Self.matrix(pool, nil).digests
        #expect(Self.matrix(pool, Self.round(nil)).digests == plain)
        #expect(Self.matrix(pool, Self.round(["hai", "mot"])).digests == plain)
        #expect(Self.matrix(pool, Self.round(nil, ["can-bo": Self.group.blueprint])).digests == plain)
        let one = [Section(topic: nil, difficulty: nil, count: 1)]
        #expect(Self.matrix(pool, Self.round(nil, ["thcs": one])).digests == plain)
        let own = Self.matrix(pool, Self.round(["mot"], ["can-bo": one]))
        #expect(own.digests.banks != plain.banks && own.digests.blueprint != plain.blueprint)
        #expect(own.strata.map(\.count) == [1])
    }

    /// 100,000 papers each: candidates that the same sections admit come equally often, also where sections overlap.
    @Test(
        arguments: [
            [Section(topic: nil, difficulty: nil, count: 3), Section(topic: "mat-khau", difficulty: nil, count: 2)],
            [
                Section(topic: "lua-dao", difficulty: nil, count: 2), Section(topic: nil, difficulty: .easy, count: 2),
                Section(topic: nil, difficulty: nil, count: 1),
            ],
        ]
    )
    func alikeCandidatesComeEquallyOften(_ sections: [Section]) throws {
        let pool = Self.pool(Self.bank("mot", 15), Self.bank("hai", 11))
        let matrix = Self.matrix(pool, Self.round(nil, ["can-bo": sections]))
        var uses = [Int](repeating: 0, count: pool.questions.count)
        for number in 0..<100_000 {
            let paper = try #require(ExamGenerator.draw(matrix, seed: .numbered(number), by: LibCrypto()))
            for item in paper.items { uses[item.ordinal] += 1 }
        }
        let exposures = SectionExposure.all(in: matrix, uses: uses, papers: 100_000)
        #expect(exposures.map(\.candidates) == matrix.strata.map(\.candidates.count))
        for exposure in exposures { #expect(exposure.mostOverMean < 1.05, "\(exposure)") }
        // Overlap favours some, and is told.
        #expect(exposures.contains { $0.skew > 1.15 })
    }

    @Test func exposureIsCountedBySection() {
        let (matrix, _) = ExamplePool.matrix(
            [Section(topic: "mat-khau", difficulty: nil, count: 1), Section(topic: nil, difficulty: nil, count: 1)],
            [ExamplePool.question("a"), ExamplePool.question("b"), ExamplePool.question("c", topic: "lua-dao")]
        )
        let exposures = SectionExposure.all(in: matrix, uses: [6, 10, 4], papers: 10)
        #expect(exposures.map(\.mostOverMean) == [1.25, 1.25])
        #expect(exposures.map(\.skew) == [1.25, 1.5])
        #expect(exposures.map(\.mostShare) == [1, 1])
        #expect(exposures[0].meanShare == 0.8)
    }
}
