/// What pairs of questions on the same papers earned together.
struct PairTally: Sendable {
    /// More would take more than 64 MB; the further ones of a larger pool stay out of Cronbach's alpha.
    static let maximumItems = 2_000

    private struct Cell {
        var count = 0
        var x = 0
        var y = 0
        var xy = 0

        mutating func add(_ x: Int, _ y: Int) {
            count += 1
            self.x += x
            self.y += y
            xy += x * y
        }

        /// Sum of products of the distances from both means.
        var products: Double {
            Double(Int128(count) * Int128(xy) - Int128(x) * Int128(y)) / Double(count)
        }
    }

    /// The lower triangle, row by row.
    private var cells: [Cell]
    private let items: Int

    init(items: Int) {
        self.items = min(items, Self.maximumItems)
        cells = Array(repeating: Cell(), count: self.items * (self.items - 1) / 2)
    }

    mutating func add(_ answers: [Sitting.Answer]) {
        for (place, answer) in answers.enumerated() where answer.item < items {
            for other in answers[..<place] where other.item < items && other.item != answer.item {
                let (low, high) = answer.item < other.item ? (answer, other) : (other, answer)
                cells[high.item * (high.item - 1) / 2 + low.item].add(low.credit, high.credit)
            }
        }
    }

    /// The covariance within a pair, over all pairs that met at least twice, each by how often it met.
    ///
    /// - Returns: `nil` if no pair did.
    var covariance: (value: Double, pairs: Int)? {
        var products = 0.0
        var freedom = 0
        var pairs = 0
        for cell in cells where cell.count >= 2 {
            products += cell.products
            freedom += cell.count - 1
            pairs += 1
        }
        return freedom > 0 ? (products / Double(freedom), pairs) : nil
    }
}
