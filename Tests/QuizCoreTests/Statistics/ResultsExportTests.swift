import QuizCore
import Testing

struct ResultsExportTests {
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

    private func row(name: String, group: String = "can-bo", place: Int = 1) -> ResultRow {
        ResultRow(
            name: name,
            birthYear: 1990,
            group: group,
            unitCode: "xa-1",
            unitTitle: "Xã Một",
            round: "tuan-1",
            number: 2,
            startedAt: Timestamp(milliseconds: 1_795_482_123_004),
            sealedAt: Timestamp(milliseconds: 1_795_482_877_325),
            score: 18_500,
            maximum: 20_000,
            duration: 754_321,
            place: place
        )
    }

    @Test func theTableOfAProvince() {
        let export = ResultsExport(
            contest: Self.contest,
            rows: [row(name: "Trần Thị Bình"), row(name: "=1", group: "khac", place: 2)]
        )
        let expected = """
            \u{FEFF}STT;Họ và tên;Năm sinh;Bảng;Mã đơn vị;Đơn vị;Đợt;Lượt;Bắt đầu;Nộp bài;Điểm;Thời gian (giây);Thứ hạng
            1;Trần Thị Bình;1990;Cán bộ;xa-1;Xã Một;Tuần 1;2;24/11/2026 08:02:03;24/11/2026 08:14:37;18,5;754,321;1
            2;'=1;1990;khac;xa-1;Xã Một;Tuần 1;2;24/11/2026 08:02:03;24/11/2026 08:14:37;18,5;754,321;2

            """
        let lines = export.csv(separator: .semicolon).unicodeScalars.split(separator: "\r").map { String($0) }.joined()
        #expect(lines == expected)
    }

    @Test func theSameForPrograms() throws {
        let json = try ResultsExport(contest: Self.contest, rows: [row(name: "Trần \"Bình\"")]).json()
        #expect(
            String(decoding: json, as: UTF8.self) == #"""
                {"items":[{"birthYear":1990,"durationMs":754321,"group":"can-bo","maxScore":20000,"name":"Trần \"Bình\"",\#
                "number":2,"place":1,"round":"tuan-1","score":18500,"sealedAt":"2026-11-24T01:14:37.325Z",\#
                "startedAt":"2026-11-24T01:02:03.004Z","unit":{"code":"xa-1","title":"Xã Một"}}]}
                """#
        )
    }

    @Test func nobodyIsAHeadingAlone() throws {
        let export = ResultsExport(contest: Self.contest, rows: [])
        #expect(export.csv(separator: .comma).hasSuffix("Thứ hạng\r\n"))
        #expect(String(decoding: try export.json(), as: UTF8.self) == #"{"items":[]}"#)
    }
}
