import QuizCore
import Testing

struct ListTableTests {
    private static let contest = Contest(
        id: "thi",
        mode: .demo,
        acceptsPublicBank: true,
        title: "Thi thử",
        banks: ["thu"],
        rounds: [Round(id: "tuan-1", title: "Tuần 1", opens: Timestamp(milliseconds: 0), closes: nil)],
        rules: Rules(
            minutes: 20,
            attempts: AttemptLimit(limit: 1, per: .round),
            counts: .best,
            scoring: Scoring(right: 1_000, wrong: 0, blank: 0, partial: .none),
            duration: .submission,
            ranking: [.score],
            showScore: .submission,
            release: .submission,
            identity: .none,
            lateStart: .cut
        ),
        groups: [
            Group(id: "can-bo", title: "Cán bộ", blueprint: [Section(topic: nil, difficulty: nil, count: 1)])
        ],
        prediction: nil
    )

    private func csv(_ rows: [ListRow], _ selection: ListSelection, _ separator: CSVWriter.Separator) -> String {
        let table = ListTable(selection, of: Self.contest)
        var writer = CSVWriter(separator: separator)
        writer.append(table.columns.map { .text($0.title) })
        for (index, row) in rows.enumerated() { writer.append(table.cells(of: row, number: index + 1)) }
        return writer.text
    }

    private func row(_ name: String, _ facts: ListRow.Facts, group: String = "can-bo") -> ListRow {
        ListRow(
            name: name,
            birthYear: 1990,
            phone: "0912345678",
            group: group,
            unitCode: "xa-1",
            unitTitle: "Xã Một",
            isUnitConfirmed: true,
            facts: facts
        )
    }

    private func result(place: Int?) -> ListRow.Facts {
        .result(
            ListRow.Result(
                round: "tuan-1",
                number: 2,
                startedAt: Timestamp(milliseconds: 1_795_482_123_004),
                sealedAt: Timestamp(milliseconds: 1_795_482_877_325),
                score: 18_500,
                maximum: 20_000,
                duration: 754_321,
                place: place
            )
        )
    }

    @Test func resultsOfAProvince() {
        let rows = [row("Đặng Thị Lan", result(place: 1)), row("=HYPERLINK(\"x\")", result(place: nil), group: "cu")]
        #expect(
            csv(rows, ListSelection(kind: .results, contest: "thi"), .semicolon)
                == """
                \u{FEFF}STT;Họ và tên;Bảng;Mã đơn vị;Đơn vị;Đợt;Lượt;Bắt đầu;Nộp bài;Điểm;Điểm tối đa;Thời gian (giây);Thứ hạng
                1;Đặng Thị Lan;Cán bộ;xa-1;Xã Một;Tuần 1;2;24/11/2026 08:02:03;24/11/2026 08:14:37;18,5;20;754,321;1
                2;"'=HYPERLINK(""x"")";cu;xa-1;Xã Một;Tuần 1;2;24/11/2026 08:02:03;24/11/2026 08:14:37;18,5;20;754,321;

                """.replacing("\n", with: "\r\n")
        )
    }

    @Test func contactStandsOnlyWhereItIsAskedFor() {
        let progress = ListRow.Facts.progress(ListRow.Progress(attempts: 2, submitted: 1))
        let plain = csv([row("Lan", progress)], ListSelection(kind: .participation, contest: "thi"), .comma)
        #expect(plain.hasSuffix("1,Lan,Cán bộ,xa-1,Xã Một,Đã xác nhận,Đã nộp bài,2,1\r\n"))
        #expect(!plain.contains("1990"))
        let full = ListSelection(kind: .participation, contest: "thi", hasContact: true)
        #expect(
            csv([row("Lan", progress)], full, .comma)
                .hasSuffix("1,Lan,1990,Cán bộ,xa-1,Xã Một,0912 345 678,Đã xác nhận,Đã nộp bài,2,1\r\n")
        )
    }

    @Test(arguments: ListKind.allCases, [true, false])
    func aLineHasACellForEachColumn(_ kind: ListKind, _ hasContact: Bool) {
        let facts: ListRow.Facts =
            switch kind {
            case .results: result(place: 3)
            case .participation, .unfinished: .progress(ListRow.Progress(attempts: 0, submitted: 0))
            case .unregistered: .roster(Timestamp(milliseconds: 0))
            }
        let table = ListTable(ListSelection(kind: kind, contest: "thi", hasContact: hasContact), of: Self.contest)
        #expect(table.cells(of: row("Lan", facts), number: 1).count == table.columns.count)
    }

    @Test(
        arguments: [
            (0, 0, .registered), (1, 0, .open), (2, 1, .submitted), (1, 1, .submitted),
        ] as [(Int, Int, ListRow.Progress.State)]
    )
    func howFarSomebodyIs(_ attempts: Int, _ submitted: Int, _ state: ListRow.Progress.State) {
        #expect(ListRow.Progress(attempts: attempts, submitted: submitted).state == state)
    }

    @Test func aPurposeIsOneLineOfWords() throws {
        #expect(try Purpose.checked("  báo cáo\r\n\u{202E}Sở  ", isNeeded: true) == "báo cáo   Sở")
        #expect(try Purpose.checked(nil, isNeeded: false) == nil)
        #expect(throws: Purpose.Fault.missing) { try Purpose.checked(" \n", isNeeded: true) }
        #expect(throws: Purpose.Fault.tooLong) {
            try Purpose.checked(String(repeating: "a", count: 201), isNeeded: false)
        }
    }

    /// Whatever is called harmless comes out of the guard as it went in.
    @Test func harmlessWordsNeedNoGuard() {
        let words = [
            "", "Đặng Thị Lan", "Ông A", "ẩn", "Ơn", "xa-1", "12", "a=b", "a,=b", "a;-1", "=1", "+84", "-1", "@x",
            "\t=1",
            " =1", "\"=1", "\u{FF1D}1", "\u{200B}=1", "a\u{2028}=1", "a\u{85}=1", "\u{AD}=1", "ớ\u{7F}", "\u{E9}", "'x",
        ]
        for word in words where FormulaGuard.isHarmless(word) {
            #expect(FormulaGuard.protected(word) == word)
            #expect(!word.contains { ",;\"\n".contains($0) })
        }
        #expect(words.filter(FormulaGuard.isHarmless).count == 9)
    }
}
