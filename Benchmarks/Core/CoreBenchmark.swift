import QuizCore

/// How fast the core alone is, on one core: papers drawn, papers marked, places looked up among a million standings.
@main
enum CoreBenchmark {
    static func main() {
        let pool = Workload.pool(questions: 300)
        drawing(pool)
        marking(pool)
        statistics(pool)
        ranking(standings: 1_000_000)
    }

    private static func drawing(_ pool: QuestionPool) {
        let matrix = Workload.matrix(pool)
        var generator = SplitMix(1)
        let seeds = (0..<1_000).map { _ in Seed(bytes: generator.bytes(32)) }
        measure("papers drawn (20 of 300, options shuffled)", per: .second, accepted: 200_000, goal: 400_000) {
            var drawn = 0
            for seed in seeds where ExamGenerator.draw(matrix, seed: seed, by: Primitives()) != nil { drawn += 1 }
            return drawn
        }
        let key = generator.bytes(32)
        let contestants = (0..<1_000).compactMap { _ in PublicID(bytes: generator.bytes(16)) }
        measure("papers drawn, their seeds derived too", per: .second, accepted: nil, goal: nil) {
            var drawn = 0
            for contestant in contestants {
                let inputs = Seed.Inputs(
                    contest: "bench",
                    round: "r1",
                    contestant: contestant,
                    number: 1,
                    nonce: contestant,
                    pool: matrix.digests
                )
                let seed = Seed(inputs, contestKey: key, by: Primitives())
                if ExamGenerator.draw(matrix, seed: seed, by: Primitives()) != nil { drawn += 1 }
            }
            return drawn
        }
        for earlier in [0, 3] { drawingAgain(matrix, seeds, after: earlier) }
    }

    /// As a start does it: what was seen is sorted out and hashed each time.
    private static func drawingAgain(_ matrix: ExamMatrix, _ seeds: [Seed], after earlier: Int) {
        let papers = seeds.prefix(earlier).compactMap { seed in
            ExamGenerator.draw(matrix, seed: seed, by: Primitives())?.items.map(\.ordinal)
        }
        var sum = 0
        measure("papers drawn after \(earlier) seen by the same person", per: .second, accepted: nil, goal: nil) {
            for seed in seeds {
                let seen = SeenQuestions(papers: papers, in: matrix)
                sum &+= matrix.digests(without: seen, by: Primitives()).excluded.count
                sum &+= ExamGenerator.draw(matrix, seen: seen, seed: seed, by: Primitives())?.items.count ?? 0
            }
            return seeds.count
        }
        precondition(sum > 0, "papers have questions")
    }

    private static func marking(_ pool: QuestionPool) {
        let matrix = Workload.matrix(pool)
        var generator = SplitMix(2)
        let scoring = Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional)
        let papers = (0..<1_000).compactMap { _ in
            ExamGenerator.draw(matrix, seed: Seed(bytes: generator.bytes(32)), by: Primitives())
        }
        let sheets = papers.map { paper in
            paper.items.map { item in
                Choice.places(PlaceSet(bits: 1 << UInt16(generator.next() % UInt64(item.order.count))))
            }
        }
        var sum = 0
        measure("papers marked (20 answers each)", per: .second, accepted: 2_000_000, goal: nil) {
            for (paper, choices) in zip(papers, sheets) {
                sum &+= Marking.mark(paper, choices: choices, pool: pool, scoring: scoring).score
            }
            return papers.count
        }
        precondition(sum > 0, "somebody picks the right option by chance")
    }

    /// All that item statistics do with a stored attempt but reading it from the disk.
    private static func statistics(_ pool: QuestionPool) {
        let matrix = Workload.matrix(pool)
        var generator = SplitMix(5)
        let definition = Workload.definition(pool)
        var items = ItemList()
        items.add(definition)
        let start = Timestamp(milliseconds: 1_795_500_000_000)
        let papers = (0..<1_000).compactMap { _ in
            ExamGenerator.draw(matrix, seed: Seed(bytes: generator.bytes(32)), by: Primitives())
        }
        let saved = papers.map { paper in
            paper.items.indices.map { place in
                SittingReader.Saved(
                    position: place + 1,
                    choice: "[\"\(PlaceSet.letter(Int(generator.next() % 4)))\"]",
                    sequence: 1,
                    changedAt: start.adding(milliseconds: Int64(place) * 20_000)
                )
            }
        }
        measure("papers added up for item statistics", per: .second, accepted: nil, goal: nil) {
            var reader = SittingReader()
            let end = start.adding(milliseconds: 600_000_000)
            var analysis = ItemAnalysis(items: items, slots: TimeSlots(from: start, through: end))
            for turn in 0..<10 {
                for (person, paper) in papers.enumerated() {
                    let sitting = reader.sitting(
                        person: Int64(person),
                        startedAt: start.adding(milliseconds: Int64(turn * 60_000_000 + person * 60_000)),
                        paper: paper,
                        saved: saved[person],
                        under: definition,
                        items: items
                    )
                    if let sitting { analysis.add(sitting) }
                }
            }
            precondition(analysis.report().items.count == pool.questions.count, "every question comes")
            return 10 * papers.count
        }
    }

    private static func ranking(standings count: Int) {
        var board = Workload.board(standings: count)
        var generator = SplitMix(4)
        let people = (0..<10_000).map { _ in Int64(generator.next() % UInt64(count)) }
        var sum = 0
        measure("place of one among \(count) standings", per: .operation, accepted: 2, goal: nil) {
            for person in people { sum &+= board.place(of: person) ?? 0 }
            return people.count
        }
        measure("own place with three neighbours on either side", per: .operation, accepted: nil, goal: nil) {
            for person in people { sum &+= board.neighbours(of: person, reach: 3).count }
            return people.count
        }
        measure("first hundred", per: .operation, accepted: nil, goal: nil) {
            for _ in 0..<100 { sum &+= board.lines(from: 0, limit: 100).count }
            return 100
        }
        measure("a better result put in", per: .operation, accepted: nil, goal: nil) {
            for person in people { board.put(Workload.standing(of: person, by: &generator)) }
            return people.count
        }
        precondition(sum > 0, "everybody has a place")
    }
}
