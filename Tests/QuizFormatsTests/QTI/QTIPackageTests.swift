import QuizCore
import QuizFormats
import Testing

/// Packages of others, sound and hostile.
struct QTIPackageTests {
    private func read(_ files: KeyValuePairs<String, String>) -> ForeignBank {
        QTI.read(ZipBuilder().archive(files.map { ZipBuilder.Item($0, $1) }))
    }

    private func manifest(_ resources: String, _ metadata: String = "") -> String {
        "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\" identifier=\"m\">\(metadata)<resources>\(resources)</resources></manifest>"
    }

    private func resource(_ name: String, type: String = "imsqti_item_xmlv2p1", _ rest: String = "") -> String {
        "<resource identifier=\"\(name)\" type=\"\(type)\" href=\"\(name).xml\">\(rest)<file href=\"\(name).xml\"/></resource>"
    }

    private func item(_ id: String) -> String {
        "<assessmentItem identifier=\"\(id)\" title=\"\(id)\"><responseDeclaration identifier=\"R\" cardinality=\"single\" "
            + "baseType=\"identifier\"><correctResponse><value>A</value></correctResponse></responseDeclaration><itemBody>"
            + "<choiceInteraction responseIdentifier=\"R\" shuffle=\"true\"><prompt>Câu \(id)?</prompt><simpleChoice identifier=\"A\">a"
            + "</simpleChoice><simpleChoice identifier=\"B\">b</simpleChoice></choiceInteraction></itemBody></assessmentItem>"
    }

    private func shown1(_ id: String) -> String {
        "id: \(id); prompt: Câu \(id)?; kind: single; options: [*a, b]"
    }

