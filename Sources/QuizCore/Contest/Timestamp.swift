/// A moment, as kept everywhere: UTC (I11).
///
/// - Unit: milliseconds since 1970-01-01T00:00:00Z, leap seconds left out as in POSIX.
package struct Timestamp: Comparable, Hashable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package func adding(milliseconds added: Int64) -> Timestamp {
        Timestamp(milliseconds: milliseconds + added)
    }
}
