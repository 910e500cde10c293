import QuizCore
import QuizFormats

/// Workbooks made by hand, of which every part can be set.
struct WorkbookFixture {
    static let namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// A heading in row 1: `Câu hỏi | A | B | Đáp án`.
    static let heading = """
        <row r="1"><c r="A1" t="inlineStr"><is><t>Câu hỏi</t></is></c><c r="B1" t="inlineStr"><is><t>A</t></is></c>\
        <c r="C1" t="inlineStr"><is><t>B</t></is></c><c r="D1" t="inlineStr"><is><t>Đáp án</t></is></c></row>
        """

    /// The rows of the first sheet.
    var rows = ""
    var behindRows = ""
    /// The content of `sst`.
    var texts: String?
    /// The content of `styleSheet`.
    var styles: String?
    var workbookProperties = ""
    /// Name and state of sheets; the one with the rows is the last.
    var sheets: [(name: String, state: String)] = [("Trang 1", "visible")]
    /// Parts in place of those that would be made, or besides.
    var parts: [String: String] = [:]

    init(_ rows: String, hasHeading: Bool = true) {
        self.rows = hasHeading ? Self.heading + rows : rows
    }

    var bytes: [UInt8] {
        var all = [
            "_rels/.rels": relations([("rId1", "officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": relations(
                sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
                    + [("rId90", "sharedStrings", "/xl/sharedStrings.xml"), ("rId91", "styles", "./styles.xml")]
            ),
            "xl/sharedStrings.xml": "<sst xmlns=\"\(Self.namespace)\">\(texts ?? "")</sst>",
            "xl/styles.xml": "<styleSheet xmlns=\"\(Self.namespace)\">\(styles ?? "")</styleSheet>",
        ]
        for index in sheets.indices {
            let rows = index == sheets.count - 1 ? rows : ""
            all["xl/worksheets/sheet\(index + 1).xml"] =
                "<worksheet xmlns=\"\(Self.namespace)\"><sheetData>\(rows)</sheetData>\(behindRows)</worksheet>"
        }
        for (name, text) in parts { all[name] = text }
        return ZipBuilder().archive(all.sorted { $0.key < $1.key }.map { ZipBuilder.Item($0, $1) })
    }

    func read() throws -> ForeignBank {
        try XLSXBank.read(bytes, vocabulary: Shipped.vocabulary())
    }

    private var workbook: String {
        let items = sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"rId\(index + 1)\"/>"
        }
        return "<workbook xmlns=\"\(Self.namespace)\" xmlns:r=\"\(Self.relations)\">\(workbookProperties)"
            + "<sheets>\(items.joined())</sheets></workbook>"
    }

    private func relations(_ targets: [(id: String, type: String, target: String)]) -> String {
        let items = targets.map { relation in
            "<Relationship Id=\"\(relation.id)\" Type=\"\(Self.relations)/\(relation.type)\" Target=\"\(relation.target)\"/>"
        }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.joined() + "</Relationships>"
    }
}
