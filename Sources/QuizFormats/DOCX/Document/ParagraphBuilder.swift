import QuizCore

/// Gathers one paragraph.
struct ParagraphBuilder {
    var paragraph: WordParagraph
    /// Id of its style.
    private(set) var style: String?
    private var list = WordList()
    private var heading: Int?
    private var shading = WordColour.none
    /// Of the mark at its end, by which the label of a list goes.
    var mark = RunProperties()
    /// Whether the mark at its end was deleted.
    var isJoined = false

    init(number: Int, carriedOn: WordParagraph?) {
        paragraph = carriedOn ?? WordParagraph(number: number)
    }

    mutating func takeProperty(_ tag: MarkupTag) {
        switch tag.name {
        case "pStyle": style = tag["val"]
        case "outlineLvl": heading = tag["val"].flatMap { Int($0) }
        case "shd": shading = WordColour.ofGround(tag["fill"])
        default: break
        }
    }

    mutating func takeList(_ tag: MarkupTag) {
        switch tag.name {
        case "numId": list.number = tag["val"]
        case "ilvl": list.level = tag["val"].flatMap { Int($0) }
        default: break
        }
    }

    mutating func take(_ text: String, _ properties: RunProperties) {
        paragraph.append(text, properties.look)
        if let font = properties.font, WordFonts.isOld(font) { paragraph.oldText += text }
    }

    /// The paragraph with its label; `nil` for one of a table of contents.
    ///
    /// `ground`: of the cell that it stands in.
    func finished(_ styles: WordStyles, _ counters: inout WordCounters, ground: UInt32) -> WordParagraph? {
        let style = styles.paragraph(style)
        guard style?.isContents != true else { return nil }
        var finished = paragraph
        finished.heading = heading.map { (0...8).contains($0) ? $0 : nil } ?? style?.heading
        let behind = shading == WordColour.none ? ground : shading
        if behind != WordColour.none { finished.shade(behind) }
        var list = list
        list.number = list.number ?? style?.list?.number
        list.level = list.level ?? style?.list?.level
        if let label = counters.next(list), !label.text.isEmpty {
            let run = mark.filled(from: label.run)
            var look = styles.resolved(run, paragraph: style).look
            if look.shading == WordColour.none { look.shading = behind }
            finished.label = WordParagraph.Label(text: label.text, look: look, list: label.list)
        }
        return finished
    }
}

extension WordParagraph {
    /// Puts a colour behind all text that has none of its own.
    fileprivate mutating func shade(_ colour: UInt32) {
        pieces = pieces.map { piece in
            var look = piece.look
            if look.shading == WordColour.none { look.shading = colour }
            return Piece(text: piece.text, look: look)
        }
    }
}
