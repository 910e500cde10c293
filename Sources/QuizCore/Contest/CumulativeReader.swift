/// Reads how the board over all rounds is made.
struct CumulativeReader {
    static let keys = ["of", "best", "ranking"]

    let rules: Rules
    let rounds: [Round]

    func read(_ field: Field) -> Cumulative? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let rule = rule(map)
        let usual = rules.ranking.filter { $0 != .prediction && isInEveryRound($0) }
        let ranking = map.optional("ranking").flatMap(ranking) ?? usual
        guard let rule else { return nil }
        return Cumulative(rule: rule, ranking: ranking)
    }

    private enum Word: String, CaseIterable {
        case sum, best, last
    }

    private func rule(_ map: MapReader) -> Cumulative.Rule? {
        guard let word: Word = map.required("of")?.choice() else { return nil }
        let count = map.optional("best")
        if word != .best, let count {
            return count.tell(
                vi: "“best” chỉ đi với “of: best”; hãy bỏ khóa này hoặc đổi “of”",
                en: "'best' only goes with 'of: best'; drop it or change 'of'"
            )
        }
        switch word {
        case .sum: return .sum
        case .last: return .last
        case .best: return (count ?? map.required("best"))?.integer(in: 1...max(rounds.count, 1)).map { .best($0) }
        }
    }

    private func ranking(_ field: Field) -> [Criterion]? {
        let criteria = RankingReader(hasPrediction: true).read(field)
        for criterion in criteria ?? [] {
            if criterion == .prediction {
                field.faults.add(
                    field.place,
                    vi: "dự đoán thuộc về từng đợt nên không xếp hạng chung được; hãy bỏ “prediction” ở đây",
                    en: "a prediction belongs to one round and cannot rank all of them; drop 'prediction' here"
                )
            } else if !isInEveryRound(criterion) {
                field.faults.add(
                    field.place,
                    vi: "xếp hạng chung theo “\(criterion.rawValue)” thì mọi đợt cũng phải xếp theo tiêu chí đó",
                    en: "to rank all rounds by '\(criterion.rawValue)', every round must be ranked by it as well"
                )
            }
        }
        return criteria
    }

    /// What is added up must be known of each round.
    private func isInEveryRound(_ criterion: Criterion) -> Bool {
        if criterion == .manual || criterion == .draw { return true }
        return rounds.allSatisfy { ($0.ranking ?? rules.ranking).contains(criterion) }
    }
}
