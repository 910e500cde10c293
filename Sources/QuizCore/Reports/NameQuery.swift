/// Words of a name that somebody looks for: each must begin a word of it, whatever its marks.
package struct NameQuery: Hashable, Sendable {
    /// Folded.
    package let words: [String]

    /// - Returns: `nil` if nothing that can stand in a name was typed.
    package init?(_ typed: String) {
        words = typed.folded.split(separator: " ").prefix(8).map { String($0.prefix(40)) }
        if words.isEmpty { return nil }
    }

    /// Whether the name, with whatever else is known of the person behind it, has a word for each that was typed.
    package func matches(_ name: String) -> Bool {
        let known = name.folded.split(separator: " ")
        return words.allSatisfy { word in known.contains { $0.hasPrefix(word) } }
    }
}
