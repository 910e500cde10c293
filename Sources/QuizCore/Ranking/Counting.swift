/// How the attempts of one person on one board become one line.
package struct Counting: Hashable, Sendable {
    package let counts: CountedAttempt
    package let criteria: [Criterion]
    /// Those by which the best attempt is found.
    private let ofAttempt: [Criterion]

    package init(counts: CountedAttempt, criteria: [Criterion]) {
        self.counts = counts
        self.criteria = criteria
        ofAttempt = criteria.filter(\.isOfAttempt)
    }

    /// The line with one more attempt in it.
    ///
    /// Attempts may come in any order: their keys ascend with their starts, so that first and last are known.
    ///
    /// - Parameters:
    ///   - next: The attempt alone, with what else is known of the person.
    ///   - former: The line without it; `nil` for the person's first.
    /// - Returns: The line of the attempt that counts, with what is counted over all of them.
    package func adding(_ next: Standing, to former: Standing?) -> Standing {
        guard let former else { return next }
        let isCounted =
            switch counts {
            case .best: isBetter(next, than: former)
            case .first: next.attempt < former.attempt
            case .last: next.attempt > former.attempt
            }
        var key = isCounted ? next.key : former.key
        for criterion in criteria where criterion.isOfPerson {
            guard let one = former.key.code(of: criterion, in: criteria),
                let other = next.key.code(of: criterion, in: criteria)
            else { continue }
            key.set(together(one, other, criterion), of: criterion, in: criteria)
        }
        let counted = isCounted ? next : former
        return Standing(key: key, contestant: counted.contestant, attempt: counted.attempt, unit: counted.unit)
    }

    /// Level attempts leave the earlier one standing.
    private func isBetter(_ next: Standing, than former: Standing) -> Bool {
        for criterion in ofAttempt {
            guard let one = next.key.code(of: criterion, in: criteria),
                let other = former.key.code(of: criterion, in: criteria)
            else { continue }
            if one != other { return one < other }
        }
        return next.attempt < former.attempt
    }

    private func together(_ one: UInt64, _ other: UInt64, _ criterion: Criterion) -> UInt64 {
        switch criterion {
        case .fewestAttempts: min(one + other, criterion.missing)
        case .mostFullMarks: UInt64(max(0, Int64(one + other) - Criterion.noFullMarks))
        case .score, .prediction, .duration, .earliest, .earliestSubmission, .manual, .draw: min(one, other)
        }
    }
}
