import QuizCore
import QuizFormats
import Testing

/// What Word writes around the text.
struct WordDocumentTests {
    private let options = "A. Huế\nB. Hà Nội\nĐáp án: B"

    private func prompt(_ runs: String, _ change: (inout DocumentFixture) -> Void = { _ in }) throws -> String? {
        var fixture = DocumentFixture(body: "<w:p>\(runs)</w:p>" + DocumentFixture(options).body)
        change(&fixture)
        let bank = try fixture.read()
        #expect(told(bank.faults) == [])
        return bank.questions.first?["prompt"]?.scalar
    }

    private func run(_ text: String, _ properties: String = "") -> String { DocumentFixture.run(text, properties) }

    @Test(
        arguments: [
            (
                #"<w:proofErr w:type="spellStart"/><w:r><w:t>Câ</w:t></w:r><w:r w:rsidR="00B"><w:t>u 1. Th</w:t></w:r><w:bookmarkStart w:id="0" w:name="_Go"/><w:r><w:t>ủ đô?</w:t></w:r>"#,
                "Thủ đô?"
            ),
            (
                #"<w:ins w:id="1" w:author="a"><w:r><w:t>Câu 1. Thủ</w:t></w:r></w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>xóa</w:delText></w:r></w:del><w:r><w:t xml:space="preserve"> đô?</w:t></w:r>"#,
                "Thủ đô?"
            ),
            (
                #"<w:r><w:t>Câu 1. Thủ</w:t></w:r><w:moveFrom w:id="2" w:author="a"><w:r><w:t>cũ</w:t></w:r></w:moveFrom><w:moveTo w:id="3" w:author="a"><w:r><w:t xml:space="preserve"> đô?</w:t></w:r></w:moveTo>"#,
                "Thủ đô?"
            ),
            (
                #"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> SEQ c </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Câu 1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>. Thủ đô?</w:t></w:r>"#,
                "Thủ đô?"
            ),
            (
                #"<w:fldSimple w:instr=" SEQ c "><w:r><w:t>Câu 1</w:t></w:r></w:fldSimple><w:r><w:t>. Thủ đô?</w:t></w:r>"#,
                "Thủ đô?"
            ),
            (
                #"<w:sdt><w:sdtPr><w:text/><w:placeholder><w:docPart w:val="x"/></w:placeholder></w:sdtPr><w:sdtContent><w:r><w:t>Câu 1. Thủ đô?</w:t></w:r></w:sdtContent></w:sdt>"#,
                "Thủ đô?"
            ),
            (
                #"<w:r><w:t>Câu 1. Thủ</w:t></w:r><mc:AlternateContent><mc:Choice Requires="x"><w:r><w:t xml:space="preserve"> đô?</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t xml:space="preserve"> đô!</w:t></w:r></mc:Fallback></mc:AlternateContent>"#,
                "Thủ đô?"
            ),
            (
                #"<w:smartTag w:element="place"><w:r><w:t>Câu 1. Thủ</w:t></w:r></w:smartTag><w:r><w:noBreakHyphen/><w:t>đô</w:t><w:softHyphen/><w:t>?</w:t></w:r>"#,
                "Thủ-đô?"
            ),
            (
                #"<w:r><w:t>Câu 1. 10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:t xml:space="preserve"> CO</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>"#,
                "10² CO₂"
            ),
            (
                #"<w:r><w:t>Câu 1. Góc 90</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r><w:r><w:t xml:space="preserve"> và </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>"#,
                "Góc 90° và ✓"
            ),
            (
                #"<w:r><w:t>Câu 1. Chữ</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve"> ẩn</w:t></w:r>"#,
                "Chữ"
            ),
            (
                #"<w:r><w:t xml:space="preserve">Câu 1. Thủ đô</w:t><w:footnoteReference w:id="2"/><w:t>?</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r>"#,
                "Thủ đô?"
            ),
            (
                #"<w:r><w:t xml:space="preserve">Câu 1. Tính </w:t></w:r><m:oMath><m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=4</m:t></m:r></m:oMath>"#,
                "Tính x²=4"
            ),
            (
                #"<w:r><w:t xml:space="preserve">Câu 1. Tính </w:t></w:r><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>"#,
                "Tính (a+b)/2"
            ),
            (
                "<w:ruby><w:rt><w:r><w:t>đọc</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>Câu 1. Thủ đô?</w:t></w:r></w:rubyBase></w:ruby>",
                "Thủ đô?"
            ),
        ]
    )
    func textIsThatWhichIsSeen(_ runs: String, _ expected: String) throws {
        #expect(try prompt(runs) == expected)
    }

