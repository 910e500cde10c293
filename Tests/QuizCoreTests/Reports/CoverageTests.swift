import Foundation
import QuizCore
import Testing

struct CoverageTests {
    private static let vocabulary = Vocabulary(
        topics: [Vocabulary.Term(code: "tin-gia", title: Message(vi: "Tin giả", en: "News"))],
        groups: ["thcs", "can-bo"].map { Vocabulary.Term(code: $0, title: Message(vi: $0, en: $0)) },
        unitTypes: ["tinh", "thcs", "lop", "bao-chi"].map { Vocabulary.Term(code: $0, title: Message(vi: $0, en: $0)) }
    )

    private func unit(
        _ key: Int64,
        _ type: String,
        _ parent: Int?,
        level: Int,
        _ headcounts: [Headcount] = []
    ) -> ReportUnit {
        ReportUnit(
            key: key,
            code: "u\(key)",
            title: "U \(key)",
            type: type,
            parent: parent,
            level: level,
            headcounts: headcounts
        )
    }

    private func tally(_ submitted: Int, confirmed: Int = 0, heads: Int = 0) -> PeopleTally {
        var tally = PeopleTally()
        tally.registered = submitted + 1
        tally.submitted = submitted
        tally.submittedConfirmed = confirmed
        tally.heads = heads
        tally.attempts = submitted
        tally.shareSum = submitted * 500
        return tally
    }

    /// A province with two schools, one with two classes, and a press agency without people or headcount.
    private var figures: ReportFigures {
        ReportFigures(
            contests: [],
            units: [
                unit(1, "tinh", nil, level: 0),
                unit(2, "thcs", 0, level: 1),
                unit(3, "lop", 1, level: 2, [Headcount(group: "thcs", count: 30)]),
                unit(4, "lop", 1, level: 2, [Headcount(group: "thcs", count: 20)]),
                unit(5, "thcs", 0, level: 1, [Headcount(count: 100), Headcount(group: "thcs", count: 90)]),
                unit(6, "bao-chi", 0, level: 1),
            ],
            people: [
                3: ["thcs": tally(10, confirmed: 4)], 2: ["can-bo": tally(5, heads: 1)],
                1: ["can-bo": tally(1)],
            ],
            roster: [3: 28],
            topics: TopicFigures()
        )
    }

    private func target(
        _ measure: Target.Measure,
        _ types: [String],
        groups: [String] = [],
        percent: Int = 50,
        isAbove: Bool = false
    ) -> Target {
        Target(
            id: "t",
            title: "T",
            measure: measure,
            unitTypes: types,
            groups: groups,
            topic: measure == .topicUnits ? "tin-gia" : nil,
            percent: percent,
            isAbove: isAbove,
            source: "S"
        )
    }

    private func line(_ target: Target) throws -> CoverageReport.TargetLine {
        let report = CoverageReport(figures, against: Targets(plan: "P", note: "N", targets: [target]))
        return try #require(report.targets.first)
    }

    @Test func unitsCountWithAllBelowThem() {
        let report = CoverageReport(figures, against: .none)
        #expect(report.units.map(\.tally.submitted) == [16, 15, 10, 0, 0, 0])
        #expect(report.units.map(\.reach.confirmed) == [4, 4, 4, 0, 0, 0])
        #expect(report.units.map(\.reach.claimed) == [12, 11, 6, 0, 0, 0])
        // Of the province nothing can be said: one of its units has no number.
        #expect(report.units.map(\.reach.headcount) == [0, 50, 30, 20, 100, 0])
        #expect(report.units[0].reach.share == nil)
        #expect(report.units[1].reach.share == 0.3)
        #expect(report.units.map(\.roster) == [28, 28, 28, nil, nil, nil])
    }

    @Test func typesAndLevelsCountPeopleOnce() throws {
        let report = CoverageReport(figures, against: .none)
        let schools = try #require(report.types.first { $0.name == "thcs" })
        #expect((schools.units, schools.active, schools.reach.people) == (2, 1, 15))
        #expect((schools.reach.headcount, schools.reach.counted, schools.reach.uncounted) == (150, 15, 0))
        let press = try #require(report.types.first { $0.name == "bao-chi" })
        #expect((press.units, press.active, press.reach.share, press.reach.uncounted) == (1, 0, nil, 1))
        #expect(report.levels.map(\.name) == ["0", "1", "2"])
        #expect(report.levels.map(\.reach.people) == [16, 15, 10])
    }

    @Test func moreThanAndAsMuchAsAreTwoThings() throws {
        let half = try line(target(.units, ["thcs"]))
        #expect((half.count, half.whole, half.isMet) == (1, 2, true))
        #expect(try line(target(.units, ["thcs"], isAbove: true)).isMet == false)
        #expect(try line(target(.heads, ["thcs"])).count == 1)
        #expect(try line(target(.heads, ["lop"])).count == 0)
    }

    @Test func peopleNeedADenominator() throws {
        let pupils = try line(target(.people, ["thcs"], groups: ["thcs"]))
        #expect((pupils.count, pupils.whole, pupils.uncounted, pupils.isMet) == (10, 140, 0, false))
        let press = try line(target(.people, ["bao-chi"]))
        #expect((press.whole, press.share, press.isMet) == (nil, nil, nil))
        let none = try line(target(.units, ["gdnn"]))
        #expect((none.count, none.whole, none.isMet) == (0, nil, nil))
        // Of everybody nothing can be concluded, since the province as a whole has no number.
        #expect(try line(target(.people, [])).isMet == nil)
    }

