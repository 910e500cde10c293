import QuizCore

/// The text of a file in lines, and the places in it.
struct GIFTSource {
    let bytes: [UInt8]
    /// Without their ends.
    let lines: [Range<Int>]

    init(_ text: String) {
        bytes = Array(text.utf8)
        var lines: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x0A || bytes[index] == 0x0D {
                lines.append(start..<index)
                if bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
                start = index + 1
            }
            index += 1
        }
        lines.append(start..<bytes.count)
        self.lines = lines
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range], as: UTF8.self)
    }

    /// Without the white space at its start.
    func unindented(_ line: Range<Int>) -> Range<Int> {
        var start = line.lowerBound
        while start < line.upperBound, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
        return start..<line.upperBound
    }

    func isBlank(_ line: Range<Int>) -> Bool {
        unindented(line).isEmpty
    }

    func starts(_ line: Range<Int>, with mark: StaticString) -> Bool {
        bytes[unindented(line)].starts(with: mark.description.utf8)
    }
}

/// Finds lines and columns; asked more or less in the order of the text it walks it once.
struct GIFTPlaces {
    private let source: GIFTSource
    private var line = 0
    private var offset = 0
    private var column = 1

    init(_ source: GIFTSource) {
        self.source = source
    }

    mutating func place(_ wanted: Int) -> SourcePlace {
        let before = line
        while line > 0, wanted < source.lines[line].lowerBound { line -= 1 }
        while line + 1 < source.lines.count, source.lines[line + 1].lowerBound <= wanted { line += 1 }
        let start = source.lines[line].lowerBound
        if line != before || wanted < offset || offset < start {
            offset = start
            column = 1
        }
        let end = min(wanted, source.lines[line].upperBound)
        if end > offset {
            column += source.text(offset..<end).count
            offset = end
        }
        return SourcePlace(line: line + 1, column: column)
    }
}
