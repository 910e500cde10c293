/// Times between one saved change and the next, in whole seconds.
struct SecondsTally: Sendable {
    private var counts: [Int: Int] = [:]

    mutating func add(milliseconds: Int64) {
        counts[Int(max(0, milliseconds) / 1_000), default: 0] += 1
    }

    /// `nil` where nothing was measured.
    var figures: ItemFigures.Seconds? {
        let whole = counts.values.reduce(0, +)
        guard whole > 0 else { return nil }
        let ascending = counts.sorted { $0.key < $1.key }
        func quantile(_ quarter: Int) -> Int {
            var below = 0
            for (seconds, count) in ascending {
                below += count
                if below * 4 >= whole * quarter { return seconds }
            }
            return ascending.last?.key ?? 0
        }
        return ItemFigures.Seconds(count: whole, lower: quantile(1), median: quantile(2), upper: quantile(3))
    }
}
