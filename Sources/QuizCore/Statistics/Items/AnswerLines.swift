/// What can be chosen at a question, line by line in the order of the bank.
///
/// An option or a part is a line. At an order a line is an item at a place, at a match a left side with a right side.
struct AnswerLines: Sendable {
    struct Line: Hashable, Sendable {
        let label: String
        let text: String
        let isKey: Bool
    }

    /// Empty for what is answered in writing.
    let lines: [Line]

    init(_ body: QuestionBody) {
        switch body {
        case .choice(let question):
            lines = question.options.enumerated().map { place, option in
                Line(label: Self.letter(place), text: option.text, isKey: option.isCorrect)
            }
        case .message(let question):
            lines = question.parts.enumerated().map { place, part in
                Line(label: String(place + 1), text: part.text, isKey: part.isSuspicious)
            }
        case .order(let question):
            lines = question.items.enumerated().flatMap { rank, text in
                question.items.indices.map { Line(label: String($0 + 1), text: text, isKey: $0 == rank) }
            }
        case .match(let question):
            lines = question.pairs.enumerated().flatMap { left, pair in
                question.rights.enumerated().map { right, text in
                    Line(label: String(left + 1), text: "\(pair.left) → \(text)", isKey: question.key[left] == right)
                }
            }
        case .short, .numeric: lines = []
        }
    }

    private static func letter(_ place: Int) -> String {
        PlaceSet.letter(place).uppercased()
    }

    /// Tells `read` each line that was chosen.
    static func forEach(chosen answer: Sitting.Answer, in body: QuestionBody, _ read: (Int) -> Void) {
        switch (answer.choice, body) {
        case (.places(let places), .choice), (.places(let places), .message):
            for place in 0..<answer.order.count where places.contains(place) { read(answer.order[place]) }
        case (.order(let places), .order(let question)):
            for (place, shown) in places.enumerated() {
                read(question.ranks[answer.order[shown]] * question.items.count + place)
            }
        case (.pairs(let pairs), .match(let question)):
            for pair in pairs { read(pair.left * question.rights.count + answer.order[pair.right]) }
        default: break
        }
    }
}
