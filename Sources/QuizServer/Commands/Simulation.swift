import QuizCore

/// Draws many papers of a contest and counts.
struct Simulation {
    private let contest: Contest
    private let pool: QuestionPool
    private let day: CalendarDay
    private let cryptography = SystemCryptography()

    init(contest: Contest, banks: [Bank], day: CalendarDay) {
        self.contest = contest
        self.day = day
        let cryptography = SystemCryptography()
        pool = QuestionPool(
            banks: banks.map { ($0, BankDigest(of: $0, by: cryptography)) },
            by: cryptography
        )
    }

    struct Report: Codable {
        let group: String
        let papers: Int
        /// Questions that came at least once.
        let questionsUsed: Int
        /// The most frequent question over the mean of all that the blueprint admits.
        let exposureMaxOverMean: Double
        /// easy 1, medium 2, hard 3, summed over a paper: the least and the most of all papers.
        let difficultyLeast: Int
        let difficultyMost: Int

        var text: String {
            "\(group): \(papers) papers, \(questionsUsed) questions used, exposure max/mean "
                + "\((exposureMaxOverMean * 1_000).rounded() / 1_000), difficulty \(difficultyLeast)…\(difficultyMost)"
        }
    }

    func run(papers: Int, key: [UInt8]) -> [Report] {
        contest.groups.map { group in
            let matrix = ExamMatrix(group: group, pool: pool, day: day, by: cryptography)
            var uses = [Int](repeating: 0, count: pool.questions.count)
            var least = Int.max
            var most = 0
            for number in 0..<papers {
                var message = CanonicalBytes()
                message.append(group.id)
                message.append(number)
                let seed = Seed(bytes: cryptography.hmac(message.bytes, key: key))
                guard let paper = ExamGenerator.draw(matrix, seed: seed, by: cryptography) else { continue }
                var difficulty = 0
                for item in paper.items {
                    uses[item.ordinal] += 1
                    difficulty += weight(pool.questions[item.ordinal].difficulty)
                }
                least = min(least, difficulty)
                most = max(most, difficulty)
            }
            let admitted = Set(matrix.strata.flatMap(\.candidates)).count
            let mean = Double(papers * group.questionCount) / Double(max(admitted, 1))
            return Report(
                group: group.id,
                papers: papers,
                questionsUsed: uses.count { $0 > 0 },
                exposureMaxOverMean: Double(uses.max() ?? 0) / mean,
                difficultyLeast: least,
                difficultyMost: most
            )
        }
    }

    private func weight(_ difficulty: Difficulty) -> Int {
        switch difficulty {
        case .easy: 1
        case .medium: 2
        case .hard: 3
        }
    }
}
