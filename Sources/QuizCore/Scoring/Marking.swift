/// Marks answers: whole thousandths of a point, so that a total never depends on the order of adding (I6).
package enum Marking {
    /// The mark of one answer (docs/marking.md).
    ///
    /// Full points for exactly the key, blank points for nothing chosen, otherwise wrong points; with proportional credit
    /// the share of the full points that is right, rounded down, where that share is above zero.
    ///
    /// - Returns: Thousandths of a point.
    package static func mark(
        _ choice: Choice?,
        _ body: QuestionBody,
        order: OptionOrder,
        scoring: Scoring
    ) -> Int {
        guard let choice, !choice.isBlank else { return scoring.blank }
        return points(for: share(of: choice, body, order: order), scoring)
    }

    private static func points(for share: (right: Int, whole: Int), _ scoring: Scoring) -> Int {
        if share.right == share.whole { return scoring.right }
        guard share.right > 0, scoring.partial == .proportional else { return scoring.wrong }
        return scoring.right * share.right / share.whole
    }

    /// How much of an answer is right; `right` equals `whole` for the key alone, and may be below zero.
    private static func share(
        of choice: Choice,
        _ body: QuestionBody,
        order: OptionOrder
    ) -> (right: Int, whole: Int) {
        switch (choice, body) {
        case (.places(let picked), .choice(let question)): return share(of: picked, question.key, order)
        case (.places(let picked), .message(let question)): return share(of: picked, question.key, order)
        case (.order(let places), .order(let question)):
            let ranks = places.map { question.ranks[order[$0]] }
            return (longestRun(ranks) - 1, ranks.count - 1)
        case (.pairs(let pairs), .match(let question)):
            return (pairs.count { order[$0.right] == question.key[$0.left] }, question.pairs.count)
        case (.text(let text), .short(let question)):
            let folded = text.answerFolded
            return (question.answers.contains { $0.answerFolded == folded } ? 1 : 0, 1)
        case (.text(let text), .numeric(let question)):
            let isRight = DecimalValue(text)?.isWithin(question.tolerance, of: question.answer) ?? false
            return (isRight ? 1 : 0, 1)
        default:
            // A choice is read for its question, so that the two belong together.
            return (0, 1)
        }
    }

    /// Right picks less wrong ones, of the size of the key; where a part earns nothing, all or nothing.
    private static func share(of picked: PlaceSet, _ key: PickKey, _ order: OptionOrder) -> (right: Int, whole: Int) {
        let places = order.shown(key.places)
        // One pick; a corrected key may accept any of several.
        guard key.earnsByParts else { return (picked.bits & ~places.bits == 0 ? 1 : 0, 1) }
        let right = (picked.bits & places.bits).nonzeroBitCount
        return (right - (picked.count - right), places.count)
    }

    /// How many of the numbers, at most, stand in ascending order when the others are left out.
    private static func longestRun(_ numbers: [Int]) -> Int {
        var lengths: [Int] = []
        for (place, number) in numbers.enumerated() {
            let before = (0..<place).filter { numbers[$0] < number }.map { lengths[$0] }
            lengths.append((before.max() ?? 0) + 1)
        }
        return lengths.max() ?? 0
    }

    /// The places, as shown, of all items in their right order.
    package static func rightOrder(of question: OrderQuestion, order: OptionOrder) -> [Int] {
        (0..<order.count).sorted { question.ranks[order[$0]] < question.ranks[order[$1]] }
    }

    /// What belongs together, as shown, by ascending left side.
    package static func rightPairs(of question: MatchQuestion, order: OptionOrder) -> [PlacePair] {
        question.key.enumerated().compactMap { left, right in
            (0..<order.count).first { order[$0] == right }.map { PlacePair(left: left, right: $0) }
        }
    }

    /// Marks a whole paper.
    ///
    /// `choices`: In the order of the paper, one for each question; `nil` or missing: blank.
    package static func mark(
        _ paper: Paper,
        choices: [Choice?],
        pool: QuestionPool,
        scoring: Scoring
    ) -> MarkedPaper {
        var score = 0
        var correct = 0
        for (index, item) in paper.items.enumerated() {
            let choice = index < choices.count ? choices[index] : nil
            let mark: Int
            if !pool.voided.isEmpty, pool.voided.contains(item.ordinal) {
                mark = scoring.right
            } else if case .places(let picked)? = choice, !picked.isEmpty, let key = pool.pickKeys[item.ordinal] {
                mark = points(for: share(of: picked, key, item.order), scoring)
            } else {
                mark = Self.mark(choice, pool.questions[item.ordinal].body, order: item.order, scoring: scoring)
            }
            score += mark
            if mark == scoring.right { correct += 1 }
        }
        return MarkedPaper(score: score, maximum: paper.items.count * scoring.right, correct: correct)
    }
}
