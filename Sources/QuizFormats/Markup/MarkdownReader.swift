/// Takes the signs of Markdown out of a text: emphasis, code, headings, links; lists stay as they are.
struct MarkdownReader {
    /// How far the end of an emphasis is looked for.
    private static let reach = 500

    static func read(_ text: String) -> PlainReading {
        var reader = MarkdownReader(source: Array(text.unicodeScalars))
        while reader.index < reader.source.count { reader.step() }
        return PlainReading(text: String(String.UnicodeScalarView(reader.output)), losses: reader.losses)
    }

    private var source: [Unicode.Scalar]
    private var index = 0
    /// Not a text: appending several scalars to one copies it each time (Swift 6.3).
    private var output: [Unicode.Scalar] = []
    private var losses: Set<MarkupLoss> = []
    /// Where an emphasis ends that was opened: as many signs are dropped there.
    private var ends: [Int: Int] = [:]
    /// By sign and length, the next end of an emphasis behind a place: what lies between is not searched again.
    private var next: [Emphasis: (from: Int, end: Int)] = [:]

    private struct Emphasis: Hashable {
        let sign: Unicode.Scalar
        let row: Int
    }

    private init(source: [Unicode.Scalar]) {
        self.source = source
    }

    private mutating func step() {
        if let dropped = ends[index] {
            index += dropped
            return
        }
        switch source[index] {
        case "\\" where isSign(at: index + 1):
            output.append(source[index + 1])
            index += 2
        case "*", "_", "`": emphasize()
        case "#" where isLineStart: dropHeading()
        case "!" where at(index + 1) == "[": takeLink(isImage: true)
        case "[": takeLink(isImage: false)
        default: takeOne()
        }
    }

    private mutating func takeOne() {
        output.append(source[index])
        index += 1
    }

    private func at(_ position: Int) -> Unicode.Scalar? {
        source.indices.contains(position) ? source[position] : nil
    }

    private func isSign(at position: Int) -> Bool {
        at(position).map { "\\`*_{}[]()#+-.!~>|".unicodeScalars.contains($0) } ?? false
    }

    private var isLineStart: Bool { index == 0 || source[index - 1] == "\n" }

    private mutating func dropHeading() {
        let signs = source[index...].prefix(7).prefix { $0 == "#" }.count
        guard signs <= 6, at(index + signs) == " " else { return takeOne() }
        index += signs + 1
    }

    /// Drops the signs of an emphasis that is closed; a row of them, as a blank to be filled in, stays.
    private mutating func emphasize() {
        let sign = source[index]
        let row = source[index...].prefix { $0 == sign }.count
        let isOpening = row <= 3 && at(index + row).map { !$0.properties.isWhitespace } ?? false
        let isBound = sign == "*" || index == 0 || !isWord(source[index - 1])
        guard isOpening, isBound, let end = end(of: sign, row) else {
            output.append(contentsOf: source[index..<(index + row)])
            index += row
            return
        }
        ends[end] = row
        index += row
    }

    private mutating func end(of sign: Unicode.Scalar, _ row: Int) -> Int? {
        let emphasis = Emphasis(sign: sign, row: row)
        let start = index + row + 1
        let end: Int
        if let known = next[emphasis], known.from <= start, start <= known.end {
            end = known.end
        } else {
            end = firstEnd(of: emphasis, from: start)
            next[emphasis] = (start, end)
        }
        return end < min(source.count, index + Self.reach) ? end : nil
    }

    /// The end of the text if there is none.
    private func firstEnd(of emphasis: Emphasis, from start: Int) -> Int {
        var position = start
        while position < source.count {
            guard source[position] == emphasis.sign else {
                position += 1
                continue
            }
            let found = source[position...].prefix { $0 == emphasis.sign }.count
            let isClosing = !source[position - 1].properties.isWhitespace
            let isBound = emphasis.sign != "_" || !(at(position + found).map(isWord) ?? false)
            if found == emphasis.row, isClosing, isBound { return position }
            position += found
        }
        return max(start, source.count)
    }

    private func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_"
    }

    /// `[text](address)` leaves its text; an image leaves nothing.
    private mutating func takeLink(isImage: Bool) {
        let open = isImage ? index + 1 : index
        let most = min(source.count, open + Self.reach)
        guard let close = source[open..<most].firstIndex(of: "]"), at(close + 1) == "(",
            let end = source[close..<min(source.count, close + Self.reach)].firstIndex(of: ")")
        else { return takeOne() }
        losses.insert(isImage ? .image : .link)
        if !isImage { output.append(contentsOf: source[(open + 1)..<close]) }
        index = end + 1
    }
}
