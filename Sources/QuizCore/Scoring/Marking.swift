/// Marks answers: whole thousandths of a point, so that a total never depends on the order of adding (I6).
package enum Marking {
    /// The mark of one answer.
    ///
    /// Full points for exactly the key, blank points for nothing chosen, otherwise wrong points; with proportional credit
    /// a `multiple` question gives (right picks − wrong picks) ∕ size of the key of the full points, rounded down, where
    /// that is above zero.
    ///
    /// - Returns: Thousandths of a point.
    package static func mark(
        _ choice: Choice?,
        _ question: Question,
        order: OptionOrder,
        scoring: Scoring
    ) -> Int {
        guard let choice, !choice.isBlank else { return scoring.blank }
        switch (choice, question.body) {
        case (.options(let picked), .choice(let body)):
            let key = correctPlaces(of: body, order: order)
            if picked == key { return scoring.right }
            guard body.kind == .multiple, scoring.partial == .proportional else { return scoring.wrong }
            let right = (picked.bits & key.bits).nonzeroBitCount
            let wrong = picked.count - right
            return right > wrong ? scoring.right * (right - wrong) / key.count : scoring.wrong
        }
    }

    /// The places, as shown, of the right options.
    package static func correctPlaces(of question: ChoiceQuestion, order: OptionOrder) -> PlaceSet {
        var bits: UInt16 = 0
        for place in 0..<order.count where question.options[order[place]].isCorrect {
            bits |= 1 << place
        }
        return PlaceSet(bits: bits)
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
            let question = pool.questions[item.ordinal]
            let mark = mark(index < choices.count ? choices[index] : nil, question, order: item.order, scoring: scoring)
            score += mark
            if mark == scoring.right { correct += 1 }
        }
        return MarkedPaper(score: score, maximum: paper.items.count * scoring.right, correct: correct)
    }
}

/// What marking a paper came to.
package struct MarkedPaper: Hashable, Sendable {
    /// Unit: thousandths of a point; below zero where wrong answers cost points.
    package let score: Int
    /// Unit: thousandths of a point.
    package let maximum: Int
    /// Questions with full points.
    package let correct: Int

    package init(score: Int, maximum: Int, correct: Int) {
        self.score = score
        self.maximum = maximum
        self.correct = correct
    }
}
