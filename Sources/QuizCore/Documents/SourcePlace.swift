/// Where in a file something stands.
struct SourcePlace: Comparable, Hashable, Sendable {
    /// Counted from 1.
    let line: Int
    /// Counted from 1, in characters as an editor shows them.
    let column: Int

    /// The file as a whole.
    static let file = SourcePlace(line: 0, column: 0)

    init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
