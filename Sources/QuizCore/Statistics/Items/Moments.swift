/// Sums over pairs of whole numbers, exact, so that the order of people changes nothing.
///
/// Values up to 10^11 leave room for 10^8 pairs.
struct Moments: Hashable, Sendable {
    private(set) var count = 0
    private var x: Int128 = 0
    private(set) var y: Int128 = 0
    private var xx: Int128 = 0
    private var yy: Int128 = 0
    private var xy: Int128 = 0

    mutating func add(_ x: Int, _ y: Int) {
        let (x, y) = (Int128(x), Int128(y))
        count += 1
        self.x += x
        self.y += y
        xx += x * x
        yy += y * y
        xy += x * y
    }

    var meanX: Double { count == 0 ? 0 : Double(x) / Double(count) }
    var meanY: Double { count == 0 ? 0 : Double(y) / Double(count) }

    /// Sum of squared distances from the mean.
    var squaresX: Double { count == 0 ? 0 : Double(spreadX) / Double(count) }
    var squaresY: Double { count == 0 ? 0 : Double(spreadY) / Double(count) }
    /// Sum of products of the distances from both means.
    var products: Double { count == 0 ? 0 : Double(joint) / Double(count) }

    /// Each is the sum times the count, which is whole.
    private var spreadX: Int128 { Int128(count) * xx - x * x }
    private var spreadY: Int128 { Int128(count) * yy - y * y }
    private var joint: Int128 { Int128(count) * xy - x * y }

    /// Pearson's correlation; `nil` where one of the two never varies.
    var correlation: Double? {
        guard spreadX > 0, spreadY > 0 else { return nil }
        return Double(joint) / (Double(spreadX).squareRoot() * Double(spreadY).squareRoot())
    }

    /// The correlation of `y` with having done something, which `count` of the pairs did with the sum `y` among them.
    func correlation(ofThose picked: Int, sum: Int128) -> Double? {
        let spread = Int128(count) * Int128(picked) - Int128(picked) * Int128(picked)
        guard spread > 0, spreadY > 0 else { return nil }
        let joint = Int128(count) * sum - Int128(picked) * y
        return Double(joint) / (Double(spread).squareRoot() * Double(spreadY).squareRoot())
    }
}
