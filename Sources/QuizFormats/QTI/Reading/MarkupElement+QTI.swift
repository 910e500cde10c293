import QuizCore

extension MarkupElement {
    /// All elements within, at any depth, in the order of the document, that pass; nothing is looked for within those.
    func outermost(_ passes: (MarkupElement) -> Bool) -> [MarkupElement] {
        children.flatMap { passes($0) ? [$0] : $0.outermost(passes) }
    }

    /// All elements within, at any depth, of one name.
    func all(_ name: String) -> [MarkupElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.all(name) }
    }

    func contains(_ passes: (MarkupElement) -> Bool) -> Bool {
        children.contains { passes($0) || $0.contains(passes) }
    }

    func isFlag(_ attribute: String) -> Bool? {
        self[attribute].map { ["true", "1", "yes"].contains($0.lowercased()) }
    }

    /// Words of the attribute `class`.
    var classes: [String] {
        (self["class"] ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// The text of a child, trimmed; `nil` if there is none.
    func word(_ name: String) -> String? {
        first(name).map { $0.text.trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
