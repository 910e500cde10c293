/// Explanation and source in one text, for formats that have one feedback for both: the source is the last paragraph.
enum Attribution {
    private static let markers = ["Nguồn: ", "Source: "]

    static func joined(_ explanation: String, _ source: String, language: String) -> String {
        guard !source.isEmpty else { return explanation }
        let marked = (language.hasPrefix("vi") ? markers[0] : markers[1]) + source
        return explanation.isEmpty ? marked : explanation + "\n\n" + marked
    }

    /// Takes a source off, from the last line that begins with its marker.
    static func split(_ text: String) -> (explanation: String, source: String?) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard let start = lines.lastIndex(where: { line in markers.contains { line.hasPrefix($0) } }),
            let marker = markers.first(where: { lines[start].hasPrefix($0) })
        else { return (text, nil) }
        let source = ([lines[start].dropFirst(marker.count)] + lines[(start + 1)...]).joined(separator: "\n")
        var before = lines[..<start]
        while before.last?.allSatisfy(\.isWhitespace) == true { before.removeLast() }
        return (before.joined(separator: "\n"), source)
    }
}
