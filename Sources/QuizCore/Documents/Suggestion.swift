/// The known word that somebody probably meant.
enum Suggestion {
    /// The end of a message: `; did you mean 'topic'?`, or nothing.
    static func hint(for word: String, among known: [String]) -> (vi: String, en: String) {
        nearest(to: word, among: known).map { ("; có phải “\($0)”?", "; did you mean '\($0)'?") } ?? ("", "")
    }

    /// The nearest of the words within a third of its letters, at least within one slip of the keyboard.
    static func nearest(to word: String, among known: [String]) -> String? {
        let written = Array(word.lowercased())
        guard (1...64).contains(written.count) else { return nil }
        var best: (word: String, distance: Int)?
        for candidate in known {
            let letters = Array(candidate.lowercased())
            let slips = distance(written, letters)
            guard slips <= max(1, letters.count / 3), slips < min(written.count, letters.count) || slips == 0,
                slips < best?.distance ?? .max
            else { continue }
            best = (candidate, slips)
        }
        return best?.word
    }

    /// How many letters must be put in, taken out, changed, or swapped with their neighbour.
    private static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...other.count)
        for i in one.indices {
            var row = [i + 1]
            for j in other.indices {
                var least = min(row[j] + 1, last[j + 1] + 1, last[j] + (one[i] == other[j] ? 0 : 1))
                if i > 0, j > 0, one[i] == other[j - 1], one[i - 1] == other[j] {
                    least = min(least, beforeLast[j - 1] + 1)
                }
                row.append(least)
            }
            beforeLast = last
            last = row
        }
        return last[other.count]
    }
}