    @Test func topicsAreToldOfFivePeopleAndMore() throws {
        var items = ItemList()
        items.add(Self.definition)
        var topics = TopicFigures()
        for person in 0..<5 {
            let sitting = Sitting(
                person: Int64(person),
                startedAt: Timestamp(milliseconds: 0),
                answers: [Sitting.Answer(item: 0, order: OptionOrder(count: 2), choice: nil, credit: person * 250)]
            )
            topics.add(sitting, of: "thcs", unit: 3, isFirst: true, items: items)
            topics.add(sitting, of: "thcs", unit: 3, isFirst: false, items: items)
            let tally = try #require(topics.tallies["thcs"]?["tin-gia"])
            #expect(tally.people == person + 1)
            #expect(tally.share == (person == 4 ? 0.5 : nil))
        }
        #expect(topics.units == ["tin-gia": [3]])
        var sum = TopicFigures()
        sum.add(topics)
        sum.add(topics)
        #expect(sum.byTopic["tin-gia"]?.answers == 10)
        let asked = ReportFigures(
            contests: [],
            units: figures.units,
            people: [:],
            roster: [:],
            topics: TopicFigures(),
            practice: topics
        )
        let targets = Targets(plan: "P", note: "N", targets: [target(.topicUnits, ["thcs"])])
        #expect(CoverageReport(asked, against: targets).targets.first?.count == 1)
    }

    private static let definition = Definition(
        key: 1,
        contestKey: 1,
        contest: Contest(
            id: "c",
            mode: .demo,
            acceptsPublicBank: true,
            title: "C",
            banks: ["b"],
            rounds: [],
            rules: Rules(
                minutes: 1,
                attempts: AttemptLimit(limit: 1, per: .contest),
                counts: .best,
                scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .none),
                duration: .submission,
                ranking: [.score],
                showScore: .submission,
                release: .submission,
                identity: .none,
                lateStart: .cut
            ),
            groups: [],
            prediction: nil
        ),
        pool: QuestionPool(banks: [(bank, BankDigest(of: bank, by: LibCrypto()))], by: LibCrypto())
    )

    private static let bank = Bank(
        id: "b",
        isPublic: true,
        title: "B",
        language: "vi",
        licence: "CC0-1.0",
        questions: [
            Question(
                id: "q",
                topic: "tin-gia",
                difficulty: .easy,
                groups: ["thcs"],
                prompt: "Q",
                body: .choice(
                    ChoiceQuestion(kind: .single, options: [Option(text: "A", isCorrect: true), Option(text: "B")])
                ),
                explanation: "E",
                source: "S"
            )
        ]
    )

    @Test func theYearInTablesAndInASentence() throws {
        let until = try #require(YearReport.lastDay(of: 2026))
        let report = YearReport(
            figures,
            year: 2026,
            until: until,
            unit: nil,
            against: .none,
            vocabulary: Self.vocabulary
        )
        #expect(report.total.submitted == 16)
        #expect(report.audiences.map(\.group) == ["thcs", "can-bo"])
        #expect(
            report.pressLine == "Tính đến hết ngày 14/12/2026, đã có 16 người dự thi với 16 lượt thi; "
                + "1/2 trường THCS, THPT có học sinh tham gia. Đơn vị dẫn đầu: U 2 (15 người)."
        )
        let tables = ReportTables(Self.vocabulary).tables(of: report)
        for table in tables {
            #expect(table.name.count <= 31)
            for row in table.rows { #expect(row.count == table.columns.count, "\(table.name)") }
        }
        let csv = ReportTables(Self.vocabulary).units(report.coverage).csv(separator: .semicolon)
        #expect(csv.contains("u2;U 2;thcs;1;17;;15;4;11;15;28;50;30;;".replacing(";;15", with: ";0;15")))
        #expect(csv.contains("u6;U 6;bao-chi;1;0;0;0;0;0;0;;chưa có mẫu số;chưa có mẫu số;;"))
    }

    @Test func daysAreReadAsTheyAreWritten() {
        #expect(CalendarDay(text: "2026-12-14") == CalendarDay(year: 2026, month: 12, day: 14))
        for text in ["", "2026-2-14", "2026-02-30", "14/12/2026", "2026-12-14 ", "+026-12-14", "2026-12-1٤", "----"] {
            #expect(CalendarDay(text: text) == nil)
        }
    }

    @Test func theShippedTargetsAreSound() throws {
        let root = URL(fileURLWithPath: #filePath).appending(path: "../../../..").standardizedFileURL
        func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: root.appending(path: path))) }
        let vocabulary = try Vocabulary(yaml: bytes("QuestionBanks/vocabulary.yaml"))
        let targets = try Targets(yaml: bytes("Contests/plans/qd-1907.yaml"), vocabulary: vocabulary)
        #expect(targets.targets.count == 8)
        let schools = try #require(targets.targets.first { $0.id == "truong-hoc" })
        #expect((schools.percent, schools.isAbove, schools.measure) == (80, true, .units))
    }

    @Test(
        arguments: [
            ("{ id: a, title: A, measure: units, unitTypes: [thcs], source: S }", "atLeast"),
            ("{ id: a, title: A, measure: units, above: 80, atLeast: 80, source: S }", "atLeast"),
            ("{ id: a, title: A, measure: topicUnits, above: 80, source: S }", "topic"),
            ("{ id: a, title: A, measure: much, above: 80, source: S }", "much"),
            ("{ id: a, title: A, measure: units, unitTypes: [x], above: 80, source: S }", "x"),
            ("{ id: a, title: A, measure: units, above: 180, source: S }", "above"),
        ] as [(String, String)]
    )
    func faultsOfTargetsAreTold(_ target: String, _ word: String) {
        let yaml = "plan: P\nnote: N\ntargets:\n  - \(target)\n"
        #expect(
            told { _ = try Targets(yaml: Array(yaml.utf8), vocabulary: Self.vocabulary) }.contains { $0.contains(word) }
        )
    }
}
