import QuizCore
import QuizFormats
import Testing

/// Sheets as people write them, as tables of separated values.
struct SheetTests {
    private func read(_ rows: [[String]]) throws -> ForeignBank {
        let width = rows.map(\.count).max() ?? 0
        let lines = rows.map { row in
            (row + Array(repeating: "", count: width - row.count)).map { "\"\($0)\"" }.joined(separator: ",")
        }
        return try CSVBank.read(Array(lines.joined(separator: "\n").utf8), vocabulary: Shipped.vocabulary())
    }

    private func question(_ heading: [String], _ row: [String]) throws -> ForeignQuestion {
        let bank = try read([heading, row])
        #expect(bank.faults == [])
        return try #require(bank.questions.first)
    }

    @Test(arguments: [
        ["STT", "Nội dung câu hỏi", "Phương án A", "Phương án B", "Đáp án đúng"],
        ["tt", "CÂU HỎI", "A", "B", "ĐÁP ÁN"],
        ["#", "cau hoi (*)", "a.", "b)", "dap an:"],
        ["No", "Question", "Option 1", "Option 2", "Correct answer(s)"],
        ["Câu", "Nội dung", "Đáp án A", "Đáp án B", "Đáp án"],
        ["No.", "Question Text", "Answer 1", "Answer 2", "Correct Answer"],
        ["STT", "Câu hỏi", "Phương án", "", "Key"],
        ["x", "Prompt", "Lựa chọn 1", "Lựa chọn 2", "Đáp án (A/B/C/D)"],
        ["x", "question", "option1", "option2", "answer"],
        ["x", "questionText", "optionA", "optionB", "correctAnswer"],
        ["x", "question_text", "choice_1", "choice_2", "correct_option"],
        ["STT", "Câu hỏi", "PA1", "PA2", "ĐÁP ÁN (1-4)"],
    ])
    func headingsAreKnownInManyForms(_ heading: [String]) throws {
        let question = try question(heading, ["1", "Hỏi?", "một", "hai", "B"])
        #expect(question["prompt"]?.scalar == "Hỏi?")
        #expect(question["options"]?.starred == ["một", "*hai"])
        #expect(question["kind"]?.scalar == "single")
        #expect(question["id"] == nil)
    }

    @Test func aHeadingOfTwoRowsBelowTitles() throws {
        let bank = try read([
            ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"], [], ["BỘ CÂU HỎI"],
            ["STT", "Câu hỏi", "Phương án trả lời", "", "", "Đáp án", "Ghi chú"],
            ["", "", "A", "B", "C"], ["1", "Hỏi?", "x", "y", "z", "C", "hay"], ["2", "Nữa?", "x", "y", "", "a", ""],
        ])
        #expect(bank.faults == [])
        #expect(bank.questions.map { $0["options"]?.starred } == [["x", "y", "*z"], ["*x", "y"]])
        #expect(bank.questions.map(\.place.line) == [6, 7])
        #expect(bank.notices.map(\.message.en) == ["the column G 'Ghi chú' is not used"])
    }

    @Test func twoColumnsForOneThingAreAFault() throws {
        let bank = try read([["Câu hỏi", "Nội dung", "A", "B", "Đáp án"], ["1", "Hỏi?", "x", "y", "A"]])
        #expect(bank.faults.map(\.message.en) == ["the columns A, B are all 'Question'; rename or delete all but one"])
    }

    @Test func wordsBecomeCodes() throws {
        let question = try question(
            ["Mã", "Chủ đề", "Mức độ", "Đối tượng", "Loại câu", "Câu hỏi", "A", "B", "C", "Đáp án", "Từ ngày", "Ghim"],
            [
                "7", "mật khẩu và TÀI KHOẢN", "Vận dụng", "Cán bộ, công chức, viên chức; nguoi-dan", "Nhiều đáp án",
                "Hỏi?",
                "x", "y", "z", "a và C", "1/7/2026", "C",
            ]
        )
        #expect(question["id"]?.scalar == "7")
        #expect(question["topic"]?.scalar == "mat-khau")
        #expect(question.category == ["mật khẩu và TÀI KHOẢN"])
        #expect(question["difficulty"]?.scalar == "hard")
        #expect(question["kind"]?.scalar == "multiple")
        #expect(question["options"]?.starred == ["*x", "y", "*z"])
        #expect(question["validFrom"]?.scalar == "2026-07-01")
        guard case .list(let groups)? = question["groups"]?.content else {
            Issue.record("no groups")
            return
        }
        #expect(groups.map(\.scalar) == ["can-bo", "nguoi-dan"])
    }

