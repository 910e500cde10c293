import QuizCore

/// What a manifest says of the package as a whole.
struct QTIManifest {
    private let lom: MarkupElement?

    init(_ root: MarkupElement) {
        lom = root.first("metadata")?.first("lom")
    }

    /// Title and language are anybody's; id, licence and whether the key is public are taken from packages of ours.
    func fill(_ bank: inout ForeignBank) {
        guard let lom, let general = lom.first("general") else { return }
        bank.title = Self.string(general.first("title"))
        bank.language = general.word("language").flatMap { Self.isLanguage($0) ? $0 : nil }
        guard let id = QTIMetadata.ownID(lom) else { return }
        bank.id = id
        bank.licence = Self.string(lom.first("rights")?.first("description"))
        bank.isPublic = general.children("keyword").contains { Self.string($0) == "public:true" }
    }

    /// The text in the first language.
    private static func string(_ element: MarkupElement?) -> String? {
        guard let element else { return nil }
        let inner = element.children.first ?? element
        let text = inner.text.trimmingSpaces
        return text.isEmpty ? nil : text
    }

    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (parts.first?.count ?? 0) >= 2 && text.utf8.count <= 35
            && parts.allSatisfy {
                (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}
