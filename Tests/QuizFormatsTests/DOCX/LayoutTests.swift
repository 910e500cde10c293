import QuizCore
import QuizFormats
import Testing

/// How questions and options are laid out.
struct LayoutTests {
    private static let expected = "prompt: Thủ đô?; kind: single; options: [Huế, *Hà Nội, Đà Lạt]"

    @Test(
        arguments: [
            "Câu 1. Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án: B",
            "Câu 1: Thủ đô?\nA) Huế\nB) Hà Nội\nC) Đà Lạt\nĐA: B",
            "Câu hỏi 1. Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nChọn B",
            "Câu 1) Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nChọn đáp án B.",
            "Bài 1: Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án đúng là: B",
            "1. Thủ đô?\na. Huế\nb. Hà Nội\nc. Đà Lạt\nĐáp án: b",
            "1.Thủ đô?\na) Huế\nb) Hà Nội\nc) Đà Lạt\nĐáp án: B",
            "1) Thủ đô?\nA.Huế\nB.Hà Nội\nC.Đà Lạt\n=> Chọn B",
            "1/ Thủ đô?\nA/ Huế\nB/ Hà Nội\nC/ Đà Lạt\nĐáp án B",
            "Question 1. Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nAnswer: B",
            "Câu 1\nThủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt\nĐáp án: Hà Nội",
            "CÂU 1． Thủ đô?\nＡ．Huế\nＢ．Hà Nội\nＣ．Đà Lạt\nĐáp án：B",
            "Câu\u{A0}1.\u{A0}Thủ đô?\nA.\u{A0}Huế\nB. Hà\u{A0}Nội\nC. Đà Lạt\nĐáp án: B. Hà Nội",
            "Câu 1. Thủ đô?\nA. Huế⇥B. Hà Nội⇥C. Đà Lạt\nĐáp án: B",
            "Câu 1. Thủ đô?\nA. Huế     B. Hà Nội     C. Đà Lạt     Đáp án: B",
            "Câu 1. Thủ đô?⇥A. Huế⇥B. Hà Nội⇥C. Đà Lạt⇥ĐA: B",
            "Câu 1. Thủ đô?↵A. Huế↵B. Hà Nội↵C. Đà Lạt↵Đáp án: B",
            "Câu 1. Thủ đô?\nA. Huế\n*B. Hà Nội\nC. Đà Lạt",
            "Câu 1. Thủ đô?\nA. Huế⇥*B. Hà Nội⇥C. Đà Lạt",
            "Câu 1. Thủ đô?\nA. Huế\nB. Hà Nội\nC. Đà Lạt. Đáp án: B".replacing("Lạt.", with: "Lạt"),
            "Câu 1. Thủ đô?\n(A) Huế\n(B) Hà Nội\n(C) Đà Lạt\nĐáp án: (B)",
            "Cau\u{302} 1. Thủ đô?\nA. Hue\u{302}\u{301}\nB. Hà Nội\nC. Đà Lạt\nDa\u{301}p a\u{301}n: B",
            "SỞ GIÁO DỤC\nĐỀ THI\n\nCâu 1. Thủ đô?\n\nA. Huế\n\nB. Hà Nội\nC. Đà Lạt\n--- HẾT ---\nĐÁP ÁN\n1B",
        ]
    )
    func aQuestionIsFound(_ text: String) throws {
        #expect(try read(text) == [Self.expected])
    }

    @Test(
        arguments: [
            ("Câu 1 (NB): CIA?", "CIA?", "easy", 0), ("Câu 1. [TH] CIA?", "CIA?", "medium", 0),
            ("Câu 1. (CIA) là gì?", "(CIA) là gì?", nil, 0), ("Câu 1: (0,25 điểm) CIA?", "CIA?", nil, 1),
            ("Câu 1 (Đề 2023): CIA?", "CIA?", nil, 1), ("Câu 1. CIA? (Vận dụng cao)", "CIA?", "hard", 0),
            ("Câu 1. CIA? [NB]", "CIA?", "easy", 0), ("Câu 1. CIA (2)", "CIA (2)", nil, 0),
        ] as [(String, String, String?, Int)]
    )
    func bracketsBesideANumber(_ line: String, _ prompt: String, _ difficulty: String?, _ notices: Int) throws {
        let bank = try DocumentFixture(line + "\nA. a\nB. b\nĐáp án: B").read()
        #expect(bank.questions.first?["prompt"]?.scalar == prompt)
        #expect(bank.questions.first?["difficulty"]?.scalar == difficulty)
        #expect(bank.notices.count == notices)
    }

