/// Looks for questions that became easier in the course of time while the others did not: a sign that they leaked.
struct DriftTest: Sendable {
    /// Fewer answers say nothing.
    static let minimumAnswers = 60

    struct Outcome: Hashable, Sendable {
        let drift: ItemFigures.Drift
        /// For each window, what the general trend lets expect.
        let expected: [Double]
    }

    /// For each question; `nil` where there was too little to look at.
    let outcomes: [Outcome?]

    /// `table`: A row a question, a column a window.
    init(_ table: [[TrendModel.Cell]]) {
        let rows = table.indices.filter { Self.isTestable(table[$0]) }
        let model = TrendModel(rows.map { table[$0] })
        let trends = zip(rows, model.expected).map { row, expected in
            (row: row, z: Self.trend(table[row], expected), rise: Self.rise(table[row], expected), expected: expected)
        }
        let tested = trends.filter { $0.z != nil }
        let tails = tested.map { Exponential.normalTail(above: $0.z ?? 0) }
        var outcomes: [Outcome?] = Array(repeating: nil, count: table.count)
        for (place, q) in Self.adjusted(tails).enumerated() {
            let (row, z, rise, expected) = tested[place]
            outcomes[row] = Outcome(
                drift: ItemFigures.Drift(z: z ?? 0, p: tails[place], q: q, rise: rise),
                expected: expected
            )
        }
        self.outcomes = outcomes
    }

    private static func isTestable(_ cells: [TrendModel.Cell]) -> Bool {
        let count = cells.reduce(0) { $0 + $1.count }
        let right = cells.reduce(0) { $0 + $1.right }
        return cells.count { $0.count > 0 } >= 2 && count >= minimumAnswers && right > 0 && right < count
    }

    /// The z of Cochran and Armitage for what is left when the general trend is taken out.
    ///
    /// Windows count 0, 1, 2 … Without a general trend it is their own z.
    ///
    /// - Source: Armitage, P. (1955), Tests for linear trends in proportions and frequencies.
    private static func trend(_ cells: [TrendModel.Cell], _ expected: [Double]) -> Double? {
        var (sum, weight, first, second) = (0.0, 0.0, 0.0, 0.0)
        for (place, (cell, p)) in zip(cells, expected).enumerated() {
            let score = Double(place)
            let variance = Double(cell.count) * p * (1 - p)
            sum += score * (Double(cell.right) - Double(cell.count) * p)
            weight += variance
            first += variance * score
            second += variance * score * score
        }
        guard weight > 0 else { return nil }
        let variance = second - first * first / weight
        return variance > 0 ? sum / variance.squareRoot() : nil
    }

    /// Where there is a window in the middle, it belongs to neither half.
    private static func rise(_ cells: [TrendModel.Cell], _ expected: [Double]) -> Double {
        func surplus(_ part: Range<Int>) -> Double {
            let count = part.reduce(0) { $0 + cells[$1].count }
            let surplus = part.reduce(0.0) { $0 + Double(cells[$1].right) - Double(cells[$1].count) * expected[$1] }
            return count == 0 ? 0 : surplus / Double(count)
        }
        let half = cells.count / 2
        return surplus(cells.count - half..<cells.count) - surplus(0..<half)
    }

    /// - Source: Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate.
    static func adjusted(_ tails: [Double]) -> [Double] {
        var adjusted = tails
        var least = 1.0
        let descending = tails.indices.sorted { tails[$0] > tails[$1] }
        for (place, index) in descending.enumerated() {
            least = min(least, tails[index] * Double(tails.count) / Double(tails.count - place))
            adjusted[index] = least
        }
        return adjusted
    }
}
