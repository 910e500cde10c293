import QuizCore
import Testing

struct FeasibilityTests {
    private typealias Given = (topic: String, difficulty: Difficulty, from: String?, to: String?)

    private func bank(_ questions: [Given], id: String = "b", isPublic: Bool = false) -> Bank {
        Bank(
            id: id,
            isPublic: isPublic,
            title: "B",
            language: "vi",
            licence: "CC0",
            questions: questions.enumerated().map { index, given in
                Question(
                    id: "q\(index)",
                    topic: given.topic,
                    difficulty: given.difficulty,
                    groups: ["thcs"],
                    prompt: "\(id) \(index)?",
                    body: .choice(
                        ChoiceQuestion(kind: .single, options: [Option(text: "a", isCorrect: true), Option(text: "b")])
                    ),
                    explanation: "E",
                    source: "S",
                    validFrom: given.from.flatMap(day),
                    validTo: given.to.flatMap(day)
                )
            }
        )
    }

    private func day(_ text: String) -> CalendarDay? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    }

    private func document(
        mode: String = "contest",
        closes: String? = "2026-12-07T00:00",
        banks: String = "[b]",
        _ sections: String...
    ) throws(Faults) -> ContestDocument {
        let end = closes.map { ", closes: \($0)" } ?? ""
        let yaml = """
            contest: a
            mode: \(mode)
            title: A
            banks: \(banks)
            rounds: [{ id: r1, title: R, opens: 2026-11-30T08:00\(end) }]
            rules: { minutes: 1 }
            groups:
              - id: thcs
                title: T
                blueprint:
            \(sections.map { "      - { \($0) }" }.joined(separator: "\n"))

            """
        return try ContestDocument(yaml: Array(yaml.utf8), vocabulary: words)
    }

    private func told(_ document: ContestDocument, _ banks: Bank..., today: String = "2026-11-24") throws -> [String] {
        let today = try #require(day(today))
        return QuizCoreTests.told(document.feasibilityFaults(banks: banks, today: today))
    }

    private func many(
        _ count: Int,
        _ topic: String,
        _ difficulty: Difficulty,
        from: String? = nil,
        to: String? = nil
    ) -> [Given] {
        Array(repeating: (topic, difficulty, from, to), count: count)
    }

    @Test func enoughIsEnough() throws {
        let document = try document("topic: mat-khau, difficulty: easy, count: 3", "topic: ma-doc, count: 2")
        #expect(try told(document, bank(many(3, "mat-khau", .easy) + many(2, "ma-doc", .hard))).isEmpty)
    }

    @Test func aShortageNamesItsSection() throws {
        let document = try document("topic: mat-khau, difficulty: easy, count: 3", "topic: ma-doc, count: 2")
        let found = try told(document, bank(many(2, "mat-khau", .easy) + many(2, "mat-khau", .hard)))
        #expect(
            found == [
                "11:9: round 'r1', group 'thcs', topic 'mat-khau', difficulty 'easy': 2 questions on 2026-11-30, 3 needed",
                "12:9: round 'r1', group 'thcs', topic 'ma-doc', any difficulty: 0 questions on 2026-11-30, 2 needed",
            ]
        )
    }

    @Test func earlierSectionsMayTakeTheQuestionsAway() throws {
        let questions = many(4, "mat-khau", .easy) + many(4, "ma-doc", .easy)
        let wideFirst = try document("difficulty: easy, count: 3", "topic: mat-khau, difficulty: easy, count: 2")
        let found = try told(wideFirst, bank(questions))
        #expect(match(found, ["12:9: round 'r1', group 'thcs', topic 'mat-khau', difficulty 'easy': 4 questions"]))
        #expect(found.first?.contains("2 needed and 3 that sections before it may draw away") == true)
        let narrowFirst = try document("topic: mat-khau, difficulty: easy, count: 2", "difficulty: easy, count: 3")
        #expect(try told(narrowFirst, bank(questions)).isEmpty)
    }

    /// Two sections that could share questions but do not, since the bank has none of that kind.
    @Test func onlySharedCandidatesCount() throws {
        let document = try document("topic: mat-khau, count: 2", "difficulty: hard, count: 2")
        #expect(try told(document, bank(many(2, "mat-khau", .easy) + many(2, "ma-doc", .hard))).isEmpty)
    }

    @Test func everyDayOfARoundIsLookedAt() throws {
        let document = try document("topic: mat-khau, count: 2")
        func found(_ changing: [Given]) throws -> [String] {
            try told(document, bank(many(1, "mat-khau", .easy) + changing))
        }
        let dayOf = { (found: [String]) in found.first?.split(separator: " ").first { $0.hasPrefix("2026-") } }
        #expect(dayOf(try found(many(1, "mat-khau", .easy, from: "2026-12-01"))) == "2026-11-30,")
        // The round ends with the 6th: a question that goes then is missed by nobody.
        #expect(dayOf(try found(many(1, "mat-khau", .easy, to: "2026-12-05"))) == "2026-12-06,")
        #expect(try found(many(1, "mat-khau", .easy, to: "2026-12-06")).isEmpty)
        let gap = many(1, "mat-khau", .easy, to: "2026-12-01") + many(1, "mat-khau", .easy, from: "2026-12-03")
        #expect(dayOf(try found(gap)) == "2026-12-02,")
        let joined = many(1, "mat-khau", .easy, to: "2026-12-01") + many(1, "mat-khau", .easy, from: "2026-12-02")
        #expect(try found(joined).isEmpty)
    }

    @Test func anOpenRoundIsLookedAtToday() throws {
        let document = try document(mode: "demo", closes: nil, "topic: mat-khau, count: 1")
        let bank = bank(many(1, "mat-khau", .easy, from: "2026-11-30", to: "2026-12-31"))
        #expect(try told(document, bank, today: "2026-11-01").isEmpty)
        #expect(try told(document, bank, today: "2026-12-31").isEmpty)
        #expect(try match(told(document, bank, today: "2027-01-01"), ["11:9: round 'r1', group 'thcs', topic"]))
    }

    private func document(
        rounds: String,
        rules: String = "minutes: 1",
        mode: String = "contest"
    ) throws -> ContestDocument {
        let yaml = """
            contest: a
            mode: \(mode)
            title: A
            banks: [b, c]
            rounds:
            \(rounds)
            rules: { \(rules) }
            groups:
              - { id: thcs, title: T, blueprint: [{ count: 2 }] }

            """
        return try ContestDocument(yaml: Array(yaml.utf8), vocabulary: words)
    }

    private static let first = "  - { id: r1, title: R, opens: 2026-11-30T08:00, closes: 2026-12-07T00:00"
    private static let second = "  - { id: r2, title: R, opens: 2026-12-07T00:00, closes: 2026-12-14T00:00"

    @Test func everyRoundIsLookedAtWithItsOwnBanksAndBlueprint() throws {
        let banks = [bank(many(1, "mat-khau", .easy)), bank(many(3, "ma-doc", .easy), id: "c")]
        let poor = try document(rounds: Self.first + ", banks: [b] }\n" + Self.second + ", banks: [c] }")
        let found = try told(poor, banks[0], banks[1])
        #expect(
            found == [
                "10:39: round 'r1', group 'thcs', any topic, any difficulty: 1 questions on 2026-11-30, 2 needed; "
                    + "this round draws from b only: add to its 'banks', or lower 'count'"
            ]
        )
        let own = try document(
            rounds: Self.first + ", banks: [b], blueprint: { thcs: [{ count: 1 }] } }\n" + Self.second
                + ", blueprint: { thcs: [{ topic: mat-khau, count: 2 }] } }"
        )
        #expect(try match(told(own, banks[0], banks[1]), ["7:96: round 'r2', group 'thcs', topic 'mat-khau'"]))
    }

    @Test func aBandThatFewPapersLieInIsTold() throws {
        let questions = many(10, "mat-khau", .easy) + many(10, "mat-khau", .hard)
        let banks = [bank(questions), bank(many(1, "ma-doc", .medium), id: "c")]
        let round = Self.first + ", banks: [b] }"
        func found(_ band: Int) throws -> [String] {
            try told(try document(rounds: round, rules: "minutes: 1, difficultyBand: \(band)"), banks[0], banks[1])
        }
        // Two questions of 1 or 3: 4 in the mean, which one easy and one hard have.
        #expect(try found(0).isEmpty)
        let three = try document(
            rounds: Self.first + ", banks: [b], blueprint: { thcs: [{ count: 3 }] } }",
            rules: "minutes: 1, difficultyBand: 0"
        )
        // Three have 3, 5, 7 or 9, and never the 6 of the mean.
        let odd = try told(three, banks[0], banks[1])
        let beginning = "7:38: round 'r1', group 'thcs': on 2026-11-30 only 0 % of all papers lie within 6.000 ± 0"
        #expect(match(odd, [beginning]))
    }

    @Test func practiceAndRealContestsShareNoSecretBank() throws {
        let shared = bank(many(3, "mat-khau", .easy))
        let open = bank(many(3, "ma-doc", .easy), id: "c", isPublic: true)
        let practice = try document(rounds: Self.first + " }", mode: "practice")
        let real = try document(rounds: Self.first + " }", rules: "minutes: 1, lateStart: full")
        let closes = try #require(real.contest.rounds[0].closes)
        let lastAnswer = closes.adding(milliseconds: 61_000)
        func separated(_ document: ContestDocument, _ other: Contest, _ moment: Timestamp) -> [String] {
            let renamed = Contest(
                id: "x",
                mode: other.mode,
                acceptsPublicBank: true,
                title: "X",
                banks: other.banks,
                rounds: other.rounds,
                rules: other.rules,
                groups: other.groups,
                prediction: nil
            )
            return QuizCoreTests.told(document.separationFaults(from: [renamed], banks: [shared, open], at: moment))
        }
        let used = separated(practice, real.contest, lastAnswer)
        #expect(match(used, ["4:9: the bank 'b' is in use by the real contest 'x'"]))
        #expect(separated(practice, real.contest, lastAnswer.adding(milliseconds: 1)).isEmpty)
        let practised = separated(real, practice.contest, closes.adding(milliseconds: -1))
        #expect(match(practised, ["4:9: the bank 'b' is in use for practice by 'x'"]))
        // Practice is over, what it told is not forgotten.
        let known = separated(real, practice.contest, lastAnswer)
        #expect(match(known, ["4:9: the bank 'b' was used for practice by 'x'"]))
        #expect(separated(practice, practice.contest, closes).isEmpty && separated(real, real.contest, closes).isEmpty)
        let itself = real.separationFaults(from: [practice.contest], banks: [shared], at: closes)
        #expect(itself.isEmpty)
    }

    @Test func banksMustBeThereAndFit() throws {
        let document = try document(banks: "[b, thieu]", "topic: mat-khau, count: 1")
        let questions = many(1, "mat-khau", .easy)
        #expect(try match(told(document, bank(questions)), ["4:12: there is no bank 'thieu'"]))
        let single = try self.document("count: 1")
        let own = bank(questions)
        let open = bank(questions, isPublic: true)
        #expect(try match(told(single, open), ["4:9: the key of bank 'b' is public"]))
        #expect(try told(try self.document(mode: "practice", "count: 1"), open).isEmpty)
        #expect(try match(told(single, own, own), ["4:9: there are 2 banks 'b'"]))
        // A bank that the contest does not name plays no part.
        #expect(try told(single, own, bank(questions, id: "other", isPublic: true)).isEmpty)
    }

    @Test func oneQuestionInTwoBanksIsTold() throws {
        let document = try document(banks: "[b, c]", "count: 1")
        let first = bank(many(1, "mat-khau", .easy))
        let second = Bank(
            id: "c",
            isPublic: false,
            title: "C",
            language: "vi",
            licence: "CC0",
            questions: first.questions
        )
        #expect(try match(told(document, first, second), ["4:12: question 'q0' of 'c' is the same as 'q0' of 'b'"]))
    }
}
