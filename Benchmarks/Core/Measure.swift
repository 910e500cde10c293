/// What a figure is given as.
enum Unit {
    /// How many in a second; more is better.
    case second
    /// How many microseconds one takes; fewer is better.
    case operation
}

/// Runs `work` again and again for some time and prints the median run against what is aimed at.
///
/// `work` gives how many it has done; the first run is not counted.
func measure(_ name: String, per unit: Unit, accepted: Double?, goal: Double?, _ work: () -> Int) {
    let clock = ContinuousClock()
    _ = work()
    var rates: [Double] = []
    let began = clock.now
    while rates.count < 5 || clock.now - began < .seconds(1) {
        let start = clock.now
        let done = work()
        rates.append(Double(done) / ((clock.now - start) / .seconds(1)))
    }
    rates.sort()
    let rate = rates[rates.count / 2]
    let figure: Double
    let isAtLeast: (Double) -> Bool
    switch unit {
    case .second:
        figure = rate
        isAtLeast = { figure >= $0 }
    case .operation:
        figure = 1_000_000 / rate
        isAtLeast = { figure <= $0 }
    }
    let shown = unit == .second ? "\(Int(figure))/s" : "\((figure * 100).rounded() / 100) µs"
    var verdict = ""
    if let goal, isAtLeast(goal) {
        verdict = "goal"
    } else if let accepted {
        verdict = isAtLeast(accepted) ? "accepted" : "below"
    }
    print(name.padded(to: 50), shown.padded(to: 14), verdict)
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
