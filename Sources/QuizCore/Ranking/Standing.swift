/// One line of a board: a contestant with the attempt that counts.
package struct Standing: Hashable, Sendable {
    package let key: RankKey
    /// Internal, ascending; only keeps lines with equal keys in a fixed order, and never decides a place.
    package let contestant: Int64
    package let attempt: Int64
    /// Internal key of the unit that the attempt counts for (I14); never decides a place.
    package let unit: Int64

    package init(key: RankKey, contestant: Int64, attempt: Int64, unit: Int64 = 0) {
        self.key = key
        self.contestant = contestant
        self.attempt = attempt
        self.unit = unit
    }

    /// Whether this line stands before `other` in the list.
    func precedes(_ other: Standing) -> Bool {
        key == other.key ? contestant < other.contestant : key < other.key
    }
}

/// A line with its place and the reason for it.
package struct Placed: Hashable, Sendable {
    package let standing: Standing
    /// Counted from 1.
    ///
    /// Equal keys share a place, and the places after it are left out: 1, 2, 2, 4.
    package let place: Int
    /// The criterion that puts this line behind the next better one; at the first place, before the next worse one.
    ///
    /// `nil` where there is nobody to compare with.
    package let decidedBy: Criterion?
}

extension Standing {
    /// Whether this line may stand above `other` in a list that is in order.
    package func isOrdered(before other: Standing) -> Bool {
        !other.precedes(self)
    }
}
