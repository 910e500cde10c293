/// Reads how a contest is sat, marked and ranked.
struct RulesReader {
    static let keys = [
        "minutes", "attempts", "counts", "scoring", "duration", "ranking", "showScore", "release", "identity",
        "lateStart", "board", "repeats", "difficultyBand", "mustAnswerAll",
    ]
    static let attemptKeys = ["limit", "per", "pause"]
    static let scoringKeys = ["right", "wrong", "blank", "partial"]

    /// `nil` when the mode itself is at fault.
    let mode: Contest.Mode?
    let hasPrediction: Bool
    private(set) var difficultyBand: SourcePlace?

    init(mode: Contest.Mode?, hasPrediction: Bool) {
        self.mode = mode
        self.hasPrediction = hasPrediction
    }

    mutating func read(_ field: Field) -> Rules? {
        guard let map = field.map(keys: Self.keys) else { return nil }
        let minutes = map.required("minutes")?.integer(in: 1...600)
        let attempts = map.optional("attempts").flatMap(attempts) ?? AttemptLimit(limit: 1, per: .round)
        let scoring = map.optional("scoring").flatMap(scoring)
        let band = map.optional("difficultyBand")
        difficultyBand = band?.place
        let rules = Rules(
            minutes: minutes ?? 1,
            attempts: attempts,
            counts: map.optional("counts")?.choice() ?? .best,
            scoring: scoring ?? Scoring(right: 1_000, wrong: 0, blank: 0, partial: .proportional),
            duration: map.optional("duration")?.choice() ?? .lastChange,
            ranking: map.optional("ranking").flatMap(RankingReader(hasPrediction: hasPrediction).read)
                ?? [.score, .duration, .earliest],
            showScore: map.optional("showScore")?.choice() ?? .submission,
            release: release(map),
            identity: map.optional("identity")?.choice() ?? .phone,
            lateStart: map.optional("lateStart")?.choice() ?? .cut,
            board: map.optional("board").flatMap(BoardPolicyReader().read) ?? BoardPolicy(),
            repeats: map.optional("repeats")?.choice() ?? .avoid,
            difficultyBand: band?.integer(in: 0...100),
            mustAnswerAll: map.optional("mustAnswerAll")?.boolean() ?? false
        )
        return minutes == nil ? nil : rules
    }

    private func attempts(_ field: Field) -> AttemptLimit? {
        if field.isUnlimited { return AttemptLimit(limit: nil, per: .contest) }
        guard case .map = field.node.content else {
            return field.tellNeeded(
                vi: "unlimited hoặc một bảng như { limit: 1, per: round }",
                en: "unlimited or a mapping as { limit: 1, per: round }"
            )
        }
        guard let map = field.map(keys: Self.attemptKeys) else { return nil }
        let per: AttemptLimit.Scope = map.optional("per")?.choice() ?? .round
        let pause = map.optional("pause")?.integer(in: 1...43_200)
        guard let limit = map.optional("limit") else { return AttemptLimit(limit: 1, per: per, pause: pause) }
        if limit.isUnlimited { return AttemptLimit(limit: nil, per: per, pause: pause) }
        return limit.integer(in: 1...1_000).map { AttemptLimit(limit: $0, per: per, pause: pause) }
    }

    private func scoring(_ field: Field) -> Scoring? {
        guard let map = field.map(keys: Self.scoringKeys) else { return nil }
        let right = map.optional("right")?.points() ?? 1_000
        if right <= 0 {
            map.faults.add(
                map.place(of: "right"),
                vi: "điểm câu đúng “right” phải lớn hơn 0",
                en: "'right' must be above zero"
            )
        }
        return Scoring(
            right: right,
            wrong: loss("wrong", map),
            blank: loss("blank", map),
            partial: map.optional("partial")?.choice() ?? .proportional
        )
    }

    /// Points that are nothing or taken away.
    private func loss(_ key: String, _ map: MapReader) -> Int {
        let points = map.optional(key)?.points() ?? 0
        if points > 0 {
            map.faults.add(
                map.place(of: key),
                vi: "“\(key)” không được lớn hơn 0; điểm trừ viết là số âm",
                en: "'\(key)' must not be above zero; a loss is written as a negative number"
            )
        }
        return points
    }

    private func release(_ map: MapReader) -> KeyRelease {
        let usual: KeyRelease = mode == .contest ? .roundClosed : .submission
        guard let field = map.optional("release"), let release: KeyRelease = field.choice() else { return usual }
        if release == .submission, mode == .contest {
            field.faults.add(
                field.place,
                vi: "cuộc thi thật chỉ công bố đáp án khi đợt đã đóng; hãy viết roundClosed",
                en: "a real contest releases its key only when the round has closed; write roundClosed"
            )
        }
        return release
    }
}

extension Field {
    fileprivate var isUnlimited: Bool {
        if case .scalar("unlimited", _) = node.content { true } else { false }
    }
}
