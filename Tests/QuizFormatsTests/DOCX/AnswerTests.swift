import QuizCore
import QuizFormats
import Testing

/// How the right options are told.
struct AnswerTests {
    private let first = "Câu 1. Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\n"
    private let second = "Câu 2. Biển?\nA. Vinh\nB. Huế\nC. Hải Phòng\n"

    private func keys(_ text: String) throws -> [[String]] {
        try DocumentFixture(text).read().questions.map { $0["options"]?.starred ?? [] }
    }

    @Test(
        arguments: [
            "A. Huế\n**B. Hà Nội**\nC. Đà Lạt", "A. Huế\n**B.** Hà Nội\nC. Đà Lạt", "A. Huế\nB. **Hà Nội**\nC. Đà Lạt",
            "A. Huế\n__B__. Hà Nội\nC. Đà Lạt", "A. Huế\n^^B. Hà Nội^^\nC. Đà Lạt",
            "A. Huế\n==B. Hà== ==Nội==\nC. Đà Lạt",
            "**A.** Huế\n**B. Hà Nội**\n**C.** Đà Lạt", "**A.** Huế⇥**B.** ^^Hà Nội^^⇥**C.** Đà Lạt",
            "**A. Huế**\n**B. **^^**Hà Nội**^^\n**C. Đà Lạt**", "A. Huế⇥__B.__ Hà Nội⇥C. Đà Lạt",
            "A. Huế\n**^^B. Hà Nội^^**\nC. Đà Lạt", "A. **Huế** cổ\n**B. Hà Nội**\nC. Đà Lạt",
            "A. Huế\nB. **H****à** **Nội**.\nC. Đà Lạt",
        ]
    )
    func aMarkThatOneOptionHasIsTheKey(_ options: String) throws {
        let starred = try #require(try keys("Câu 1. Thủ đô?\n" + options).first)
        #expect(starred.map { $0.hasPrefix("*") } == [false, true, false])
    }

    @Test(
        arguments: [
            ("**A. Huế**\n**B. Hà Nội**\n**C. Đà Lạt**", "it has no answer"),
            ("A. Huế\nB. Hà **Nội**\nC. Đà Lạt", "it has no answer"),
            ("A. Huế\n**B. Hà Nội**\n^^C. Đà Lạt^^", "disagree (bold: B; colour: C)"),
            ("A. Huế\n**B.** Hà Nội\nC. **Đà Lạt**", "not clear which options are marked (bold)"),
            ("A. Huế\n**B. Hà Nội**\nC. Đà Lạt\nĐáp án: C", "disagree (bold: B; the line 'Đáp án': C)"),
            ("A. Huế\n*B. Hà Nội\nC. Đà Lạt\nĐÁP ÁN\n1C", "disagree (the asterisk: B; the table of answers: C)"),
            ("A. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án: D", "'D' is not understood; write letters from A to C"),
            ("A. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án: cả hai", "'cả hai' is not understood"),
            ("A. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án: B. Huế", "the answer says 'B' with the text of option A"),
            ("A. Huế\nB. Hà Nội\nC.\nĐáp án: B", "option C has no text"),
            ("A. Huế\nB. Hà Nội\nA. Đà Lạt\nĐáp án: B", "an option A again"),
        ]
    )
    func whatIsNotClearIsAFaultOfTheQuestion(_ options: String, _ told: String) throws {
        let bank = try DocumentFixture("Câu 7. Thủ đô?\n" + options.replacing("1C", with: "7C")).read()
        #expect(bank.faults.count == 1)
        #expect(bank.faults.first?.message.en.contains(told) == true, "\(bank.faults)")
        #expect(bank.faults.first?.message.en.hasPrefix("question 7: ") == true)
        #expect(bank.faults.first?.message.vi.hasPrefix("câu 7: ") == true)
    }

    @Test func aLookThatMostQuestionsHaveIsNoMark() throws {
        let styled = "**A.** Huế\n**B.** Hà Nội\n**C.** Đà Lạt\nĐáp án: B\n"
        let sloppy = "**A.** Huế\n**B.** Hà Nội\nC. Đà Lạt\n"
        let text = (1...3).map { "Câu \($0). Câu hỏi \($0)?\n" + styled }.joined() + "Câu 4. Bốn?\n" + sloppy
        let bank = try DocumentFixture(text).read()
        #expect(told(bank.faults).map { $0.prefix(35) } == ["16:1: question 4: it has no answer;"])
    }

    @Test func severalMarksAreSeveralAnswersAndTold() throws {
        let bank = try DocumentFixture("Câu 1. Hai?\n^^A. a^^\nB. b\n^^C. c^^").read()
        #expect(bank.questions.map(shown) == ["prompt: Hai?; kind: multiple; options: [*a, b, *c]"])
        #expect(told(bank.notices) == ["1:1: question 1 has 2 answers by colour: A, C; check them"])
        #expect(try read("Câu 1. Hai?\nA. a\nB. b\nC. c\nĐáp án: A, C").first?.contains("[*a, b, *c]") == true)
        #expect(try read("Câu 1. Hai?\nA. a\nB. b\nC. c\nĐáp án: A và C").first?.contains("[*a, b, *c]") == true)
        #expect(try read("Câu 1. Hai?\nA. a\nB. b\nC. c\nĐáp án: AC").first?.contains("[*a, b, *c]") == true)
    }

