extension Bank {
    /// The bank in the native format; the same bank always gives the same bytes.
    package func yaml() -> String {
        var lines = [
            "bank: \(Self.scalar(id))",
            "public: \(isPublic)",
            "title: \(Self.scalar(title))",
            "language: \(Self.scalar(language))",
            "licence: \(Self.scalar(licence))",
            "questions:",
        ]
        for question in questions {
            lines += [
                "  - id: \(Self.scalar(question.id))",
                "    topic: \(question.topic)",
                "    difficulty: \(question.difficulty.rawValue)",
                "    groups: [\(question.groups.joined(separator: ", "))]",
                "    kind: \(question.body.kind)",
                "    prompt: \(Self.scalar(question.prompt))",
            ]
            switch question.body {
            case .choice(let choice):
                lines.append("    options:")
                for option in choice.options {
                    lines.append("      - text: \(Self.scalar(option.text))")
                    if option.isCorrect { lines.append("        correct: true") }
                    if option.isPinned { lines.append("        pinned: true") }
                }
            }
            lines.append("    explanation: \(Self.scalar(question.explanation))")
            lines.append("    source: \(Self.scalar(question.source))")
            if let day = question.validFrom { lines.append("    validFrom: \(day.text)") }
            if let day = question.validTo { lines.append("    validTo: \(day.text)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A text as a YAML scalar: plain where nobody could misread it, else in double quotes.
    private static func scalar(_ text: String) -> String {
        let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
        let isPlain =
            text.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || " 0123456789,.()?!/%-".unicodeScalars.contains($0)
            }
            && text.unicodeScalars.first?.properties.isAlphabetic == true && !words.contains(text.lowercased())
            && !text.hasSuffix(" ")
        guard !isPlain else { return text }
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