    @Test func singleSpacesPartAWholeRow() throws {
        let text = "Câu 1. Mấy?\nA. 1 B. 2 C. 3 D. 4\nĐáp án: D"
        #expect(try read(text) == ["prompt: Mấy?; kind: single; options: [1, 2, 3, *4]"])
        let half = "Câu 1. Mấy?\nA. 1 B. 2\nC. 3 D. 4\nĐáp án: D"
        #expect(try read(half).first?.hasPrefix("3:1: question 1: option C stands where B belongs") == true)
        let mixed = "Câu 1. Mấy?\nA. 1⇥B. 2 C. 3\nĐáp án: B"
        #expect(try read(mixed).first?.contains("option B seems to hold option C too") == true)
    }

    @Test func aPromptMayHaveParagraphsAndLists() throws {
        let text = """
            Câu 1. Cho các phát biểu:
            a) Một
            b) Hai
            Số phát biểu đúng là
            A. 1
            B. 2
            Đáp án: A
            Câu 2. Cho:
            1. x
            2. y
            A. 1
            B. 2
            Đáp án: B
            """
        #expect(
            try read(text) == [
                "prompt: Cho các phát biểu:⏎a) Một⏎b) Hai⏎Số phát biểu đúng là; kind: single; options: [*1, 2]",
                "prompt: Cho:⏎1. x⏎2. y; kind: single; options: [1, *2]",
            ]
        )
    }

    @Test func numbersAloneMayAlsoNumberALine() throws {
        let text = """
            1. Cho:
            1. x
            2. y
            A. 1
            B. 2
            Đáp án: B
            2. Hai?
            A. 1
            B. 2
            Đáp án: A
            Giải thích: vì
            1. thế này
            2. thế kia
            3. Ba?
            A. 1,5
            B. 2.5
            Đáp án: A
            """
        let prompts = try DocumentFixture(text).read().questions.map { $0["prompt"]?.scalar }
        #expect(prompts == ["Cho:\n1. x\n2. y", "Hai?", "Ba?"])
    }

    @Test func aQuestionWithoutOptionsDoesNotTakeThoseOfTheNext() throws {
        let told = try read("1. Trình bày.\n2. Mấy?\nA. 1\nB. 2\nĐáp án: B")
        #expect(told.map { $0.prefix(40) } == ["1:1: question 1: it has no options A, B…"])
    }

    @Test func whatSurroundsAQuestionIsRead() throws {
        let text = """
            PHẦN I. Mật khẩu và tài khoản
            Câu 1 (NB): Một?
            A. a
            B. b
            Đáp án: B
            Giải thích: Vì b.
            Hai dòng.
            Nguồn: Sổ tay
            Chủ đề 2: Phòng chống mã độc
            Câu 2. [VD] Hai?
            A. a
            B. b
            Đáp án: A
            Mức độ: Khó
            Câu 3. Ba? (Thông hiểu)
            A. a
            B. b
            Lời giải
            Chọn B. Vì thế.
            """
        let bank = try DocumentFixture(text).read()
        #expect(told(bank.faults) == [])
        #expect(
            bank.questions.map(shown) == [
                "prompt: Một?; difficulty: easy; explanation: Vì b.⏎Hai dòng.; source: Sổ tay; kind: single; options: [a, *b]",
                "prompt: Hai?; difficulty: hard; kind: single; options: [*a, b]",
                "prompt: Ba?; difficulty: medium; explanation: Vì thế.; kind: single; options: [a, *b]",
            ]
        )
        #expect(
            bank.questions.map(\.category) == [
                ["Mật khẩu và tài khoản"], ["Mật khẩu và tài khoản", "Phòng chống mã độc"],
                ["Mật khẩu và tài khoản", "Phòng chống mã độc"],
            ]
        )
    }

    @Test func aTopicBelowAQuestionIsItsOwn() throws {
        let text = "Câu 1. Một?\nA. a\nB. b\nĐáp án: B\nChủ đề: X\nCâu 2. Hai?\nA. a\nB. b\nĐáp án: B\nChủ đề: Y"
        #expect(try DocumentFixture(text).read().questions.map(\.category) == [["X"], ["Y"]])
    }

    @Test func textThatBelongsNowhereIsTold() throws {
        let text =
            "Câu 1. Một?\nA. a\ndòng nữa\nB. b\nĐáp án: B\nCâu 2. Hai?\nA. a\nB. b\nĐọc đoạn sau\nCâu 3. Ba?\nA. a\n*B. b\nNgười ra đề"
        let bank = try DocumentFixture(text).read()
        #expect(bank.questions[0]["options"]?.starred == ["a\ndòng nữa", "*b"])
        #expect(
            told(bank.faults).map { $0.prefix(60) } == [
                "9:1: question 2: 'Đọc đoạn sau' stands behind the last optio",
                "6:1: question 2: it has no answer; set the whole right optio",
            ]
        )
        #expect(
            told(bank.notices).map { $0.prefix(30) } == [
                "3:1: this line without a lette", "13:1: a paragraph that belongs",
            ]
        )
    }

    @Test func optionsThatSpeakOfOthersStay() throws {
        let text =
            "Câu 1. Một?\nA. a\nB. b\nC. Cả A và B\nĐáp án: C\nCâu 2. Hai?\nA. a\nB. b\nC. Tất cả các phương án trên.\nĐáp án: C\nCâu 3. Ba?\nA. Cả nhà\nB. Vitamin A và nước\nĐáp án: A"
        #expect(
            try read(text).map { $0.suffix(44) } == [
                "kind: single; options: [!a, !b, !*Cả A và B]".suffix(44),
                " options: [a, b, !*Tất cả các phương án trên.]".suffix(44),
                "single; options: [*Cả nhà, Vitamin A và nước]".suffix(44),
            ]
        )
    }

    @Test func shortAnswersAreNumbersOrWords() throws {
        let text =
            "Câu 1. Mấy bit?\nĐáp án: 12\nCâu 2. Viết tắt?\nĐáp án: 2FA; MFA\nCâu 3. Gọi số nào?\nTrả lời: 0123\nCâu 4. Trái đất tròn.\nĐáp án: Đúng"
        #expect(
            try read(text) == [
                "prompt: Mấy bit?; kind: numeric; answer: 12", "prompt: Viết tắt?; kind: short; answers: [2FA, MFA]",
                "prompt: Gọi số nào?; kind: short; answers: [0123]",
                "prompt: Trái đất tròn.; kind: trueFalse; options: [*Đúng, Sai]",
            ]
        )
    }

    @Test(arguments: ["Đáp án: Đ S S Đ", "Đáp án: ĐSSĐ", "Đáp án: a) Đúng, b) Sai, c) Sai, d) Đúng", "ĐÁP ÁN\n1: ĐSSĐ"])
    func fourStatementsAreFourQuestions(_ key: String) throws {
        let text = "PHẦN II. Câu trắc nghiệm đúng sai\nCâu 1. Về mật khẩu:\na) Dài\nb) Ngắn\nc) Cũ\nd) Mới\n" + key
        #expect(
            try read(text) == [
                "prompt: Về mật khẩu:⏎Dài; kind: trueFalse; options: [*Đúng, Sai]",
                "prompt: Về mật khẩu:⏎Ngắn; kind: trueFalse; options: [Đúng, *Sai]",
                "prompt: Về mật khẩu:⏎Cũ; kind: trueFalse; options: [Đúng, *Sai]",
                "prompt: Về mật khẩu:⏎Mới; kind: trueFalse; options: [*Đúng, Sai]",
            ]
        )
    }

    @Test func statementsWithoutJudgementAreRefused() throws {
        let text = "PHẦN II. Thí sinh chọn đúng hoặc sai.\nCâu 1. Về mật khẩu:\na) Dài\nb) Ngắn\nc) Cũ\nd) Mới"
        #expect(try read(text).map { $0.prefix(50) } == ["2:1: question 1: it is not clear whether each of a"])
        let marked = "Câu 1. Về:\na) Dài (Đ)\nb) Ngắn (S)\nc) Cũ (S)"
        #expect(try read(marked).count == 3)
    }
}
