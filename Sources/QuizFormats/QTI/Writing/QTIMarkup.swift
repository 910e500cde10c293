/// Plain text as mark-up that comes back as the same text.
enum QTIMarkup {
    static func markup(_ text: String) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let plain = lines.map { XMLText.escaped(String($0)) }.joined(separator: "<br/>")
        guard TextFormat.html.read(plain.replacing("<br/>", with: "<br>")).text != text else { return plain }
        // Spaces that mark-up would lose.
        return "<span class=\"\(QTIText.verbatim)\">\(plain)</span>"
    }
}
