/// What changed from one version of a contest to the next, by the keys of its file.
package struct ContestDifference: Hashable, Sendable {
    package let keys: [String]

    /// `arePinsNew`: The newer version draws from other versions of its banks.
    package init(from former: Contest, to new: Contest, arePinsNew: Bool) {
        var keys: [String] = []
        func note(_ isChanged: Bool, _ key: String) { if isChanged { keys.append(key) } }
        note(former.mode != new.mode, "mode")
        note(former.acceptsPublicBank != new.acceptsPublicBank, "acceptPublicBank")
        note(former.title != new.title, "title")
        note(former.banks != new.banks, "banks")
        note(arePinsNew, "banks (versions)")
        keys += Self.rounds(former, new)
        keys += Self.rules(former.rules, new.rules)
        for id in former.groups.map(\.id) + new.groups.map(\.id).filter({ former.group($0) == nil }) {
            note(former.group(id) != new.group(id), "groups.\(id)")
        }
        note(former.prediction != new.prediction, "prediction")
        note(former.cumulative != new.cumulative, "cumulative")
        note(former.prizes.tables != new.prizes.tables, "prizes")
        note(former.prizes.rules != new.prizes.rules, "prizeRules")
        note(former.prizes.collective != new.prizes.collective, "collective")
        self.keys = keys
    }

    private static func rounds(_ former: Contest, _ new: Contest) -> [String] {
        let ids = former.rounds.map(\.id) + new.rounds.map(\.id).filter { former.round($0) == nil }
        return ids.flatMap { id -> [String] in
            guard let one = former.round(id), let other = new.round(id) else { return ["rounds.\(id)"] }
            let parts: [(isChanged: Bool, key: String)] = [
                (one.title != other.title, "title"), (one.opens != other.opens, "opens"),
                (one.closes != other.closes, "closes"), (one.ranking != other.ranking, "ranking"),
                (one.banks != other.banks, "banks"), (one.blueprints != other.blueprints, "blueprint"),
            ]
            return parts.filter(\.isChanged).map { "rounds.\(id).\($0.key)" }
        }
    }

    private static func rules(_ former: Rules, _ new: Rules) -> [String] {
        let parts: [(isChanged: Bool, key: String)] = [
            (former.minutes != new.minutes, "minutes"), (former.attempts != new.attempts, "attempts"),
            (former.counts != new.counts, "counts"), (former.scoring != new.scoring, "scoring"),
            (former.duration != new.duration, "duration"), (former.ranking != new.ranking, "ranking"),
            (former.showScore != new.showScore, "showScore"), (former.release != new.release, "release"),
            (former.identity != new.identity, "identity"), (former.lateStart != new.lateStart, "lateStart"),
            (former.board != new.board, "board"), (former.repeats != new.repeats, "repeats"),
            (former.difficultyBand != new.difficultyBand, "difficultyBand"),
            (former.mustAnswerAll != new.mustAnswerAll, "mustAnswerAll"),
        ]
        return parts.filter(\.isChanged).map { "rules.\($0.key)" }
    }
}
