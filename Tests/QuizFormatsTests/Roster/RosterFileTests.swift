import Foundation
import QuizCore
import QuizFormats
import Testing

struct RosterFileTests {
    private func read(_ text: String) -> RosterTable { RosterFile.read(Array(text.utf8)) }

    private func words(_ table: RosterTable) -> [[String]] {
        table.rows.map { row in [.name, .family, .given, .birth, .unit].map { row.text($0) } }
    }

    @Test func aListOfASchoolIsReadFromItsHeadingToItsLastPupil() {
        let table = read(
            """
            TRƯỜNG THCS MẪU MỘT,,,,,,
            DANH SÁCH HỌC SINH LỚP 8A,,,,,,

            STT,Họ và tên,,Ngày sinh,Giới tính,Dân tộc,Lớp
            1,Nguyễn Văn,An,05/09/2012,Nam,Kinh,8A
            2,Trần Thị Bé,,12/1/2012,Nữ,Kinh,8A
            ,,,,,,
            Danh sách có 2 học sinh,,,,,,
            """
        )
        #expect(table.faults.isEmpty, "\(table.faults)")
        #expect(
            words(table) == [
                ["Nguyễn Văn An", "", "", "05/09/2012", "8A"], ["Trần Thị Bé", "", "", "12/1/2012", "8A"],
            ]
        )
        #expect(table.rows.map(\.number) == [5, 6])
        // Neither used nor stored, and said so.
        #expect(table.ignored == ["STT", "Giới tính", "Dân tộc"])
    }

    @Test(
        arguments: [
            "Họ đệm;Tên;Năm sinh;Lớp\nLê Thị;Ánh;2012;8A",
            "Last name,First name,Date of birth,Class\nLê Thị,Ánh,2012,8A",
            "HỌ VÀ CHỮ ĐỆM\tTÊN\tNGÀY, THÁNG, NĂM SINH\tLớp\nLê Thị\tÁnh\t2012\t8A",
            "\u{FEFF}\"Họ lót\",\"Tên\",\"Sinh ngày\",\"Tên lớp\"\r\n\"Lê Thị\",\"Ánh\",\"2012\",\"8A\"\r\n",
        ]
    )
    func headingsAreKnownInTheirVariety(_ text: String) {
        let table = read(text)
        #expect(table.faults.isEmpty && words(table) == [["", "Lê Thị", "Ánh", "2012", "8A"]], "\(table)")
    }

    @Test func aListWithoutHeadingIsToldWhatItNeeds() {
        let table = read("Nguyễn Văn An\t2012\t8A\n")
        #expect(table.rows.isEmpty && table.faults.count == 1)
        #expect(table.faults[0].vi.contains("Họ và tên") && table.faults[0].vi.contains("hàng tiêu đề"))
        #expect(read("Họ tên,Năm sinh\n").faults.count == 1)
        #expect(RosterFile.read([0xFF, 0xFE, 0x41, 0]).faults.first?.vi.contains("UTF-16") == true)
        #expect(RosterFile.read([]).faults.count == 1)
    }

    /// Formulas count as the values stored beside them; days are days.
    @Test func aWorkbookIsReadAsValues() {
        var book = WorkbookFixture(
            """
            <row r="1"><c r="A1" t="str"><v>Họ và tên</v></c><c r="B1" t="str"><v>Ngày sinh</v></c>\
            <c r="C1" t="str"><v>Lớp</v></c></row>\
            <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x","y")</f><v>Lê An</v></c><c r="B2" s="1"><v>41157</v></c>\
            <c r="C2" t="str"><v>8A</v></c></row>\
            <row r="3"><c r="A3" t="str"><v>Lê Bình</v></c><c r="B3"><f>TODAY()</f></c></row>
            """,
            hasHeading: false
        )
        book.styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        book.behindRows = "<mergeCells><mergeCell ref=\"C2:C3\"/></mergeCells>"
        let table = RosterFile.read(book.bytes)
        #expect(words(table) == [["Lê An", "", "", "2012-09-05", "8A"], ["Lê Bình", "", "", "", "8A"]])
        #expect(table.faults.map(\.row) == [3] && table.faults[0].vi.contains("công thức"))
    }

    @Test func everySheetOfAClassIsRead() {
        let row = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>Họ tên</v></c><c r=\"B1\" t=\"str\"><v>Năm sinh</v></c></row>"
        func person(_ name: String) -> String {
            "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>\(name)</v></c><c r=\"B2\"><v>2012</v></c></row>"
        }
        var book = WorkbookFixture(row + person("Lê Bình"), hasHeading: false)
        book.sheets = [("8A", "visible"), ("8B", "visible")]
        book.parts["xl/worksheets/sheet1.xml"] =
            "<worksheet xmlns=\"\(WorkbookFixture.namespace)\"><sheetData>\(row)\(person("Lê An"))</sheetData></worksheet>"
        let table = RosterFile.read(book.bytes)
        #expect(table.rows.map { "\(table.sheets[$0.sheet]) \($0.text(.name))" } == ["8A Lê An", "8B Lê Bình"])
    }

    /// What is given back to be mended holds no formula, and is read again as it is.
    @Test func faultyRowsComeBackAsAWorkbookOfTexts() throws {
        let table = read("Họ tên,Năm sinh,Lớp\n=1+1,2012,8A\nLê An,2012,8A\n+84 An,,8A\n")
        let contest = try Contest(
            yaml: Array(
                """
                contest: c
                mode: demo
                title: C
                banks: [b]
                rounds: [{ id: r, title: R, opens: 2026-01-01T00:00 }]
                rules: { minutes: 10, attempts: { limit: 1, per: contest } }
                groups: [{ id: thcs, title: THCS, blueprint: [{ count: 1 }] }]
                """.utf8
            ),
            vocabulary: Shipped.vocabulary()
        )
        let school = Unit(code: "s", title: "S", type: "thcs", parent: nil)
        let judge = RosterJudge(
            contest: contest,
            year: 2026,
            unit: school,
            below: [Unit(code: "8a", title: "Lớp 8A", type: "lop", parent: "s")],
            above: [],
            settings: RosterSettings()
        )
        let judged = judge.judge(table, known: [])
        #expect(judged.people.count == 1 && judged.faulty == [0, 2])
        let bytes = try RosterWorkbook.bytes(table, judged, .vietnamese)
        let again = RosterFile.read(bytes)
        #expect(again.rows.map { $0.text(.name) } == ["=1+1", "+84 An"])
        #expect(again.ignored == ["Ghi chú sửa"])
    }
}
