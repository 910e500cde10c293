import Foundation
import QuizCore
import QuizFormats
import Testing

/// Pictures of questions in packages and documents of QTI.
struct QTIPictureTests {
    private static let picture = (try? Shipped.images("nhan-dien-lua-dao")["ld2-058-ma-qr.png"]) ?? []
    private static let inline = "data:image/png;base64,\(Data(picture).base64EncodedString())"

    private static func item2(_ body: String, prompt: String = "Gì?", option: String = "a") -> String {
        "<assessmentItem identifier=\"q\"><responseDeclaration identifier=\"R\" cardinality=\"single\" "
            + "baseType=\"identifier\"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody>\(body)"
            + "<choiceInteraction responseIdentifier=\"R\" shuffle=\"true\"><prompt>\(prompt)</prompt><simpleChoice identifier=\"A\">"
            + "\(option)</simpleChoice><simpleChoice identifier=\"B\">b</simpleChoice></choiceInteraction></itemBody></assessmentItem>"
    }

    private static func item3(_ body: String) -> String {
        "<qti-assessment-item identifier=\"q\"><qti-response-declaration identifier=\"R\" cardinality=\"single\" "
            + "base-type=\"string\"><qti-correct-response><qti-value>QR</qti-value></qti-correct-response>"
            + "</qti-response-declaration><qti-item-body>\(body)<p>Gì?</p><p><qti-text-entry-interaction "
            + "response-identifier=\"R\"/></p></qti-item-body></qti-assessment-item>"
    }

    private static func item1(_ material: String) -> String {
        "<questestinterop><item ident=\"q\"><presentation><material>\(material)</material><response_lid ident=\"r\" "
            + "rcardinality=\"Single\"><render_choice><response_label ident=\"A\"><material><mattext>a</mattext></material>"
            + "</response_label><response_label ident=\"B\"><material><mattext>b</mattext></material></response_label>"
            + "</render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal "
            + "respident=\"r\">A</varequal></conditionvar><setvar action=\"Set\">100</setvar></respcondition></resprocessing>"
            + "</item></questestinterop>"
    }

    private static func html(_ tag: String) -> String {
        let escaped = tag.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return "<mattext texttype=\"text/html\">&lt;p&gt;Gì?&lt;/p&gt;\(escaped)</mattext>"
    }

    /// A package of one document in a folder, with files beside it.
    private func read(
        _ document: String,
        _ files: [(String, [UInt8])] = [("de/anh/Ảnh 1.png", picture)],
        named name: String = "de/q.xml"
    ) -> ForeignBank {
        let manifest =
            "<manifest identifier=\"m\"><resources><resource identifier=\"q\" type=\"imsqti_item_xmlv2p1\" "
            + "href=\"\(name)\"/></resources></manifest>"
        let items = [ZipBuilder.Item("imsmanifest.xml", manifest), ZipBuilder.Item(name, document)]
        return QTI.read(ZipBuilder().archive(items + files.map { ZipBuilder.Item($0.0, $0.1) }))
    }

    private func showsPicture(_ bank: ForeignBank, _ file: String = "anh-1.png") throws {
        #expect(told(bank.faults) == [])
        #expect(bank.images == [file: Self.picture])
        let question = try #require(bank.questions.first)
        #expect(question["prompt"]?.scalar == "Gì?")
        guard case .map(let fields)? = question["image"]?.content else {
            Issue.record("there is no image")
            return
        }
        #expect(fields.map(\.key) == ["file", "alt"])
        #expect(fields.compactMap(\.value.scalar) == [file, "Một biển & quầy"])
        #expect(!told(bank.notices).contains { $0.contains("an image") })
    }

    private static let alt = "alt=\"Một biển\n &amp; quầy\""

