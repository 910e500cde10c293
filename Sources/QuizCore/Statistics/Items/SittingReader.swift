/// Makes sittings of what is stored: answers are read and marked anew, by the definition their attempt stands under.
package struct SittingReader {
    /// An answer as it is stored.
    package struct Saved: Sendable {
        /// Counted from 1.
        package let position: Int
        /// ``Choice/json``.
        package let choice: String
        package let sequence: Int64
        package let changedAt: Timestamp

        package init(position: Int, choice: String, sequence: Int64, changedAt: Timestamp) {
            self.position = position
            self.choice = choice
            self.sequence = sequence
            self.changedAt = changedAt
        }
    }

    /// Most answers have been read before: parsing them again would take most of the time.
    private var read: [Key: Choice] = [:]
    private static let limit = 50_000

    private struct Key: Hashable {
        let item: Int
        let choice: String
    }

    package init() {}

    /// - Returns: `nil` if the paper names a question that the list does not hold.
    package mutating func sitting(
        person: Int64,
        startedAt: Timestamp,
        paper: Paper,
        saved: [Saved],
        under definition: Definition,
        items: ItemList
    ) -> Sitting? {
        var byPosition: [Saved?] = Array(repeating: nil, count: paper.items.count)
        for answer in saved where byPosition.indices.contains(answer.position - 1) {
            byPosition[answer.position - 1] = answer
        }
        var answers: [Sitting.Answer] = []
        answers.reserveCapacity(paper.items.count)
        for (drawn, saved) in zip(paper.items, byPosition) {
            guard let item = items.number(of: drawn.ordinal, in: definition.key) else { return nil }
            answers.append(answer(drawn, saved, item, under: definition))
        }
        return Sitting(person: person, startedAt: startedAt, answers: answers)
    }

    private mutating func answer(
        _ drawn: Paper.Item,
        _ saved: Saved?,
        _ item: Int,
        under definition: Definition
    ) -> Sitting.Answer {
        let body = definition.pool.questions[drawn.ordinal].body
        let scoring = definition.contest.rules.scoring
        let choice = saved.flatMap { parsed($0.choice, body, item) }
        let mark = Marking.mark(choice, body, order: drawn.order, scoring: scoring)
        return Sitting.Answer(
            item: item,
            order: drawn.order,
            choice: choice,
            credit: Credit.of(mark: mark, right: scoring.right),
            change: saved.map { Sitting.Change(at: $0.changedAt, isOnly: $0.sequence == 1) }
        )
    }

    private mutating func parsed(_ json: String, _ body: QuestionBody, _ item: Int) -> Choice? {
        let key = Key(item: item, choice: json)
        if let known = read[key] { return known }
        guard let choice = Choice(stored: json, for: body) else { return nil }
        if case .text = choice { return choice }
        if read.count < Self.limit { read[key] = choice }
        return choice
    }
}
