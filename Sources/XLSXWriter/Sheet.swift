/// A sheet of texts and, where a column says so, numbers, as it is to be written.
package struct Sheet: Sendable {
    /// At most 31 characters, none of `[]:*?/\`.
    package let name: String
    package let columns: [Column]
    /// The first row is the heading.
    package let rows: [[String]]

    package init(name: String, columns: [Column], rows: [[String]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    package struct Column: Sendable {
        /// Unit: characters.
        package let width: Double
        /// What may be chosen below the heading, at most 255 characters together; empty: anything.
        package let choices: [String]
        /// Whether what reads as a number below the heading is written as one, so that it can be sorted and added up.
        package let holdsNumbers: Bool

        package init(width: Double, choices: [String] = [], holdsNumbers: Bool = false) {
            self.width = width
            self.choices = choices
            self.holdsNumbers = holdsNumbers
        }
    }
}

package enum XLSXWriterError: Error, Hashable, Sendable {
    /// No room on the disk or in the memory.
    case noRoom
    /// What the library said, for instance of a text that is longer than a cell may hold.
    case refused(String)
}