    @Test(
        arguments: [
            item2("<p><img src=\"anh/%E1%BA%A2nh%201.png\" \(alt)/></p>"),
            item2("<p><img src=\"./x/../anh/Ảnh 1.png?a=b#c\" \(alt) width=\"3\"/></p>"),
            item2("", prompt: "Gì? <img src=\"/de/anh/A%CC%89nh%201.png\" \(alt)/>"),
            item2("<object data=\"anh/Ảnh 1.png\" type=\"image/png\">Một biển &amp; quầy</object>"),
            item2("<p>Gì?<img src=\"anh/Ảnh 1.png\" \(alt)/></p>", prompt: "Gì?<img src=\"anh/Ảnh 1.png\" \(alt)/>"),
            item3("<picture><source srcset=\"x\"/><img src=\"../de/anh/Ảnh 1.png\" \(alt)/></picture>"),
            item1(html("<img src=\"anh/%E1%BA%A2nh%201.png\" \(alt)>")),
            item1(html("<IMG SRC='$IMS-CC-FILEBASE$/anh/%E1%BA%A2nh%201.png?canvas_download=1' \(alt)>")),
            item1(html("<img \(alt) src=\"%24IMS-CC-FILEBASE%24/%E1%BA%A2nh%201.png\" />")),
            item1(
                "<mattext>Gì?</mattext><matimage imagtype=\"image/png\" uri=\"anh/Ảnh 1.png\" label=\"Một biển &amp; quầy\"/>"
            ),
            item1("<mattext texttype=\"text/xhtml\"><p>Gì?</p><img src=\"anh/Ảnh 1.png\" \(alt)/></mattext>"),
        ]
    )
    func aPictureOfAPackageIsTaken(_ document: String) throws {
        try showsPicture(read(document))
    }

    @Test(arguments: ["web_resources/h/a.png", "de/h/a.png", "h/a.png", "khoa/tep/h/a.png"])
    func filesOfACourseLieInSeveralPlaces(_ entry: String) throws {
        let document = Self.item1(Self.html("<img src=\"$IMS-CC-FILEBASE$/h/a.png\" \(Self.alt)>"))
        try showsPicture(read(document, [(entry, Self.picture), ("other/a.png", [1])]), "a.png")
    }

    @Test func bytesWithinTheDocumentAreTaken() throws {
        let embedded =
            "<matimage embedded=\"base64\" label=\"Một biển &amp; quầy\">\(Data(Self.picture).base64EncodedString())</matimage>"
        for document in [
            Self.item2("<img src=\"\(Self.inline)\" \(Self.alt)/>"),
            Self.item3("<img src=\"\(Self.inline)\" \(Self.alt)/>"),
            Self.item1(Self.html("<img src=\"\(Self.inline)\" \(Self.alt)>")),
            Self.item1("<mattext>Gì?</mattext>" + embedded),
        ] {
            try showsPicture(QTI.read(Array(document.utf8)), "image")
            try showsPicture(read(document, []), "image")
        }
    }

    private static let own = "<img src=\"anh/Ảnh 1.png\" alt=\"Ảnh\"/>"

    @Test(
        arguments: [
            (item2("<img src=\"anh/Ảnh 1.png\"/>"), "has no description; fill in its alternative text"),
            (item2("<img src=\"anh/Ảnh 1.png\" alt=\" \"/>"), "has no description"),
            (item2(own + "<img src=\"\(inline)\" alt=\"b\"/>"), "shows 2 pictures; it has room for one"),
            (item2(own, prompt: "Gì?<img src=\"b.png\" alt=\"b\"/>"), "shows 2 pictures"),
            (
                item2("<img src=\"b.png\" alt=\"b\"/>"),
                "q.xml: the picture 'b.png' is not in the package; export it again"
            ),
            (item2("<img src=\"../../../de/anh/Ảnh 1.png\" alt=\"b\"/>"), "is not in the package"),
            (item2("<img src=\"anh/..%2F..%2F..%2Fetc%2Fpasswd\" alt=\"b\"/>"), "is not in the package"),
            (item2("<img src=\"..\" alt=\"b\"/>"), "is not in the package"),
            (item2("<img src=\"data:image/png,xyz\" alt=\"b\"/>"), "is not in the package"),
            (item2("<img src=\"data:image/png;base64,xyz\" alt=\"b\"/>"), "is not in the package"),
            (item3("<img src=\"anh\" alt=\"b\"/>"), "is not in the package"),
            (
                item1(html("<img src=\"$IMS-CC-FILEBASE$/../../../de/anh/Ảnh 1.png\" alt=\"b\">")),
                "is not in the package"
            ),
            (item1("<mattext>Gì?</mattext><matimage uri=\"b.png\" label=\"b\"/>"), "is not in the package"),
        ]
    )
    func whatHindersIsAFault(_ document: String, _ words: String) {
        let bank = read(document)
        let faults = told(bank.faults)
        #expect(faults.count == 1 && faults.first?.contains(words) == true, "\(faults)")
        #expect(bank.images.isEmpty && bank.questions.count == 1)
        #expect(bank.questions.first?["image"] == nil)
    }