    @Test(arguments: [
        ("A", [0]), ("b", [1]), ("A,C", [0, 2]), ("AC", [0, 2]), ("a; d", [0, 3]), ("1", [0]), ("2, 4", [1, 3]),
        ("Đáp án B", [1]), ("B.", [1]), ("(c)", [2]), ("A và B", [0, 1]), ("Hà nội", [1]), ("HUẾ;Vinh", [0, 2]),
        ("D", [3]), ("Câu D", [3]), ("1;2 and 3", [0, 1, 2]),
    ])
    func answersAreNamedInManyWays(_ key: String, _ expected: [Int]) throws {
        let options = ["Huế", "Hà Nội", "Vinh", "Đà Lạt"]
        let question = try question(["Câu hỏi", "A", "B", "C", "D", "Đáp án"], ["Hỏi?"] + options + [key])
        let starred = options.enumerated().map { expected.contains($0) ? "*\($1)" : $1 }
        #expect(question["options"]?.starred == starred)
        #expect(question["kind"]?.scalar == (expected.count > 1 ? "multiple" : "single"))
    }

    @Test(arguments: ["E", "Đ", "không biết", "0", "13", "AA", "2"])
    func unclearAnswersAreFaultsAtTheirCell(_ key: String) throws {
        let bank = try read([["Câu hỏi", "A", "B", "C", "D", "Đáp án"], ["Hỏi?", "1", "3", "2", "4", key]])
        #expect(bank.faults.map { [$0.line, $0.column] } == [[2, 6]])
    }

    @Test(arguments: [
        ("Đ", ["*Đúng", "Sai"]), ("S", ["Đúng", "*Sai"]), ("đúng", ["*Đúng", "Sai"]), ("D", ["*Đúng", "Sai"]),
        ("F", ["True", "*False"]), ("TRUE", ["*True", "False"]),
    ])
    func statementsNeedNoOptions(_ key: String, _ expected: [String]) throws {
        let heading = ["Loại câu", "Câu hỏi", "A", "B", "C", "D", "Đáp án"]
        for kind in ["Đúng/Sai", ""] {
            let question = try question(heading, [kind, "Đúng chứ?", "", "", "", "", key])
            #expect(question["options"]?.starred == expected)
            #expect(question["kind"]?.scalar == "trueFalse")
        }
        let named = try question(heading, ["", "Đúng chứ?", "Sai", "Đúng", "", "", "Đ"])
        #expect(named["options"]?.starred == ["Sai", "*Đúng"])
        #expect(named["kind"]?.scalar == "trueFalse")
    }

    @Test func unknownWordsAreLeftToBeJudged() throws {
        let question = try question(
            ["Chủ đề", "Mức độ", "Loại câu", "Câu hỏi", "A", "B", "Đáp án"],
            ["Lạ", "Rất khó", "Đố vui", "?", "x", "y", "A"]
        )
        #expect(question["topic"]?.scalar == "Lạ")
        #expect(question["difficulty"]?.scalar == "Rất khó")
        #expect(question["kind"]?.scalar == "Đố vui")
    }

    @Test func otherKindsHaveTheirColumns() throws {
        let heading = ["Loại câu", "Câu hỏi", "A", "B", "C", "Đáp án", "Sai số", "Đơn vị", "Kênh"]
        let match = try read([heading, ["Ghép đôi", "Nối", "một", "hai → 2", "=> ba", "", "", "", ""]])
        #expect(match.faults.map { [$0.line, $0.column] } == [[2, 3]])
        let message = try read([
            heading, ["Tin nhắn", "Tìm", "Người gửi: VCB", "không", "link: x", "C", "", "", "Zalo"],
        ])
        #expect(message.faults.map { [$0.line, $0.column] } == [[2, 4]])
        #expect(message.questions.first?["channel"]?.scalar == "chat")
        let numeric = try question(heading, ["Điền số", "Mấy?", "3,14", "", "", "", "0,01", "cm", ""])
        #expect(["answer", "tolerance", "unit"].map { numeric[$0]?.scalar } == ["3,14", "0,01", "cm"])
    }
}
