import QuizCore
import Testing

struct RosterJudgeTests {
    private static let blueprint = [Section(topic: nil, difficulty: nil, count: 1)]

    private static let contest = Contest(
        id: "c",
        mode: .contest,
        acceptsPublicBank: false,
        title: "C",
        banks: ["b"],
        rounds: [Round(id: "r", title: "R", opens: Timestamp(milliseconds: 0), closes: nil)],
        rules: Rules(
            minutes: 20,
            attempts: AttemptLimit(limit: 1, per: .round),
            counts: .best,
            scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .none),
            duration: .lastChange,
            ranking: [.score],
            showScore: .submission,
            release: .submission,
            identity: .roster,
            lateStart: .cut
        ),
        groups: [
            Group(
                id: "thcs",
                title: "Học sinh THCS",
                minimumAge: 11,
                maximumAge: 17,
                unitTypes: ["thcs", "lop"],
                blueprint: blueprint
            ),
            Group(id: "thpt", title: "Học sinh THPT", unitTypes: ["thpt", "lop"], blueprint: blueprint),
            Group(id: "nguoi-dan", title: "Người dân", unitTypes: ["xa-phuong"], blueprint: blueprint),
        ],
        prediction: nil
    )
    private static let school = Unit(code: "thcs-1", title: "Trường THCS Một", type: "thcs", parent: "xa")
    private static let below = [
        Unit(code: "thcs-1-8a", title: "Lớp 8A - THCS Một", type: "lop", parent: "thcs-1"),
        Unit(code: "thcs-1-8b", title: "Lớp 8B", type: "lop", parent: "thcs-1"),
        Unit(code: "diem-2", title: "Điểm trường", type: "thcs", parent: "thcs-1"),
        Unit(code: "diem-2-8b", title: "Lớp 8B", type: "lop", parent: "diem-2"),
    ]

    private func judged(
        _ rows: [[RosterField: String]],
        known: [RosterKnown] = [],
        _ change: (inout RosterSettings) -> Void = { _ in }
    ) -> JudgedRoster {
        var settings = RosterSettings()
        change(&settings)
        var table = RosterTable()
        table.sheets = [""]
        table.rows = rows.enumerated().map { index, cells in
            var column = 0
            return RosterTable.Row(
                number: index + 2,
                sheet: 0,
                cells: Dictionary(
                    uniqueKeysWithValues: RosterField.allCases.compactMap { field in
                        column += 1
                        return cells[field].map { (field, RosterTable.Cell(column: column, text: $0)) }
                    }
                )
            )
        }
        let judge = RosterJudge(
            contest: Self.contest,
            year: 2026,
            unit: Self.school,
            below: Self.below,
            above: [Unit(code: "xa", title: "Xã", type: "xa-phuong", parent: nil)],
            settings: settings
        )
        return judge.judge(table, known: known)
    }

    @Test func aPupilOfAClassIsTaken() {
        let list = judged([[.family: " Nguyễn  Văn", .given: "An", .birth: "05/09/2012", .unit: "8a"]])
        #expect(list.faults.isEmpty && list.children == 1)
        let person = list.people.first
        #expect(person?.name.text == "Nguyễn Văn An" && person?.birthYear == 2012)
        // Its class may be of either school; what is above decides.
        #expect(person?.unit == "thcs-1-8a" && person?.group == "thcs")
    }

    @Test(
        arguments: [
            ([.birth: "2012"], "thiếu họ tên"),
            ([.name: "An 2", .birth: "2012"], "“An 2” không phải họ tên"),
            ([.name: "Lê An"], "thiếu ngày hoặc năm sinh"),
            ([.name: "Lê An", .birth: "31/02/2012"], "“31/02/2012” không phải ngày"),
            ([.name: "Lê An", .birth: "2025"], "năm sinh 2025 không hợp với năm thi 2026"),
            (
                [.name: "Lê An", .birth: "1990"],
                "sinh năm 1990 (36 tuổi) không hợp với bảng “Học sinh THCS” (11–17 tuổi)"
            ),
            ([.name: "Lê An", .birth: "2012", .unit: "9Z"], "không có lớp hay đơn vị “9Z”"),
            ([.name: "Lê An", .birth: "2012", .unit: "Lớp 8B"], "“Lớp 8B” là tên của 2 đơn vị; hãy ghi mã: diem-2-8b"),
            ([.name: "Lê An", .birth: "2012", .group: "tiểu học"], "cuộc thi không có bảng “tiểu học”"),
            ([.name: "Lê An", .birth: "2012", .group: "thpt"], "bảng “Học sinh THPT” không dành cho"),
        ] as [([RosterField: String], String)]
    )
    func aFaultyRowIsToldWithItsRemedy(_ row: [RosterField: String], _ beginning: String) {
        let list = judged([row])
        #expect(list.people.isEmpty && list.faulty == [0] && list.faults.count == 1)
        #expect(list.faults.first?.vi.hasPrefix(beginning) == true, "\(list.faults)")
        #expect(list.faults.first?.row == 2 && (list.faults.first?.column ?? 0) > 0)
        #expect(list.faults.first?.en.isEmpty == false)
    }

    @Test func theSamePersonTwiceIsAFaultAndOnTheRosterAlreadyIsNone() {
        let row: [RosterField: String] = [.name: "Trần Thị Hòa", .birth: "2012", .unit: "8A"]
        let same: [RosterField: String] = [.name: "Trần Thị Hoà", .birth: "1/1/2012", .unit: "thcs-1-8a"]
        let list = judged([row, same])
        #expect(list.people.count == 1 && list.faulty == [1])
        #expect(list.faults.first?.vi.contains("hàng 2") == true)
        let other = judged([row], known: [RosterKnown(name: "TRẦN THỊ HOÀ", birthYear: 2012, unit: "thcs-1-8a")])
        #expect(other.people.isEmpty && other.unchanged == 1 && other.faults.isEmpty)
        // Two people of one name are told apart by a letter.
        let letter: [RosterField: String] = [.name: "Trần Thị Hòa B", .birth: "2012", .unit: "8A"]
        #expect(judged([row, letter]).people.count == 2)
    }

    @Test func namesOneSlipApartAreTold() {
        let list = judged(
            [
                [.name: "Nguyễn Thị Lan", .birth: "2012", .unit: "8A"],
                [.name: "Nguyễn Thị Loan", .birth: "2012", .unit: "8A"],
                [.name: "Nguyễn Thị Lan", .birth: "2013", .unit: "8A"],
                [.name: "Nguyen Thij Mai", .birth: "2012", .unit: "8A"],
            ],
            known: [RosterKnown(name: "Nguyễn Thị Mai", birthYear: 2012, unit: "thcs-1-8a")]
        )
        #expect(list.people.count == 4 && list.faults.isEmpty)
        #expect(list.notices.map(\.row) == [3, 5])
        #expect(list.notices[0].vi.contains("“Nguyễn Thị Lan”") && list.notices[1].vi.contains("đã có"))
    }

    @Test func capitalsAreKeptUnlessAskedFor() {
        let rows: [[RosterField: String]] = [[.name: "ĐẶNG THỊ ÁNH", .birth: "2012"]]
        let kept = judged(rows)
        #expect(kept.people.first?.name.text == "ĐẶNG THỊ ÁNH")
        #expect(kept.capitals.count == 1 && kept.capitals.becomes == "Đặng Thị Ánh")
        #expect(judged(rows) { $0.changesCapitals = true }.people.first?.name.text == "Đặng Thị Ánh")
    }

    @Test func classesAreMadeOnlyWhenAskedFor() {
        let rows: [[RosterField: String]] = [
            [.name: "Lê An", .birth: "2012", .unit: "9/1"], [.name: "Lê Bình", .birth: "2012", .unit: "Lớp 9/1"],
        ]
        let list = judged(rows) { $0.makesClasses = true }
        #expect(list.faults.isEmpty && list.people.map(\.unit) == ["thcs-1-9-1", "thcs-1-9-1"])
        #expect(list.classes.map(\.title) == ["Lớp 9/1 - Trường THCS Một"])
        #expect(list.people.first?.group == "thcs")
    }

    @Test(
        arguments: [
            ("2012", 2012), ("05/09/2012", 2012), ("5-9-2012", 2012), ("5.9.2012", 2012), ("2012-09-05", 2012),
            ("09/2012", 2012), ("9/25/2012", 2012), ("41157", 2012), ("40909", 2012), ("40908", 2011),
            ("", nil), ("12", nil), ("05/09/12", nil), ("30/02/2012", nil), ("abc", nil), ("1e4", nil), ("-2012", 2012),
            ("99999999999999999999", nil), ("٢٠١٢", nil), ("2012-13-45", nil),
        ] as [(String, Int?)]
    )
    func yearsOfBirthAreReadAsSchoolsWriteThem(_ text: String, _ year: Int?) {
        #expect(BirthYear.read(text) == year)
    }

    /// Who is on a roster is the same who registers: both come to one hash.
    @Test func aRosterKnowsPeopleByWhatRegistrationKnowsThem() {
        let secret = ServerSecret(key: [UInt8](repeating: 7, count: 32), cryptography: LibCrypto())
        var form = RegistrationForm()
        form.name = "Trần Thị Bé"
        form.group = "thcs"
        form.unit = "thcs-1-8a"
        form.birthYear = 2012
        form.consents = ["participation", "guardian"]
        let checked = form.check(in: Self.contest, year: 2026).checked
        let identity = checked.map { form.identity($0, rule: .roster, unique: []).bytes } ?? []
        #expect(!identity.isEmpty)
        #expect(
            secret.derived("bang-vang/identity/v1", "c", identity)
                == secret.identityHash(contest: "c", name: "TRẦN THỊ BÉ", birthYear: 2012, unit: "thcs-1-8a")
        )
    }

    @Test func aTableComesThroughAsItWas() throws {
        var table = RosterTable()
        table.sheets = ["8A", "8B"]
        table.ignored = ["Ghi chú"]
        table.rows = [
            RosterTable.Row(
                number: 3,
                sheet: 1,
                cells: [
                    .name: RosterTable.Cell(column: 2, text: "Lê  Thị Bé"),
                    .birth: RosterTable.Cell(column: 4, text: "2012"),
                ]
            )
        ]
        #expect(try RosterTable(received: table.sent()) == table)
        let sent = try table.sent()
        #expect(throws: (any Error).self) { try RosterTable(received: Array(sent.dropFirst())) }
        #expect(throws: (any Error).self) { try RosterTable(received: []) }
    }
}
