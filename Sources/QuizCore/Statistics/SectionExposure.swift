/// How often the questions of one section came, over many papers.
package struct SectionExposure: Hashable, Sendable {
    /// How many the section draws.
    package let count: Int
    /// How many it draws from.
    package let candidates: Int
    /// The most frequent question over the mean, among candidates that the same sections admit.
    ///
    /// Those have equal chances, so that only chance lifts it above 1; the highest of the section.
    package let mostOverMean: Double
    /// The same among all candidates of the section: what overlapping sections add.
    package let skew: Double
    /// The share of papers that hold a candidate, in the mean, whichever section drew it.
    package let meanShare: Double
    /// The same of the most frequent one.
    package let mostShare: Double

    /// The sections of a matrix, in their order.
    ///
    /// `uses`: On how many of the papers each question of the pool was.
    package static func all(in matrix: ExamMatrix, uses: [Int], papers: Int) -> [SectionExposure] {
        var admitting: [UInt16: [Int]] = [:]
        for (index, stratum) in matrix.strata.enumerated() {
            for ordinal in stratum.candidates { admitting[ordinal, default: []].append(index) }
        }
        return matrix.strata.map { stratum in
            let alike = Dictionary(grouping: stratum.candidates) { admitting[$0] ?? [] }.values
            let counts = { (ordinals: [UInt16]) in ordinals.map { uses[Int($0)] } }
            let all = counts(stratum.candidates)
            let whole = Double(max(papers, 1))
            return SectionExposure(
                count: stratum.count,
                candidates: stratum.candidates.count,
                mostOverMean: alike.map { mostOverMean(counts($0)) }.max() ?? 1,
                skew: mostOverMean(all),
                meanShare: Double(all.reduce(0, +)) / Double(max(all.count, 1)) / whole,
                mostShare: Double(all.max() ?? 0) / whole
            )
        }
    }

    private static func mostOverMean(_ counts: [Int]) -> Double {
        let sum = counts.reduce(0, +)
        return sum == 0 ? 1 : Double((counts.max() ?? 0) * counts.count) / Double(sum)
    }
}
