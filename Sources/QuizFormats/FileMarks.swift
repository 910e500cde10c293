import QuizCore

/// Where the questions of a file begin and how, to tell in which of them something stands.
struct FileMarks {
    private struct Mark {
        let place: SourcePlace
        let original: String
    }

    /// In the order of their places.
    private let marks: [Mark]
    private let unsupported: Set<Fault>
    /// Whether each mark is one line, as in the native format, and not all that follows.
    private let isByLine: Bool

    init(_ bank: ForeignBank) {
        let questions = (bank.questions + bank.broken).map { Mark(place: $0.place, original: $0.original) }
        let others = bank.unsupported.map { question in
            let place = SourcePlace(line: question.fault.line, column: question.fault.column)
            return Mark(place: place, original: question.original)
        }
        marks = (questions + others).sorted { $0.place < $1.place }
        unsupported = Set(bank.unsupported.map(\.fault))
        isByLine = false
    }

    /// The lines of a file of ours that faults stand in.
    init(native bytes: [UInt8], _ faults: [Fault]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let told = Set(faults.prefix(FaultList.maximumTold).map(\.line))
        let numbers = told.sorted().filter { lines.indices.contains($0 - 1) }
        marks = numbers.map { number in
            let text = String(decoding: lines[number - 1].prefix(400), as: UTF8.self).trimmed
            return Mark(place: SourcePlace(line: number, column: 1), original: String(text.prefix(200)))
        }
        unsupported = []
        isByLine = true
    }

    func lines(_ faults: [Fault]) -> [BankReport.Line] {
        faults.map { line($0, original: mark(of: $0).map { marks[$0].original } ?? "") }
    }

    /// How many questions any of the faults stands in.
    func count(_ faults: [Fault]) -> Int {
        Set(faults.compactMap(mark)).count
    }

    /// Questions that the organizer has left out, each told.
    func leftOut(_ questions: [UnsupportedQuestion]) -> [BankReport.Line] {
        questions.map { question in
            let message = question.fault.message
            let fault = Fault(
                line: question.fault.line,
                column: question.fault.column,
                message: Message(vi: "bỏ qua câu này: \(message.vi)", en: "this question is left out: \(message.en)")
            )
            return line(fault, original: question.original, isUnsupportedKind: true)
        }
    }

    private func line(_ fault: Fault, original: String, isUnsupportedKind: Bool? = nil) -> BankReport.Line {
        BankReport.Line(
            line: fault.line,
            column: fault.column,
            vi: fault.message.vi,
            en: fault.message.en,
            original: original,
            isUnsupportedKind: isUnsupportedKind ?? unsupported.contains(fault)
        )
    }

    /// The last mark at or before the fault; on its line also one behind it.
    private func mark(of fault: Fault) -> Int? {
        guard fault.line > 0 else { return nil }
        let place = SourcePlace(line: fault.line, column: fault.column)
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            let isBefore = marks[middle].place <= place || marks[middle].place.line == place.line
            (low, high) = isBefore ? (middle + 1, high) : (low, middle)
        }
        guard low > 0, !isByLine || marks[low - 1].place.line == place.line else { return nil }
        return low - 1
    }
}
