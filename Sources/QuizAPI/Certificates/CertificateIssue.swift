import QuizCore
import QuizFormats

/// Whether a result has a certificate now, and what stands on it: the only place that decides it.
struct CertificateIssue {
    let statement: CertificateStatement
    let rules: CertificateRules
    /// As the person wrote it.
    let name: String

    /// - Returns: `nil` if there is none, or none yet.
    init?(_ result: CertifiedResult, of contest: Contest, state: ResultState, _ disclosure: Disclosure) {
        guard let rules = contest.certificates, contest.mode != .practice, Self.has(state, reached: rules.from),
            contest.round(result.round) != nil, contest.group(result.group) != nil
        else { return nil }
        // What may not be shown yet does not go onto paper either, nor may it be read from who gets one (I3, I8).
        let needsScore = rules.minimumPercent != nil || rules.shows.contains(.score)
        let needsPlace = rules.places != nil || rules.shows.contains(.place)
        if needsScore, !disclosure.showsScore(result.round) { return nil }
        if needsPlace, disclosure.hiddenReason(result.round) != nil { return nil }
        guard rules.admits(score: result.score, maximum: result.maximum, place: result.place) else { return nil }
        self.rules = rules
        name = result.name
        let round = contest.rounds.count > 1 ? contest.round(result.round).map { " – \($0.title)" } ?? "" : ""
        statement = CertificateStatement(
            id: result.attempt,
            contest: contest.id,
            title: contest.title + round,
            name: result.displayName,
            unit: result.unitTitle,
            group: contest.group(result.group)?.title ?? result.group,
            result: Self.words(result, rules),
            date: CalendarDay(of: result.sealedAt)
        )
    }

    private static func has(_ state: ResultState, reached wanted: ResultState) -> Bool {
        let order = ResultState.allCases
        guard let now = order.firstIndex(of: state), let then = order.firstIndex(of: wanted) else { return false }
        return now >= then
    }

    private static func words(_ result: CertifiedResult, _ rules: CertificateRules) -> String {
        var words: [String] = []
        if rules.shows.contains(.place) { words.append("hạng \(result.place)") }
        if rules.shows.contains(.score) { words.append("\(points(result.score))/\(points(result.maximum)) điểm") }
        return words.isEmpty ? "hoàn thành bài thi" : words.joined(separator: ", ")
    }

    /// Thousandths as people write them: `18`, `17,5`.
    private static func points(_ thousandths: Int) -> String {
        let fraction = abs(thousandths) % 1_000
        guard fraction != 0 else { return String(thousandths / 1_000) }
        var digits = String(fraction + 1_000).dropFirst()
        while digits.last == "0" { digits = digits.dropLast() }
        return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1_000),\(digits)"
    }
}
