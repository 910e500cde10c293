/// Draws papers: a pure function of the matrix and the seed (I6).
package enum ExamGenerator {
    /// Draws one paper.
    ///
    /// Section by section a partial Fisher–Yates shuffle over the candidates, then one over the whole paper, then one for
    /// the options of each question, pinned ones behind. The order of these steps is part of version 1.
    ///
    /// What was `seen` comes last, what was seen longest ago first.
    ///
    /// - Returns: `nil` if a section has too few candidates; a contest that was checked never comes to that.
    package static func draw(
        _ matrix: ExamMatrix,
        seen: SeenQuestions = .none,
        seed: Seed,
        by cryptography: any Cryptography
    ) -> Paper? {
        var words = WordStream(seed: seed, from: cryptography)
        guard var drawn = questions(matrix, seen, &words) else { return nil }
        for place in drawn.indices.dropLast() {
            drawn.swapAt(place, place + words.below(drawn.count - place))
        }
        return Paper(
            items: drawn.map { ordinal in
                Paper.Item(ordinal: Int(ordinal), order: order(matrix.shapes[Int(ordinal)], &words))
            }
        )
    }

    private static func questions(
        _ matrix: ExamMatrix,
        _ seen: SeenQuestions,
        _ words: inout WordStream
    ) -> [UInt16]? {
        guard let band = matrix.band else { return sections(matrix, seen, &words) }
        var nearest: (drawn: [UInt16], distance: Int)?
        for _ in 0..<DifficultyBand.tries {
            guard let drawn = sections(matrix, seen, &words) else { return nil }
            let difficulty = drawn.reduce(0) { $0 + matrix.weights[Int($1)] }
            if band.holds(difficulty) { return drawn }
            let distance = band.distance(difficulty)
            if nearest.map({ distance < $0.distance }) ?? true { nearest = (drawn, distance) }
        }
        return nearest?.drawn
    }

    private static func sections(
        _ matrix: ExamMatrix,
        _ seen: SeenQuestions,
        _ words: inout WordStream
    ) -> [UInt16]? {
        var drawn: [UInt16] = []
        for stratum in matrix.strata {
            var candidates = stratum.candidates
            if stratum.overlaps { candidates.removeAll(where: drawn.contains) }
            guard candidates.count >= stratum.count else { return nil }
            if seen.isEmpty {
                take(stratum.count, of: &candidates, &drawn, &words)
                continue
            }
            let end = drawn.count + stratum.count
            for var tier in seen.ranked(candidates) where drawn.count < end {
                take(min(end - drawn.count, tier.count), of: &tier, &drawn, &words)
            }
        }
        return drawn
    }

    private static func take(
        _ count: Int,
        of candidates: inout [UInt16],
        _ drawn: inout [UInt16],
        _ words: inout WordStream
    ) {
        for place in 0..<count {
            candidates.swapAt(place, place + words.below(candidates.count - place))
            drawn.append(candidates[place])
        }
    }

    private static func order(_ shape: ExamMatrix.Shape, _ words: inout WordStream) -> OptionOrder {
        var order = OptionOrder(count: shape.optionCount)
        let free = shape.optionCount - shape.pinned.count
        if !shape.pinned.isEmpty {
            var place = 0
            for original in 0..<shape.optionCount where !shape.pinned.contains(original) {
                order[place] = original
                place += 1
            }
            for original in shape.pinned {
                order[place] = original
                place += 1
            }
        }
        for place in 0..<max(free - 1, 0) {
            order.swapAt(place, place + words.below(free - place))
        }
        return order
    }
}
