/// Who answered a question, by the score of the whole paper.
struct ScoreClasses: Sendable {
    private struct Cell {
        var count = 0
        var credits = 0
    }

    /// By thousandths of the full score, rounded down.
    private var cells: [Int: Cell] = [:]

    mutating func add(score: Int, credit: Int) {
        cells[score, default: Cell()].count += 1
        cells[score, default: Cell()].credits += credit
    }

    /// What the best 27 in 100 earned on average less what the worst 27 in 100 did.
    ///
    /// Of a class that lies across the border every member counts by the same part.
    ///
    /// - Source: Kelley, T. L. (1939), The selection of upper and lower groups for the validation of test items.
    /// - Returns: `nil` with fewer than two people.
    var upperLowerIndex: Double? {
        let count = cells.values.reduce(0) { $0 + $1.count }
        guard count >= 2 else { return nil }
        let size = 0.27 * Double(count)
        let ascending = cells.sorted { $0.key < $1.key }.map(\.value)
        let lower = Self.credits(of: size, in: ascending)
        let upper = Self.credits(of: size, in: ascending.reversed())
        return (upper - lower) / (size * Double(Credit.full))
    }

    private static func credits(of size: Double, in cells: [Cell]) -> Double {
        var left = size
        var sum = 0.0
        for cell in cells where left > 0 {
            let part = min(1, left / Double(cell.count))
            sum += part * Double(cell.credits)
            left -= Double(cell.count)
        }
        return sum
    }
}
