/// What a contestant is ranked by, made comparable: the values of the contest's criteria in order, smaller is better.
package struct RankKey: Comparable, Hashable, Sendable {
    // Five fields rather than an array: a board of a million keys stays in one piece of memory each.
    private let first: Int64
    private let second: Int64
    private let third: Int64
    private let fourth: Int64
    private let fifth: Int64

    /// A contest has at most this many criteria: as many as ``Criterion`` has cases.
    package static let width = 5

    /// Takes values for up to ``width`` criteria; the rest are equal for everybody.
    package init(_ values: [Int64]) {
        func value(_ index: Int) -> Int64 { index < values.count ? values[index] : 0 }
        (first, second, third, fourth, fifth) = (value(0), value(1), value(2), value(3), value(4))
    }

    package init(of result: RankedResult, by criteria: [Criterion]) {
        self.init(criteria.map { $0.value(of: result) })
    }

    package static func < (left: Self, right: Self) -> Bool {
        if left.first != right.first { return left.first < right.first }
        if left.second != right.second { return left.second < right.second }
        if left.third != right.third { return left.third < right.third }
        if left.fourth != right.fourth { return left.fourth < right.fourth }
        return left.fifth < right.fifth
    }

    /// The index of the first criterion in which two keys differ.
    package func firstDifference(from other: RankKey) -> Int? {
        if first != other.first { return 0 }
        if second != other.second { return 1 }
        if third != other.third { return 2 }
        if fourth != other.fourth { return 3 }
        return fifth != other.fifth ? 4 : nil
    }
}

/// The facts of a sealed attempt that ranking may look at.
package struct RankedResult: Hashable, Sendable {
    /// Unit: thousandths of a point.
    package let score: Int
    /// Distance of the prediction from the true value; `nil` while that is open, or if none was made.
    package let predictionDistance: Int64?
    /// Unit: milliseconds.
    package let duration: Int64
    package let startedAt: Timestamp
    /// The organizers' recorded decision; `nil`: none.
    package let manualOrder: Int64?

    package init(
        score: Int,
        predictionDistance: Int64? = nil,
        duration: Int64,
        startedAt: Timestamp,
        manualOrder: Int64? = nil
    ) {
        self.score = score
        self.predictionDistance = predictionDistance
        self.duration = duration
        self.startedAt = startedAt
        self.manualOrder = manualOrder
    }
}

extension Criterion {
    /// The value to compare; smaller is better.
    ///
    /// What is missing comes last.
    func value(of result: RankedResult) -> Int64 {
        switch self {
        case .score: -Int64(result.score)
        case .prediction: result.predictionDistance ?? .max
        case .duration: result.duration
        case .earliest: result.startedAt.milliseconds
        case .manual: result.manualOrder ?? .max
        }
    }
}
