package import QuizCore

/// What a file in somebody else's format holds, in the shape of ours but not yet judged.
///
/// A format's reader only takes its file apart; whether the questions are sound is decided in one place, by the reader of
/// the native format, to which ``ForeignQuestion`` hands over the same tree that YAML becomes.
package struct ForeignBank: Hashable, Sendable {
    /// Named by the file itself, where a format has room for it.
    package var title: String?
    /// A BCP 47 tag.
    package var language: String?
    /// The bank's id, where the file names it.
    package var id: String?
    package var licence: String?
    package var isPublic: Bool?
    /// In the order of the file.
    package var questions: [ForeignQuestion] = []
    /// Questions of which so much is wrong that they cannot be judged: only where they stand, and how they begin.
    package var broken: [ForeignQuestion] = []
    /// Pictures by the names that questions call them by; added by ``addImage(named:_:)``.
    package internal(set) var images: [String: [UInt8]] = [:]
    /// What is wrong with the file as a file of its format: nothing of it is taken.
    package var faults: [Fault] = []
    /// Questions of kinds that we do not have: told as faults, unless the organizer has them left out.
    package var unsupported: [UnsupportedQuestion] = []
    /// What the format says and ours has no room for: said, and left out ('penalty 0.33 ignored').
    package var notices: [Fault] = []
    /// The rows of a sheet, where they were asked for.
    var sheet: KeptSheet?

    package init() {}
}

/// A question of a kind that we do not have, such as an essay.
package struct UnsupportedQuestion: Hashable, Sendable {
    package let fault: Fault
    /// The beginning of what stands there.
    package let original: String
}

/// One question on its way in: fields of the native format (docs/bank-format.md) with their places in the foreign file.
package struct ForeignQuestion: Hashable, Sendable {
    package let place: SourcePlace
    /// Where the file files it, from the outermost category inwards; may be told to mean a topic.
    package var category: [String]
    /// The beginning of what stands there, to be shown beside a fault.
    package var original: String
    /// Where what is missing would stand, by key; without one it is missing at ``place``.
    var gaps: [String: SourcePlace] = [:]
    /// In the order in which they were set; no key twice.
    package private(set) var entries: [DocumentNode.Entry] = []

    package init(place: SourcePlace, category: [String] = [], original: String = "") {
        self.place = place
        self.category = category
        self.original = original
    }

    package subscript(key: String) -> DocumentNode? {
        entries.first { $0.key == key }?.value
    }

    /// Sets a field, in place of one set before.
    package mutating func set(_ key: String, _ value: DocumentNode) {
        entries.removeAll { $0.key == key }
        entries.append(DocumentNode.Entry(key: key, keyPlace: value.place, value: value))
    }

    package mutating func set(_ key: String, _ text: String, at place: SourcePlace) {
        set(key, .text(text, at: place))
    }
}

extension DocumentNode {
    /// A text, whatever it looks like: `01` and `true` stay texts.
    package static func text(_ text: String, at place: SourcePlace) -> DocumentNode {
        DocumentNode(place: place, content: .scalar(text, isPlain: false))
    }

    /// `true` or `false`.
    package static func flag(_ flag: Bool, at place: SourcePlace) -> DocumentNode {
        DocumentNode(place: place, content: .scalar(flag ? "true" : "false", isPlain: true))
    }

    package static func list(_ nodes: [DocumentNode], at place: SourcePlace) -> DocumentNode {
        DocumentNode(place: place, content: .list(nodes))
    }

    package static func map(_ fields: [(String, DocumentNode)], at place: SourcePlace) -> DocumentNode {
        DocumentNode(
            place: place,
            content: .map(fields.map { Entry(key: $0, keyPlace: $1.place, value: $1) })
        )
    }

    /// One option of a question that is answered by picking.
    package static func option(
        _ text: String,
        isCorrect: Bool,
        isPinned: Bool = false,
        at place: SourcePlace
    ) -> DocumentNode {
        var fields = [("text", DocumentNode.text(text, at: place))]
        if isCorrect { fields.append(("correct", .flag(true, at: place))) }
        if isPinned { fields.append(("pinned", .flag(true, at: place))) }
        return .map(fields, at: place)
    }
}
