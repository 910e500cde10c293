/// Things to be put into their right order.
package struct OrderQuestion: Hashable, Sendable {
    /// How many there may be.
    package static let counts = 3...8

    /// In the right order; no two alike.
    package let items: [String]
    /// The same, sorted bytewise: what papers count, so that drawing cannot depend on the right order (I3).
    package let sorted: [String]
    /// For each of `sorted` its place in `items`.
    package let ranks: [Int]

    package init(items: [String]) {
        let places = items.indices.sorted { items[$0].utf8.lexicographicallyPrecedes(items[$1].utf8) }
        self.items = items
        sorted = places.map { items[$0] }
        ranks = places
    }
}
