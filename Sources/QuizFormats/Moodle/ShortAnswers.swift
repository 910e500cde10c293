import QuizCore

/// The accepted answers of a short-answer question.
struct ShortAnswers {
    private var answers: [DocumentNode] = []
    private var hasFault = false

    mutating func add(_ text: String, weight: Double, at place: SourcePlace, _ bank: inout ForeignBank) {
        // What Moodle gives no mark, it holds only for its feedback.
        guard weight > 0 else { return }
        guard weight > 99.99 else {
            bank.notice(
                place,
                vi: "câu trả lời được \(Int(weight))% điểm bị bỏ qua: ở đây câu trả lời chỉ đúng hoặc sai",
                en: "an answer worth \(Int(weight))% is left out: answers are right or wrong here"
            )
            return
        }
        guard text.contains("*") else {
            answers.append(.text(text, at: place))
            return
        }
        hasFault = true
        bank.fault(
            place,
            vi: "dấu * (thay cho chữ bất kỳ) không dùng được ở đây; hãy viết từng cách trả lời được chấp nhận",
            en: "a * that stands for anything is not taken; write out each answer that is accepted"
        )
    }

    /// - Returns: False when there is no answer, which is told.
    func set(_ question: inout ForeignQuestion, _ bank: inout ForeignBank) -> Bool {
        guard let first = answers.first else {
            if !hasFault {
                bank.fault(
                    question.place,
                    vi: "câu trả lời ngắn này không có đáp án nào được trọn điểm",
                    en: "this short-answer question has no answer that gets the full mark"
                )
            }
            return false
        }
        question.set("kind", "short", at: question.place)
        question.set("answers", .list(answers, at: first.place))
        return !hasFault
    }
}
