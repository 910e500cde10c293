/// What a contestant has had on earlier papers: a later one avoids it while the sections have others.
package struct SeenQuestions: Hashable, Sendable {
    /// One for each earlier paper, the oldest first: the candidates that were on it and on no later one, ascending.
    ///
    /// None is empty.
    package let tiers: [[UInt16]]
    private let tierOf: [UInt16: Int]

    package static let none = SeenQuestions(tiers: [])

    private init(tiers: [[UInt16]]) {
        self.tiers = tiers
        var tierOf: [UInt16: Int] = [:]
        for (index, tier) in tiers.enumerated() {
            for ordinal in tier { tierOf[ordinal] = index }
        }
        self.tierOf = tierOf
    }

    /// Takes the ordinals of earlier papers, the oldest first, and keeps what a section of `matrix` admits.
    package init(papers: [[Int]], in matrix: ExamMatrix) {
        guard !papers.isEmpty else {
            self = .none
            return
        }
        var left = Set(matrix.strata.flatMap(\.candidates))
        let tiers = papers.reversed().map { paper in
            paper.compactMap { UInt16(exactly: $0) }.filter { left.remove($0) != nil }.sorted()
        }
        self.init(tiers: tiers.reversed().filter { !$0.isEmpty })
    }

    package var isEmpty: Bool { tiers.isEmpty }

    /// The candidates that were never seen, then those of each tier, the oldest first; each in the order given.
    func ranked(_ candidates: [UInt16]) -> [[UInt16]] {
        var ranked = [[UInt16]](repeating: [], count: tiers.count + 1)
        for ordinal in candidates { ranked[tierOf[ordinal].map { $0 + 1 } ?? 0].append(ordinal) }
        return ranked
    }
}
