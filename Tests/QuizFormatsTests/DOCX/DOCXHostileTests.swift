import QuizCore
import QuizFormats
import Testing

/// Files that are something else, broken, or meant to break the server.
struct DOCXHostileTests {
    private let sound =
        "Câu 1. Thủ đô?\nA. Huế\n**B. Hà Nội**\nCâu 2 (NB). Biển?\nA. a⇥B. b\nĐáp án: B\nBẢNG ĐÁP ÁN\n1B 2B"

    private func told(_ bytes: [UInt8]) throws -> String {
        let bank = try DOCX.read(bytes, vocabulary: Shipped.vocabulary())
        #expect(bank.questions.isEmpty)
        return bank.faults.map(\.message.en).joined(separator: "; ")
    }

    @Test func otherFilesAreRefusedWithAdvice() throws {
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        #expect(try told(ole + Array("WordDocument".utf8)).contains("an old DOC file"))
        #expect(try told(ole + "EncryptedPackage".utf8.flatMap { [$0, 0] }).contains("has a password"))
        #expect(try told(Array("{\\rtf1}".utf8)).contains("an RTF file"))
        #expect(try told(Array("<html>".utf8)).contains("a web page"))
        #expect(try told([]).contains("archive"))
        #expect(try told(WorkbookFixture("").bytes).contains("Excel workbook"))
        let odt = ZipBuilder().archive([.init("mimetype", "application/vnd.oasis.opendocument.text")])
        #expect(try told(odt).contains("ODT"))
        #expect(try told(ZipBuilder().archive([.init("a.txt", "a")])).contains("another archive"))
    }

    @Test func macrosAreRefused() throws {
        var fixture = DocumentFixture(sound)
        fixture.type = "application/vnd.ms-word.document.macroEnabled.main+xml"
        #expect(try told(fixture.bytes).contains("DOCM"))
        fixture = DocumentFixture(sound)
        fixture.parts["word/vbaProject.bin"] = "x"
        #expect(try told(fixture.bytes).contains("DOCM"))
    }

    @Test func missingPartsAreToldOrDoneWithout() throws {
        var fixture = DocumentFixture(sound)
        for part in ["word/styles.xml", "word/numbering.xml", "[Content_Types].xml"] {
            fixture.parts[part] = ""
        }
        fixture.parts["word/_rels/document.xml.rels"] = ""
        #expect(try fixture.read().questions.count == 2)
        fixture.parts["word/document.xml"] = ""
        #expect(try told(fixture.bytes).contains("'word/document.xml' is missing"))
    }

    @Test func relationsThatLeadOutAreNotFollowed() throws {
        var fixture = DocumentFixture(sound)
        let outside = "Target=\"file:///etc/passwd\" TargetMode=\"External\""
        let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"
        fixture.parts["word/_rels/document.xml.rels"] =
            "<Relationships><Relationship Id=\"r\" Type=\"\(type)\" \(outside)/></Relationships>"
        #expect(try fixture.read().questions.count == 2)
        fixture.parts["word/_rels/document.xml.rels"] =
            "<Relationships><Relationship Id=\"r\" Type=\"\(type)\" Target=\"../../../etc/passwd\"/></Relationships>"
        #expect(try told(fixture.bytes).contains("'etc/passwd' is missing"))
    }

    @Test func entitiesAreRefused() throws {
        var fixture = DocumentFixture(sound)
        fixture.parts["word/document.xml"] =
            "<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"\(DocumentFixture.transitional)\"/>"
        #expect(try told(fixture.bytes).contains("DOCTYPE"))
    }

    @Test func whatIsNotUsualXMLIsRead() throws {
        let bodies = [
            "", "<w:p/>", "<w:tbl/>", "<w:tc><w:p/></w:tc>", "<w:tr><w:tc/></w:tr>", "<w:r><w:t>x</w:t></w:r>",
            "<w:tbl><w:tr/><w:tr><w:tc/></w:tr></w:tbl>", "<w:tbl><w:p/></w:tbl>", "<w:p><w:p/></w:p>", "<mc:Choice/>",
            "<mc:AlternateContent><mc:Fallback><w:p/></mc:Fallback></mc:AlternateContent>", "<m:oMath/>",
            "<w:p><w:pPr><w:numPr><w:numId w:val=\"99\"/><w:ilvl w:val=\"-4\"/></w:numPr></w:pPr></w:p>",
            "<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>",
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"999999999999\"/><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
        ]
        for body in bodies {
            #expect(try !DocumentFixture(body: body).read().faults.isEmpty)
            let bank = try DocumentFixture(body: body + DocumentFixture(sound).body).read()
            #expect(bank.questions.count == 2 || !bank.faults.isEmpty)
        }
    }

