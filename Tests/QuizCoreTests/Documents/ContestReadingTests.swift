import QuizCore
import Testing

/// A contest that says everything.
let fullContest = """
    contest: thi-2026
    mode: contest
    acceptPublicBank: true
    title: Cuộc thi tìm hiểu an toàn thông tin
    timezone: Asia/Ho_Chi_Minh
    banks: [co-ban, cong-vu]
    rounds:
      - { id: tuan-1, title: Tuần 1, opens: 2026-11-30T08:00, closes: 2026-12-06T24:00 }
      - { id: tuan-2, title: Tuần 2, opens: 2026-12-07T00:00, closes: 2026-12-14T08:00:30 }
    rules:
      minutes: 20
      attempts: { limit: 2, per: day }
      counts: last
      scoring: { right: 1.5, wrong: -0.25, blank: -0.125, partial: none }
      duration: submission
      ranking: [score, prediction, duration, earliest, manual]
      showScore: roundClosed
      release: roundClosed
      identity: nameBirthUnit
      lateStart: full
    groups:
      - id: can-bo
        title: Cán bộ
        minimumAge: 18
        maximumAge: 65
        unitTypes: [tinh, xa-phuong]
        rosterOnly: true
        blueprint:
          - { topic: mat-khau, difficulty: easy, count: 4 }
          - { topic: ma-doc, count: 3 }
          - { difficulty: hard, count: 2 }
          - { count: 1 }
      - id: thcs
        title: Học sinh
        blueprint: [{ topic: phap-luat, count: 200 }]
    prediction:
      prompt: Bao nhiêu phần trăm người dự thi đạt điểm tối đa?
      target: percentAllCorrect
      decimals: 2
    cumulative: { of: best, best: 1 }

    """

