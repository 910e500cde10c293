package import QuizCore

extension BankReport {
    /// Longer lists nobody reads.
    private static let maximumAlike = 200

    /// Questions of the file that say nearly what another one says, each with both places.
    ///
    /// - Parameters:
    ///   - bank: What ``yaml`` or ``sound`` holds.
    ///   - others: Banks to look into besides.
    /// - Returns: A line for each such question, and how many there are.
    package func alike(_ bank: Bank, among others: [Bank]) -> (lines: [Line], count: Int) {
        let found = NearDuplicates(in: bank, among: others)
        var lines = found.pairs.prefix(Self.maximumAlike).map { pair in
            let words = Self.words(for: pair, bank, others, places)
            return line(at: place(of: pair.question), words, bank.questions[pair.question].prompt)
        }
        if found.pairs.count > lines.count {
            let rest = found.pairs.count - lines.count
            let words = Message(
                vi: "còn \(rest) câu gần giống nữa không liệt kê ở đây",
                en: "\(rest) more questions that are nearly the same are not listed"
            )
            lines.append(line(at: Place(line: 0, column: 0), words, ""))
        }
        if !found.isComplete {
            let words = Message(
                vi: "quá nhiều câu giống nhau nên chưa so hết; có thể còn câu gần giống chưa được nêu",
                en: "so many questions are alike that not all were compared; there may be more of them"
            )
            lines.append(line(at: Place(line: 0, column: 0), words, ""))
        }
        return (lines, found.pairs.count)
    }

    private func place(of question: Int) -> Place {
        places.indices.contains(question) ? places[question] : Place(line: 0, column: 0)
    }

    private func line(at place: Place, _ words: Message, _ original: String) -> Line {
        Line(line: place.line, column: place.column, vi: words.vi, en: words.en, original: String(original.prefix(200)))
    }

    private static func words(
        for pair: NearDuplicates.Pair,
        _ bank: Bank,
        _ others: [Bank],
        _ places: [Place]
    ) -> Message {
        let own = bank.questions[pair.question].id
        let percent = Int(pair.likeness * 100)
        let degree =
            percent == 100
            ? Message(vi: "giống hệt", en: "says the same as") : Message(vi: "gần giống", en: "is nearly the same as")
        switch pair.other {
        case .here(let index):
            let other = bank.questions[index].id
            let line = places.indices.contains(index) ? places[index].line : 0
            return Message(
                vi: "câu “\(own)” \(degree.vi) câu “\(other)” ở dòng \(line) của tệp này (\(percent)%)",
                en: "the question '\(own)' \(degree.en) '\(other)' in line \(line) of this file (\(percent)%)"
            )
        case .elsewhere(let index, let question):
            let (other, id) = (others[index], others[index].questions[question].id)
            return Message(
                vi: "câu “\(own)” \(degree.vi) câu “\(id)” của ngân hàng “\(other.id)” (\(percent)%)",
                en: "the question '\(own)' \(degree.en) '\(id)' of the bank '\(other.id)' (\(percent)%)"
            )
        }
    }
}
