/// How often each question was answered right in each window, as two effects say: of the question and of the window.
///
/// The effect of a window is the general trend: later people may be better, or worse, at all questions alike.
struct TrendModel: Sendable {
    struct Cell: Hashable, Sendable {
        let count: Int
        let right: Int
    }

    /// Probabilities, same indices as the table.
    let expected: [[Double]]

    private static let rounds = 500
    private static let precision = 1e-13

    /// Fits `logit p = question + window` by maximum likelihood.
    ///
    /// `table`: A row a question, in which neither all nor none of the answers are right.
    init(_ table: [[Cell]]) {
        let width = table.first?.count ?? 0
        var questions = Array(repeating: 0.0, count: table.count)
        var windows = Array(repeating: 0.0, count: width)
        for _ in 0..<Self.rounds {
            var change = 0.0
            for row in table.indices {
                let step = Self.step(table[row].indices.map { (table[row][$0], questions[row] + windows[$0]) })
                questions[row] += step
                change = max(change, abs(step))
            }
            for column in 0..<width {
                let step = Self.step(table.indices.map { (table[$0][column], questions[$0] + windows[column]) })
                windows[column] += step
                change = max(change, abs(step))
            }
            // Only sums of the two matter; the windows are kept about zero.
            let middle = width == 0 ? 0 : windows.reduce(0, +) / Double(width)
            for column in 0..<width { windows[column] -= middle }
            for row in table.indices { questions[row] += middle }
            if change < Self.precision { break }
        }
        expected = questions.map { question in windows.map { Self.probability(question + $0) } }
    }

    static func probability(_ logit: Double) -> Double {
        1 / (1 + Exponential.of(-logit))
    }

    /// Newton's step for one effect, held back so that it cannot run away where all or none are right.
    private static func step(_ cells: [(cell: Cell, logit: Double)]) -> Double {
        var score = 0.0
        var information = 0.0
        for (cell, logit) in cells where cell.count > 0 && abs(logit) < 30 {
            let p = probability(logit)
            score += Double(cell.right) - Double(cell.count) * p
            information += Double(cell.count) * p * (1 - p)
        }
        guard information > 0 else { return 0 }
        return min(1, max(-1, score / information))
    }
}
