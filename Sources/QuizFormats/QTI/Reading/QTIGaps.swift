/// A text with gaps, cut into prompts: one for each gap that can stand alone.
struct QTIGaps {
    private static let shown = "_____"

    private let lines: [String]
    private let holes: [Int]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        holes = lines.map { line in line.unicodeScalars.count { $0 == QTIText.gap } }
    }

    var count: Int { holes.reduce(0, +) }

    /// The lines with a gap, and all others as what introduces them; `nil` if a line has several gaps.
    func sentences() -> (intro: String, sentences: [String])? {
        guard !holes.contains(where: { $0 > 1 }) else { return nil }
        let intro = zip(lines, holes).filter { $0.1 == 0 }.map(\.0).joined(separator: "\n").trimmingSpaces
        return (intro, zip(lines, holes).filter { $0.1 == 1 }.map { Self.filled($0.0) })
    }

    /// In the order of the gaps; `nil` if they cannot stand alone.
    func prompts() -> [String]? {
        guard count > 1 else { return [single()] }
        guard let (intro, sentences) = sentences() else { return nil }
        return sentences.map { intro.isEmpty ? $0 : intro + "\n" + $0 }
    }

    /// A gap that has a line for itself says nothing.
    private func single() -> String {
        let gap = String(QTIText.gap)
        let said = lines.filter { $0.trimmingSpaces != gap }.joined(separator: "\n").trimmingSpaces
        return said.isEmpty ? Self.shown : Self.filled(said)
    }

    private static func filled(_ text: String) -> String {
        text.replacing(String(QTIText.gap), with: shown).trimmingSpaces
    }
}