struct ContestReadingTests {
    @Test func everyRuleIsRead() throws {
        let contest = try Contest(yaml: Array(fullContest.utf8), vocabulary: words)
        #expect(contest.id == "thi-2026" && contest.mode == .contest && contest.acceptsPublicBank)
        #expect(contest.banks == ["co-ban", "cong-vu"])
        // 01:00 UTC is 08:00 in Việt Nam.
        #expect(contest.rounds[0].opens == Timestamp(milliseconds: 1_796_000_400_000))
        #expect(contest.rounds[0].closes == contest.rounds[1].opens)
        #expect(contest.rounds[1].closes?.milliseconds == 1_797_210_030_000)
        let rules = Rules(
            minutes: 20,
            attempts: AttemptLimit(limit: 2, per: .day),
            counts: .last,
            scoring: Scoring(right: 1_500, wrong: -250, blank: -125, partial: .none),
            duration: .submission,
            ranking: [.score, .prediction, .duration, .earliest, .manual],
            showScore: .roundClosed,
            release: .roundClosed,
            identity: .nameBirthUnit,
            lateStart: .full
        )
        #expect(contest.rules == rules)
        let group = try #require(contest.group("can-bo"))
        #expect(group.minimumAge == 18 && group.maximumAge == 65 && group.rosterOnly)
        #expect(group.unitTypes == ["tinh", "xa-phuong"])
        #expect(
            group.blueprint == [
                Section(topic: "mat-khau", difficulty: .easy, count: 4),
                Section(topic: "ma-doc", difficulty: nil, count: 3),
                Section(topic: nil, difficulty: .hard, count: 2), Section(topic: nil, difficulty: nil, count: 1),
            ]
        )
        #expect(contest.prediction?.decimals == 2)
    }

    @Test(arguments: [("demo", KeyRelease.submission), ("practice", .submission), ("contest", .roundClosed)])
    func whatIsNotSaidIsAsUsual(_ mode: String, _ release: KeyRelease) throws {
        let yaml = """
            contest: a
            mode: \(mode)
            title: A
            banks: [b]
            rounds: [{ id: r, title: R, opens: 2026-11-30T08:00, closes: 2026-12-07T08:00 }]
            rules: { minutes: 1 }
            groups: [{ id: thcs, title: T, blueprint: [{ count: 1 }] }]
            """
        let contest = try Contest(yaml: Array(yaml.utf8), vocabulary: words)
        let usual = Rules(
            minutes: 1,
            attempts: AttemptLimit(limit: 1, per: .round),
            counts: .best,
            scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional),
            duration: .lastChange,
            ranking: [.score, .duration, .earliest],
            showScore: .submission,
            release: release,
            identity: .phone,
            lateStart: .cut
        )
        #expect(contest.rules == usual)
        #expect(!contest.acceptsPublicBank && contest.prediction == nil && contest.groups[0].unitTypes.isEmpty)
    }

    @Test(
        arguments: [
            ("{ limit: 2, per: day }", "unlimited", AttemptLimit(limit: nil, per: .contest)),
            ("{ limit: 2, per: day }", "{ limit: unlimited, per: round }", AttemptLimit(limit: nil, per: .round)),
            ("{ limit: 2, per: day }", "{ limit: 3 }", AttemptLimit(limit: 3, per: .round)),
            ("{ limit: 2, per: day }", "{ per: contest }", AttemptLimit(limit: 1, per: .contest)),
        ] as [(String, String, AttemptLimit)]
    )
    func attemptsAreSaidInSeveralWays(_ old: String, _ new: String, _ limit: AttemptLimit) throws {
        let contest = try Contest(yaml: Array(fullContest.changing(old, to: new).utf8), vocabulary: words)
        #expect(contest.rules.attempts == limit)
    }

    @Test func aDemoRoundMayStayOpen() {
        let yaml = fullContest.changing(", closes: 2026-12-14T08:00:30", to: "")
        #expect(match(toldOfContest(yaml), ["9:5: the key 'closes' is missing"]))
        for mode in ["demo", "practice"] {
            #expect(toldOfContest(yaml.changing("mode: contest", to: "mode: \(mode)")).isEmpty)
        }
    }

    @Test(
        arguments: [
            ("mode: contest", "mode: real", ["2:7: 'mode' does not take 'real'; taken here: contest, demo, practice"]),
            ("Asia/Ho_Chi_Minh", "Asia/Bangkok", ["5:11: Asia/Ho_Chi_Minh is the only time zone taken"]),
            ("[co-ban, cong-vu]", "[co-ban, co-ban]", ["6:17: the bank 'co-ban' stands in line 6 already"]),
            ("[co-ban, cong-vu]", "[]", ["6:8: 'banks' needs at least one item"]),
            ("id: tuan-2", "id: tuan-1", ["9:11: the round id 'tuan-1' is taken"]),
            ("2026-12-06T24:00", "2026-11-30T08:00", ["8:67: 'closes' must lie after 'opens'"]),
            ("2026-12-07T00:00", "2026-12-06T23:59", ["9:41: this round opens before 'tuan-1' closes"]),
            ("2026-12-07T00:00", "2026-11-29T00:00", ["9:41: this round opens before 'tuan-1', which stands above"]),
            ("2026-11-30T08:00", "2026-11-30 08:00", ["8:41: 'opens' must be a moment of Việt Nam time"]),
            ("2026-11-30T08:00", "2026-11-30T08:00Z", ["8:41: 'opens' must be a moment"]),
            ("2026-11-30T08:00", "2026-11-30T24:01", ["8:41: 'opens' must be a moment"]),
            ("2026-11-30T08:00", "2026-11-30T08:60", ["8:41: 'opens' must be a moment"]),
            ("2026-11-30T08:00", "2026-11-31T08:00", ["8:41: 'opens' must be a moment"]),
            ("2026-11-30T08:00", "2026-11-30T8:00", ["8:41: 'opens' must be a moment"]),
            ("  minutes: 20\n", "", ["11:3: the key 'minutes' is missing"]),
            ("minutes: 20", "minutes: 601", ["11:12: 'minutes' must be a whole number from 1 to 600"]),
            ("minutes: 20", "minutes: 020", ["11:12: 'minutes' must be a whole number"]),
            ("minutes: 20", "minutes: \"20\"", ["11:12: 'minutes' must be a whole number"]),
            ("minutes: 20", "minutes: 20.0", ["11:12: 'minutes' must be a whole number"]),
            ("minutes: 20", "minutes: 99999999999999999999", ["11:12: 'minutes' must be a whole number"]),
            ("limit: 2", "limit: 0", ["12:22: 'limit' must be a whole number from 1 to 1000"]),
            ("per: day", "per: week", ["12:30: 'per' does not take 'week'; taken here: round, day, contest"]),
            ("{ limit: 2, per: day }", "2", ["12:13: 'attempts' must be unlimited or a mapping"]),
            ("counts: last", "counts: lats", ["13:11: 'counts' does not take 'lats'; did you mean 'last'?"]),
            ("right: 1.5", "right: 0", ["14:21: 'right' must be above zero"]),
            ("right: 1.5", "right: 1.2345", ["14:21: 'right' must be points"]),
            ("right: 1.5", "right: 1.", ["14:21: 'right' must be points"]),
            ("right: 1.5", "right: 1e1", ["14:21: 'right' must be points"]),
            ("right: 1.5", "right: 1001", ["14:21: 'right' must be points"]),
            ("wrong: -0.25", "wrong: 0.25", ["14:33: 'wrong' must not be above zero"]),
            ("blank: -0.125", "blank: .5", ["14:47: 'blank' must be points"]),
            ("duration, earliest", "score, earliest", ["16:32: the criterion 'score' is written twice"]),
            ("[score, prediction, duration, earliest, manual]", "[]", ["16:12: 'ranking' needs at least one item"]),
            ("release: roundClosed", "release: submission", ["18:12: a real contest releases its key only when"]),
            ("- id: can-bo", "- id: canbo", ["22:9: 'id': there is no code 'canbo' in vocabulary.yaml; did you"]),
            ("- id: thcs", "- id: can-bo", ["33:9: the group 'can-bo' stands in line 22 already"]),
            ("maximumAge: 65", "maximumAge: 17", ["25:17: the maximum age 17 is below the minimum age 18"]),
            ("[tinh, xa-phuong]", "[tinh, tinh]", ["26:23: the unit type 'tinh' is written twice"]),
            ("[tinh, xa-phuong]", "[tin, lop]", ["26:17: 'unitTypes': there is no code 'tin' in"]),
            ("topic: ma-doc", "topic: ma-dco", ["30:18: 'topic': there is no code 'ma-dco' in"]),
            ("difficulty: hard", "difficulty: hrad", ["31:23: 'difficulty' does not take 'hrad'; did you mean"]),
            ("count: 3", "count: 0", ["30:33: 'count' must be a whole number from 1 to 200"]),
            (", count: 3", "", ["30:9: the key 'count' is missing"]),
            ("topic: ma-doc, count", "topic: mat-khau, difficulty: easy, count", ["30:9: this section is the one"]),
            ("count: 200", "count: 200 }, { count: 1", ["35:16: the paper has 201 questions, 200 are the most"]),
            ("decimals: 2", "decimals: 6", ["39:13: 'decimals' must be a whole number from 0 to 5"]),
            ("  prompt: Bao nhiêu phần trăm người dự thi đạt điểm tối đa?\n", "", ["37:3: the key 'prompt'"]),
        ] as [(String, String, [String])]
    )
    func aFaultIsToldWithItsPlace(_ old: String, _ new: String, _ expected: [String]) {
        let found = toldOfContest(fullContest.changing(old, to: new))
        #expect(match(found, expected), "\(found)")
    }

    /// Keys that ``fullContest`` leaves out, put in where they belong.
    @Test func roundsPausesAndPapersAreRead() throws {
        let plain = try Contest(yaml: Array(fullContest.utf8), vocabulary: words)
        #expect(plain.rounds.allSatisfy { $0.banks == nil && $0.blueprints.isEmpty })
        #expect(plain.rules.repeats == .avoid && plain.rules.difficultyBand == nil && !plain.rules.mustAnswerAll)
        let yaml =
            fullContest
            .changing("24:00 }", to: "24:00, banks: [cong-vu], blueprint: { thcs: [{ topic: ma-doc, count: 7 }] } }")
            .changing("per: day }", to: "per: day, pause: 90 }")
            .changing("lateStart: full", to: "repeats: allow\n  difficultyBand: 3\n  mustAnswerAll: true")
        let contest = try Contest(yaml: Array(yaml.utf8), vocabulary: words)
        #expect(contest.rules.attempts == AttemptLimit(limit: 2, per: .day, pause: 90))
        #expect(contest.rules.repeats == .allow && contest.rules.difficultyBand == 3 && contest.rules.mustAnswerAll)
        let (first, second) = (contest.rounds[0], contest.rounds[1])
        #expect(contest.banks(of: first) == ["cong-vu"] && contest.banks(of: second) == ["co-ban", "cong-vu"])
        let (staff, pupils) = (contest.groups[0], contest.groups[1])
        #expect(contest.blueprint(of: staff, in: first) == staff.blueprint)
        #expect(contest.blueprint(of: pupils, in: first) == [Section(topic: "ma-doc", difficulty: nil, count: 7)])
        #expect(contest.questionCount(of: pupils, in: first) == 7)
        #expect(contest.questionCount(of: pupils, in: second) == 200)
    }

    @Test(
        arguments: [
            ("24:00 }", "24:00, banks: [co-bna] }", ["8:93: the bank 'co-bna' is not among 'banks' of the"]),
            ("24:00 }", "24:00, banks: [co-ban, co-ban] }", ["8:101: the bank 'co-ban' is written twice in this"]),
            ("24:00 }", "24:00, banks: [] }", ["8:92: 'banks' needs at least one item"]),
            ("24:00 }", "24:00, blueprint: { nguoi-dan: [{ count: 1 }] } }", ["8:98: unknown key 'nguoi-dan'"]),
            ("24:00 }", "24:00, blueprint: { thcs: [{ topic: x, count: 1 }] } }", ["8:114: 'topic': there is no code"]),
            ("24:00 }", "24:00, blueprint: [] }", ["8:96: 'blueprint' must be a mapping"]),
            ("per: day }", "per: day, pause: 0 }", ["12:42: 'pause' must be a whole number from 1 to 43200"]),
            ("lateStart: full", "repeats: never", ["20:12: 'repeats' does not take 'never'; taken here: avoid, allow"]),
            ("lateStart: full", "difficultyBand: -1", ["20:19: 'difficultyBand' must be a whole number from 0 to 100"]),
            ("lateStart: full", "mustAnswerAll: yes", ["20:18: 'mustAnswerAll' must be true or false"]),
        ] as [(String, String, [String])]
    )
    func aFaultOfARoundOrItsPapersIsToldWithItsPlace(_ old: String, _ new: String, _ expected: [String]) {
        let found = toldOfContest(fullContest.changing(old, to: new))
        #expect(match(found, expected), "\(found)")
    }

    @Test func aPredictionThatIsNotAskedRanksNobody() throws {
        let asked = try #require(fullContest.firstRange(of: "prediction:\n"))
        let found = toldOfContest(String(fullContest[..<asked.lowerBound]))
        #expect(match(found, ["16:20: ranked by a prediction that is not asked"]), "\(found)")
    }
}
