import QuizCore

/// What comments say of the question below them, in the form of Moodle: `// question: 12  name: …` and
/// `// [id:mk-001] [tag:topic:mat-khau]`.
struct GIFTComments {
    private(set) var id: MoodleTags.Tag?
    private(set) var tags: [MoodleTags.Tag] = []
    /// `// title: …`, which counts at the head of a file.
    private(set) var head: [String: String] = [:]

    init(_ comments: [Range<Int>], _ source: GIFTSource, _ places: inout GIFTPlaces) {
        for range in comments {
            let text = source.text(range)
            let place = places.place(range.lowerBound)
            for (key, value) in Self.bracketed(text) {
                let tag = MoodleTags.Tag(text: value, place: place)
                if key == "id", !value.isEmpty { id = tag }
                if key == "tag" { tags.append(tag) }
            }
            if let number = Self.number(text), id == nil { id = MoodleTags.Tag(text: number, place: place) }
            for key in ["title", "language"] {
                guard text.hasPrefix(" \(key): ") else { continue }
                head[key] = String(text.dropFirst(key.count + 3))
            }
        }
    }

    /// The number by which Moodle knows the question; it writes 0 for what it has not stored.
    private static func number(_ text: String) -> String? {
        guard text.hasPrefix(" question: ") else { return nil }
        let number = text.dropFirst(11).prefix { $0.isASCII && $0.isNumber }
        return number.isEmpty || number.allSatisfy { $0 == "0" } ? nil : String(number)
    }

    /// `[key:value]` at any place; a `]` within is written `\]`.
    private static func bracketed(_ text: String) -> [(key: String, value: String)] {
        var found: [(key: String, value: String)] = []
        var rest = text[...]
        while let start = rest.firstIndex(of: "[") {
            rest = rest[rest.index(after: start)...]
            guard let key = ["id", "tag"].first(where: { rest.hasPrefix($0 + ":") }) else { continue }
            rest = rest.dropFirst(key.count + 1)
            var value = ""
            var isEscaping = false
            while let character = rest.popFirst() {
                if character == "\\", !isEscaping {
                    isEscaping = true
                    continue
                }
                if character == "]", !isEscaping { break }
                if isEscaping, character != "]" { value.append("\\") }
                isEscaping = false
                value.append(character)
            }
            found.append((key, value))
        }
        return found
    }
}