    @Test func greysAndLinksAreNoMarks() throws {
        func option(_ letter: String, _ properties: String, _ text: String) -> String {
            DocumentFixture.paragraph("").replacing(
                "</w:p>",
                with: DocumentFixture.run(letter + ". " + text, properties) + "</w:p>"
            )
        }
        let body =
            DocumentFixture.paragraph("Câu 1. Trang nào?") + option("A", "<w:color w:val=\"212529\"/>", "a.vn")
            + "<w:p><w:r><w:t xml:space=\"preserve\">B. </w:t></w:r><w:hyperlink r:id=\"rId9\">"
            + DocumentFixture.run("b.vn", "<w:color w:val=\"0563C1\"/><w:u w:val=\"single\"/>") + "</w:hyperlink></w:p>"
            + option("C", "<w:color w:val=\"auto\"/><w:u w:val=\"none\"/><w:b w:val=\"0\"/>", "c.vn")
        let bank = try DocumentFixture(body: body).read()
        #expect(told(bank.faults).map { $0.prefix(33) } == ["1:1: question 1: it has no answer"])
    }

    @Test(
        arguments: [
            "BẢNG ĐÁP ÁN\n1B 2C", "ĐÁP ÁN\n1-B, 2-C", "ĐÁP ÁN ĐỀ SỐ 1\n1.B⇥2.C", "Đáp án tham khảo\nCâu 1: B\nCâu 2: C",
            "BẢNG ĐÁP ÁN\n1. B; 2. C;", "--- HẾT ---\nHƯỚNG DẪN GIẢI CHI TIẾT\nCâu 1. Chọn B\nVì thế.\nCâu 2: Đáp án C",
            "ANSWER KEY\n1) B 2) C",
        ]
    )
    func answersMayStandAtTheEnd(_ end: String) throws {
        #expect(try keys(first + second + end) == [["Huế", "*Hà Nội", "Đà Lạt"], ["Vinh", "Huế", "*Hải Phòng"]])
    }

    @Test(
        arguments: [
            ["Câu|1|2", "Đáp án|B|C"], ["1|2", "B|C"], ["1", "B", "2", "C"], ["1.B|2.C"], ["1|B", "2|C"],
            ["Câu|Đáp án", "1|B", "2|C"], ["1|B|2|C"], ["Câu 1: B|Câu 2: C"], ["1B¶2C"],
        ]
    )
    func answersMayStandInATable(_ rows: [String]) throws {
        for heading in ["BẢNG ĐÁP ÁN", ""] {
            let text = DocumentFixture(first + second + heading).body
            let bank = try DocumentFixture(body: text + DocumentFixture.table(rows)).read()
            #expect(told(bank.faults) == [])
            #expect(bank.questions.compactMap { $0["options"]?.starred.firstIndex { $0.hasPrefix("*") } } == [1, 2])
        }
    }

    @Test func answersOfPartsAreTold() throws {
        let text = "PHẦN I. Chọn\n" + first + "PHẦN II. Trả lời ngắn\nCâu 1. Mấy?\n"
        let end = "BẢNG ĐÁP ÁN\nPHẦN I\n1B\nPHẦN II"
        let bank = try DocumentFixture(
            body: DocumentFixture(text + end).body + DocumentFixture.table(["Câu|1", "Đáp án|0,5"])
        ).read()
        #expect(told(bank.faults) == [])
        #expect(
            bank.questions.map { shown($0).suffix(30) }
                == ["ons: [Huế, *Hà Nội, Đà Lạt]", "kind: numeric; answer: 0,5"].map { $0.suffix(30) }
                || bank.questions[1]["answer"]?.scalar == "0,5"
        )
        let unnamed = try DocumentFixture(text + "BẢNG ĐÁP ÁN\n1B").read()
        #expect(told(unnamed.faults).contains { $0.contains("several questions have this number") })
    }

    @Test func anAnswerToNoQuestionIsAFault() throws {
        #expect(
            try read(first + "BẢNG ĐÁP ÁN\n1B 9C") == ["6:1: answer 9: no question has this number; check the numbers"]
        )
    }

    @Test func aTableOfSeveralPapersIsAFault() throws {
        let text = DocumentFixture(first + second + "BẢNG ĐÁP ÁN").body
        let bank = try DocumentFixture(body: text + DocumentFixture.table(["Câu|101|102", "1|B|C", "2|C|A"])).read()
        #expect(told(bank.faults).contains { $0.contains("this table of answers is not understood") })
    }

    @Test func aSecondPaperHasNumbersOfItsOwn() throws {
        let text = first + "ĐÁP ÁN\n1B\n" + "ĐỀ SỐ 2\nCâu 1. Biển?\nA. Vinh\nB. Huế\nĐÁP ÁN\n1A"
        #expect(try keys(text) == [["Huế", "*Hà Nội", "Đà Lạt"], ["*Vinh", "Huế"]])
    }
}
