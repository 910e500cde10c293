import QuizCore
import QuizFormats
import Testing

/// Pictures of questions in documents of Word.
struct WordPictureTests {
    private static let picture = (try? Shipped.images("nhan-dien-lua-dao")["ld2-058-ma-qr.png"]) ?? []
    private static let options = "A. a\nB. b\nĐáp án: A"
    private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    /// As Word writes it; `described`: attributes of the drawing.
    private static func drawing(_ id: String = "rId1", _ described: String = "descr=\"Một  biển &amp; quầy\"") -> String
    {
        "<w:r><w:drawing><wp:inline><wp:extent cx=\"1\" cy=\"1\"/><wp:docPr id=\"1\" name=\"Picture 1\" \(described)/>"
            + "<a:graphic><a:graphicData><a:blip r:embed=\"\(id)\"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    }

    private static func old(_ described: String) -> String {
        "<w:r><w:pict><v:shape id=\"_x0000_i1\" \(described)><v:imagedata r:id=\"rId1\" o:title=\"\"/></v:shape></w:pict></w:r>"
    }

    private static func paragraph(_ text: String, _ drawings: String...) -> String {
        "<w:p>\(DocumentFixture.runs(text))\(drawings.joined())</w:p>"
    }

    private static func question(_ drawings: String...) -> String {
        paragraph("Câu 1. Gì đây?") + "<w:p>\(drawings.joined())</w:p>" + DocumentFixture(options).body
    }

    /// A document with one part beside it, to which `rId1` leads.
    private func bytes(_ body: String, _ content: [UInt8], _ part: String, _ target: String, _ rest: String) -> [UInt8]
    {
        let relation = "<Relationship Id=\"rId1\" Type=\"\(Self.relations)/image\" Target=\"\(target)\"\(rest)/>"
        let other = relation.replacing("rId1", with: "rId2")
        let list =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(relation)\(other)</Relationships>"
        return ZipBuilder().archive([
            .init("_rels/.rels", DocumentFixture.relations([("officeDocument", "word/document.xml")])),
            .init("word/_rels/document.xml.rels", list),
            .init("word/document.xml", DocumentFixture(body: body).document), .init(part, content),
        ])
    }

    private func read(
        _ body: String,
        _ content: [UInt8] = picture,
        part: String = "word/media/image1.png",
        target: String = "media/image1.png",
        _ rest: String = ""
    ) throws -> ForeignBank {
        try DOCX.read(bytes(body, content, part, target, rest), vocabulary: Shipped.vocabulary())
    }

    private static let table =
        "<w:tbl><w:tr><w:tc>\(paragraph("Câu 1. Gì đây?"))</w:tc><w:tc>\(paragraph("", drawing()))</w:tc></w:tr></w:tbl>"

    @Test(
        arguments: [
            question(drawing()), question(drawing("rId1", "descr=\"\" title=\"Một biển &amp; quầy\"")),
            paragraph("Câu 1. Gì đây?", drawing()) + DocumentFixture(options).body,
            question(old("alt=\"Một biển &amp;\n quầy\"")),
            question(
                "<mc:AlternateContent><mc:Choice>\(drawing())</mc:Choice><mc:Fallback>\(old(""))</mc:Fallback></mc:AlternateContent>"
            ),
            table + DocumentFixture(options).body,
        ]
    )
    func aPictureOfAQuestionIsTaken(_ body: String) throws {
        let bank = try read(body)
        #expect(told(bank.faults) == [] && told(bank.notices) == [])
        #expect(bank.images == ["image1.png": Self.picture])
        let question = try #require(bank.questions.first)
        guard case .map(let fields)? = question["image"]?.content else {
            Issue.record("there is no image")
            return
        }
        #expect(fields.compactMap(\.value.scalar) == ["image1.png", "Một biển & quầy"])
        #expect(question["prompt"]?.scalar == "Gì đây?")
        #expect(question["options"]?.starred == ["*a", "b"])
    }

    @Test func aBankOfADocumentHasThePicture() throws {
        var settings = ImportSettings()
        settings.fallbackBank = "de"
        settings.topic = "mat-khau"
        settings.difficulty = "easy"
        settings.groups = ["can-bo"]
        let vocabulary = try Shipped.vocabulary()
        let body = Self.question(Self.drawing())
        let file = bytes(body, Self.picture, "word/media/image1.png", "/word/media/image1.png", "")
        let report = BankReport(file, .docx, settings, vocabulary: vocabulary, by: LibCrypto())
        #expect(report.faults.isEmpty && report.images.map(\.file) == ["image1.png"])
        let (bank, images) = try #require(try report.bank(vocabulary: vocabulary, by: LibCrypto()))
        #expect(bank.questions.first?.image?.alt == "Một biển & quầy")
        #expect(images.map(\.bytes) == [Self.picture])
    }

    @Test func everyStatementShowsThePicture() throws {
        let body =
            Self.paragraph("Câu 1. Về hình:", Self.drawing())
            + DocumentFixture("a) Dài\nb) Ngắn\nc) Cũ\nĐáp án: Đ S S").body
        let bank = try read(body)
        #expect(told(bank.faults) == [])
        #expect(bank.questions.count == 3 && bank.questions.allSatisfy { $0["image"] != nil })
        #expect(bank.images.count == 1)
    }

    @Test(
        arguments: [
            (
                question(drawing("rId1", "")), "image1.png",
                "2:1: question 1: the picture has no description; in Word, right-click"
            ),
            (question(drawing("rId1", "descr=\" \"")), "image1.png", "has no description"),
            (question(old("")), "image1.png", "has no description"),
            (question(drawing()), "image1.emf", "the picture is EMF of Windows"),
            (question(drawing()), "image1.WMF", "the picture is WMF of Windows"),
        ]
    )
    func whatHindersIsAFault(_ body: String, _ file: String, _ words: String) throws {
        let bank = try read(body, part: "word/media/" + file, target: "media/" + file)
        let faults = told(bank.faults)
        #expect(faults.count == 1 && faults.first?.contains(words) == true, "\(faults)")
        #expect(bank.images.isEmpty)
    }

    @Test(
        arguments: [
            (question(drawing() + drawing("rId2")), "2 pictures are left out"),
            (question(drawing("rId9")), "1 pictures are left out"),
            (question("<w:r><w:drawing><wp:docPr descr=\"hình\"/></w:drawing></w:r>"), "1 pictures are left out"),
            (
                paragraph("Câu 1. Gì?") + paragraph("A. a", drawing()) + DocumentFixture("B. b\nĐáp án: A").body,
                "1 pictures are left out"
            ),
            (
                question() + paragraph("Giải thích: vì", drawing()), "1 pictures are left out"
            ),
        ]
    )
    func picturesWithoutRoomAreTold(_ body: String, _ words: String) throws {
        let bank = try read(body)
        #expect(told(bank.faults) == [] && bank.images.isEmpty && bank.questions.count == 1)
        #expect(told(bank.notices).count == 1 && told(bank.notices)[0].contains(words), "\(told(bank.notices))")
    }

    @Test func picturesInATableOfQuestionsAreTold() throws {
        let table = DocumentFixture.table(["Câu hỏi|A|B|Đáp án", "Gì đây?|a|b|A"])
        let bank = try read(table.replacing("Gì đây?</w:t></w:r>", with: "Gì đây?</w:t></w:r>" + Self.drawing()))
        #expect(bank.questions.count == 1 && told(bank.faults) == [])
        #expect(told(bank.notices).contains { $0.hasPrefix("5:1: 1 pictures in a table") }, "\(told(bank.notices))")
    }

    @Test func nothingOutsideOfTheFileIsTaken() throws {
        for (target, rest) in [
            ("https://a.example/a.png", " TargetMode=\"External\""), ("file:///etc/passwd", ""),
            ("../../../etc/passwd", ""),
            ("media", ""), ("", ""),
        ] {
            let bank = try read(Self.question(Self.drawing()), target: target, rest)
            #expect(
                bank.images.isEmpty && told(bank.notices).first?.contains("1 pictures are left out") == true,
                "\(target)"
            )
        }
    }

    @Test(
        arguments: [Array("GIF89a".utf8), Array("<svg/>".utf8), [], [1, 2, 3], picture.dropLast(5) + []] as [[UInt8]]
    )
    func whatIsNoPictureIsToldAtItsParagraph(_ content: [UInt8]) throws {
        let bank = try read(Self.question(Self.drawing()), content)
        #expect(told(bank.faults) == [])
        let error = try #require(throws: Faults.self) { try bank.judged(as: Shipped.kinds()) }
        #expect(told(error.faults).contains { $0.hasPrefix("2:1: image1.png: ") }, "\(told(error.faults))")
    }

    @Test func aHugePictureIsRefused() throws {
        let huge = (0..<3 << 20).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
        let faults = told(try read(Self.question(Self.drawing()), huge).faults)
        #expect(
            faults.count == 1 && faults[0].hasPrefix("2:1: question 1: the picture 'image1.png' has 3072 KiB"),
            "\(faults)"
        )
    }
}