    @Test func whatIsLeftOutIsTold() throws {
        let runs = #"""
            <w:r><w:t>Câu 1. Thủ đô?</w:t></w:r><w:del w:id="2"><w:r><w:delText>x</w:delText></w:r></w:del>
            <w:ins w:id="3"><w:r><w:t>!</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="2"/></w:r>
            <w:r><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
            <w:r><w:sym w:font="Wingdings 3" w:char="F070"/></w:r>
            <mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx><w:txbxContent><w:p><w:r>
            <w:t>khung</w:t></w:r></w:p></w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice></mc:AlternateContent>
            """#
        let bank = try DocumentFixture(body: "<w:p>\(runs)</w:p>" + DocumentFixture(options).body).read()
        let words = ["inserted", "deleted", "comment", "footnote", "text box", "hidden text", "special font"]
        for word in words {
            #expect(told(bank.notices).contains { $0.hasPrefix("1:1: ") && $0.contains(word) }, "\(word)")
        }
        #expect(bank.notices.count == words.count)
    }

    @Test func picturesAreToldQuestionByQuestion() throws {
        let picture =
            #"<w:r><w:drawing><wp:inline><a:graphic><a:blip r:embed="rId7"/></a:graphic></wp:inline></w:drawing></w:r>"#
        let body =
            "<w:p>\(run("Câu 1. Hình gì?"))</w:p><w:p>\(picture)</w:p>" + DocumentFixture(options).body
            + "<w:p>\(run("Câu 2. "))\(picture)</w:p>" + DocumentFixture(options).body
        let bank = try DocumentFixture(body: body).read()
        #expect(
            told(bank.notices).map { $0.prefix(44) }
                == [
                    "2:1: question 1: 1 pictures are left out; see", "6:1: question 2: 1 pictures are left out; see",
                ].map { $0.prefix(44) }
        )
        #expect(told(bank.faults).map { $0.prefix(43) } == ["6:1: question 2: the question is a picture o".prefix(43)])
    }

    @Test func anEquationThatIsLostIsAFaultOfItsQuestion() throws {
        let math = "<m:oMath><m:nary><m:e><m:r><m:t>x</m:t></m:r></m:e></m:nary></m:oMath>"
        let old = #"<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Equation.DSMT4"/></w:object></w:r>"#
        for lost in [math, old] {
            let bank = try DocumentFixture(
                body: "<w:p>\(run("Câu 1. Tính "))\(lost)</w:p>" + DocumentFixture(options).body
            ).read()
            #expect(told(bank.faults).map { $0.prefix(38) } == ["1:1: question 1: it has an equation tha".prefix(38)])
        }
    }

    private let styles = """
        <w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
        <w:style w:type="paragraph" w:styleId="Dam"><w:name w:val="Đậm"/><w:basedOn w:val="Normal"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Dam"/></w:style>
        <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Key"><w:name w:val="Key"/><w:basedOn w:val="Red"/></w:style>
        <w:style w:type="character" w:styleId="Red"><w:name w:val="Red"/><w:basedOn w:val="Key"/><w:rPr><w:color w:val="EE0000"/></w:rPr></w:style>
        <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
        """

    @Test(
        arguments: [
            ("", #"<w:rStyle w:val="Strong"/>"#, true), ("", #"<w:rStyle w:val="Key"/>"#, true), ("Dam", "", true),
            ("Con", "", true), ("Con", #"<w:rStyle w:val="Strong"/>"#, false), ("Dam", "<w:b w:val=\"false\"/>", false),
            ("Con", "<w:b/>", true), ("", #"<w:rStyle w:val="Hyperlink"/>"#, false),
            ("", "<w:shd w:val=\"clear\" w:fill=\"FFFF00\"/>", true),
            ("", "<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", false),
            ("", "<w:rPrChange w:id=\"1\"><w:rPr><w:b/></w:rPr></w:rPrChange>", false),
        ]
    )
    func stylesMark(_ paragraph: String, _ run: String, _ isMarked: Bool) throws {
        let style = paragraph.isEmpty ? "" : "<w:pPr><w:pStyle w:val=\"\(paragraph)\"/></w:pPr>"
        let body = DocumentFixture("Câu 1. Thủ đô?\nA. Huế").body + "<w:p>\(style)\(self.run("B. Hà Nội", run))</w:p>"
        var fixture = DocumentFixture(body: body)
        fixture.styles = styles
        let bank = try fixture.read()
        #expect(bank.faults.isEmpty == isMarked, "\(told(bank.faults))")
        if isMarked { #expect(bank.questions.first?["options"]?.starred == ["Huế", "*Hà Nội"]) }
    }

    @Test func headingsAreCategoriesAndContentsAreNot() throws {
        var fixture = DocumentFixture(
            body: DocumentFixture.paragraph("Câu 1. Thủ đô? 3", "<w:pStyle w:val=\"TOC1\"/>")
                + DocumentFixture.paragraph("Phòng chống mã độc", "<w:pStyle w:val=\"u1\"/>")
                + DocumentFixture("Câu 1. Thủ đô?\n" + options).body
                + DocumentFixture.paragraph("Vận dụng", "<w:outlineLvl w:val=\"1\"/>")
                + DocumentFixture("Câu 2. Biển?\n" + options).body
        )
        fixture.styles = styles
        let bank = try fixture.read()
        #expect(told(bank.faults) == [])
        #expect(bank.questions.map(\.category) == [["Phòng chống mã độc"], ["Phòng chống mã độc"]])
        #expect(bank.questions.map { $0["difficulty"]?.scalar } == [nil, "hard"])
        #expect(bank.questions.map(\.place.line) == [3, 8])
    }

    private let numbering = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Câu %1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
        <w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
        <w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>
        <w:num w:numId="4"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
        <w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
        """

    private func item(_ text: String, _ number: Int, _ level: Int = 0) -> String {
        DocumentFixture.paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(number)\"/></w:numPr>")
    }

