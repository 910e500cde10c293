import QuizCore
import QuizFormats
import Testing

struct MoodleXMLReadingTests {
    private func read(_ questions: String) -> ForeignBank {
        MoodleXML.read(Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n\(questions)\n</quiz>".utf8))
    }

    /// A question with a text, and what else it has.
    private static func question(_ type: String, _ text: String, _ rest: String) -> String {
        "<question type=\"\(type)\"><questiontext format=\"html\"><text><![CDATA[\(text)]]></text></questiontext>\(rest)"
            + "</question>"
    }

    private static func answer(_ fraction: String, _ text: String) -> String {
        "<answer fraction=\"\(fraction)\" format=\"html\"><text>\(text)</text></answer>"
    }

    @Test(
        arguments: [
            (
                question(
                    "multichoice",
                    "<p>Ai?</p>",
                    answer("100", "a") + answer("0", "b &amp;lt; c") + "<single>true</single>"
                ),
                "prompt: Ai?; kind: single; options: [*a, b < c]"
            ),
            (
                question(
                    "multichoice",
                    "Ai?",
                    answer("50", "a") + answer("50", "b") + answer("-100", "c") + "<single>0</single>"
                ),
                "prompt: Ai?; kind: multiple; options: [*a, *b, c]"
            ),
            (
                question(
                    "multichoice",
                    "Ai?",
                    answer("100", "a") + answer("0", "b") + "<shuffleanswers>0</shuffleanswers>"
                ),
                "prompt: Ai?; kind: single; options: [!*a, !b]"
            ),
            (
                question("truefalse", "Đất dẹt.", answer("0", "true") + answer("100", "false")),
                "prompt: Đất dẹt.; kind: trueFalse; options: [Đúng, *Sai]"
            ),
            (
                question("shortanswer", "Ai?", answer("100", "a &lt; b") + answer("0", "*")),
                "prompt: Ai?; kind: short; answers: [a < b]"
            ),
            (
                question(
                    "numerical",
                    "Số?",
                    "<answer fraction=\"100\"><text>-3,5</text><tolerance>0.1</tolerance></answer>"
                        + "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>"
                ),
                "prompt: Số?; kind: numeric; answer: -3,5; tolerance: 0.1; unit: m"
            ),
            (
                question(
                    "matching",
                    "Nối",
                    "<subquestion format=\"html\"><text>&lt;p&gt;a&lt;/p&gt;</text><answer><text>1</text></answer></subquestion>"
                        + "<subquestion><text>b</text><answer><text>2</text></answer></subquestion>"
                        + "<subquestion><text/><answer><text>3</text></answer></subquestion>"
                ),
                "prompt: Nối; kind: match; pairs: [a→1, b→2]; extra: [3]"
            ),
            (
                question(
                    "ordering",
                    "Xếp",
                    answer("2.0000000", "hai") + answer("1.0000000", "một") + answer("3", "ba")
                ),
                "prompt: Xếp; kind: order; items: [một, hai, ba]"
            ),
            (
                question(
                    "multichoice",
                    "Ai?",
                    answer("100", "a") + answer("0", "b") + "<idnumber>mk-1</idnumber>"
                        + "<generalfeedback format=\"html\"><text>&lt;p&gt;Vì.&lt;/p&gt;&lt;p&gt;Nguồn: Sách&lt;/p&gt;</text></generalfeedback>"
                        + "<tags><tag><text>topic:mat-khau</text></tag><tag><text>difficulty:easy</text></tag><tag><text>group:thcs</text></tag></tags>"
                ),
                "id: mk-1; prompt: Ai?; topic: mat-khau; difficulty: easy; groups: [thcs]; kind: single; options: [*a, b]; explanation: Vì.; source: Sách"
            ),
            (
                question("cloze", "<p>Thủ đô là {1:SHORTANSWER:=Hà Nội#Đúng~%50%HN}.</p>", ""),
                "prompt: Thủ đô là _____.; kind: short; answers: [Hà Nội]"
            ),
            (
                question("cloze", "pH là {2:NUMERICAL:=7:0.5~%0%8}", ""),
                "prompt: pH là _____; kind: numeric; answer: 7; tolerance: 0.5"
            ),
        ]
    )
    func aQuestionIsTakenApart(_ text: String, _ expected: String) {
        let bank = read(text)
        #expect(bank.questions.map(shown) == [expected])
        #expect(told(bank.faults) == [])
    }

    @Test func gapsOnLinesOfTheirOwnAreQuestions() {
        let text =
            "<p>Nối thành phố với bang:</p><p>San Francisco: {1:MC:=California~Arizona}<br />Tucson: "
            + "{1:MULTICHOICE_V:California#Sai~%100%Arizona\\}#&#39;}</p>"
        let bank = read(Self.question("cloze", text, "<idnumber>c</idnumber>"))
        let intro = "prompt: Nối thành phố với bang:⏎"
        #expect(
            bank.questions.map(shown) == [
                "id: c-1; \(intro)San Francisco: _____; kind: single; options: [*California, Arizona]",
                "id: c-2; \(intro)Tucson: _____; kind: single; options: [California, *Arizona}]",
            ]
        )
        let two = read(Self.question("cloze", "{1:SA:=a} và {1:SA:=b}", ""))
        #expect(told(two.faults).map { $0.contains("cannot be taken: a line has several gaps") } == [true])
    }

