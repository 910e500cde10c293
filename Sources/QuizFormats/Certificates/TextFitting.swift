/// How a text fits into a width, reckoned by the mean width of letters: a page that is a little too airy does no harm.
enum TextFitting {
    /// Below this share of the wanted size a text is broken into two lines instead.
    ///
    /// Unit: percent.
    private static let smallest = 62
    /// No line gets smaller than this share; what is longer still is cut.
    private static let least = 40

    static func lines(_ text: String, size: Int, room: Int) -> (texts: [String], size: Int) {
        let fitting = fit(width(text), size, room)
        if fitting * 100 >= size * smallest { return ([text], fitting) }
        let words = text.split(separator: " ").map { String($0) }
        guard words.count > 1 else {
            let size = size * least / 100
            return ([shortened(text, size: size, room: room)], size)
        }
        // Where the longer half is shortest.
        let cut = (1..<words.count).min { longer(words, $0) < longer(words, $1) } ?? 1
        let halves = [words[..<cut], words[cut...]].map { $0.joined(separator: " ") }
        let both = max(fit(halves.map(width).max() ?? 0, size * 7 / 10, room), size * least / 100)
        return (halves.map { shortened($0, size: both, room: room) }, both)
    }

    private static func longer(_ words: [String], _ cut: Int) -> Int {
        max(width(words[..<cut].joined(separator: " ")), width(words[cut...].joined(separator: " ")))
    }

    /// The size at which so much width fits, at most the wanted one.
    private static func fit(_ width: Int, _ size: Int, _ room: Int) -> Int {
        width * size / 1_000 <= room ? size : max(1, room * 1_000 / max(1, width))
    }

    private static func shortened(_ text: String, size: Int, room: Int) -> String {
        guard width(text) * size / 1_000 > room else { return text }
        let most = max(1, room * 1_000 / max(1, size) / 620)
        return text.count > most ? String(text.prefix(most)) + "…" : text
    }

    /// Unit: thousandths of the font's size, of Noto Serif in bold, rounded up.
    private static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + width($1) }
    }

    private static func width(_ letter: Character) -> Int {
        if letter == " " || "iljtI.,'".contains(letter) { return 330 }
        return letter.isUppercase || !letter.isLetter ? 740 : 620
    }
}
