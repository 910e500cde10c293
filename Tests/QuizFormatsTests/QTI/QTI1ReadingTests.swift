import QuizCore
import QuizFormats
import Testing

/// Items of version 1.2, in the layouts of Canvas and of the standard's own examples.
struct QTI1ReadingTests {
    static func file(_ items: String) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="An toàn">
        <section ident="root_section" title="Mật khẩu">\(items)</section></assessment></questestinterop>
        """
    }

    private static func item(
        _ type: String,
        _ prompt: String,
        _ responses: String,
        _ processing: String,
        _ rest: String = ""
    ) -> String {
        "<item ident=\"i1\" title=\"Question\"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>"
            + "<fieldentry>\(type)</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation><material>"
            + "<mattext texttype=\"text/html\">\(prompt)</mattext></material>\(responses)</presentation><resprocessing><outcomes>"
            + "<decvar maxvalue=\"100\" minvalue=\"0\" varname=\"SCORE\" vartype=\"Decimal\"/></outcomes>\(processing)"
            + "</resprocessing>\(rest)</item>"
    }

    private static func label(_ id: String, _ text: String) -> String {
        "<response_label ident=\"\(id)\"><material><mattext texttype=\"text/plain\">\(text)</mattext></material></response_label>"
    }

    private static func pick(
        _ cardinality: String = "Single",
        _ attributes: String = "",
        id: String = "r",
        name: String = ""
    ) -> String {
        let material = name.isEmpty ? "" : "<material><mattext texttype=\"text/plain\">\(name)</mattext></material>"
        return "<response_lid ident=\"\(id)\" rcardinality=\"\(cardinality)\">\(material)<render_choice\(attributes)>"
            + label("11", "một") + label("22", "hai") + label("33", "ba &lt; bốn") + "</render_choice></response_lid>"
    }

    private static let field =
        "<response_str ident=\"r\" rcardinality=\"Single\"><render_fib><response_label ident=\"answer1\"/></render_fib></response_str>"

    private static func condition(
        _ tests: String,
        _ value: String = "100",
        _ action: String = "Set",
        _ attributes: String = " continue=\"No\""
    ) -> String {
        "<respcondition\(attributes)><conditionvar>\(tests)</conditionvar><setvar action=\"\(action)\" varname=\"SCORE\">\(value)</setvar></respcondition>"
    }

    private static func equal(_ value: String, _ id: String = "r") -> String {
        "<varequal respident=\"\(id)\">\(value)</varequal>"
    }

    private static let feedbackFirst =
        "<respcondition continue=\"Yes\"><conditionvar><other/></conditionvar><displayfeedback feedbacktype=\"Response\" "
        + "linkrefid=\"general_fb\"/></respcondition>"

    static let taken: [(String, [String])] = [
        (
            item(
                "multiple_choice_question",
                "&lt;p&gt;Ai?&lt;/p&gt;",
                pick(),
                feedbackFirst + condition(equal("22")),
                "<itemfeedback ident=\"general_fb\"><flow_mat><material><mattext texttype=\"text/html\">&lt;p&gt;Vì.&lt;/p&gt;</mattext></material></flow_mat></itemfeedback>"
            ),
            ["id: i1; prompt: Ai?; kind: single; options: [một, *hai, ba < bốn]; explanation: Vì."]
        ),
        (
            item(
                "multiple_choice_question",
                "Ai?",
                pick("Single", " shuffle=\"No\""),
                condition(equal("11"), "10") + condition(equal("22"), "5")
            ),
            ["id: i1; prompt: Ai?; kind: single; options: [!*một, !hai, !ba < bốn]"]
        ),
        (
            item(
                "multiple_answers_question",
                "Ai?",
                pick("Multiple"),
                condition("<and>\(equal("11"))\(equal("33"))<not>\(equal("22"))</not></and>")
            ),
            ["id: i1; prompt: Ai?; kind: multiple; options: [*một, hai, *ba < bốn]"]
        ),
        (
            item(
                "",
                "Ai?",
                pick("Multiple"),
                condition(equal("11"), "50", "Add", "") + condition(equal("33"), "50", "Add", "")
                    + condition(equal("22"), "-50", "Add", "")
            ),
            ["id: i1; prompt: Ai?; kind: multiple; options: [*một, hai, *ba < bốn]"]
        ),
        (
            item(
                "",
                "Ai?",
                pick("Multiple"),
                condition(equal("11") + equal("33"), "1") + condition(equal("11"), "0.5")
            ),
            ["id: i1; prompt: Ai?; kind: multiple; options: [*một, hai, *ba < bốn]"]
        ),
        (
            item("", "Xếp", pick("Ordered"), condition(equal("33") + equal("11") + equal("22"), "5", "Add")),
            ["id: i1; prompt: Xếp; kind: order; items: [ba < bốn, một, hai]"]
        ),
        (
            item("short_answer_question", "Ai?", field, condition(equal("Lan") + equal("Huệ"))),
            ["id: i1; prompt: Ai?; kind: short; answers: [Lan, Huệ]"]
        ),
        (
            item(
                "numerical_question",
                "Mấy?",
                field,
                condition(
                    "<or>\(equal("5.0"))<and><vargte respident=\"r\">4.9</vargte><varlte respident=\"r\">5.1</varlte></and></or>"
                )
            ),
            ["id: i1; prompt: Mấy?; kind: numeric; answer: 5; tolerance: 0.1"]
        ),
        (
            item(
                "numerical_question",
                "Mấy?",
                field,
                condition("<vargte respident=\"r\">6.0</vargte><varlte respident=\"r\">8.0</varlte>")
            ),
            ["id: i1; prompt: Mấy?; kind: numeric; answer: 7; tolerance: 1"]
        ),
        (
            item(
                "numerical_question",
                "Mấy?",
                field,
                condition(
                    "<vargte respident=\"r\">3.1300000000000003</vargte><varlte respident=\"r\">3.15</varlte>"
                )
            ),
            ["id: i1; prompt: Mấy?; kind: numeric; answer: 3.14; tolerance: 0.01"]
        ),
        (
            item(
                "numerical_question",
                "Mấy?",
                field,
                condition(
                    "<or>\(equal("4.0"))<and><vargte respident=\"r\">4.0</vargte><varlte respident=\"r\">4.0</varlte></and></or>"
                )
            ),
            ["id: i1; prompt: Mấy?; kind: numeric; answer: 4.0"]
        ),
        (
            item(
                "matching_question",
                "Nối",
                pick(id: "r1", name: "A") + pick(id: "r2", name: "B"),
                condition(equal("22", "r1"), "50.00", "Add", "") + condition(equal("11", "r2"), "50.00", "Add", "")
            ),
            ["id: i1; prompt: Nối; kind: match; pairs: [A→hai, B→một]; extra: [ba < bốn]"]
        ),
        (
            item(
                "multiple_dropdowns_question",
                "&lt;p&gt;A là [x]&lt;/p&gt;&lt;p&gt;B là [y]&lt;/p&gt;",
                pick(id: "r2", name: "y") + pick(id: "r1", name: "x"),
                condition(equal("22", "r1"), "50.00", "Add", "") + condition(equal("11", "r2"), "50.00", "Add", "")
            ),
            [
                "id: i1-1; prompt: A là _____; kind: single; options: [một, *hai, ba < bốn]",
                "id: i1-2; prompt: B là _____; kind: single; options: [*một, hai, ba < bốn]",
            ]
        ),
        (
            item(
                "fill_in_multiple_blanks_question",
                "A là [x] đó",
                pick(id: "r1", name: "x"),
                condition(equal("11", "r1"), "100", "Add", "")
            ),
            ["id: i1; prompt: A là _____ đó; kind: short; answers: [một, hai, ba < bốn]"]
        ),
        (
            item(
                "true_false_question",
                "Thật?",
                pick().replacing("một", with: "True").replacing("hai", with: "False")
                    .replacing(label("33", "ba &lt; bốn"), with: ""),
                condition(equal("22"))
            ),
            ["id: i1; prompt: Thật?; kind: trueFalse; options: [True, *False]"]
        ),
    ]

    @Test(arguments: taken.indices) func anItemIsTakenApart(_ index: Int) {
        let (text, expected) = Self.taken[index]
        let bank = QTI.read(Array(Self.file(text).utf8))
        #expect(bank.questions.map(shown) == expected)
        #expect(told(bank.faults) == [])
        #expect(bank.questions.allSatisfy { $0.category == ["An toàn", "Mật khẩu"] } && bank.title == "An toàn")
    }

    static let refused: [(String, String)] = [
        (item("essay_question", "Ai?", field, ""), "an essay or upload (essay_question)"),
        (item("calculated_question", "Ai?", field, ""), "QTI's type 'calculated_question'"),
        (item("", "Ai?", "<response_xy ident=\"r\"/>", ""), "QTI's type 'response_xy'"),
        (item("", "Ai?", pick(), ""), "there is no key"),
        (item("", "Ai?", pick(), condition(equal("44"))), "the key '44' points at no option"),
        (item("", "Ai?", pick(), condition(equal("11") + equal("22"))), "several answers earn the most"),
        (
            item("", "Ai?", pick("Multiple"), condition("<or>\(equal("11"))\(equal("22"))</or>")),
            "several answers earn the most"
        ),
        (item("", "Ai?", pick(), condition("<varsubset respident=\"r\">11</varsubset>")), "there is no key"),
        (
            item("", "Ai?", pick().replacing("\"22\"", with: "\"11\""), condition(equal("11"))),
            "two options have one ident"
        ),
        (item("", "Xếp", pick("Ordered"), condition(equal("33") + equal("11"))), "there is no key"),
        (item("short_answer_question", "Ai?", field, ""), "there is no key"),
        (
            item("numerical_question", "Mấy?", field, condition("<vargte respident=\"r\">6</vargte>")),
            "is no numeric answer"
        ),
        (
            item(
                "multiple_dropdowns_question",
                "[x] và [y]",
                pick(id: "r1", name: "x") + pick(id: "r2", name: "y"),
                ""
            ),
            "a line has several gaps"
        ),
        (
            item("multiple_dropdowns_question", "A", pick(id: "r1", name: "x"), ""),
            "the gap [x] does not stand just once"
        ),
        (
            item(
                "multiple_dropdowns_question",
                "[[x]]",
                pick(id: "r1", name: "x") + pick(id: "r2", name: "[x]"),
                ""
            ),
            "a line has several gaps"
        ),
        ("", "there is no question in the file"),
    ]

    @Test(arguments: refused.indices) func whatCannotBeTakenIsNamed(_ index: Int) {
        let (text, expected) = Self.refused[index]
        let bank = QTI.read(Array(Self.file(text).utf8))
        let faults = told(bank.faults)
        #expect(faults.count == 1 && faults[0].contains(expected), "\(faults)")
        #expect(bank.questions.isEmpty)
    }

    @Test func fieldsWithinATextAreGaps() {
        let text =
            "<item ident=\"f\" title=\"f\"><presentation><flow><flow><material><mattext>Mùa</mattext></material>"
            + "<response_str ident=\"a\"><render_fib fibtype=\"String\"/></response_str><material><mattext>lạnh.</mattext></material></flow>"
            + "<flow><material><mattext>Có</mattext></material><response_num ident=\"b\"><render_fib fibtype=\"Integer\"/></response_num>"
            + "<material><mattext>mùa.</mattext></material></flow></flow></presentation><resprocessing>"
            + Self.condition(Self.equal("đông", "a"), "1", "Add", " continue=\"Yes\"")
            + Self.condition(Self.equal("4", "b"), "1", "Add", " continue=\"Yes\"") + "</resprocessing></item>"
        let bank = QTI.read(Array("<questestinterop>\(text)</questestinterop>".utf8))
        #expect(
            bank.questions.map(shown) == [
                "id: f-1; prompt: Mùa _____ lạnh.; kind: short; answers: [đông]",
                "id: f-2; prompt: Có _____ mùa.; kind: numeric; answer: 4",
            ]
        )
    }

    @Test func whatOtherProgramsSetIsTold() {
        let rest =
            "<itemfeedback ident=\"correct_fb\"><material><mattext>Giỏi</mattext></material></itemfeedback>"
            + "<itemfeedback ident=\"11_fb\"><material><mattext>Ừ</mattext></material></itemfeedback>"
        let text =
            Self.item("text_only_question", "Lời dẫn", "", "")
            + Self.item("", "&lt;img src=\"/a\"&gt; Ai?", Self.pick(), Self.condition(Self.equal("11")), rest)
        let notices = told(QTI.read(Array(Self.file(text).utf8)).notices)
        for words in [
            "is no question and is left out", "an image in the text", "for right and wrong",
            "the feedback of an answer",
        ] {
            #expect(notices.contains { $0.contains(words) }, "\(words): \(notices)")
        }
    }
}
