/// What stands between two empty lines: a question with the comments before it, or a change of category.
struct GIFTBlock {
    enum Content {
        case question([GIFTPiece])
        /// The text behind `$CATEGORY:`.
        case category(Range<Int>)
    }

    let content: Content
    /// The lines that begin with `//`, without these signs.
    let comments: [Range<Int>]
}

/// Cuts a file into blocks.
///
/// As in Moodle an empty line ends a question; but not within braces that are closed before others open, since files
/// written by hand have such lines.
struct GIFTBlocks: IteratorProtocol, Sequence {
    private let source: GIFTSource
    private var line = 0
    /// The next brace at or behind the place where it was last looked for.
    private var nextBrace: (offset: Int, isClosing: Bool)?

    init(_ source: GIFTSource) {
        self.source = source
    }

    mutating func next() -> GIFTBlock? {
        var comments: [Range<Int>] = []
        var pieces: [GIFTPiece] = []
        var isOpen = false
        while line < source.lines.count {
            let range = source.lines[line]
            if source.isBlank(range) {
                if !pieces.isEmpty, !(isOpen && isClosed(behind: range.upperBound)) { break }
                // Comments of their own, set apart from the next question, are those of the file.
                if pieces.isEmpty, !comments.isEmpty { return GIFTBlock(content: .question([]), comments: comments) }
                line += 1
            } else if source.starts(range, with: "//") {
                comments.append((source.unindented(range).lowerBound + 2)..<range.upperBound)
                line += 1
            } else if !isOpen, source.starts(range, with: "$CATEGORY:") {
                guard pieces.isEmpty else { break }
                line += 1
                let text = (source.unindented(range).lowerBound + 10)..<range.upperBound
                return GIFTBlock(content: .category(text), comments: comments)
            } else {
                take(range, &pieces, &isOpen)
                line += 1
            }
        }
        guard !pieces.isEmpty || !comments.isEmpty else { return nil }
        return GIFTBlock(content: .question(pieces), comments: comments)
    }

    private func take(_ range: Range<Int>, _ pieces: inout [GIFTPiece], _ isOpen: inout Bool) {
        if !pieces.isEmpty { pieces.append(GIFTPiece(scalar: "\n", isEscaped: false, offset: range.lowerBound)) }
        var offset = range.lowerBound
        var isEscaping = false
        for scalar in source.text(range).unicodeScalars {
            let width = UTF8.width(scalar)
            if isEscaping {
                isEscaping = false
                if let meant = Self.meaning(of: scalar) {
                    pieces.append(GIFTPiece(scalar: meant, isEscaped: true, offset: offset - 1))
                    offset += width
                    continue
                }
                pieces.append(GIFTPiece(scalar: "\\", isEscaped: true, offset: offset - 1))
            }
            if scalar == "\\" {
                isEscaping = true
            } else {
                if scalar == "{" { isOpen = true }
                if scalar == "}" { isOpen = false }
                pieces.append(GIFTPiece(scalar: scalar, isEscaped: false, offset: offset))
            }
            offset += width
        }
        if isEscaping { pieces.append(GIFTPiece(scalar: "\\", isEscaped: true, offset: offset - 1)) }
    }

    private static func meaning(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\\", "~", "=", "#", "{", "}", ":": scalar
        case "n": "\n"
        default: nil
        }
    }

    /// Whether the next brace closes one.
    private mutating func isClosed(behind offset: Int) -> Bool {
        if let known = nextBrace, known.offset >= offset { return known.isClosing }
        var index = offset
        while index < source.bytes.count {
            let byte = source.bytes[index]
            if byte == UInt8(ascii: "\\") {
                index += 1
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") {
                break
            }
            index += 1
        }
        let isClosing = index < source.bytes.count && source.bytes[index] == UInt8(ascii: "}")
        nextBrace = (Swift.max(index, offset), isClosing)
        return isClosing
    }
}
