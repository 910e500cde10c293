import QuizCore
import QuizFormats
import Testing

/// Items of versions 2 and 3, as programs write them.
struct QTI2ReadingTests {
    /// An item with a declaration, a body and a processing.
    private static func item(_ declaration: String, _ body: String, _ processing: String = match) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i-1" title="i-1" adaptive="false">
        \(declaration)<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>
        <itemBody>\(body)</itemBody>\(processing)
        </assessmentItem>
        """
    }

    private static let match = template("match_correct")

    private static func template(_ name: String) -> String {
        "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/\(name)\"/>"
    }

    private static func declared(
        _ cardinality: String,
        _ baseType: String,
        _ correct: [String],
        _ mapping: String = ""
    ) -> String {
        let values = correct.map { "<value>\($0)</value>" }.joined()
        let response = correct.isEmpty ? "" : "<correctResponse>\(values)</correctResponse>"
        return "<responseDeclaration identifier=\"RESPONSE\" cardinality=\"\(cardinality)\" baseType=\"\(baseType)\">"
            + response + mapping + "</responseDeclaration>"
    }

    private static func mapping(_ entries: KeyValuePairs<String, Double>, _ rest: String = "") -> String {
        let written = entries.map { "<mapEntry mapKey=\"\($0)\" mappedValue=\"\($1)\"/>" }.joined()
        return "<mapping defaultValue=\"0\"\(rest)>\(written)</mapping>"
    }

    private static func choice(_ attributes: String = "shuffle=\"true\" maxChoices=\"1\"") -> String {
        "<choiceInteraction responseIdentifier=\"RESPONSE\" \(attributes)><prompt>Thủ đô?</prompt>"
            + "<simpleChoice identifier=\"A\">Hà Nội</simpleChoice><simpleChoice identifier=\"B\">Huế</simpleChoice>"
            + "<simpleChoice identifier=\"C\" fixed=\"true\">Cả hai</simpleChoice></choiceInteraction>"
    }

    /// What gives a mark when a test holds.
    private static func when(_ test: String, _ mark: String = "1", _ rest: String = "") -> String {
        let set =
            "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">\(mark)</baseValue></setOutcomeValue>"
        return
            "<responseProcessing><responseCondition><responseIf>\(test)\(set)</responseIf></responseCondition>\(rest)"
            + "</responseProcessing>"
    }

    private static let answer = "<variable identifier=\"RESPONSE\"/>"
    private static let right = "<correct identifier=\"RESPONSE\"/>"
    private static let field = "<p>Bao nhiêu?</p><p><textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>"

    private static func equal(_ mode: String) -> String {
        "<equal \(mode)>\(answer)\(right)</equal>"
    }

    private static let single = "id: i-1; prompt: Thủ đô?; kind: single; options: "
    private static let pairBody =
        "<matchInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\" maxAssociations=\"2\"><prompt>Nối</prompt>"
        + "<simpleMatchSet><simpleAssociableChoice identifier=\"a\" matchMax=\"1\">một</simpleAssociableChoice>"
        + "<simpleAssociableChoice identifier=\"b\" matchMax=\"1\">hai</simpleAssociableChoice></simpleMatchSet>"
        + "<simpleMatchSet><simpleAssociableChoice identifier=\"x\" matchMax=\"1\">1</simpleAssociableChoice>"
        + "<simpleAssociableChoice identifier=\"y\" matchMax=\"1\">2</simpleAssociableChoice>"
        + "<simpleAssociableChoice identifier=\"z\" matchMax=\"1\">3</simpleAssociableChoice></simpleMatchSet></matchInteraction>"

    static let taken: [(String, String)] = [
        (item(declared("single", "identifier", ["A"]), choice()), single + "[*Hà Nội, Huế, !Cả hai]"),
        (
            item(declared("single", "identifier", ["B"]), choice("maxChoices=\"1\"")),
            single + "[!Hà Nội, !*Huế, !Cả hai]"
        ),
        (
            item(declared("single", "identifier", [], mapping(["A": 2, "C": -1])), choice(), template("map_response")),
            single + "[*Hà Nội, Huế, !Cả hai]"
        ),
        (
            item(declared("multiple", "identifier", ["A", "B"]), choice("shuffle=\"true\" maxChoices=\"0\"")),
            "id: i-1; prompt: Thủ đô?; kind: multiple; options: [*Hà Nội, *Huế, !Cả hai]"
        ),
        (
            item(
                declared("multiple", "identifier", [], mapping(["A": 1, "B": 1, "C": -2])),
                choice("shuffle=\"true\" maxChoices=\"99999999999999999999\""),
                template("map_response")
            ),
            "id: i-1; prompt: Thủ đô?; kind: multiple; options: [*Hà Nội, *Huế, !Cả hai]"
        ),
        (
            item(declared("single", "identifier", ["A"]), choice(), when("<match>\(answer)\(right)</match>")),
            single + "[*Hà Nội, Huế, !Cả hai]"
        ),
        (
            item(
                declared("single", "identifier", []),
                choice(),
                when("<match>\(answer)<baseValue baseType=\"identifier\">B</baseValue></match>")
            ),
            single + "[Hà Nội, *Huế, !Cả hai]"
        ),
        (item(declared("single", "identifier", ["B"]), choice(), ""), single + "[Hà Nội, *Huế, !Cả hai]"),
        (
            item(
                declared("ordered", "identifier", ["B", "A", "C"]),
                choice().replacing("choiceInteraction", with: "orderInteraction")
            ),
            "id: i-1; prompt: Thủ đô?; kind: order; items: [Huế, Hà Nội, Cả hai]"
        ),
        (
            item(declared("multiple", "directedPair", ["a y", "b\n x"]), pairBody),
            "id: i-1; prompt: Nối; kind: match; pairs: [một→2, hai→1]; extra: [3]"
        ),
        (
            item(
                declared("multiple", "directedPair", [], mapping(["a y": 1, "b x": 1, "a z": -1])),
                pairBody,
                template("map_response")
            ),
            "id: i-1; prompt: Nối; kind: match; pairs: [một→2, hai→1]; extra: [3]"
        ),
        (
            item(
                declared("single", "string", ["Huế"], mapping(["Huế": 1, "Hue": 1])),
                field,
                template("map_response")
            ),
            "id: i-1; prompt: Bao nhiêu?; kind: short; answers: [Huế, Hue]"
        ),
        (
            item(
                declared("single", "float", ["3.14"]),
                field,
                when(equal("toleranceMode=\"absolute\" tolerance=\"0.01 0.01\""))
            ),
            "id: i-1; prompt: Bao nhiêu?; kind: numeric; answer: 3.14; tolerance: 0.01"
        ),
        (
            item(declared("single", "integer", ["42"]), field),
            "id: i-1; prompt: Bao nhiêu?; kind: numeric; answer: 42"
        ),
        (
            item(
                declared("single", "float", []),
                field,
                when(
                    "<and><gte>\(answer)<baseValue baseType=\"float\">4</baseValue></gte>"
                        + "<lte>\(answer)<baseValue baseType=\"float\">6</baseValue></lte></and>"
                )
            ),
            "id: i-1; prompt: Bao nhiêu?; kind: numeric; answer: 5; tolerance: 1"
        ),
        (
            item(
                declared("single", "identifier", ["B"]),
                "<p>Thủ đô là <inlineChoiceInteraction responseIdentifier=\"RESPONSE\" shuffle=\"true\"><inlineChoice "
                    + "identifier=\"A\">Huế</inlineChoice><inlineChoice identifier=\"B\">Hà Nội</inlineChoice>"
                    + "</inlineChoiceInteraction>.</p>"
            ),
            "id: i-1; prompt: Thủ đô là _____.; kind: single; options: [Huế, *Hà Nội]"
        ),
        (
            item(
                declared("single", "identifier", ["B"]),
                "<hottextInteraction responseIdentifier=\"RESPONSE\"><prompt>Từ sai?</prompt><p>Tôi <hottext identifier=\"A\">"
                    + "ăn</hottext> và <hottext identifier=\"B\">uốn</hottext>.</p></hottextInteraction>"
            ),
            "id: i-1; prompt: Từ sai?⏎Tôi ăn và uốn.; kind: single; options: [!ăn, !*uốn]"
        ),
        (
            item(
                declared("multiple", "directedPair", ["W G1", "S G2"]),
                "<gapMatchInteraction responseIdentifier=\"RESPONSE\"><prompt>Kéo</prompt><gapText identifier=\"W\">đông</gapText>"
                    + "<gapText identifier=\"S\">hè</gapText><gapText identifier=\"T\">thu</gapText><p>Lạnh: <gap identifier=\"G1\"/>"
                    + "</p><p>Nóng: <gap identifier=\"G2\"/></p></gapMatchInteraction>"
            ),
            "id: i-1; prompt: Kéo; kind: match; pairs: [Lạnh: _____→đông, Nóng: _____→hè]; extra: [thu]"
        ),
        (
            item(
                declared("single", "identifier", ["A"]),
                choice("shuffle=\"true\"").replacing("Hà Nội", with: "True")
                    .replacing("Huế", with: "False").replacing(
                        "<simpleChoice identifier=\"C\" fixed=\"true\">Cả hai</simpleChoice>",
                        with: ""
                    )
            ),
            "id: i-1; prompt: Thủ đô?; kind: trueFalse; options: [*True, False]"
        ),
    ]

    @Test(arguments: taken.indices) func anItemIsTakenApart(_ index: Int) {
        let (text, expected) = Self.taken[index]
        let bank = QTI.read(Array(text.utf8))
        #expect(bank.questions.map(shown) == [expected])
        #expect(told(bank.faults) == [])
    }

    static let refused: [(String, String)] = [
        (item(declared("single", "identifier", ["D"]), choice()), "the key 'D' points at no option"),
        (item(declared("single", "identifier", []), choice()), "there is no key"),
        (
            item(declared("single", "identifier", [], mapping(["A": 1, "B": 1])), choice(), template("map_response")),
            "several answers earn the most"
        ),
        (
            item(declared("single", "identifier", ["B"], mapping(["A": 1])), choice(), template("map_response")),
            "come to different keys"
        ),
        (
            item(
                declared("single", "identifier", ["A"]),
                choice(),
                when("<match>\(answer)<baseValue baseType=\"identifier\">B</baseValue></match>")
            ),
            "come to different keys"
        ),
        (item(declared("single", "identifier", []), choice(), when("<customOperator/>")), "there is no key"),
        (
            item(
                declared("single", "identifier", ["A"]),
                choice().replacing("identifier=\"B\"", with: "identifier=\"A\"")
            ),
            "two options have one identifier"
        ),
        (item("", choice()), "the response 'RESPONSE' is not declared"),
        (
            item(
                declared("single", "string", []),
                "<extendedTextInteraction responseIdentifier=\"RESPONSE\"/>"
            ),
            "an essay (extendedTextInteraction) cannot be marked"
        ),
        (
            item(declared("single", "point", []), "<selectPointInteraction responseIdentifier=\"RESPONSE\"/>"),
            "QTI's type 'selectPointInteraction'"
        ),
        (item(declared("multiple", "directedPair", ["a y", "b y"]), pairBody), "one side belongs to several"),
        (item(declared("multiple", "directedPair", ["a y"]), pairBody), "this left side has no right side"),
        (item(declared("multiple", "directedPair", ["a q", "b x"]), pairBody), "the key 'a q' points at no option"),
        (item(declared("single", "float", ["x"]), field), "there is no key"),
        (item(declared("single", "identifier", ["A"]), "<p>?</p>"), "has no interaction that is known"),
        (
            item(declared("ordered", "identifier", ["B"]), choice().replacing("choiceI", with: "orderI")),
            "puts 1 of 3 items"
        ),
        (
            item(
                declared("single", "string", ["a"]),
                "<p><textEntryInteraction responseIdentifier=\"RESPONSE\"/> và <textEntryInteraction responseIdentifier=\"R\"/></p>"
            ),
            "a line has several gaps"
        ),
        ("<assessmentItem identifier=\"x\"/>", "this item has no body"),
        (
            item(declared("single", "identifier", ["A"]), choice()).replacing(
                "adaptive=\"false\"",
                with: "adaptive=\"true\""
            ),
            "an adaptive item"
        ),
        (item("<templateDeclaration identifier=\"T\"/>", choice()), "drawn at random"),
        ("<assessmentTest/>", "only lists questions"), ("<quiz/>", "the outermost element is <quiz>"),
        ("<!DOCTYPE questestinterop SYSTEM \"ims_qtiasiv1p2p1.dtd\"><questestinterop/>", "there is a DOCTYPE"),
        ("<questestinterop>&x;</questestinterop>", "entity"), ("", "the XML is cut off or empty"),
    ]

    @Test(arguments: refused.indices) func whatCannotBeTakenIsNamed(_ index: Int) {
        let (text, expected) = Self.refused[index]
        let bank = QTI.read(Array(text.utf8))
        let faults = told(bank.faults)
        #expect(faults.count == 1 && faults[0].contains(expected), "\(faults)")
        #expect(bank.questions.isEmpty)
    }

    @Test func aProcessingThatIsNotKnownIsTold() {
        let text = Self.item(
            Self.declared("single", "identifier", ["A"]),
            Self.choice(),
            Self.when("<customOperator/>")
        )
        let bank = QTI.read(Array(text.utf8))
        #expect(bank.questions.map(shown) == [Self.single + "[*Hà Nội, Huế, !Cả hai]"])
        #expect(told(bank.notices).count == 1 && told(bank.notices)[0].contains("is not understood, or gives no mark"))
    }

    @Test func partialMarksAreTold() {
        let text = Self.item(
            Self.declared("single", "identifier", [], Self.mapping(["A": 1, "B": 0.5, "C": -1])),
            Self.choice(),
            Self.template("map_response")
        )
        let notices = told(QTI.read(Array(text.utf8)).notices)
        #expect(notices.contains { $0.contains("an option worth 50% becomes a wrong one") }, "\(notices)")
        #expect(notices.contains { $0.contains("the penalty is left out") }, "\(notices)")
    }

    @Test func feedbackThatIsAlwaysShownIsTheExplanation() {
        let always =
            "<outcomeDeclaration identifier=\"F\" cardinality=\"single\" baseType=\"identifier\"><defaultValue><value>all</value></defaultValue></outcomeDeclaration>"
        let feedback =
            "<modalFeedback outcomeIdentifier=\"F\" identifier=\"all\" showHide=\"show\"><p>Vì thế.</p><p>Nguồn: Sách</p></modalFeedback>"
            + "<modalFeedback outcomeIdentifier=\"F\" identifier=\"bad\" showHide=\"show\">Sai rồi</modalFeedback>"
        let text = Self.item(
            Self.declared("single", "identifier", ["A"]) + always,
            "<p>Xem <img src=\"https://a.example/a.png\"/> và <object data=\"/b\" type=\"image/png\">c</object></p>"
                + Self.choice(),
            Self.match + feedback
        )
        let bank = QTI.read(Array(text.utf8))
        #expect(bank.questions.map(shown).first?.hasSuffix("explanation: Vì thế.; source: Sách") == true)
        let notices = told(bank.notices)
        #expect(notices.contains { $0.contains("the feedback for right and wrong") }, "\(notices)")
        #expect(notices.contains { $0.contains("an image in the text is left out") }, "\(notices)")
    }

    @Test func theNamesOfVersion3AreKnown() {
        let text = """
            <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i-3" title="Đề" time-dependent="false">
            <qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response>
            <qti-value>B</qti-value></qti-correct-response></qti-response-declaration>
            <qti-item-body><p>Một &amp; hai</p><qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true">
            <qti-prompt>Chọn</qti-prompt><qti-simple-choice identifier="A"><p>a</p></qti-simple-choice>
            <qti-simple-choice identifier="B"><em>b</em></qti-simple-choice></qti-choice-interaction></qti-item-body>
            <qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct"/>
            </qti-assessment-item>
            """
        let bank = QTI.read(Array(text.utf8))
        #expect(bank.questions.map(shown) == ["id: i-3; prompt: Một & hai⏎Chọn; kind: single; options: [a, *b]"])
        #expect(told(bank.faults) == [])
    }

    @Test func gapsOnLinesOfTheirOwnAreQuestions() {
        let second = Self.declared("single", "integer", ["7"]).replacing("\"RESPONSE\"", with: "\"TWO\"")
        let text = Self.item(
            Self.declared("single", "string", ["Huế"]) + second,
            "<p>Điền:</p><p>Cố đô <textEntryInteraction responseIdentifier=\"RESPONSE\"/></p>"
                + "<p>Tuần có <textEntryInteraction responseIdentifier=\"TWO\"/> ngày</p>",
            ""
        )
        #expect(
            QTI.read(Array(text.utf8)).questions.map(shown) == [
                "id: i-1-1; prompt: Điền:⏎Cố đô _____; kind: short; answers: [Huế]",
                "id: i-1-2; prompt: Điền:⏎Tuần có _____ ngày; kind: numeric; answer: 7",
            ]
        )
    }
}
