/// What an organizer should look at, most pressing first.
package enum ItemFlag: Hashable, Sendable {
    /// Those who do well elsewhere choose something else than the key: its label, or what they write.
    case suspectKey(String)
    /// Became easier while the others did not.
    case leak(rise: Double)
    case tooHard
    case tooEasy
    /// Labels of wrong options that hardly anybody chooses.
    case deadDistractors([String])

    package enum Code: String, CaseIterable, Hashable, Sendable {
        case suspectKey, leak, tooHard, tooEasy, deadDistractors
    }

    package var code: Code {
        switch self {
        case .suspectKey: .suspectKey
        case .leak: .leak
        case .tooHard: .tooHard
        case .tooEasy: .tooEasy
        case .deadDistractors: .deadDistractors
        }
    }
}

/// When a question is flagged.
enum FlagRule {
    /// Of papers with the question, for anything to be said of it.
    static let minimumPapers = 30
    /// Of papers, for a wrong option to count as chosen by hardly anybody.
    static let minimumPapersForOptions = 100
    static let easy = 0.95
    static let hard = 0.2
    static let dead = 0.02
    /// Share of a wrong answer that may be the right one.
    static let suspectShare = 0.2
    /// Of the questions flagged for a leak, how many may be so by chance.
    static let falseLeaks = 0.01
    /// What a leak must bring at least to be worth looking at.
    static let leakRise = 0.05

    static func flags(
        count: Int,
        facility: Double,
        discrimination: Double?,
        kind: QuestionKind,
        lines: [ItemFigures.Line],
        wrongTexts: [ItemFigures.WrongText],
        drift: ItemFigures.Drift?
    ) -> [ItemFlag] {
        guard count >= minimumPapers else { return [] }
        var flags: [ItemFlag] = []
        let rivals =
            lines.filter { !$0.isKey }.map { (name: $0.label, share: $0.share, discrimination: $0.discrimination) }
            + wrongTexts.map { (name: $0.text, share: $0.share, discrimination: $0.discrimination) }
        if kind != .order, kind != .match, let key = discrimination, key < 0,
            let rival = rivals.filter({ isSuspect($0.share, $0.discrimination, key: key, count: count) })
                .max(by: { ($0.discrimination ?? 0) < ($1.discrimination ?? 0) })
        {
            flags.append(.suspectKey(rival.name))
        }
        if let drift, drift.q <= falseLeaks, drift.rise >= leakRise { flags.append(.leak(rise: drift.rise)) }
        if facility < hard { flags.append(.tooHard) }
        if facility >= easy { flags.append(.tooEasy) }
        if kind == .single || kind == .multiple, count >= minimumPapersForOptions {
            let labels = lines.filter { !$0.isKey && $0.share < dead }.map(\.label)
            if !labels.isEmpty { flags.append(.deadDistractors(labels)) }
        }
        return flags
    }

    /// Whether a wrong answer does what a key should: the two correlations must differ by more than chance brings.
    private static func isSuspect(_ share: Double, _ discrimination: Double?, key: Double, count: Int) -> Bool {
        guard let discrimination, discrimination > 0, share >= suspectShare else { return false }
        return discrimination - key >= 3 / Double(count).squareRoot()
    }
}
