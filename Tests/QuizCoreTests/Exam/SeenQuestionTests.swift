import QuizCore
import Testing

/// What was seen comes back only when nothing new is left, and what was seen longest ago first.
struct SeenQuestionTests {
    private static let apart = [
        Section(topic: "mat-khau", difficulty: .easy, count: 2),
        Section(topic: "lua-dao", difficulty: nil, count: 4),
        Section(topic: "du-lieu", difficulty: .hard, count: 3),
    ]
    private static let overlapping = [
        Section(topic: "mat-khau", difficulty: .hard, count: 2),
        Section(topic: "mat-khau", difficulty: nil, count: 3),
        Section(topic: nil, difficulty: .easy, count: 6),
    ]

    /// Papers of one person, each after all before it.
    private func papers(
        _ sections: [Section],
        _ count: Int,
        person: Int
    ) throws -> (papers: [[Int]], matrix: ExamMatrix) {
        let (matrix, _) = ExamplePool.matrix(sections, ExamplePool.mixed)
        var papers: [[Int]] = []
        for number in 0..<count {
            let seen = SeenQuestions(papers: papers, in: matrix)
            let seed = Seed.numbered(1_000 * person + number)
            let paper = try #require(ExamGenerator.draw(matrix, seen: seen, seed: seed, by: LibCrypto()))
            papers.append(paper.items.map(\.ordinal))
        }
        return (papers, matrix)
    }

    /// In which earlier paper, counted from 1, a question was last; 0: in none.
    private func lastSeen(_ question: Int, in papers: ArraySlice<[Int]>) -> Int {
        (papers.lastIndex { $0.contains(question) } ?? -1) + 1
    }

    @Test func sectionsThatAreApartTakeWhatWasSeenLongestAgo() throws {
        for person in 0..<60 {
            let (papers, matrix) = try papers(Self.apart, 9, person: person)
            for (number, paper) in papers.enumerated() {
                #expect(Set(paper).count == 9)
                for stratum in matrix.strata {
                    // The plain rule: sort all candidates by when they were last seen, and take the first.
                    let ages = stratum.candidates.map { lastSeen(Int($0), in: papers[..<number]) }.sorted()
                    let drawn = paper.filter { stratum.candidates.contains(UInt16($0)) }
                        .map { lastSeen($0, in: papers[..<number]) }.sorted()
                    #expect(drawn == Array(ages.prefix(stratum.count)), "person \(person), paper \(number)")
                }
            }
        }
    }

    @Test func overlappingSectionsAreFilledAgainAndAgain() throws {
        for person in 0..<60 {
            let (papers, matrix) = try papers(Self.overlapping, 12, person: person)
            for paper in papers {
                #expect(Set(paper).count == 11)
                let counts = matrix.strata.map { stratum in paper.count { stratum.candidates.contains(UInt16($0)) } }
                #expect(zip(counts, matrix.strata).allSatisfy { $0 >= $1.count })
            }
            // 27 of 30 fit somewhere, 11 are on a paper: the second has at least as many new ones as it can.
            #expect(Set(papers[0]).intersection(papers[1]).count <= 5)
        }
    }

    @Test func nothingSeenChangesNothing() throws {
        let (matrix, _) = ExamplePool.matrix(Self.apart, ExamplePool.mixed)
        let elsewhere = SeenQuestions(papers: [[], [60_000, -1]], in: matrix)
        #expect(elsewhere.isEmpty)
        #expect(matrix.digests(without: elsewhere, by: LibCrypto()) == matrix.digests)
        for number in 0..<50 {
            let seed = Seed.numbered(number)
            #expect(
                ExamGenerator.draw(matrix, seen: elsewhere, seed: seed, by: LibCrypto())
                    == ExamGenerator.draw(matrix, seed: seed, by: LibCrypto())
            )
        }
    }

    @Test func theDigestTellsWhatWasSeenAndWhen() throws {
        let (matrix, _) = ExamplePool.matrix(Self.apart, ExamplePool.mixed)
        let candidates = matrix.strata[1].candidates.map { Int($0) }
        let (one, other) = (candidates[0], candidates[1])
        let histories = [[], [[one]], [[other]], [[one], [other]], [[other], [one]], [[one, other]]]
        let digests = histories.map { papers in
            matrix.digests(without: SeenQuestions(papers: papers, in: matrix), by: LibCrypto()).excluded
        }
        #expect(Set(digests).count == histories.count)
        // Seen twice counts where it was seen last; papers without a candidate are none.
        let same = SeenQuestions(papers: [[one], [other, one], []], in: matrix)
        #expect(same == SeenQuestions(papers: [[one, other]], in: matrix))
    }

    /// All attempts of all people together: what is alike stays equally frequent.
    @Test func laterPapersKeepChancesEven() throws {
        let (matrix, pool) = ExamplePool.matrix(Self.apart, ExamplePool.mixed)
        var uses = [Int](repeating: 0, count: pool.questions.count)
        for person in 0..<2_000 {
            for paper in try papers(Self.apart, 2, person: person).papers {
                for ordinal in paper { uses[ordinal] += 1 }
            }
        }
        for section in SectionExposure.all(in: matrix, uses: uses, papers: 4_000) {
            #expect(section.mostOverMean < 1.15, "\(section)")
        }
    }

    @Test func papersOfAnotherVersionAreFoundByName() throws {
        let questions = (0..<6).map { ExamplePool.question("q\($0)") }
        let former = ExamplePool.pool(questions)
        let newer = ExamplePool.pool([ExamplePool.question("a-moi")] + questions.filter { $0.id != "q1" })
        let paper = Paper(items: [4, 1, 0].map { Paper.Item(ordinal: $0, order: OptionOrder(count: 4)) })
        #expect(newer.ordinals(of: paper, drawnFrom: former).map { newer.questions[$0].id } == ["q0", "q4"])
        #expect(former.ordinals(of: paper, drawnFrom: former) == [4, 1, 0])
    }
}
