import QuizCore

/// Which list a paragraph belongs to, and how deep.
struct WordList: Hashable, Sendable {
    var number: String?
    var level: Int?

    init() {}

    /// Of a `numPr`.
    init(_ properties: MarkupElement) {
        number = properties.first("numId")?["val"]
        level = properties.first("ilvl")?["val"].flatMap { Int($0) }
    }
}

/// How the lists of a document are numbered (ECMA-376 part 1, 17.9).
struct WordNumbering {
    struct Level {
        var start = 1
        var format = "decimal"
        /// As in `Câu %1.`: the counts of levels among other text.
        var text = ""
        /// Whether it begins anew behind an item further out.
        var restarts = true
        var run = RunProperties()
    }

    struct Numbering {
        let abstract: String
        var starts: [Int: Int] = [:]
        var levels: [Int: Level] = [:]
    }

    private var numberings: [String: Numbering] = [:]

    init() {}

    init(_ root: MarkupElement) {
        var abstracts: [String: [Int: Level]] = [:]
        for element in root.children("abstractNum").prefix(10_000) {
            guard let id = element["abstractNumId"] else { continue }
            abstracts[id] = Self.levels(element)
        }
        for element in root.children("num").prefix(50_000) {
            guard let id = element["numId"], let abstract = element.first("abstractNumId")?["val"] else { continue }
            var numbering = Numbering(abstract: abstract, levels: abstracts[abstract] ?? [:])
            for override in element.children("lvlOverride") {
                guard let level = Self.level(override["ilvl"]) else { continue }
                numbering.starts[level] = override.first("startOverride")?["val"].flatMap { Int($0) }
                numbering.levels.merge(Self.levels(override)) { _, own in own }
            }
            numberings[id] = numbering
        }
    }

    subscript(id: String) -> Numbering? { numberings[id] }

    private static func level(_ text: String?) -> Int? {
        text.flatMap { Int($0) }.flatMap { (0...8).contains($0) ? $0 : nil }
    }

    private static func levels(_ element: MarkupElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for element in element.children("lvl") {
            guard let number = level(element["ilvl"]) else { continue }
            var level = Level()
            if let start = element.first("start")?["val"].flatMap({ Int($0) }) { level.start = start }
            level.format = element.first("numFmt")?["val"] ?? "decimal"
            level.text = String((element.first("lvlText")?["val"] ?? "").prefix(100))
            level.restarts = element.first("lvlRestart")?["val"] != "0"
            for property in element.first("rPr")?.children ?? [] { level.run.take(property.tag) }
            levels[number] = level
        }
        return levels
    }
}
