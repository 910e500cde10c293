import QuizCore

/// The styles of a document, with what each has from those that it is based on.
struct WordStyles {
    /// One style, all told.
    struct Style {
        var run = RunProperties()
        /// 0 for the outermost heading.
        var heading: Int?
        var list: WordList?
        var isLink = false
        var isContents = false
    }

    private var defaults = RunProperties()
    private var styles: [String: Style] = [:]
    private var usual: String?

    init() {}

    init(_ root: MarkupElement) {
        defaults = Self.run(root.first("docDefaults")?.first("rPrDefault"))
        var written: [String: MarkupElement] = [:]
        for style in root.children("style") {
            guard let id = style["styleId"], written.count < 10_000 else { continue }
            written[id] = style
            if style["type"] == "paragraph", style["default"].map({ $0 != "0" && $0 != "false" }) == true { usual = id }
        }
        for id in written.keys { styles[id] = Self.style(id, written) }
    }

    /// The style of a paragraph that names one, or none.
    func paragraph(_ id: String?) -> Style? {
        (id ?? usual).flatMap { styles[$0] }
    }

    /// How a run looks in the end.
    ///
    /// Bold of paragraph and character style cancel each other out; said by the run itself it holds (17.7.3).
    func resolved(_ run: RunProperties, paragraph: Style?) -> RunProperties {
        let character = run.style.flatMap { styles[$0] }
        let inherited = (character?.run ?? RunProperties()).filled(from: paragraph?.run ?? RunProperties())
        var resolved = run.filled(from: inherited).filled(from: defaults)
        if run.isBold == nil {
            let (outer, inner) = (paragraph?.run.isBold ?? false, character?.run.isBold ?? false)
            resolved.isBold = defaults.isBold == true || outer != inner
        }
        if character?.isLink == true { resolved.forgetLink() }
        return resolved
    }

    private static func style(_ id: String, _ written: [String: MarkupElement]) -> Style {
        var style = Style()
        var next: String? = id
        var seen: Set<String> = []
        while let id = next, let element = written[id], seen.insert(id).inserted, seen.count <= 50 {
            style.run = style.run.filled(from: run(element))
            let name = element.first("name")?["val"]?.lowercased() ?? ""
            let paragraph = element.first("pPr")
            style.heading = style.heading ?? heading(name, paragraph)
            style.list = style.list ?? paragraph?.first("numPr").map { WordList($0) }
            style.isLink = style.isLink || ["hyperlink", "followedhyperlink", "internet link"].contains(name)
            style.isContents = style.isContents || name.hasPrefix("toc ")
            next = element.first("basedOn")?["val"]
        }
        return style
    }

    private static func heading(_ name: String, _ paragraph: MarkupElement?) -> Int? {
        if let level = paragraph?.first("outlineLvl")?["val"].flatMap({ Int($0) }) {
            return (0...8).contains(level) ? level : nil
        }
        guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) else {
            return nil
        }
        return level - 1
    }

    private static func run(_ element: MarkupElement?) -> RunProperties {
        var run = RunProperties()
        for property in element?.first("rPr")?.children ?? [] { run.take(property.tag) }
        run.style = nil
        return run
    }
}

extension RunProperties {
    /// A link is blue and underlined because it is one, which marks no answer.
    mutating func forgetLink() {
        colour = WordColour.none
        isUnderlined = false
    }
}
