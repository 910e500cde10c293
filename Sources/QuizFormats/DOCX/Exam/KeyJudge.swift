import QuizCore

/// Decides which options are right: by marks, by what is stated, and by answers apart, which must not disagree.
struct KeyJudge {
    private struct Evidence {
        let name: Message
        let options: Set<Int>
    }

    private let question: ExamQuestion
    private var evidence: [Evidence] = []
    private var unclear: [WordMark] = []

    init(_ question: ExamQuestion, _ marks: MarkStatistics) {
        self.question = question
        let starred = Set(question.options.indices.filter { question.options[$0].isStarred })
        if !starred.isEmpty { add(starred, vi: "dấu *", en: "the asterisk") }
        for mark in WordMark.allCases {
            switch marks.finding(question.options, mark) {
            case .few(let options): add(options, vi: mark.name.vi, en: mark.name.en)
            case .unclear: unclear.append(mark)
            default: break
            }
        }
    }

    /// What print alone says, if it is of one mind.
    var marked: Set<Int>? {
        guard let first = evidence.first, unclear.isEmpty, evidence.allSatisfy({ $0.options == first.options }) else {
            return nil
        }
        return first.options
    }

    /// The right options; `nil` with a fault told.
    func key(_ draft: inout ExamQuestion, _ bank: inout ForeignBank) -> Set<Int>? {
        var judge = self
        for (texts, vi, en) in [
            (draft.stated, "dòng “Đáp án”", "the line 'Đáp án'"), (draft.listed, "bảng đáp án", "the table of answers"),
        ] {
            for stated in texts {
                guard let options = StatedKey.read(stated.text, draft.options) else {
                    Self.tellNotUnderstood(stated, &draft)
                    return nil
                }
                judge.add(options, vi: vi, en: en)
            }
        }
        return judge.settled(&draft, &bank)
    }

    private func settled(_ draft: inout ExamQuestion, _ bank: inout ForeignBank) -> Set<Int>? {
        guard let first = evidence.first, unclear.isEmpty else {
            unclear.isEmpty ? Self.tellNone(&draft) : tellUnclear(&draft)
            return nil
        }
        guard evidence.allSatisfy({ $0.options == first.options }) else {
            tellDisagreement(&draft)
            return nil
        }
        if first.options.count > 1, draft.stated.isEmpty, draft.listed.isEmpty { tellSeveral(first, draft, &bank) }
        return first.options
    }

    private mutating func add(_ options: Set<Int>, vi: String, en: String) {
        evidence.append(Evidence(name: Message(vi: vi, en: en), options: options))
    }

    private static func names(_ options: Set<Int>) -> String {
        options.sorted().map { OptionLabel.name($0) }.joined(separator: ", ")
    }

    private func tellDisagreement(_ draft: inout ExamQuestion) {
        let vi = evidence.map { "\($0.name.vi): \(Self.names($0.options))" }.joined(separator: "; ")
        let en = evidence.map { "\($0.name.en): \(Self.names($0.options))" }.joined(separator: "; ")
        draft.fault(
            vi: "các dấu đáp án không khớp nhau (\(vi)); hãy chỉ để một đáp án, hoặc bỏ định dạng thừa",
            en: "the marks of the answer disagree (\(en)); leave one answer only, or take off what is no mark"
        )
    }

    private func tellUnclear(_ draft: inout ExamQuestion) {
        let vi = unclear.map(\.name.vi).joined(separator: ", ")
        let en = unclear.map(\.name.en).joined(separator: ", ")
        draft.fault(
            vi:
                "không rõ phương án nào được đánh dấu (\(vi)); hãy chỉ đánh dấu đáp án đúng, hoặc ghi “Đáp án: B” bên dưới",
            en: "it is not clear which options are marked (\(en)); mark the right one only, or write 'Đáp án: B' below"
        )
    }

    private static func tellNone(_ draft: inout ExamQuestion) {
        draft.fault(
            vi: "chưa có đáp án; hãy in đậm, gạch chân hoặc tô đỏ cả phương án đúng, ghi “Đáp án: B” bên dưới, "
                + "hoặc thêm bảng đáp án ở cuối",
            en: "it has no answer; set the whole right option in bold, underlined or red, write 'Đáp án: B' below, "
                + "or add a table of answers at the end"
        )
    }

    private static func tellNotUnderstood(_ stated: ExamQuestion.StatedText, _ draft: inout ExamQuestion) {
        let last = OptionLabel.name(max(0, draft.options.count - 1))
        draft.fault(
            stated.place,
            vi: "không hiểu đáp án “\(stated.text.excerpt)”; hãy ghi chữ cái từ A đến \(last), như “Đáp án: A”",
            en: "the answer '\(stated.text.excerpt)' is not understood; write letters from A to \(last), as 'Đáp án: A'"
        )
    }

    /// Several by their look alone: perhaps the look was no mark.
    private func tellSeveral(_ found: Evidence, _ draft: ExamQuestion, _ bank: inout ForeignBank) {
        let number = draft.number.map { " \($0)" } ?? ""
        let names = Self.names(found.options)
        bank.notice(
            draft.place,
            vi: "câu\(number) có \(found.options.count) đáp án theo \(found.name.vi): \(names); hãy kiểm tra lại",
            en: "question\(number) has \(found.options.count) answers by \(found.name.en): \(names); check them"
        )
    }
}
