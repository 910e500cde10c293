import QuizCore
import QuizFormats

/// Documents made by hand as Word writes them, of which every part can be set.
struct DocumentFixture {
    static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let mainType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

    /// The content of `w:body`.
    var body: String
    var namespace = transitional
    /// The content of `w:styles`.
    var styles = ""
    /// The content of `w:numbering`.
    var numbering = ""
    var type = mainType
    /// Parts in place of those that would be made, or besides; empty: none.
    var parts: [String: String] = [:]

    /// Paragraphs of plain text, one a line; `**bold**`, `__underlined__`, `^^red^^`, `==highlighted==`, `⇥` a tab, `↵` a break.
    init(_ text: String) {
        body = text.split(separator: "\n", omittingEmptySubsequences: false).map { Self.paragraph(String($0)) }.joined()
    }

    init(body: String) {
        self.body = body
    }

    static func paragraph(_ text: String, _ properties: String = "") -> String {
        let pPr = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
        return "<w:p w:rsidR=\"00A77427\" w:rsidRDefault=\"00A77427\">\(pPr)\(runs(text))</w:p>"
    }

    /// Rows of cells of plain text, with `|` between.
    static func table(_ rows: [String], _ cell: String = "") -> String {
        let rows = rows.map { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).map { text in
                let paragraphs = text.split(separator: "¶").map { paragraph(String($0)) }.joined()
                return "<w:tc><w:tcPr><w:tcW w:w=\"2337\" w:type=\"dxa\"/>\(cell)</w:tcPr>"
                    + (paragraphs.isEmpty ? paragraph("") : paragraphs) + "</w:tc>"
            }
            return "<w:tr w:rsidR=\"00A77427\">\(cells.joined())</w:tr>"
        }
        return
            "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid>"
            + rows.joined() + "</w:tbl>"
    }

    private static let looks = [
        "**": "<w:b/><w:bCs/>", "__": "<w:u w:val=\"single\"/>", "^^": "<w:color w:val=\"FF0000\"/>",
        "==": "<w:highlight w:val=\"yellow\"/>",
    ]

    static func runs(_ text: String) -> String {
        var runs = ""
        var open: [String] = []
        var rest = text[...]
        var plain = ""
        func flush() {
            if !plain.isEmpty { runs += run(plain, open.compactMap { looks[$0] }.joined()) }
            plain = ""
        }
        while !rest.isEmpty {
            if let sign = looks.keys.first(where: { rest.hasPrefix($0) }) {
                flush()
                if let index = open.firstIndex(of: sign) { open.remove(at: index) } else { open.append(sign) }
                rest = rest.dropFirst(2)
            } else if let character = rest.popFirst() {
                plain.append(character)
            }
        }
        flush()
        return runs
    }

    static func run(_ text: String, _ properties: String = "") -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing("⇥", with: "</w:t><w:tab/><w:t xml:space=\"preserve\">")
            .replacing("↵", with: "</w:t><w:br/><w:t xml:space=\"preserve\">")
        return
            "<w:r w:rsidRPr=\"00C0FFEE\"><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(escaped)</w:t></w:r>"
    }

    var document: String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document xmlns:w=\"\(namespace)\""
            + " xmlns:r=\"\(Self.relations)\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wp=\"urn:wp\" xmlns:a=\"urn:a\" xmlns:v=\"urn:v\" xmlns:o=\"urn:o\" xmlns:wps=\"urn:wps\">"
            + "<w:body>\(body)<w:sectPr w:rsidR=\"00A77427\"><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr></w:body></w:document>"
    }

    var bytes: [UInt8] {
        let head = "xmlns:w=\"\(namespace)\""
        var all = [
            "[Content_Types].xml":
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"\(type)\"/></Types>",
            "_rels/.rels": Self.relations([("officeDocument", "word/document.xml")]),
            "word/_rels/document.xml.rels": Self.relations([
                ("styles", "styles.xml"), ("numbering", "/word/numbering.xml"),
            ]),
            "word/document.xml": document,
            "word/styles.xml": "<w:styles \(head)>\(styles)</w:styles>",
            "word/numbering.xml": "<w:numbering \(head)>\(numbering)</w:numbering>",
        ]
        for (name, text) in parts { all[name] = text.isEmpty ? nil : text }
        return ZipBuilder().archive(all.sorted { $0.key < $1.key }.map { ZipBuilder.Item($0, $1) })
    }

    static func relations(_ targets: [(type: String, target: String)]) -> String {
        let items = targets.enumerated().map { index, relation in
            "<Relationship Id=\"rId\(index + 1)\" Type=\"\(Self.relations)/\(relation.type)\" Target=\"\(relation.target)\"/>"
        }
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + items.joined() + "</Relationships>"
    }

    /// A document whose main part is just these bytes.
    static func archive(of document: [UInt8]) -> [UInt8] {
        ZipBuilder().archive([
            .init("_rels/.rels", relations([("officeDocument", "word/document.xml")])),
            .init("word/document.xml", document),
        ])
    }

    func read() throws -> ForeignBank {
        try DOCX.read(bytes, vocabulary: Shipped.vocabulary())
    }
}

/// A document's questions in one line each, or its faults.
func read(_ text: String) throws -> [String] {
    let bank = try DocumentFixture(text).read()
    return bank.faults.isEmpty ? bank.questions.map(shown) : told(bank.faults)
}
