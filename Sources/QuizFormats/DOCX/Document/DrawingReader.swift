/// Looks through what is left out of the text: drawings for their pictures, and anything else for its end.
struct DrawingReader {
    private var depth = 0
    private var isText = false
    private var isBox = 0
    /// Whether it may be a picture at all, and not just skipped.
    private(set) var isPicture = false
    private(set) var hasText = false
    private(set) var isEquation = false
    /// Ids of the relations that lead to pictures.
    private(set) var relations: [String] = []
    /// What it is said to show, else what it is called.
    var alt: String { described ?? titled ?? "" }
    private var described: String?
    private var titled: String?

    var isOpen: Bool { depth > 0 }

    /// Begins with a drawing, or with deleted text.
    mutating func open(_ tag: MarkupTag) {
        self = DrawingReader()
        depth = 1
        isPicture = ["drawing", "pict", "object"].contains(tag.name)
    }

    /// Begins with something that is of no interest at all.
    mutating func skip() {
        self = DrawingReader()
        depth = 1
    }

    mutating func start(_ tag: MarkupTag) {
        depth += 1
        guard isPicture else { return }
        switch tag.name {
        case "blip": add(tag["embed"] ?? tag["link"])
        case "imagedata":
            add(tag["id"])
            describe(nil, tag["title"])
        case "docPr", "cNvPr": describe(tag["descr"], tag["title"])
        case "shape": describe(tag["alt"], tag["title"])
        case "txbxContent": isBox = isBox == 0 ? depth : isBox
        case "OLEObject":
            let program = tag["ProgID"] ?? ""
            isEquation = isEquation || program.hasPrefix("Equation") || program.hasPrefix("MathType")
        default: break
        }
    }

    mutating func take(_ text: String) {
        if isBox > 0, text.contains(where: { !$0.isWhitespace }) { hasText = true }
    }

    /// - Returns: Whether this was the end of all.
    mutating func end() -> Bool {
        if depth == isBox { isBox = 0 }
        depth -= 1
        guard depth == 0 else { return false }
        // A box with text only, or a formula, is no picture; a line or a shape is nothing that a question rests on.
        isPicture = isPicture && !isEquation && (!relations.isEmpty || !hasText)
        return true
    }

    /// The first that says anything: that of the drawing as a whole comes before those of its parts.
    private mutating func describe(_ description: String?, _ title: String?) {
        described = described ?? Self.line(description)
        titled = titled ?? Self.line(title)
    }

    private static func line(_ text: String?) -> String? {
        let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
        return words.isEmpty ? nil : words
    }

    /// Both branches of a drawing name the same picture.
    private mutating func add(_ relation: String?) {
        if let relation, relations.count < 100, !relations.contains(relation) { relations.append(relation) }
    }
}
