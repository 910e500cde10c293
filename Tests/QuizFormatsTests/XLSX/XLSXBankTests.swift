import QuizCore
import QuizFormats
import Testing

struct XLSXBankTests {
    private func text(_ reference: String, _ text: String) -> String {
        "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }

    /// Row 2 with `cell` as option A.
    private func option(_ cell: String, _ change: (inout WorkbookFixture) -> Void = { _ in }) throws -> ForeignBank {
        var fixture = WorkbookFixture(
            "<row r=\"2\">\(text("A2", "Hỏi?"))\(cell)\(text("C2", "y"))\(text("D2", "B"))</row>"
        )
        change(&fixture)
        return try fixture.read()
    }

    private static let styles = """
        <numFmts count="4"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="0.0%"/>\
        <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="&quot;ngày&quot; 0.00"/></numFmts>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/><xf numFmtId="165"/>\
        <xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="2"/></cellXfs>
        """

    @Test(arguments: [
        ("<c r=\"B2\"><v>3</v></c>", "3"), ("<c r=\"B2\"><v>3.0</v></c>", "3"),
        ("<c r=\"B2\"><v>0.30000000000000004</v></c>", "0.3"), ("<c r=\"B2\"><v>1E-3</v></c>", "0.001"),
        ("<c r=\"B2\"><v>-1.5</v></c>", "-1.5"), ("<c r=\"B2\" s=\"99\"><v>2</v></c>", "2"),
        ("<c r=\"B2\"><v>123456789012</v></c>", "123456789012"),
        ("<c r=\"B2\" s=\"1\"><v>45292</v></c>", "2024-01-01"),
        ("<c r=\"B2\" s=\"2\"><v>45292.5</v></c>", "2024-01-01"),
        ("<c r=\"B2\" s=\"2\"><v>59</v></c>", "1900-02-28"), ("<c r=\"B2\" s=\"2\"><v>61</v></c>", "1900-03-01"),
        ("<c r=\"B2\" s=\"3\"><v>0.5</v></c>", "50%"), ("<c r=\"B2\" s=\"4\"><v>0.125</v></c>", "12.5%"),
        ("<c r=\"B2\" s=\"5\"><v>0.75</v></c>", "18:00"), ("<c r=\"B2\" s=\"6\"><v>1.005</v></c>", "1.01"),
        ("<c r=\"B2\" s=\"7\"><v>45292.3125</v></c>", "2024-01-01 07:30"), ("<c r=\"B2\" s=\"8\"><v>2</v></c>", "2.00"),
        ("<c r=\"B2\" t=\"b\"><v>1</v></c>", "TRUE"),
        ("<c r=\"B2\" t=\"str\"><f>A1&amp;1</f><v>kết quả</v></c>", "kết quả"),
        ("<c r=\"B2\"><f>1+1</f><v>2</v></c>", "2"),
        ("<c r=\"B2\" t=\"d\"><v>2026-11-24T00:00:00</v></c>", "2026-11-24"),
        ("<c r=\"B2\" t=\"s\"><v>1</v></c>", "đậm và thường"), ("<c r=\"B2\" t=\"s\"><v>2</v></c>", "a\nb_x0041_"),
        ("<c r=\"B2\" t=\"inlineStr\"><is><r><t>một </t></r><r><rPr><b/></rPr><t>hai</t></r></is></c>", "một hai"),
        ("<c><v>7</v></c>", "7"),
    ])
    func cellsAreReadAsTheyAreShown(_ cell: String, _ expected: String) throws {
        let bank = try option(cell) {
            $0.styles = Self.styles
            $0.texts = """
                <si><t>x</t></si><si><r><t>đậm</t></r><r><rPr><b/></rPr><t xml:space="preserve"> và thường</t></r>\
                <rPh sb="0" eb="1"><t>đọc</t></rPh></si><si><t>a_x000D_\nb_x005F_x0041_</t></si>
                """
        }
        #expect(bank.faults == [])
        #expect(bank.questions.first?["options"]?.starred == [expected, "*y"])
    }

    @Test(arguments: [
        "<c r=\"B2\"><f>1+1</f></c>", "<c r=\"B2\"><f>1+1</f><v></v></c>", "<c r=\"B2\" t=\"e\"><v>#REF!</v></c>",
        "<c r=\"B2\" t=\"s\"><v>1</v></c>", "<c r=\"B2\" t=\"s\"><v>-1</v></c>", "<c r=\"B2\" t=\"s\"><v>x</v></c>",
        "<c r=\"B2\"><v>NaN</v></c>", "<c r=\"B2\"><v>INF</v></c>", "<c r=\"B2\"><v>1,5</v></c>",
        "<c r=\"B2\" s=\"1\"><v>60</v></c>", "<c r=\"B2\" s=\"1\"><v>-1</v></c>",
        "<c r=\"B2\" s=\"1\"><v>1E300</v></c>",
        "<c r=\"B2\" t=\"s\"><v>99999999999999999999</v></c>",
    ])
    func cellsThatCannotBeUsedAreFaultsAtTheirPlace(_ cell: String) throws {
        let bank = try option(cell) {
            $0.texts = "<si><t>x</t></si>"
            $0.styles = Self.styles
        }
        #expect(bank.faults.contains { $0.line == 2 && $0.column == 2 })
    }

    @Test(arguments: [
        "<row r=\"1\"/>", "<row r=\"-3\"/>", "<row r=\"NaN\"/>", "<row r=\"1048577\"/>",
        "<row r=\"99999999999999999999\"/>",
        "<row r=\"2\"><c r=\"XFE2\"/></row>", "<row r=\"2\"><c r=\"A3\"/></row>",
        "<row r=\"2\"><c r=\"B2\"/><c r=\"B2\"/></row>",
        "<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>", "<row r=\"2\"><c r=\"2\"/></row>",
        "<row r=\"2\"><c r=\"A\"/></row>",
        "<row r=\"2\"><c r=\"AAAAAAAAAAAAAAAA2\"/></row>", "<row r=\"2\"><row r=\"3\"/></row>",
        "<row r=\"2\"><c r=\"A2\"><c r=\"B2\"/></c></row>", "<row r=\"2\"><c r=\"XFD2\"/><c/></row>",
    ])
    func aDamagedGridIsRefused(_ rows: String) throws {
        let bank = try WorkbookFixture(rows).read()
        #expect(bank.questions.isEmpty)
        #expect(bank.faults.first?.message.en.contains("damaged") == true)
    }

    @Test func theLastCellOfTheGridIsTaken() throws {
        let bank = try WorkbookFixture("<row r=\"1048576\">\(text("A1048576", "?"))\(text("XFD1048576", "x"))</row>")
            .read()
        #expect(bank.questions.map(\.place.line) == [1_048_576])
        #expect(bank.notices.map(\.column) == [16_384])
    }

    @Test func hiddenAndEmptySheetsAreSkipped() throws {
        var fixture = WorkbookFixture("<row r=\"3\">\(text("A3", "?"))\(text("B3", "x"))</row>")
        fixture.sheets = [("Ẩn", "hidden"), ("Rất ẩn", "veryHidden"), ("Trống", "visible"), ("Câu hỏi", "visible")]
        fixture.parts["xl/worksheets/sheet1.xml"] = "<worksheet>not looked into"
        #expect(try fixture.read().questions.map(\.place.line) == [3])
        fixture.sheets = [("Ẩn", "hidden")]
        #expect(try fixture.read().faults.first?.message.en.contains("no sheet") == true)
    }

    /// Else a large one could be read as often as it has names.
    @Test func twoSheetsOfOnePartAreRefused() throws {
        var fixture = WorkbookFixture("")
        let sheets = (1...2).map { "<sheet name=\"Bank\" sheetId=\"\($0)\" r:id=\"rId1\"/>" }
        fixture.parts["xl/workbook.xml"] =
            "<workbook xmlns=\"\(WorkbookFixture.namespace)\" xmlns:r=\"\(WorkbookFixture.relations)\">"
            + "<sheets>\(sheets.joined())</sheets></workbook>"
        #expect(try fixture.read().faults.first?.message.en.contains("two sheets are") == true)
    }

    @Test func mergedCellsBeyondTheGridAreLeft() throws {
        let heading = "<row r=\"1\">\(text("A1", "Câu hỏi"))\(text("B1", "Chủ đề"))</row>"
        let rows = (2...9).map {
            "<row r=\"\($0)\">\(text("A\($0)", "?"))\($0.isMultiple(of: 8) ? text("B\($0)", "ma-doc") : "")</row>"
        }
        var fixture = WorkbookFixture(heading + rows.joined(), hasHeading: false)
        let areas = (2...12).map { "<mergeCell ref=\"B\($0):B1048576\"/>" }
        fixture.behindRows = "<mergeCells>\(areas.joined())</mergeCells>"
        // Five of the whole height are more than four columns can have: that of row 8 is not looked at.
        let topics = try fixture.read().questions.map { $0["topic"]?.scalar != nil }
        #expect(topics == [false, false, false, false, false, false, true, false])
    }

    @Test func aMergedTopicHoldsForAllItsRows() throws {
        let heading = "<row r=\"1\">\(text("A1", "Chủ đề"))\(text("B1", "Câu hỏi"))\(text("C1", "A"))</row>"
        let rows = (2...5).map {
            "<row r=\"\($0)\">\($0 == 2 ? text("A2", "Phòng chống mã độc") : "")\(text("B\($0)", "Câu \($0)"))</row>"
        }
        var fixture = WorkbookFixture(heading + rows.joined(), hasHeading: false)
        fixture.behindRows =
            "<mergeCells><mergeCell ref=\"A2:A4\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"x\"/></mergeCells>"
        let bank = try fixture.read()
        #expect(bank.questions.map { $0["topic"]?.scalar } == ["ma-doc", "ma-doc", "ma-doc", nil])
        #expect(bank.questions[2].category == ["Phòng chống mã độc"])
    }

    @Test func daysMayBeCountedFrom1904() throws {
        let bank = try option("<c r=\"B2\" s=\"1\"><v>0</v></c>") {
            $0.styles = Self.styles
            $0.workbookProperties = "<workbookPr date1904=\"1\"/>"
        }
        #expect(bank.questions.first?["options"]?.starred == ["1904-01-01", "*y"])
    }

    @Test func prefixesMayBeOthers() throws {
        var fixture = WorkbookFixture("")
        let cell = { (place: String, text: String) in
            "<x:c r=\"\(place)\" t=\"inlineStr\"><x:is><x:t>\(text)</x:t></x:is></x:c>"
        }
        fixture.parts["xl/worksheets/sheet1.xml"] = """
            <x:worksheet xmlns:x="\(WorkbookFixture.namespace)"><x:sheetData><x:row r="1">\(cell("A1", "Câu hỏi"))\
            \(cell("B1", "A"))</x:row><x:row r="2">\(cell("A2", "Hỏi?"))\(cell("B2", "x"))</x:row></x:sheetData></x:worksheet>
            """
        #expect(try fixture.read().questions.first?["prompt"]?.scalar == "Hỏi?")
    }

    @Test(arguments: [
        ("xl/workbook.bin", "XLSB"), ("mimetype", "OpenDocument"), ("xl/worksheets/sheet1.xml", "cut off"),
        ("xl/_rels/workbook.xml.rels", "no sheet"), ("_rels/.rels", "another archive"),
    ])
    func otherFilesAreNamed(_ part: String, _ words: String) throws {
        var fixture = WorkbookFixture("")
        let empty = "<Relationships xmlns=\"x\"/>"
        fixture.parts[part] =
            part == "mimetype" ? "application/vnd.oasis.opendocument.spreadsheet" : part.hasSuffix("rels") ? empty : ""
        #expect(try fixture.read().faults.first?.message.en.contains(words) == true)
    }

    @Test func filesThatAreNoArchivesAreRefused() throws {
        let vocabulary = try Shipped.vocabulary()
        #expect(
            XLSXBank.read([0xD0, 0xCF, 0x11, 0xE0, 0xA1], vocabulary: vocabulary).faults.first?.message.en.contains(
                "XLS"
            ) == true
        )
        #expect(XLSXBank.read([], vocabulary: vocabulary).faults.count == 1)
        #expect(XLSXBank.read(Array("Câu hỏi,A".utf8), vocabulary: vocabulary).faults.count == 1)
    }

    @Test func changedWorkbooksNeverStopTheProcess() throws {
        let vocabulary = try Shipped.vocabulary()
        let sheet =
            WorkbookFixture.heading
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><f>1</f><v>45292</v></c></row>"
        var generator = SplitMix(state: 21)
        for _ in 0..<1_500 {
            var bytes = Array(sheet.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: bytes.indices, using: &generator)
                bytes[index] = UInt8.random(in: 0x20...0x7E, using: &generator)
            }
            var fixture = WorkbookFixture(String(decoding: bytes, as: UTF8.self), hasHeading: false)
            fixture.texts = "<si><t>x</t></si>"
            fixture.styles = Self.styles
            let bank = XLSXBank.read(fixture.bytes, vocabulary: vocabulary)
            #expect(!bank.questions.isEmpty || !bank.faults.isEmpty)
        }
    }

    @Test func aCutWorkbookIsRefusedAtEveryByte() throws {
        let vocabulary = try Shipped.vocabulary()
        let bytes = WorkbookFixture("<row r=\"2\">\(text("A2", "?"))</row>").bytes
        for count in 0..<bytes.count {
            #expect(XLSXBank.read(Array(bytes.prefix(count)), vocabulary: vocabulary).questions.isEmpty)
        }
    }
}
