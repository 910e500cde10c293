import QuizCore

/// Reads the main part of a document as it comes, without keeping its mark-up.
final class DocumentReader: MarkupHandler {
    private(set) var document = WordDocument()

    private let styles: WordStyles
    private var counters: WordCounters
    private var open: [DocumentElement] = []
    private var tables = TableBuilder()
    private var paragraph: ParagraphBuilder?
    private var fields = WordFields()
    private var run = RunProperties()
    /// How the run looks in the end, once that was asked for.
    private var resolved: RunProperties?
    private var paragraphs = 0
    private var links = 0
    private var drawing = DrawingReader()
    private var math: WordMath?
    /// For each open element with branches whether one was taken.
    private var branches: [Bool] = []
    /// A paragraph whose end was deleted goes on in the next.
    private var unfinished: WordParagraph?

    init(styles: WordStyles, numbering: WordNumbering) {
        self.styles = styles
        counters = WordCounters(numbering)
    }

    private var place: SourcePlace { SourcePlace(line: max(1, paragraphs), column: 1) }

    func start(_ tag: MarkupTag) {
        if drawing.isOpen { return drawing.start(tag) }
        if math != nil {
            math?.start(tag)
            return
        }
        let parent = open.last ?? .other
        if DocumentElement.isWord(tag) {
            startWord(tag, in: parent)
        } else if DocumentElement.isMath(tag) {
            math = WordMath(tag.name)
        } else if DocumentElement.isAlternatives(tag) {
            branches.append(false)
            open.append(.alternatives)
        } else if parent == .alternatives {
            startBranch(tag)
        } else {
            open.append(.other)
        }
    }

    func text(_ text: String) {
        if drawing.isOpen { return drawing.take(text) }
        if math != nil {
            math?.take(text)
        } else if open.last == .text {
            take(text)
        } else if open.last == .instruction {
            fields.take(text)
        }
    }

    func end(_ name: String) {
        if drawing.isOpen {
            if drawing.end() { takeDrawing() }
        } else if math != nil {
            if let text = math?.end() { takeMath(text) }
        } else if let element = open.popLast() {
            end(element)
        }
    }

    private func startBranch(_ tag: MarkupTag) {
        guard branches.last == false else { return drawing.skip() }
        branches[branches.count - 1] = true
        open.append(.other)
    }

    private func startWord(_ tag: MarkupTag, in parent: DocumentElement) {
        switch parent {
        case .runProperties: run.take(tag)
        case .paragraphProperties: paragraph?.takeProperty(tag)
        case .listProperties: paragraph?.takeList(tag)
        case .markProperties where tag.name == "del": paragraph?.isJoined = true
        case .markProperties: paragraph?.mark.take(tag)
        case .rowProperties where tag.name == "del": tables.deleteRow()
        case .cellProperties: tables.takeProperty(tag)
        default:
            if tellSkipped(tag) { return drawing.open(tag) }
        }
        if DocumentElement.isSkipped(tag.name) { return drawing.skip() }
        let element = DocumentElement.of(tag, in: parent)
        open.append(element)
        begin(element, tag)
    }

    /// - Returns: Whether the element is left out, of which it takes note.
    private func tellSkipped(_ tag: MarkupTag) -> Bool {
        switch tag.name {
        case "del", "moveFrom": document.leftOut.add(.deletion, at: place)
        case "altChunk", "subDoc": document.leftOut.add(.embedded, at: place)
        case "drawing", "pict", "object": break
        default: return false
        }
        return true
    }

    private func begin(_ element: DocumentElement, _ tag: MarkupTag) {
        switch element {
        case .paragraph: beginParagraph()
        case .run:
            run = RunProperties()
            resolved = nil
        case .link: links += 1
        case .table: tables.beginTable()
        case .row: tables.beginRow()
        case .cell: tables.beginCell()
        case .other: takeSign(tag)
        default: break
        }
    }

    private func end(_ element: DocumentElement) {
        switch element {
        case .paragraph: endParagraph()
        case .link: links -= 1
        case .row: tables.endRow()
        case .table:
            if let table = tables.endTable() { document.blocks.append(.table(table)) }
        case .alternatives: _ = branches.popLast()
        default: break
        }
    }
}

extension DocumentReader {
    private func beginParagraph() {
        paragraphs += 1
        paragraph = ParagraphBuilder(number: paragraphs, carriedOn: unfinished)
        unfinished = nil
    }

    private func endParagraph() {
        guard let builder = paragraph else { return }
        paragraph = nil
        guard !builder.isJoined else {
            unfinished = builder.paragraph
            return
        }
        guard let whole = builder.finished(styles, &counters, ground: tables.ground) else { return }
        if !tables.take(whole) { document.blocks.append(.paragraph(whole)) }
    }

    /// Elements that stand for signs, and those that only say where something else stands.
    private func takeSign(_ tag: MarkupTag) {
        switch tag.name {
        case "tab", "ptab": if open.dropLast().last == .run { take("\t") }
        case "br", "cr": take("\n")
        case "noBreakHyphen": take("-")
        case "sym": takeSymbol(tag)
        case "fldChar": fields.take(character: tag["fldCharType"])
        case "footnoteReference", "endnoteReference": document.leftOut.add(.note, at: place)
        case "commentReference": document.leftOut.add(.comment, at: place)
        case "ins", "moveTo": if paragraph != nil { document.leftOut.add(.insertion, at: place) }
        default: break
        }
    }

    private func takeSymbol(_ tag: MarkupTag) {
        let code = tag["char"].flatMap { UInt32($0, radix: 16) } ?? 0
        if let character = WordSymbols.character(code, font: tag["font"] ?? "") {
            take(String(character))
        } else {
            document.leftOut.add(.symbol, at: place)
        }
    }

    /// Text of the run that is open.
    private func take(_ text: String) {
        guard paragraph != nil, fields.isShown else { return }
        let properties = resolvedRun()
        guard properties.isHidden != true else { return document.leftOut.add(.hidden, at: place) }
        var text = text
        if let written = WordSymbols.text(text, font: properties.font) {
            text = written.text
            if written.lost { document.leftOut.add(.symbol, at: place) }
        }
        if let script = properties.script, script != .level {
            var form = ScriptForm(isRaised: script == .raised)
            text = text.unicodeScalars.map { form.form(of: $0) }.joined()
        }
        paragraph?.take(text, properties)
    }

    private func resolvedRun() -> RunProperties {
        if let resolved { return resolved }
        var properties = styles.resolved(run, paragraph: paragraph.flatMap { styles.paragraph($0.style) })
        if links > 0 || fields.isLink { properties.forgetLink() }
        resolved = properties
        return properties
    }

    private func takeDrawing() {
        if drawing.hasText { document.leftOut.add(.textBox, at: place) }
        if drawing.isEquation { paragraph?.paragraph.hasLostMath = true }
        guard drawing.isPicture else { return }
        for relation in drawing.relations.isEmpty ? [nil] : drawing.relations.map(Optional.some) {
            paragraph?.paragraph.pictures.append(WordPicture(relation: relation, alt: drawing.alt, place: place))
        }
    }

    private func takeMath(_ text: String) {
        if math?.isLost == true {
            paragraph?.paragraph.hasLostMath = true
        } else if !text.isEmpty {
            document.leftOut.add(.equation, at: place)
            paragraph?.take(text, RunProperties())
        }
        math = nil
    }
}
