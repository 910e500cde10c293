/// How one board over all rounds is made of theirs.
package struct Cumulative: Hashable, Sendable {
    package enum Rule: Hashable, Sendable {
        /// All rounds together.
        case sum
        /// The best so many rounds together.
        case best(Int)
        /// Only the last round that the person took part in.
        case last
    }

    package let rule: Rule
    /// Never the prediction, which belongs to one round; all but `manual` and `draw` are in the chain of every round.
    package let ranking: [Criterion]

    package init(rule: Rule, ranking: [Criterion]) {
        self.rule = rule
        self.ranking = ranking
    }

    /// Stands for it where a board is named; no round may be called so.
    package static let round = "total"

    /// A person's line on the board of one round.
    package struct Part: Hashable, Sendable {
        package let standing: Standing
        package let criteria: [Criterion]

        package init(standing: Standing, criteria: [Criterion]) {
            self.standing = standing
            self.criteria = criteria
        }

        func value(_ criterion: Criterion) -> Int64 {
            standing.key.value(of: criterion, in: criteria) ?? 0
        }
    }

    /// The line of a person from those of the rounds that the person took part in, in their order.
    ///
    /// Scores, durations, attempts and full marks add up; the start and the submission are those of the latest part,
    /// with which the sum was reached.
    ///
    /// - Returns: `nil` without parts.
    package func standing(of parts: [Part], manualOrder: Int64? = nil, drawNumber: Int64? = nil) -> Standing? {
        let chosen = chosen(parts)
        guard let last = chosen.last else { return nil }
        func sum(_ criterion: Criterion) -> Int64 { chosen.reduce(0) { $0 + $1.value(criterion) } }
        func latest(_ criterion: Criterion) -> Timestamp {
            Timestamp(milliseconds: chosen.map { $0.value(criterion) }.max() ?? 0)
        }
        let result = RankedResult(
            score: Int(sum(.score)),
            duration: sum(.duration),
            startedAt: latest(.earliest),
            submittedAt: latest(.earliestSubmission),
            attempts: Int(sum(.fewestAttempts)),
            fullMarks: Int(sum(.mostFullMarks)),
            manualOrder: manualOrder,
            drawNumber: drawNumber
        )
        return Standing(
            key: RankKey(of: result, by: ranking),
            contestant: last.standing.contestant,
            attempt: last.standing.attempt,
            unit: last.standing.unit
        )
    }

    private func chosen(_ parts: [Part]) -> [Part] {
        switch rule {
        case .sum: return parts
        case .last: return parts.suffix(1)
        case .best(let count):
            let best = parts.indices.sorted { isBetter(parts[$0], parts[$1]) ?? ($0 < $1) }.prefix(count)
            return best.sorted().map { parts[$0] }
        }
    }

    /// Whether one round went better for the person than another; `nil` if they are level.
    private func isBetter(_ one: Part, _ other: Part) -> Bool? {
        for criterion in ranking where criterion.isOfAttempt {
            guard let left = one.standing.key.code(of: criterion, in: one.criteria),
                let right = other.standing.key.code(of: criterion, in: other.criteria), left != right
            else { continue }
            return left < right
        }
        return nil
    }
}
