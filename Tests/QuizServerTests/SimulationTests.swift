import QuizCore
import QuizServer
import Testing

/// What `contest simulate` tells an organizer.
struct SimulationTests {
    private static let yaml = """
        contest: thu
        mode: contest
        title: Thử
        banks: [it, nhieu]
        rounds:
          - { id: r1, title: R1, opens: 2026-11-30T08:00, closes: 2026-12-07T08:00, banks: [it] }
          - id: r2
            title: R2
            opens: 2026-12-07T08:00
            closes: 2026-12-14T08:00
            blueprint: { g: [{ difficulty: easy, count: 4 }, { count: 6 }] }
        rules: { minutes: 20, attempts: { limit: 3, per: round }, difficultyBand: 1 }
        groups:
          - { id: g, title: G, blueprint: [{ difficulty: easy, count: 2 }, { difficulty: medium, count: 1 }] }

        """

    private static func bank(_ id: String, _ count: Int) -> Bank {
        Bank(
            id: id,
            isPublic: false,
            title: id,
            language: "vi",
            licence: "CC0-1.0",
            questions: (0..<count).map { number in
                let options = [Option(text: "a", isCorrect: true), Option(text: "b")]
                return Question(
                    id: "\(id)\(number)",
                    topic: "t",
                    difficulty: Difficulty.allCases[number % 3],
                    groups: ["g"],
                    prompt: "\(id) \(number)?",
                    body: .choice(ChoiceQuestion(kind: .single, options: options)),
                    explanation: "",
                    source: ""
                )
            }
        )
    }

    private func reports() throws -> [SimulationReport] {
        let terms = { (codes: [String]) in codes.map { Vocabulary.Term(code: $0, title: Message(vi: $0, en: $0)) } }
        let vocabulary = Vocabulary(topics: terms(["t"]), groups: terms(["g"]), unitTypes: [])
        let contest = try Contest(yaml: Array(Self.yaml.utf8), vocabulary: vocabulary)
        let today = CalendarDay(of: contest.rounds[0].opens)
        let banks = [Self.bank("it", 9), Self.bank("nhieu", 90)]
        let simulation = Simulation(contest: contest, banks: banks, today: today)
        return simulation.run(papers: 4_000, key: [UInt8](repeating: 7, count: 32), share: 0.25)
    }

    @Test func everyRoundIsDrawnFromItsOwn() throws {
        let reports = try reports()
        #expect(reports.map(\.round) == ["r1", "r2"])
        #expect(reports.map(\.papers) == [4_000, 4_000])
        // Three easy and three medium ones in the small bank; all 99 fit somewhere in the second round.
        #expect(reports.map(\.questionsUsed) == [6, 99])
        #expect(reports[0].sections.map(\.candidates) == [3, 3])
        #expect(reports[0].sections.map(\.papersWithoutRepeats) == [1, 3])
        #expect(reports[1].sections.map(\.candidates) == [33, 99])
        for section in reports.flatMap(\.sections) { #expect(section.exposureMaxOverMean < 1.3) }
    }

    @Test func theBandIsToldWithTheSpread() throws {
        let reports = try reports()
        // Two easy ones and a medium one, always.
        #expect([reports[0].difficultyLeast, reports[0].difficultyMost] == [4, 4])
        #expect(reports[0].difficultyMean == 4)
        #expect(reports.map(\.shareOutside) == [0, 0])
        // Four easy ones, and six of 2 in the mean.
        #expect([reports[1].difficultyLeast, reports[1].difficultyMost] == [15, 17])
    }

    @Test func whatIsWrongComesWithItsRemedy() throws {
        let reports = try reports()
        func warned(_ report: SimulationReport, _ words: String) -> Bool {
            report.warnings.contains { $0.contains(words) }
        }
        // In whichever language: 2 of 3 on every paper, 8 would be needed for a quarter.
        #expect(warned(reports[0], "66.7 %") && warned(reports[0], " 8 "))
        // New for one attempt of three.
        #expect(reports[0].warnings.contains { $0.hasPrefix("*/easy") && $0.contains(" 1 ") })
        // The easy ones come by both sections.
        #expect(reports[1].warnings.contains { $0.hasPrefix("*/*") })
        #expect(reports[1].text.contains("r2, g: 4000 papers"))
    }
}