    @Test(
        arguments: [
            ("essay", "an essay question cannot be marked"), ("calculated", "questions of Moodle's type 'calculated'"),
            ("ddmarker", "questions of Moodle's type 'ddmarker'"),
            ("cloze", "this cloze question cannot be taken: it has no gaps"),
            ("truefalse", "this true-false question has no answer"),
            ("shortanswer", "this short-answer question has no answer"),
            ("numerical", "this numeric question has no number"),
        ]
    )
    func whatCannotBeTakenIsNamed(_ type: String, _ expected: String) {
        let bank = read("\n" + Self.question(type, "Ai?", ""))
        let faults = told(bank.faults + bank.unsupported.map(\.fault))
        #expect(faults.count == 1 && faults[0].hasPrefix("4:") && faults[0].contains(expected), "\(faults)")
    }

    @Test func settingsOfMoodleAreToldOnce() {
        let rest =
            Self.answer("100", "a") + Self.answer("0", "b")
            + "<name><text>Tên</text></name><defaultgrade>2</defaultgrade>"
            + "<penalty>0.33</penalty><hidden>1</hidden><correctfeedback><text>Giỏi</text></correctfeedback>"
            + "<hint><text>Gợi ý</text></hint><tags><tag><text>lạ</text></tag></tags>"
            + "<generalfeedback><text>&lt;img src=x&gt;</text><file name=\"a\" encoding=\"base64\">AAAA</file></generalfeedback>"
        let one = Self.question("multichoice", "Ai?", rest)
        let notices = told(read(one + one.replacing("Ai?", with: "Hai?")).notices)
        #expect(notices.count == 9 && notices.allSatisfy { $0.contains("(2 times, here for the first)") }, "\(notices)")
    }

    @Test func categoriesAreKept() {
        let bank = read(
            "<question type=\"category\"><category><text>$course$/top/An toàn</text></category></question>"
                + Self.question("truefalse", "Đúng?", Self.answer("100", "true"))
                + "<question type=\"description\"><questiontext><text>x</text></questiontext></question>"
        )
        #expect(bank.questions.map(\.category) == [["An toàn"]])
        #expect(bank.notices.count == 1)
    }

    @Test(
        arguments: [
            ("", "the XML is cut off or empty"), ("<quiz/>", "there is no question"),
            ("<test/>", "the outermost element is <test>"),
            ("<quiz>&nbsp;</quiz>", "does not know the HTML entity"),
            ("<quiz><question type=\"x\"><text>C©u hái vÒ mËt khÈu</text></question></quiz>", "the old encoding TCVN3"),
        ]
    )
    func aFileThatIsNoneIsTold(_ text: String, _ expected: String) {
        let faults = told(MoodleXML.read(Array(text.utf8)).faults)
        #expect(faults.count == 1 && faults[0].contains(expected), "\(faults)")
    }

    @Test(arguments: ["1e300", "-1e300", "nan", "inf", "99999999999999999999"])
    func weightsBeyondAllNumbersAreNone(_ weight: String) {
        let answers = Self.answer(weight, "a") + Self.answer("50", "b") + Self.answer("0", "c")
        let questions = [
            Self.question("multichoice", "Ai?", answers + "<single>0</single>"),
            Self.question("multichoice", "Ai?", answers + "<single>1</single>"),
            Self.question("numerical", "Mấy?", Self.answer(weight, "1")),
            Self.question("shortanswer", "Ai?", answers), Self.question("ordering", "Xếp?", answers),
            Self.question("cloze", "x {1:MR:%\(weight)%a~%50%b} {1:NM:%\(weight)%1}", ""),
        ]
        for question in questions {
            let bank = read(question)
            #expect(bank.questions.count + bank.faults.count > 0)
        }
    }

    @Test func everyPrefixAndHostileGapsAreToldInTime() throws {
        let whole = Array(MoodleXML.write(try Shipped.bank(Shipped.banks[0])).text.utf8.prefix(4_000))
        for count in stride(from: 0, to: whole.count, by: 7) {
            #expect(!MoodleXML.read(Array(whole[..<count])).faults.isEmpty)
        }
        for gap in ["{1:SA:", "{1:SA:\\}", "{", "{1:MC:=a}", "<p>", "&amp;lt;"] {
            let text = String(repeating: gap, count: (1 << 18) / gap.utf8.count).replacing("<p>", with: "&lt;p&gt;")
            let took = ContinuousClock().measure {
                let bank = read("<question type=\"cloze\"><questiontext><text>\(text)</text></questiontext></question>")
                #expect(!bank.faults.isEmpty)
            }
            #expect(took < .seconds(30), "\(gap): \(took)")
        }
    }
}
