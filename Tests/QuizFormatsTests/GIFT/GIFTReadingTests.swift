import QuizCore
import QuizFormats
import Testing

struct GIFTReadingTests {
    private func read(_ text: String) -> ForeignBank {
        GIFT.read(Array(text.utf8))
    }

    @Test(
        arguments: [
            ("2 cộng 2?{~3 =4 ~5}", "prompt: 2 cộng 2?; kind: single; options: [3, *4, 5]"),
            ("A là {~x =y} nhé.", "prompt: A là _____ nhé.; kind: single; options: [x, *y]"),
            ("Hai số?{~%50%2 ~%50%3 ~%-100%4}", "prompt: Hai số?; kind: multiple; options: [*2, *3, 4]"),
            ("Một?{~%100%2 ~4}", "prompt: Một?; kind: single; options: [*2, 4]"),
            ("Đất tròn.{T}", "prompt: Đất tròn.; kind: trueFalse; options: [*Đúng, Sai]"),
            ("Đất dẹt.{ FALSE }", "prompt: Đất dẹt.; kind: trueFalse; options: [Đúng, *Sai]"),
            ("Ai?{=một =hai}", "prompt: Ai?; kind: short; answers: [một, hai]"),
            ("Ai?{một}", "prompt: Ai?; kind: short; answers: [một]"),
            ("Nối{=a->1 =b -> 2 = -> 3}", "prompt: Nối; kind: match; pairs: [a→1, b→2]; extra: [3]"),
            ("Số?{#3:0.5}", "prompt: Số?; kind: numeric; answer: 3; tolerance: 0.5"),
            ("Số?{#1..5}", "prompt: Số?; kind: numeric; answer: 3; tolerance: 2"),
            ("Số?{#3.141..3.142}", "prompt: Số?; kind: numeric; answer: 3.1415; tolerance: 0.0005"),
            ("Số?{#=%100%1e3:0#ok =%0%2}", "prompt: Số?; kind: numeric; answer: 1000; explanation: ok"),
            (
                "a\\~b\\=c\\#d\\{e\\}f\\:g\\nh\\\\i\\j{T}",
                "prompt: a~b=c#d{e}f:g⏎h\\i\\j; kind: trueFalse; options: [*Đúng, Sai]"
            ),
            (
                "::Tên::Ai?{=a####Vì thế.\\n\\nNguồn\\: Sách}",
                "prompt: Ai?; kind: short; answers: [a]; explanation: Vì thế.; source: Sách"
            ),
            ("[html]<p>Một&nbsp;hai</p><p>b&agrave;</p>{=a ~b}", "prompt: Một hai⏎⏎bà; kind: single; options: [*a, b]"),
            ("[markdown]**Ai** _đó_ `x`?{=*a* ~b}", "prompt: Ai đó x?; kind: single; options: [*a, b]"),
            ("[plain]<b>x</b>{=&amp; ~[html]&amp;}", "prompt: <b>x</b>; kind: single; options: [*&amp;, &]"),
            ("<script> là gì, 1 < 2?{=a ~b}", "prompt: <script> là gì, 1 < 2?; kind: single; options: [*a, b]"),
            (
                "Dòng một\n  dòng hai  \n\tdòng ba{\n\n=a\n\n~b\n}",
                "prompt: Dòng một⏎dòng hai⏎dòng ba; kind: single; options: [*a, b]"
            ),
            (
                "// [id:mk-1] [tag:topic:mat-khau]\n// [tag:group:thcs] [tag:group:can-bo] [tag:pinned:1]\nAi?{=a ~b}",
                "id: mk-1; prompt: Ai?; topic: mat-khau; groups: [thcs, can-bo]; kind: single; options: [*a, !b]"
            ),
            ("// question: 123  name: Tên\n::Tên::Ai?{=a ~b}", "id: 123; prompt: Ai?; kind: single; options: [*a, b]"),
            ("// question: 0  name: x\nAi?{=a ~b}", "prompt: Ai?; kind: single; options: [*a, b]"),
            (
                "Ai?{\n// lời\n=a // không phải lời\n~b}",
                "prompt: Ai?; kind: single; options: [*a // không phải lời, b]"
            ),
            ("Ai?\r\n{=a\r\n~b}\r\n", "prompt: Ai?; kind: single; options: [*a, b]"),
        ]
    )
    func aQuestionIsTakenApart(_ text: String, _ expected: String) {
        let bank = read(text)
        #expect(bank.questions.map(shown) == [expected])
        #expect(told(bank.faults) == [])
    }