    @Test func theManifestSaysWhatIsReadAndInWhichOrder() {
        let lom =
            "<metadata><lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general><title><string>Đề</string></title>"
            + "<language>en</language></general></lom></metadata>"
        let topic =
            "<metadata><lom><classification><taxonPath><taxon><entry><string>mat-khau</string></entry></taxon></taxonPath>"
            + "</classification><educational><difficulty><value>very difficult</value></difficulty></educational></lom></metadata>"
        let bank = read([
            "de/imsmanifest.xml": manifest(
                resource("b") + resource("muc%20a", type: "imsqti_item_xmlv3p0", topic)
                    + resource("test", type: "imsqti_test_xmlv2p1"),
                lom
            ),
            "de/muc a.xml": item("a"), "de/b.xml": item("b"), "de/c.xml": item("c"), "__MACOSX/de/b.xml": "x",
        ])
        #expect(told(bank.faults) == [])
        #expect(
            bank.questions.map(shown) == [
                shown1("b"), "id: a; prompt: Câu a?; difficulty: hard; kind: single; options: [*a, b]",
            ]
        )
        #expect(bank.questions.map(\.category) == [[], ["mat-khau"]])
        #expect(bank.title == "Đề" && bank.language == "en" && bank.id == nil)
        #expect(bank.questions.map(\.place) == [SourcePlace(line: 1, column: 1), SourcePlace(line: 2, column: 1)])
        #expect(bank.questions.map(\.original) == ["b.xml: Câu b?", "muc a.xml: Câu a?"])
    }

    @Test func anArchiveWithoutManifestIsLookedThrough() {
        let bank = read(["x/a.xml": item("a"), "b.qti": "<questestinterop/>", "c.txt": item("c"), "d.xml": "<other/>"])
        #expect(bank.questions.map(shown) == [shown1("a")])
    }

    @Test func aPackageOfCanvasIsReadOnce() {
        let quiz = QTI1ReadingTests.file(QTI1ReadingTests.taken[0].0)
        let files = "<file href=\"g1/g1.xml\"/>"
        let bank = read([
            "imsmanifest.xml": manifest(
                "<resource identifier=\"g1\" type=\"imsqti_xmlv1p2\">\(files)<dependency identifierref=\"g2\"/></resource>"
                    + "<resource identifier=\"g2\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" "
                    + "href=\"g1/assessment_meta.xml\"><file href=\"g1/assessment_meta.xml\"/></resource>"
            ),
            "g1/g1.xml": quiz, "g1/assessment_meta.xml": "<quiz identifier=\"g1\"/>",
        ])
        #expect(bank.questions.count == 1 && told(bank.faults) == [])
        let course = read([
            "imsmanifest.xml": manifest(
                "<resource identifier=\"g1\" type=\"imsqti_xmlv1p2/imscc_xmlv1p1/assessment\"><file href=\"g1/assessment_qti.xml\"/></resource>"
                    + "<resource identifier=\"g2\" type=\"associatedcontent/imscc_xmlv1p1/learning-application-resource\" "
                    + "href=\"non_cc_assessments/g1.xml.qti\"/>"
            ),
            "g1/assessment_qti.xml": quiz, "non_cc_assessments/g1.xml.qti": quiz,
        ])
        #expect(course.questions.count == 1 && told(course.faults) == [])
    }

    @Test func everyFaultNamesItsDocument() {
        let bank = read([
            "imsmanifest.xml": manifest(resource("a") + resource("b") + resource("c") + resource("../../etc/passwd")),
            "a.xml": item("a"), "b.xml": "<assessmentItem>\n\n<itemBody></assessmentItem>",
        ])
        let faults = told(bank.faults)
        #expect(faults.count == 3, "\(faults)")
        #expect(faults[0].hasPrefix("2:3: b.xml: a start tag and an end tag do not match"), "\(faults)")
        #expect(faults[1].hasPrefix("3:1: c.xml: the manifest names this file"), "\(faults)")
        #expect(faults[2].hasPrefix("4:1: passwd.xml: the manifest names this file"), "\(faults)")
    }

    @Test func aDocumentWithoutQuestionsIsNamed() {
        let bank = read([
            "imsmanifest.xml": manifest(resource("a") + resource("b")), "a.xml": item("a"), "b.xml": "<x/>",
        ])
        #expect(told(bank.faults) == ["2:1: b.xml: the outermost element is <x>, with no QTI question in it"])
    }

    @Test func twoQuestionsOfOneIdentifierAreTold() throws {
        let bank = read([
            "imsmanifest.xml": manifest(resource("a") + resource("b")), "a.xml": item("x"), "b.xml": item("x"),
        ])
        let error = try #require(throws: Faults.self) { try bank.judged(as: Shipped.kinds()) }
        #expect(error.faults.contains { $0.line == 2 && $0.message.en.contains("the id 'x' is taken in line 1") })
    }

    @Test func hostileArchivesAreRefused() {
        let deep = String(repeating: "<p>", count: 80) + String(repeating: "</p>", count: 80)
        let cases: [(ForeignBank, String)] = [
            (read(["../imsmanifest.xml": ""]), "is unsafe"),
            (read([:]), "holds no QTI questions"),
            (read(["imsmanifest.xml": manifest(""), "x.zip": "PK\u{3}\u{4}"]), "holds no QTI questions"),
            (
                read(["imsmanifest.xml": manifest(resource("a")), "a.xml": String(repeating: " ", count: 20 << 20)]),
                "grows more than 100 times"
            ),
            (read(["imsmanifest.xml": "<manifest></x>"]), "0:0: imsmanifest.xml: 1:15: a start tag"),
            (read(["imsmanifest.xml": manifest(resource("a")), "a.xml": deep]), "nested more than 64 deep"),
            (
                read([
                    "imsmanifest.xml": manifest(resource("a")),
                    "a.xml": "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + item("a"),
                ]), "a DOCTYPE"
            ),
        ]
        for (bank, words) in cases {
            let faults = told(bank.faults)
            #expect(faults.count == 1 && faults[0].contains(words), "\(words): \(faults)")
            #expect(bank.questions.isEmpty)
        }
    }

    @Test func whatIsToBeIncludedIsNotFetched() {
        let include = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\" parse=\"text\"/>"
        let bank = QTI.read(Array(item("a").replacing("<itemBody>", with: "<itemBody>" + include).utf8))
        #expect(bank.questions.map(shown) == [shown1("a")])
        #expect(told(bank.notices).contains { $0.contains("a file is left out") })
    }
}
