import QuizCore

/// What a simulation found for one group in one round.
package struct SimulationReport: Codable {
    package struct SectionLine: Codable {
        /// Empty: any.
        package let topic: String
        package let difficulty: String
        package let count: Int
        package let candidates: Int
        /// Among questions that the same sections admit.
        package let exposureMaxOverMean: Double
        /// Of the most frequent question.
        package let mostShare: Double
        /// How many papers one person gets before a question comes again.
        package let papersWithoutRepeats: Int
    }

    package let round: String
    package let group: String
    package let papers: Int
    /// Questions that came at least once.
    package let questionsUsed: Int
    /// The most frequent question over the mean of all that the blueprint admits.
    package let exposureMaxOverMean: Double
    /// Sums over a paper of easy 1, medium 2, hard 3.
    package let difficultyLeast: Int
    package let difficultyMean: Double
    package let difficultyMost: Int
    /// The share of papers outside `difficultyBand`; left out where there is none.
    package let shareOutside: Double?
    package let sections: [SectionLine]
    package let warnings: [String]

    init(
        _ about: (contest: Contest, group: Group, round: Round),
        _ matrix: ExamMatrix,
        exposures: [SectionExposure],
        uses: [Int],
        difficulties: [Int],
        share: Double
    ) {
        let count = Double(max(difficulties.count, 1))
        round = about.round.id
        group = about.group.id
        papers = difficulties.count
        questionsUsed = uses.count { $0 > 0 }
        let admitted = Set(matrix.strata.flatMap(\.candidates)).count
        let drawn = uses.reduce(0, +)
        exposureMaxOverMean = drawn == 0 ? 1 : Double((uses.max() ?? 0) * admitted) / Double(drawn)
        difficultyLeast = difficulties.min() ?? 0
        difficultyMean = Double(difficulties.reduce(0, +)) / count
        difficultyMost = difficulties.max() ?? 0
        shareOutside = matrix.band.map { band in Double(difficulties.count { !band.holds($0) }) / count }
        let blueprint = about.contest.blueprint(of: about.group, in: about.round)
        sections = zip(blueprint, exposures).map { section, exposure in
            SectionLine(
                topic: section.topic ?? "",
                difficulty: section.difficulty?.rawValue ?? "",
                count: exposure.count,
                candidates: exposure.candidates,
                exposureMaxOverMean: exposure.mostOverMean,
                mostShare: exposure.mostShare,
                papersWithoutRepeats: exposure.candidates / exposure.count
            )
        }
        warnings = zip(sections, exposures).flatMap { line, exposure in
            line.warnings(exposure, share, about.contest.rules).map(\.local)
        }
    }

    package var text: String {
        var lines = [
            "\(round), \(group): \(papers) papers, \(questionsUsed) questions used, exposure max/mean "
                + "\(Self.short(exposureMaxOverMean)), difficulty \(difficultyLeast)…\(difficultyMost), "
                + "mean \(Self.short(difficultyMean))"
                + (shareOutside.map { ", outside the band \(Self.percent($0))" } ?? "")
        ]
        lines += sections.map { section in
            "  \(section.name): \(section.count) of \(section.candidates), exposure max/mean "
                + "\(Self.short(section.exposureMaxOverMean)), the most frequent on \(Self.percent(section.mostShare))"
        }
        lines += warnings.map { "  warning: \($0)" }
        return lines.joined(separator: "\n")
    }

    private static func short(_ number: Double) -> String {
        "\((number * 1_000).rounded() / 1_000)"
    }

    fileprivate static func percent(_ share: Double) -> String {
        "\((share * 1_000).rounded() / 10) %"
    }
}

extension SimulationReport.SectionLine {
    fileprivate var name: String {
        "\(topic.isEmpty ? "*" : topic)/\(difficulty.isEmpty ? "*" : difficulty)"
    }

    fileprivate func warnings(_ exposure: SectionExposure, _ share: Double, _ rules: Rules) -> [Message] {
        [few(exposure, share), skewed(exposure), repeating(rules)].compactMap { $0 }
    }

    private func few(_ exposure: SectionExposure, _ share: Double) -> Message? {
        guard exposure.meanShare > share else { return nil }
        let percent = SimulationReport.percent(exposure.meanShare)
        // So little off that a share which is just reached does not ask for one question more.
        let needed = Int((exposure.meanShare * Double(candidates) / share - 0.001).rounded(.up))
        return Message(
            vi: "\(name): mỗi câu có mặt trong \(percent) số đề; cần khoảng \(needed) câu, hãy thêm "
                + "\(needed - candidates) câu hoặc giảm “count”",
            en: "\(name): every question is on \(percent) of the papers; about \(needed) are needed, add "
                + "\(needed - candidates) or lower 'count'"
        )
    }

    private func skewed(_ exposure: SectionExposure) -> Message? {
        guard exposure.skew > 1.15, exposure.skew > exposure.mostOverMean * 1.05 else { return nil }
        let skew = "\((exposure.skew * 100).rounded() / 100)"
        return Message(
            vi: "\(name): phần này chồng lên phần khác nên có câu gặp nhiều gấp \(skew) lần trung bình; "
                + "hãy tách các phần theo chủ đề hoặc độ khó",
            en: "\(name): overlaps another section, so that some questions come \(skew) times as often as the mean; "
                + "set the sections apart by topic or difficulty"
        )
    }

    private func repeating(_ rules: Rules) -> Message? {
        let isReached = rules.attempts.limit.map { $0 > papersWithoutRepeats } ?? true
        guard rules.repeats == .avoid, isReached else { return nil }
        return Message(
            vi: "\(name): đủ câu mới cho \(papersWithoutRepeats) lượt thi của một người, "
                + "các lượt sau gặp lại câu cũ; hãy thêm câu hoặc giảm số lượt",
            en: "\(name): has new questions for \(papersWithoutRepeats) attempts of one person, "
                + "later ones repeat some; add questions or allow fewer attempts"
        )
    }
}
