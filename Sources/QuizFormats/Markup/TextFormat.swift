/// How a text of another program is marked up; Moodle names these four.
package enum TextFormat: String, CaseIterable, Hashable, Sendable {
    /// Lines are kept and tags of HTML are obeyed.
    case moodle
    case html
    case plain
    case markdown

    /// By its name in Moodle XML; what is unknown is taken as HTML, as Moodle does.
    init(xml name: String?) {
        self =
            switch name {
            case "plain_text": .plain
            case "moodle_auto_format": .moodle
            case "markdown": .markdown
            default: .html
            }
    }

    /// The plain text that a marked-up text shows.
    package func read(_ text: String) -> PlainReading {
        switch self {
        case .plain: PlainReading(text: text)
        case .html: HTMLReader.read(text, keepsLines: false, isStrict: true)
        case .moodle: HTMLReader.read(text, keepsLines: true, isStrict: false)
        case .markdown:
            MarkdownReader.read(text).continued { HTMLReader.read($0, keepsLines: true, isStrict: false) }
        }
    }
}

/// A text without mark-up, and what went with the mark-up.
package struct PlainReading: Hashable, Sendable {
    package var text: String
    package var losses: Set<MarkupLoss> = []

    /// Reads on in what was read.
    func continued(_ read: (String) -> PlainReading) -> PlainReading {
        var next = read(text)
        next.losses.formUnion(losses)
        return next
    }
}

/// What plain text cannot hold.
package enum MarkupLoss: CaseIterable, Hashable, Sendable {
    case image, media, table, link, script
}
