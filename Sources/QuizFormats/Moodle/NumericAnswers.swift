import QuizCore

/// The accepted numbers of a numerical question, of which ours holds one.
struct NumericAnswers {
    private var answer: (number: String, tolerance: String, place: SourcePlace)?
    private var hasFault = false

    mutating func add(
        _ number: String,
        _ tolerance: String,
        weight: Double,
        at place: SourcePlace,
        _ bank: inout ForeignBank
    ) {
        guard weight > 0 else { return }
        guard weight > 99.99 else {
            bank.notice(
                place,
                vi: "số \(number) được \(Int(weight))% điểm bị bỏ qua: ở đây câu trả lời chỉ đúng hoặc sai",
                en: "the number \(number) worth \(Int(weight))% is left out: answers are right or wrong here"
            )
            return
        }
        if let answer {
            hasFault = true
            bank.fault(
                place,
                vi: "câu trả lời số chỉ giữ được một đáp án (đã có \(answer.number)); hãy dùng khoảng a..b hoặc sai số",
                en: "a numeric question holds one answer (\(answer.number) is there); use a range a..b or a tolerance"
            )
        } else {
            answer = (number, tolerance, place)
        }
    }

    mutating func tellNoNumber(_ text: String, at place: SourcePlace, _ bank: inout ForeignBank) {
        hasFault = true
        let shown = text.excerpt
        bank.fault(
            place,
            vi: "“\(shown)” không phải đáp án số; viết 24, 24:0.5 (sai số) hoặc 23.5..24.5 (khoảng)",
            en: "'\(shown)' is no numeric answer; write 24, 24:0.5 (a tolerance) or 23.5..24.5 (a range)"
        )
    }

    /// - Returns: False when there is no number, which is told.
    func set(
        _ question: inout ForeignQuestion,
        unit: (text: String, place: SourcePlace)?,
        _ bank: inout ForeignBank
    ) -> Bool {
        guard let answer else {
            if !hasFault {
                bank.fault(
                    question.place,
                    vi: "câu trả lời số này không có đáp án nào được trọn điểm",
                    en: "this numeric question has no number that gets the full mark"
                )
            }
            return false
        }
        question.set("kind", "numeric", at: question.place)
        question.set("answer", answer.number, at: answer.place)
        if DecimalValue(answer.tolerance) != .zero { question.set("tolerance", answer.tolerance, at: answer.place) }
        if let unit { question.set("unit", unit.text, at: unit.place) }
        return !hasFault
    }
}
