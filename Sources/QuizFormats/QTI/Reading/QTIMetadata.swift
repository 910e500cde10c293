import QuizCore

/// What a manifest says of one question, in LOM (IEEE 1484.12) as packages of QTI hold it.
struct QTIMetadata {
    /// Marks what this program wrote.
    static let catalog = "bang-vang"

    /// The id, where this program wrote it.
    private(set) var id: String?
    private(set) var difficulty: String?
    private(set) var tags = MoodleTags([])
    /// Words that may name a topic.
    private(set) var category: [String] = []

    init() {}

    init(_ resource: MarkupElement) {
        guard let lom = resource.first("metadata")?.first("lom") else { return }
        id = Self.ownID(lom)
        let keywords = (lom.first("general")?.children("keyword") ?? []).map { keyword in
            MoodleTags.Tag(text: keyword.text.trimmingSpaces, place: keyword.place)
        }
        tags = MoodleTags(keywords)
        difficulty = (lom.first("educational")?.first("difficulty")).flatMap { Self.difficulty($0) }
        let taxa = lom.children("classification").flatMap { $0.all("taxon") }
        category = tags.others.map(\.text) + taxa.map { $0.text.trimmingSpaces }
    }

    /// The entry of an identifier in our catalog.
    static func ownID(_ lom: MarkupElement) -> String? {
        let identifiers = lom.first("general")?.children("identifier") ?? []
        return identifiers.first { $0.word("catalog") == catalog }?.word("entry")
    }

    /// LOM has five degrees.
    private static func difficulty(_ element: MarkupElement) -> String? {
        switch (element.word("value") ?? element.text.trimmingSpaces).lowercased() {
        case "very easy", "easy": "easy"
        case "medium": "medium"
        case "difficult", "very difficult": "hard"
        default: nil
        }
    }
}
