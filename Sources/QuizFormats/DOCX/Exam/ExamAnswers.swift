import QuizCore

/// Answers given apart from their questions, which they name by number.
struct ExamAnswers {
    private struct Answer {
        let paper: Int
        let part: Int?
        let number: Int
        let place: SourcePlace
        var key: [ExamQuestion.StatedText] = []
        var explanation: [String] = []
    }

    private(set) var isOpen = false
    private var paper = 0
    private var part: Int?
    private var number: Int?
    private var place = SourcePlace.file
    /// In the order in which they stand.
    private var answers: [Answer] = []
    /// Where the answers to a question lie in the list.
    private var places: [Slot: Int] = [:]

    private struct Slot: Hashable {
        let paper: Int
        let part: Int?
        let number: Int
    }

    /// Whether it is known of which question the next line speaks.
    var hasNumber: Bool { number != nil }

    mutating func open(_ paper: Int) {
        guard !isOpen else { return }
        isOpen = true
        self.paper = paper
        part = nil
        number = nil
    }

    mutating func close() { isOpen = false }

    mutating func begin(part: Int?) {
        self.part = part
        number = nil
    }

    mutating func begin(number: Int, at place: SourcePlace) {
        self.number = number
        self.place = place
    }

    mutating func add(_ number: Int, _ key: String, at place: SourcePlace) {
        begin(number: number, at: place)
        add(key, at: place)
        self.number = nil
    }

    mutating func add(_ key: String, at place: SourcePlace) {
        guard let index = index() else { return }
        answers[index].key.append(.init(text: key, place: place))
    }

    mutating func explain(_ text: String) {
        guard !text.isEmpty, let index = index() else { return }
        answers[index].explanation.append(text)
    }

    mutating func take(_ grid: AnswerGrid, _ bank: inout ForeignBank) {
        for item in grid.items {
            switch item {
            case .part(let part): begin(part: part)
            case .answer(let number, let key, let place): add(number, key, at: place)
            }
        }
        if let place = grid.unread {
            bank.fault(
                place,
                vi:
                    "không đọc được bảng đáp án này; hãy dùng một hàng số câu và một hàng đáp án bên dưới, hoặc ghi “1.A”, “2.B”…",
                en:
                    "this table of answers is not understood; make it a row of numbers above a row of answers, or '1.A', '2.B'…"
            )
        }
    }

    private mutating func index() -> Int? {
        guard let number else { return nil }
        let slot = Slot(paper: paper, part: part, number: number)
        if let index = places[slot] { return index }
        places[slot] = answers.count
        answers.append(Answer(paper: paper, part: part, number: number, place: place))
        return answers.count - 1
    }

    /// Hands the answers to the questions; what does not fit is told.
    func settle(_ questions: inout [ExamQuestion], _ bank: inout ForeignBank) {
        var numbered: [Slot: [Int]] = [:]
        for (index, question) in questions.enumerated() {
            guard let number = question.number else { continue }
            numbered[Slot(paper: question.paper, part: nil, number: number), default: []].append(index)
        }
        for answer in answers {
            let all = numbered[Slot(paper: answer.paper, part: nil, number: answer.number)] ?? []
            let ofPart = answer.part == nil ? all : all.filter { questions[$0].part == answer.part }
            let found = ofPart.isEmpty && all.count == 1 ? all : ofPart
            guard found.count == 1, let index = found.first else {
                tell(answer, isRepeated: found.count > 1, &bank)
                continue
            }
            questions[index].take(answer.key, answer.explanation, at: answer.place)
        }
    }

    private func tell(_ answer: Answer, isRepeated: Bool, _ bank: inout ForeignBank) {
        guard let key = answer.key.first else { return }
        let number = answer.number
        bank.fault(
            key.place,
            vi: isRepeated
                ? "đáp án câu \(number): có nhiều câu mang số này; hãy đánh số liên tục, hoặc ghi “PHẦN I”, “PHẦN II” cả ở đề và ở đáp án"
                : "đáp án câu \(number): trong đề không có câu mang số này; hãy kiểm tra số câu",
            en: isRepeated
                ? "answer \(number): several questions have this number; number them through, or write 'PHẦN I', 'PHẦN II' over questions and answers"
                : "answer \(number): no question has this number; check the numbers"
        )
    }
}

extension ExamQuestion {
    /// Takes what answers given apart say; a short text is the answer where there are no options.
    fileprivate mutating func take(_ key: [StatedText], _ explanation: [String], at place: SourcePlace) {
        var explanation = explanation
        listed += key
        if options.isEmpty, stated.isEmpty, listed.isEmpty, let first = explanation.first, first.count <= 60 {
            listed.append(.init(text: first, place: place))
            explanation.removeFirst()
        }
        if self.explanation.isEmpty { self.explanation = explanation }
    }
}