    @Test(
        arguments: [
            ("", "0:0: there is no GIFT question"),
            ("Tự luận {}", "1:1: an essay question (empty {}) cannot be marked"),
            ("Một\nhai {=a\n\nBa?{=b}", "2:5: this { is not closed by }"),
            ("Một =a}", "1:7: this } has no {"),
            ("Một }a{", "1:5: this } has no {"),
            ("Một {=a}\nHai {=b}", "2:5: a question has one pair {…}"),
            ("Một {=a{x}}", "1:8: a question has one pair {…}"),
            ("Nối {=a->1 =b}", "1:12: every line of a matching question needs '->'"),
            ("Số {#}", "1:1: this numeric question has no number"),
            ("Số {#abc}", "1:6: 'abc' is no numeric answer"),
            ("Số {#5..1}", "1:6: '5..1' is no numeric answer"),
            ("Số {#=1 =2}", "1:9: a numeric question holds one answer (1 is there)"),
            ("Chữ {=a*b}", "1:6: a * that stands for anything"),
            ("Chữ {=%50%a}", "1:1: this short-answer question has no answer"),
            ("Nhiều {" + String(repeating: "~a", count: 101) + "}", "1:1: this question has more than 100 signs"),
        ]
    )
    func aFaultNamesItsPlace(_ text: String, _ expected: String) {
        let bank = read(text)
        let faults = told(bank.faults + bank.unsupported.map(\.fault))
        #expect(faults.count == 1 && faults[0].hasPrefix(expected), "\(faults)")
    }

    @Test(
        arguments: [
            ("Chỉ là lời dẫn.\n\nAi?{T}", ["1:1: this has no {…}"]),
            ("Ai?{~%30%a =b}", ["1:5: an option worth 30% becomes a wrong one"]),
            ("Ai?{~%25%a ~%75%b ~c}", ["1:5: the weight 25%", "1:12: the weight 75%"]),
            ("Ai?{=a =%50%b#gần}", ["1:15: the feedback", "1:8: an answer worth 50%"]),
            ("Ai?{=a#đúng ~b#sai ~c#sai}", ["1:16: the feedback of an answer is left out (2 times"]),
            ("Số?{#=1 =%50%2}", ["1:9: the number 2 worth 50%"]),
            ("::Tên riêng::Ai?{T}", ["1:3: the question's own name"]),
            ("// [tag:lạ]\nAi?{T}", ["1:3: an unknown tag"]),
            ("[html]<img src=x><table><tr><td>1</td><td>2</td></table>?{T}", ["1:1: an image", "1:1: a table"]),
        ]
    )
    func whatIsLeftOutIsTold(_ text: String, _ expected: [String]) {
        let bank = read(text)
        let notices = told(bank.notices)
        #expect(bank.faults.isEmpty && bank.questions.count == 1)
        #expect(notices.count == expected.count, "\(notices)")
        for beginning in expected { #expect(notices.contains { $0.hasPrefix(beginning) }, "\(notices)") }
    }

    @Test func categoriesAndPlacesFollowTheFile() throws {
        let bank = read(
            """
            // title: Đề thử
            // language: en

            $CATEGORY: $course$/top/An toàn/TCP//IP

            Một?{T}

            $CATEGORY: Hai
            Hai?{
              =a
              ~ b
            ####Vì.
            }
            """
        )
        #expect(bank.title == "Đề thử" && bank.language == "en")
        #expect(bank.questions.map(\.category) == [["An toàn", "TCP/IP"], ["Hai"]])
        #expect(bank.questions.map(\.place) == [SourcePlace(line: 6, column: 1), SourcePlace(line: 9, column: 1)])
        #expect(shown(bank.questions[0]).hasSuffix("[*True, False]"))
        guard case .list(let options) = bank.questions[1]["options"]?.content else {
            Issue.record("no options")
            return
        }
        #expect(options.map(\.place) == [SourcePlace(line: 10, column: 3), SourcePlace(line: 11, column: 3)])
        #expect(bank.questions[1]["explanation"]?.place == SourcePlace(line: 12, column: 5))
    }

    @Test func feedbackToTheRightAnswerExplains() {
        let truth = read("Đất dẹt.{FALSE#Nghĩ lại.#Đúng rồi.}")
        #expect(
            truth.questions.map(shown) == [
                "prompt: Đất dẹt.; kind: trueFalse; options: [Đúng, *Sai]; explanation: Đúng rồi."
            ]
        )
        #expect(told(truth.notices).map { $0.prefix(18) } == ["1:16: the feedback"])
        let general = read("Đất dẹt.{FALSE#Nghĩ lại.#Đúng rồi.####Đất tròn.}")
        #expect(general.questions.map(shown).first?.hasSuffix("explanation: Đất tròn.") == true)
        #expect(general.notices.count == 1)
    }
}
