package import QuizCore

/// A bank in somebody else's format.
package struct WrittenBank: Hashable, Sendable {
    package let text: String
    /// What the format has no room for.
    package let notices: [Message]
}

extension ForeignBank {
    /// Faults and notices beyond are dropped: nobody reads on, and a hostile file is not to fill the memory.
    private static let maximumTold = 20_000
    /// Above what a bank may hold, so that the reader of the native format tells the true number of honest files.
    private static let maximumQuestions = 100_000

    mutating func fault(_ place: SourcePlace, vi: String, en: String) {
        guard faults.count < Self.maximumTold else { return }
        faults.append(Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en)))
    }

    mutating func notice(_ place: SourcePlace, vi: String, en: String) {
        guard notices.count < Self.maximumTold else { return }
        notices.append(Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en)))
    }

    /// Tells that a question is of a kind that we do not have.
    mutating func refuse(_ place: SourcePlace, original: String, vi: String, en: String) {
        guard unsupported.count < Self.maximumTold else { return }
        let fault = Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en))
        unsupported.append(UnsupportedQuestion(fault: fault, original: String(original.prefix(200))))
    }

    /// Notes a question that was told to be faulty and cannot be added.
    mutating func noteBroken(_ question: ForeignQuestion) {
        if broken.count < Self.maximumTold { broken.append(question) }
    }

    /// Takes over what another tells.
    mutating func absorb(_ other: ForeignBank) {
        unsupported += other.unsupported.prefix(max(0, Self.maximumTold - unsupported.count))
        faults += other.faults.prefix(max(0, Self.maximumTold - faults.count))
        notices += other.notices.prefix(max(0, Self.maximumTold - notices.count))
    }

    /// Adds a question.
    ///
    /// - Returns: False when there are far too many, which is told: there is no sense in reading on.
    mutating func add(_ question: ForeignQuestion) -> Bool {
        guard questions.count < Self.maximumQuestions else {
            fault(
                question.place,
                vi: "có hơn \(Self.maximumQuestions) câu hỏi; hãy chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(Self.maximumQuestions) questions; split the file into smaller ones"
            )
            return false
        }
        questions.append(question)
        return true
    }

    /// A file that cannot be read at all.
    init(_ faults: Faults) {
        self.init()
        self.faults = faults.faults
    }
}