    @Test func listsNumberQuestionsAndOptions() throws {
        var fixture = DocumentFixture(
            body: item("Thủ đô?", 1) + item("Huế", 1, 1) + item("**Hà Nội**", 1, 1) + item("Biển?", 1)
                + item("^^Vinh^^", 1, 1)
                + item("Huế", 1, 1)
        )
        fixture.numbering = numbering
        let expected = [
            "prompt: Thủ đô?; kind: single; options: [Huế, *Hà Nội]",
            "prompt: Biển?; kind: single; options: [*Vinh, Huế]",
        ]
        #expect(try fixture.read().questions.map(shown) == expected)
        fixture.body =
            item("Thủ đô?", 2) + item("Huế", 3) + item("**Hà Nội**", 3) + item("Biển?", 2) + item("^^Vinh^^", 4)
            + item("Huế", 4)
        #expect(try fixture.read().questions.map(shown) == expected)
        fixture.body = item("Câu 1. Thủ đô?", 2) + item("A. Huế", 5) + item("**B. Hà Nội**", 5)
        #expect(try fixture.read().questions.map(shown) == Array(expected.prefix(1)))
        fixture.body = item("Gồm:", 2) + item("một", 5) + item("Huế", 3) + item("**Hà Nội**", 3)
        #expect(
            try fixture.read().questions.map(shown) == ["prompt: Gồm:⏎- một; kind: single; options: [Huế, *Hà Nội]"]
        )
    }

    @Test func optionsMayStandInTables() throws {
        let head = DocumentFixture("Câu 1. Thủ đô?").body
        for rows in [
            ["A. Huế|B. Vinh", "C. Hà Nội|D. Đà Lạt"], ["A. Huế|B. Vinh|C. Hà Nội|D. Đà Lạt"],
            ["A. Huế|C. Hà Nội", "B. Vinh|D. Đà Lạt"], ["A.|Huế", "B.|Vinh", "C.|Hà Nội", "D.|Đà Lạt"],
        ] {
            let bank = try DocumentFixture(body: head + DocumentFixture.table(rows) + DocumentFixture("Đáp án: C").body)
                .read()
            #expect(told(bank.faults) == [])
            #expect(bank.questions.first?["options"]?.starred == ["Huế", "Vinh", "*Hà Nội", "Đà Lạt"])
        }
        let data = DocumentFixture.table(["Năm|Số vụ", "2025|12"])
        let bank = try DocumentFixture(body: head + data + DocumentFixture(options).body).read()
        #expect(bank.questions.first?["prompt"]?.scalar == "Thủ đô?\nNăm | Số vụ\n2025 | 12")
        #expect(bank.questions.first?["options"]?.place.line == 6)
    }

    @Test func aTableWithAHeadingIsASheet() throws {
        let rows = [
            "STT|Câu hỏi|A|B|C|Đáp án|Mức độ", "1|Thủ đô?|Huế|Hà Nội|Vinh|B|Nhận biết", "2|Biển?|Huế|Hà Nội||C|Khó",
        ]
        let bank = try DocumentFixture(body: DocumentFixture("NGÂN HÀNG").body + DocumentFixture.table(rows)).read()
        #expect(
            bank.questions.map(shown).first
                == "prompt: Thủ đô?; difficulty: easy; options: [Huế, *Hà Nội, Vinh]; kind: single"
        )
        #expect(bank.questions.map(\.place.line) == [9, 16])
        #expect(told(bank.faults) == ["21:1: 'C' names the option C, which is empty"])
    }

    @Test func strictDocumentsAreReadToo() throws {
        var fixture = DocumentFixture("Câu 1. Thủ đô?\n" + options)
        fixture.namespace = DocumentFixture.strict
        #expect(try fixture.read().questions.count == 1)
    }

    @Test(
        arguments: [
            ("C©u 1. MËt khÈu nµo m¹nh nhÊt?", ".VnTime", "TCVN3"), ("C©u 1. Tèt", ".VnArial", "old font"),
            ("Caâu 1. Maät khaåu naøo maïnh nhaát?", "VNI-Times", "VNI"),
            ("C©u 1. MËt khÈu nµo m¹nh nhÊt?", "Arial", "TCVN3"),
        ]
    )
    func oldEncodingsAreRefusedAtTheirParagraph(_ text: String, _ font: String, _ name: String) throws {
        let line = "<w:p>\(run(text, "<w:rFonts w:ascii=\"\(font)\" w:hAnsi=\"\(font)\"/>"))</w:p>"
        let bank = try DocumentFixture(body: DocumentFixture("De thi").body + line).read()
        #expect(bank.questions.isEmpty)
        #expect(told(bank.faults).count == 1)
        #expect(told(bank.faults).first?.hasPrefix("2:1: ") == true)
        #expect(told(bank.faults).first?.contains(name) == true)
        #expect(told(bank.faults).first?.contains("Unikey") == true)
    }
}
