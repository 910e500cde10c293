/// Left sides, each to be given the one of the right sides that belongs to it.
package struct MatchQuestion: Hashable, Sendable {
    /// How many pairs there may be.
    package static let counts = 2...8
    package static let maximumExtra = 4

    package struct Pair: Hashable, Sendable {
        package let left: String
        package let right: String

        package init(left: String, right: String) {
            self.left = left
            self.right = right
        }
    }

    /// In the author's order; no two left sides alike, and no two right sides.
    package let pairs: [Pair]
    /// Right sides that belong to nothing.
    package let extra: [String]
    /// All right sides, sorted bytewise: what papers count, so that drawing cannot depend on what belongs together (I3).
    package let rights: [String]
    /// For each pair the place of its right side in `rights`.
    package let key: [Int]

    package init(pairs: [Pair], extra: [String] = []) {
        let written = pairs.map(\.right) + extra
        let places = written.indices.sorted { written[$0].utf8.lexicographicallyPrecedes(written[$1].utf8) }
        var key = Array(repeating: 0, count: written.count)
        for (place, original) in places.enumerated() { key[original] = place }
        self.pairs = pairs
        self.extra = extra
        rights = places.map { written[$0] }
        self.key = Array(key.prefix(pairs.count))
    }
}
