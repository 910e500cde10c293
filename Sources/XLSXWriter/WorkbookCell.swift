/// What stands in one cell.
package enum WorkbookCell: Hashable, Sendable {
    case empty
    /// Words, never a formula.
    case text(String)
    case number(Double)
    /// A moment as spreadsheets count it.
    ///
    /// Unit: days since 1899-12-30, in local time.
    case time(Double)
}

/// A sheet that is written from top to bottom.
package struct SheetPlan: Sendable {
    package struct Column: Sendable {
        package let title: String
        /// Unit: characters.
        package let width: Double

        package init(title: String, width: Double) {
            self.title = title
            self.width = width
        }
    }

    /// At most 31 characters, none of `[]:*?/\`.
    package let name: String
    package let columns: [Column]
    /// Whether the titles of the columns stand in the first row, which then stays in view and can be filtered by.
    package let hasHeading: Bool

    package init(name: String, columns: [Column], hasHeading: Bool = true) {
        self.name = name
        self.columns = columns
        self.hasHeading = hasHeading
    }
}