    @Test func numbersBeyondBoundsDoNoHarm() throws {
        for number in ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "x", ""] {
            var fixture = DocumentFixture(
                body: (0..<3).map { level in
                    DocumentFixture.paragraph(
                        "a",
                        "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"\(number)\"/>"
                    )
                }.joined() + DocumentFixture("Câu \(number). a\nA. \(number)\nB. 2\nBẢNG ĐÁP ÁN\n\(number)A").body
            )
            let levels = ["decimal", "upperRoman", "lowerLetter"].enumerated().map { level, format in
                "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"\(number)\"/><w:numFmt w:val=\"\(format)\"/><w:lvlText w:val=\"%1%2%3%9%\"/></w:lvl>"
            }
            fixture.numbering =
                "<w:abstractNum w:abstractNumId=\"0\">\(levels.joined())</w:abstractNum>"
                + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"\(number)\"/></w:lvlOverride></w:num>"
            #expect(try !fixture.read().faults.isEmpty)
        }
    }

    @Test func whatIsNestedTooDeepIsRefused() throws {
        let deep =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 2_000)
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 2_000)
        #expect(try told(DocumentFixture(body: deep).bytes).contains("nested more than 200"))
        let some =
            String(repeating: "<w:tbl><w:tr><w:tc>", count: 40) + DocumentFixture(sound).body
            + String(repeating: "</w:tc></w:tr></w:tbl>", count: 40)
        #expect(try DocumentFixture(body: some).read().questions.count == 2)
    }

    @Test func aBombIsRefused() throws {
        let body = String(repeating: "<w:p/>", count: 2_000_000)
        #expect(try told(DocumentFixture(body: body).bytes).contains("grows more than 100 times"))
    }

    @Test func everyByteMayBeAnother() throws {
        var random = SplitMix(state: 11)
        let vocabulary = try Shipped.vocabulary()
        let whole = DocumentFixture(sound).bytes
        let document = Array(DocumentFixture(sound).document.utf8)
        for _ in 0..<100 {
            var bytes = whole
            bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let bank = DOCX.read(bytes, vocabulary: vocabulary)
            #expect(bank.questions.count == 2 || !bank.faults.isEmpty)
            var inner = document
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                inner[Int.random(in: inner.indices, using: &random)] = UInt8.random(in: 0x20...0x7E, using: &random)
            }
            let changed = DocumentFixture.archive(of: inner)
            let other = DOCX.read(changed, vocabulary: vocabulary)
            #expect(!other.questions.isEmpty || !other.faults.isEmpty)
        }
    }

    @Test func linesInAnyOrderDoNoHarm() throws {
        var random = SplitMix(state: 5)
        let lines = [
            "Câu 1. a", "Câu 2: b?", "1. x", "2) y", "A. a", "**B. b**", "C. c⇥D. d", "*A. e", "a) f", "b) g (Đ)",
            "Đáp án: B",
            "ĐA:", "Chọn B", "BẢNG ĐÁP ÁN", "1A 2B", "PHẦN II. Đúng sai", "Chủ đề: c", "Mức độ: Dễ", "Giải thích: d",
            "Nguồn: e",
            "x", "", "--- HẾT ---", "I. f", "A.", "[NB]", "(", "Câu", "Câu 1", "1", "⇥", "Đáp án: ĐSĐS", "^^C. h^^",
        ]
        let tables = [
            ["1|2", "A|B"], ["Câu hỏi|A|Đáp án", "a|b|A"], ["A. a|B. b"], ["x|y"], ["Câu 1. a¶A. b|"], [""],
        ]
        for _ in 0..<200 {
            var body = ""
            for _ in 0..<Int.random(in: 1...14, using: &random) {
                if Int.random(in: 0..<6, using: &random) == 0 {
                    body += DocumentFixture.table(tables.randomElement(using: &random) ?? [])
                } else {
                    body += DocumentFixture.paragraph(lines.randomElement(using: &random) ?? "")
                }
            }
            let bank = try DocumentFixture(body: body).read()
            #expect(!bank.questions.isEmpty || !bank.faults.isEmpty)
            for question in bank.questions where bank.faults.isEmpty {
                #expect(question["kind"] != nil || question["options"] != nil)
            }
        }
    }

    @Test(arguments: [
        "A. ", "Câu 1. ", "1.", "*", "(", "\t", "  B. x", "đ", "1A ", "** **", "- ", "a) ", "A, ", "\tĐáp án: B",
    ])
    func muchOfOneThingIsReadInTime(_ sign: String) throws {
        let many = String(repeating: sign, count: 20_000 / sign.utf8.count)
        let clock = ContinuousClock()
        for text in [
            many, "Câu 1. a\nA. " + many + "\nB. b\nĐáp án: A", "Câu 1. a\nĐáp án: " + many,
            "Câu 1. a\nA. b\nB. c\nBẢNG ĐÁP ÁN\n" + many,
        ] {
            let took = try clock.measure { _ = try DocumentFixture(text).read() }
            #expect(took < .seconds(30), "\(sign): \(took)")
        }
    }

    @Test func manyRunsAreReadInTime() throws {
        let runs = (0..<20_000).map { "<w:r><w:rPr><w:b/></w:rPr><w:t>chữ \($0 &* 7_919 % 1_000_003)</w:t></w:r>" }
        let body = DocumentFixture(sound).body + "<w:p>" + runs.joined() + "</w:p>"
        var bank = ForeignBank()
        let took = try ContinuousClock().measure { bank = try DocumentFixture(body: body).read() }
        #expect(bank.questions.count == 2)
        #expect(took < .seconds(60), "\(took)")
    }

    @Test func manyParagraphsAreReadInTime() throws {
        let text = (1...1_000).map {
            "Câu \($0). Câu hỏi về mật khẩu số \($0)?\nA. Huế⇥B. Vinh\nC. Hà Nội\n^^D. Đà Lạt^^"
        }
        let fixture = DocumentFixture(text.joined(separator: "\n"))
        var bank = ForeignBank()
        let took = try ContinuousClock().measure { bank = try fixture.read() }
        #expect(bank.questions.count == 1_000)
        #expect(bank.faults.isEmpty)
        // In release it takes well under 1 s; without optimisation on a busy machine much longer.
        #expect(took < .seconds(60), "\(took)")
    }
}