    @Test func aDocumentAloneHasNoFiles() {
        let faults = told(QTI.read(Array(Self.item2(Self.own).utf8)).faults)
        #expect(
            faults.count == 1 && faults[0].contains("is not in this file; import the whole ZIP package"),
            "\(faults)"
        )
    }

    @Test(
        arguments: [
            item2("<img src=\"https://a.example/a.png\" alt=\"a\"/>"),
            item2("<img src=\"//a.example/a.png\" alt=\"a\"/>"),
            item2("<img src=\"/courses/1/files/2/preview\" alt=\"a\"/>"), item2("<img alt=\"a\"/>"),
            item2("", option: own),
            item2("<feedbackBlock>\(own)</feedbackBlock><img src=\"file:///etc/passwd\" alt=\"a\"/>"),
            item1(html("<img src=\"/equation_images/x\" alt=\"a\">")),
            item1("<mattext>Gì?</mattext><matimage label=\"a\"/>"),
        ]
    )
    func picturesElsewhereAreLeftOut(_ document: String) {
        let bank = read(document)
        #expect(told(bank.faults) == [] && bank.images.isEmpty && bank.questions.count == 1)
        #expect(
            told(bank.notices).contains { $0.contains("an image in the text is left out (1 times") },
            "\(bank.notices)"
        )
    }

    @Test func onePictureElsewhereDoesNotHinderAnother() {
        let bank = read(Self.item2(Self.own + "<img src=\"https://a.example/a.png\"/>"))
        #expect(told(bank.faults) == [] && bank.images.count == 1)
        #expect(told(bank.notices).contains { $0.contains("an image in the text is left out") })
    }

    @Test func everyGapShowsThePictureThatIntroducesThem() {
        let second =
            "<qti-response-declaration identifier=\"S\" cardinality=\"single\" base-type=\"string\"><qti-correct-response>"
            + "<qti-value>x</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>"
            + "<p>Hai? <qti-text-entry-interaction response-identifier=\"S\"/></p>"
        let bank = read(Self.item3("<p>\(Self.own)</p>").replacing("<qti-item-body>", with: second))
        #expect(told(bank.faults) == [])
        #expect(bank.questions.count == 2 && bank.questions.allSatisfy { $0["image"] != nil })
        #expect(bank.images.count == 1)
    }

    @Test(
        arguments: [
            (Array("GIF89a".utf8), "this is GIF, which is not taken"),
            (Array("<svg xmlns=\"x\"/>".utf8), "this is SVG"),
            (Array("xin chào".utf8), "this is no PNG, JPEG or WebP picture"), ([], "this is no PNG"),
            (picture.dropLast(9) + [], "the PNG picture is damaged"),
            (picture + [UInt8](repeating: 7, count: 1 << 20), "the PNG picture is damaged"),
        ]
    )
    func whatIsNoPictureIsToldAtItsQuestion(_ bytes: [UInt8], _ words: String) throws {
        let bank = read(Self.item2(Self.own), [("de/anh/Ảnh 1.png", bytes)])
        #expect(told(bank.faults) == [])
        let error = try #require(throws: Faults.self) { try bank.judged(as: Shipped.kinds()) }
        let faults = told(error.faults)
        #expect(faults.contains { $0.hasPrefix("1:1: anh-1.png: ") && $0.contains(words) }, "\(faults)")
    }

    @Test func hugePicturesAreNotUnpacked() {
        let huge = (0..<3 << 20).map { UInt8(truncatingIfNeeded: ($0 &* 2_654_435_761) >> 13) }
        let one = told(read(Self.item2(Self.own), [("de/anh/Ảnh 1.png", huge)]).faults)
        #expect(one.count == 1 && one[0].contains("'Ảnh 1.png' has 3072 KiB, 500 KiB are the most"), "\(one)")
        let items = (0..<9).map { "<x>\(Self.item2("<img src=\"\($0).png\" alt=\"a\"/>"))</x>" }.joined()
        let files = (0..<9).map { ("de/\($0).png", [UInt8](huge.prefix((2 << 20) - $0))) }
        let many = told(read("<all>\(items)</all>", files).faults)
        #expect(many.count == 2 && many.allSatisfy { $0.contains("15 are the most") }, "\(many)")
    }

    @Test func onePictureOfManyQuestionsIsKeptOnce() {
        let items = (0..<300).map { _ in Self.item2(Self.own) }.joined()
        let bank = read("<all>\(items)</all>")
        #expect(bank.questions.count == 300 && bank.images.count == 1 && told(bank.faults) == [])
    }

    @Test(arguments: QTIVersion.allCases) func aPackageListsItsPictures(_ version: QTIVersion) throws {
        let name = "nhan-dien-lua-dao"
        let bank = try Shipped.bank(name)
        let images = try Shipped.images(name)
        let archive = try ZipArchive(QTI.write(bank, as: version, images: images).bytes)
        let manifest = String(decoding: try #require(try archive.entry(named: "imsmanifest.xml")), as: UTF8.self)
        for (file, content) in images {
            #expect(try archive.entry(named: "images/" + file) == content)
            #expect(manifest.contains("<file href=\"images/\(file)\"/>"))
        }
        let without = try bank.written(as: version == .v21 ? .qti : .qti30)
        #expect(
            without.notices.map(\.en) == [
                "files of pictures are missing; 3 questions go without theirs: ld2-056, ld2-057, ld2-058"
            ]
        )
        let read = QTI.read(without.bytes)
        #expect(read.images.isEmpty && told(read.faults) == [] && told(read.notices) == [])
    }

    @Test func picturesCountAsFilesOfThePackage() throws {
        let name = "nhan-dien-lua-dao"
        let bank = try Shipped.bank(name)
        let shown = try #require(bank.questions.first { $0.image != nil })
        let many = (0..<1_999).map { number in
            Question(
                id: "q-\(number)",
                topic: shown.topic,
                difficulty: .easy,
                groups: shown.groups,
                prompt: "Câu \(number)?",
                body: shown.body,
                explanation: "",
                source: "",
                image: shown.image
            )
        }
        let full = Bank(id: "m", isPublic: false, title: "M", language: "vi", licence: "CC0", questions: many)
        let images = try Shipped.images(name)
        let error = try #require(throws: Faults.self) { try QTI.write(full, as: .v21, images: images) }
        #expect(error.faults.map(\.message.en).joined().contains("this bank has 1999 and 1 pictures: split it"))
    }

    @Test func mutantsNeverEndTheProcess() {
        var random = SplitMix(state: 19)
        let seeds = [
            Self.item2(Self.own),
            Self.item1(Self.html("<img src=\"$IMS-CC-FILEBASE$/anh/%E1%BA%A2nh%201.png\" alt='b'>")),
            Self.item1("<mattext>Gì?</mattext><matimage uri=\"anh/a.png\" label=\"b\"/>"),
        ]
        let strange = Array("<>\"&'/%.:$?# a".utf8)
        for _ in 0..<150 {
            var changed = Array(seeds[Int.random(in: seeds.indices, using: &random)].utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: changed.indices, using: &random)
                changed[place] = strange[Int.random(in: strange.indices, using: &random)]
            }
            let bank = read(String(decoding: changed, as: UTF8.self))
            #expect(!bank.questions.isEmpty || !bank.faults.isEmpty || !bank.notices.isEmpty)
        }
    }
}
