/// A tag of HTML as far as plain text is concerned.
struct HTMLTag {
    /// In lower case.
    let name: String
    let isEnd: Bool

    /// Names that are obeyed where a text may just as well be about HTML.
    static let usual: Set<String> = [
        "a", "abbr", "audio", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "dd", "del", "div",
        "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "ol", "p",
        "pre", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot",
        "th", "thead", "tr", "tt", "u", "ul", "var", "video",
    ]

    /// Reads the name behind `<`; `nil` if no tag begins there.
    init?(_ source: [Unicode.Scalar], at start: Int) {
        var index = start + 1
        let isEnd = index < source.count && source[index] == "/"
        if isEnd { index += 1 }
        var name = ""
        while index < source.count, Self.isNameScalar(source[index]), name.utf8.count < 40 {
            name.unicodeScalars.append(source[index])
            index += 1
        }
        guard let first = name.unicodeScalars.first, first.properties.isAlphabetic, index < source.count else {
            return nil
        }
        guard source[index] == ">" || source[index] == "/" || source[index].properties.isWhitespace else { return nil }
        self.name = name.lowercased()
        self.isEnd = isEnd
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", ":", "-": true
        default: false
        }
    }

    /// Line ends that stand around the element: 2 for a paragraph.
    var separation: Int {
        switch name {
        case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre": 2
        case "div", "ul", "ol", "li", "table", "tr", "dl", "dt", "dd", "center", "hr", "caption": 1
        default: 0
        }
    }

    var loss: MarkupLoss? {
        switch name {
        case "img": .image
        case "audio", "video", "iframe", "object", "embed": .media
        case "table": .table
        case "a": .link
        case "script": .script
        default: nil
        }
    }
}
