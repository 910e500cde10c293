import QuizCore

extension MarkupElement {
    /// The text within `<text>`, or of the element itself, as it is marked up.
    var moodleText: String {
        (first("text") ?? self).ownText
    }

    /// Without the text of elements within.
    private var ownText: String {
        content.map { node in
            if case .text(let text) = node { text } else { "" }
        }
        .joined()
    }

    /// The trimmed text of a child; `nil` if it is absent or empty.
    func value(_ name: String) -> String? {
        first(name).map { $0.moodleText.trimmingSpaces }.flatMap { $0.isEmpty ? nil : $0 }
    }

    func flag(_ name: String) -> Bool? {
        value(name).map { ["1", "true"].contains($0.lowercased()) }
    }

    func number(_ name: String) -> Double? {
        value(name).flatMap(Double.init)
    }

    /// Whether a child has a text.
    func says(_ name: String) -> Bool {
        value(name) != nil
    }

    /// Unit: per cent of the mark.
    var fraction: Double {
        self["fraction"].flatMap { MoodleFraction.weight($0) } ?? 0
    }
}
