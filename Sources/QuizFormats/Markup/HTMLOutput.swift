/// The lines of a text while it is taken out of its mark-up: white space runs together, breaks do not pile up.
struct HTMLOutput {
    private(set) var text = ""
    /// Breaks, or a space, that are written only when something follows.
    private var breaks = 0
    private var isSpaced = false

    /// An empty line at most.
    private static let mostBreaks = 2

    mutating func space() {
        isSpaced = true
    }

    /// One more line end.
    mutating func endLine() {
        breaks = min(breaks + 1, Self.mostBreaks)
    }

    /// At least so many line ends.
    mutating func separate(_ lines: Int) {
        breaks = max(breaks, lines)
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        flush()
        text.unicodeScalars.append(scalar)
    }

    mutating func append(_ words: String) {
        flush()
        text += words
    }

    private mutating func flush() {
        if !text.isEmpty {
            if breaks > 0 {
                text += String(repeating: "\n", count: breaks)
            } else if isSpaced {
                text += " "
            }
        }
        breaks = 0
        isSpaced = false
    }
}
