/// How the difficulty of papers is spread where chance alone decides, each section taken by itself.
package struct DifficultySpread {
    /// The chance of each sum of weights, by the sum.
    private var chances = [1.0]

    /// Takes for each section its count and the weights of its candidates; of too few all are taken.
    package init(sections: [(count: Int, weights: [Int])]) {
        for section in sections {
            add(Self.chances(of: min(section.count, section.weights.count), among: section.weights))
        }
    }

    package func share(in band: DifficultyBand) -> Double {
        chances.indices.filter(band.holds).reduce(0) { $0 + chances[$1] }
    }

    private mutating func add(_ others: [Double]) {
        var sums = [Double](repeating: 0, count: chances.count + others.count - 1)
        for (left, chance) in chances.enumerated() where chance > 0 {
            for (right, other) in others.enumerated() { sums[left + right] += chance * other }
        }
        chances = sums
    }

    /// One section: drawing without putting back, one question after the other.
    private static func chances(of count: Int, among weights: [Int]) -> [Double] {
        let easy = weights.count { $0 == Difficulty.easy.weight }
        let medium = weights.count { $0 == Difficulty.medium.weight }
        // By how many easy and how many medium ones were drawn so far.
        var states = [[Double]](repeating: [Double](repeating: 0, count: count + 2), count: count + 2)
        states[0][0] = 1
        for drawn in 0..<count {
            var next = [[Double]](repeating: [Double](repeating: 0, count: count + 2), count: count + 2)
            let left = Double(weights.count - drawn)
            for easyDrawn in 0...drawn {
                for mediumDrawn in 0...(drawn - easyDrawn) {
                    let chance = states[easyDrawn][mediumDrawn] / left
                    guard chance > 0 else { continue }
                    let hardLeft = weights.count - easy - medium - (drawn - easyDrawn - mediumDrawn)
                    next[easyDrawn + 1][mediumDrawn] += chance * Double(easy - easyDrawn)
                    next[easyDrawn][mediumDrawn + 1] += chance * Double(medium - mediumDrawn)
                    next[easyDrawn][mediumDrawn] += chance * Double(hardLeft)
                }
            }
            states = next
        }
        var sums = [Double](repeating: 0, count: 3 * count + 1)
        for easyDrawn in 0...count {
            for mediumDrawn in 0...(count - easyDrawn) {
                sums[3 * count - 2 * easyDrawn - mediumDrawn] += states[easyDrawn][mediumDrawn]
            }
        }
        return sums
    }
}
