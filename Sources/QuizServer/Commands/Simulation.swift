package import QuizCore

/// Draws many papers of a contest and counts.
package struct Simulation {
    private let contest: Contest
    private let pool: QuestionPool
    private let today: CalendarDay
    private let cryptography = SystemCryptography()

    package init(contest: Contest, banks: [Bank], today: CalendarDay) {
        self.contest = contest
        self.today = today
        let cryptography = SystemCryptography()
        pool = QuestionPool(
            banks: banks.map { ($0, BankDigest(of: $0, by: cryptography)) },
            by: cryptography
        )
    }

    /// Every group in every round, each of as many papers; `share`: a question on more of them is warned of.
    package func run(papers: Int, key: [UInt8], share: Double) -> [SimulationReport] {
        contest.rounds.flatMap { round in
            contest.groups.map { group in report(group, round, papers, key, share) }
        }
    }

    private func report(
        _ group: Group,
        _ round: Round,
        _ papers: Int,
        _ key: [UInt8],
        _ share: Double
    ) -> SimulationReport {
        let matrix = ExamMatrix(
            group: group,
            round: round,
            margin: contest.rules.difficultyBand,
            pool: pool,
            day: day(of: round),
            by: cryptography
        )
        var uses = [Int](repeating: 0, count: pool.questions.count)
        var difficulties: [Int] = []
        for number in 0..<papers {
            var message = CanonicalBytes()
            message.append(group.id)
            message.append(number)
            let seed = Seed(bytes: cryptography.hmac(message.bytes, key: key))
            guard let paper = ExamGenerator.draw(matrix, seed: seed, by: cryptography) else { continue }
            for item in paper.items { uses[item.ordinal] += 1 }
            difficulties.append(paper.items.reduce(0) { $0 + pool.questions[$1.ordinal].difficulty.weight })
        }
        return SimulationReport(
            (contest, group, round),
            matrix,
            exposures: SectionExposure.all(in: matrix, uses: uses, papers: papers),
            uses: uses,
            difficulties: difficulties,
            share: share
        )
    }

    /// Today, or the day of the round next to it.
    private func day(of round: Round) -> CalendarDay {
        let first = CalendarDay(of: round.opens)
        let last = round.closes.map { CalendarDay(of: $0.adding(milliseconds: -1)) }
        return max(first, min(today, last ?? today))
    }
}
