/// Takes the plain text out of HTML: paragraphs, line breaks, list items and cells stay apart, everything else is dropped.
///
/// It never fails: what is no tag and no entity is text. Its time grows with the length of the text only.
struct HTMLReader {
    /// The plain text.
    ///
    /// `keepsLines`: a line end in the text is one to the reader. `isStrict`: whatever looks like a tag is one; else only
    /// the usual ones, since the text may be about HTML.
    static func read(_ text: String, keepsLines: Bool, isStrict: Bool) -> PlainReading {
        // Nothing to take out.
        if !text.utf8.contains(where: { [0x3C, 0x26, 0x09, 0xA0, 0xAD].contains($0) }), keepsLines || !isRagged(text) {
            return PlainReading(text: text)
        }
        var reader = HTMLReader(text, keepsLines, isStrict)
        reader.read()
        return PlainReading(text: reader.output.text, losses: reader.losses)
    }

    private static func isRagged(_ text: String) -> Bool {
        text.utf8.contains(0x0A) || text.utf8.contains(0x0D) || text.contains("  ")
    }

    private let source: [Unicode.Scalar]
    private let keepsLines: Bool
    private let isStrict: Bool
    private var index = 0
    private var output = HTMLOutput()
    private var losses: Set<MarkupLoss> = []
    /// Set once a tag was never closed, so that the rest is not searched again and again.
    private var isPastTags = false
    /// Numbers of the next items of the lists that are open; `nil` for one without numbers.
    private var lists: [Int?] = []
    private var isInRow = false
    private var preformatted = 0
    private var script: ScriptForm?

    private init(_ text: String, _ keepsLines: Bool, _ isStrict: Bool) {
        source = Array(text.unicodeScalars)
        self.keepsLines = keepsLines
        self.isStrict = isStrict
    }

    private mutating func read() {
        while index < source.count {
            switch source[index] {
            case "<": readMarkup()
            case "&": readEntity()
            case let scalar:
                index += 1
                take(scalar)
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\n" where keepsLines || preformatted > 0: output.endLine()
        // Seen by nobody; editors leave them behind.
        case "\u{AD}", "\u{200B}", "\u{2060}", "\u{FEFF}", "\r": break
        case " ", "\t", "\n", "\u{A0}": output.space()
        default:
            guard var script else { return output.append(scalar) }
            output.append(script.form(of: scalar))
            self.script = script
        }
    }

    private mutating func readEntity() {
        let most = min(source.count, index + 34)
        guard let end = source[index..<most].firstIndex(of: ";"), end > index + 1 else { return takeLiteral() }
        let name = String(String.UnicodeScalarView(source[(index + 1)..<end]))
        guard let scalar = HTMLEntities.scalar(name) else { return takeLiteral() }
        index = end + 1
        take(scalar)
    }

    private mutating func takeLiteral() {
        output.append(source[index])
        index += 1
    }

    private mutating func readMarkup() {
        if starts(with: "<!--") { return skip(behind: "-->") }
        guard !isPastTags, let tag = HTMLTag(source, at: index), isStrict || HTMLTag.usual.contains(tag.name) else {
            return takeLiteral()
        }
        guard let end = endOfTag() else {
            isPastTags = true
            return takeLiteral()
        }
        index = end + 1
        if let loss = tag.loss { losses.insert(loss) }
        if ["script", "style"].contains(tag.name), !tag.isEnd { return skip(behind: "</" + tag.name) }
        obey(tag)
    }

    private mutating func obey(_ tag: HTMLTag) {
        if tag.name == "br" { return output.endLine() }
        output.separate(tag.separation)
        switch tag.name {
        case "ol", "ul": nest(tag)
        case "li" where !tag.isEnd: beginItem()
        case "tr": isInRow = false
        case "td" where !tag.isEnd, "th" where !tag.isEnd: beginCell()
        case "pre": preformatted = max(0, preformatted + (tag.isEnd ? -1 : 1))
        case "sup": script = tag.isEnd ? nil : ScriptForm(isRaised: true)
        case "sub": script = tag.isEnd ? nil : ScriptForm(isRaised: false)
        default: break
        }
    }

    private mutating func nest(_ tag: HTMLTag) {
        if !tag.isEnd {
            lists.append(tag.name == "ol" ? 1 : nil)
        } else if !lists.isEmpty {
            lists.removeLast()
        }
    }

    private mutating func beginItem() {
        guard let last = lists.last, let number = last else { return output.append("- ") }
        output.append("\(number). ")
        lists[lists.count - 1] = number + 1
    }

    private mutating func beginCell() {
        if isInRow { output.append(" | ") }
        isInRow = true
    }

    /// Where the tag at the index closes; `>` within quotes does not count.
    private func endOfTag() -> Int? {
        var quote: Unicode.Scalar?
        for position in index..<source.count {
            let scalar = source[position]
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == ">" {
                return position
            } else if scalar == "\"" || scalar == "'", position > 0, source[position - 1] == "=" {
                quote = scalar
            }
        }
        return nil
    }

    private func starts(with mark: String) -> Bool {
        source[index...].starts(with: mark.unicodeScalars) { one, other in
            one == other || one.isASCII && one.value | 0x20 == other.value
        }
    }

    /// Goes on behind a mark and the next `>`, or at the end of the text.
    private mutating func skip(behind mark: String) {
        let first = mark.unicodeScalars.first
        while index < source.count, source[index] != first || !starts(with: mark) { index += 1 }
        while index < source.count, source[index] != ">" { index += 1 }
        index = min(source.count, index + 1)
    }
}
