/// Where in a file something stands: line and column of a text, row and column of a sheet.
package struct SourcePlace: Comparable, Hashable, Sendable {
    /// Counted from 1.
    package let line: Int
    /// Counted from 1, in characters as an editor shows them.
    package let column: Int

    /// The file as a whole.
    package static let file = SourcePlace(line: 0, column: 0)

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}
