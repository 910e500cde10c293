/// Draws papers: a pure function of the matrix and the seed (I6).
package enum ExamGenerator {
    /// Draws one paper.
    ///
    /// Section by section a partial Fisher–Yates shuffle over the candidates, then one over the whole paper, then one for
    /// the options of each question, pinned ones behind. The order of these steps is part of version 1.
    ///
    /// - Returns: `nil` if a section has too few candidates; a contest that was checked never comes to that.
    package static func draw(_ matrix: ExamMatrix, seed: Seed, by cryptography: any Cryptography) -> Paper? {
        var words = WordStream(seed: seed, from: cryptography)
        var drawn: [UInt16] = []
        for stratum in matrix.strata {
            var candidates = stratum.candidates
            if stratum.overlaps { candidates.removeAll(where: drawn.contains) }
            guard candidates.count >= stratum.count else { return nil }
            for place in 0..<stratum.count {
                candidates.swapAt(place, place + words.below(candidates.count - place))
                drawn.append(candidates[place])
            }
        }
        for place in drawn.indices.dropLast() {
            drawn.swapAt(place, place + words.below(drawn.count - place))
        }
        return Paper(
            items: drawn.map { ordinal in
                Paper.Item(ordinal: Int(ordinal), order: order(matrix.shapes[Int(ordinal)], &words))
            }
        )
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
