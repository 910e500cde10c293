/// Something wrong in a file that a person wrote, with the place and the remedy.
package struct Fault: Hashable, Sendable {
    /// Counted from 1; 0 when the fault concerns the file as a whole.
    package let line: Int
    /// Counted from 1, in characters.
    package let column: Int
    package let message: Message

    package init(line: Int, column: Int, message: Message) {
        self.line = line
        self.column = column
        self.message = message
    }
}

/// All faults of a file at once, in the order of their places: nothing of it was taken.
package struct Faults: Error, Hashable, Sendable {
    package let faults: [Fault]

    package init(_ faults: [Fault]) {
        self.faults = faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    }
}
