import QuizCore

/// The options of a question that is answered by picking.
struct QTIOptions {
    struct Option {
        let id: String
        let text: String
        let place: SourcePlace
        let isFixed: Bool
    }

    let options: [Option]
    let isSingle: Bool
    /// `nil` if the file does not say it.
    let isShuffled: Bool?

    private static let yes: Set<String> = ["true", "dung", "yes", "co"]
    private static let no: Set<String> = ["false", "sai", "no", "khong"]

    /// Sets kind and options.
    ///
    /// `weights`: what single options earn, where the right ones have 100.
    func set(
        _ question: inout ForeignQuestion,
        key: Set<String>,
        weights: [String: Double],
        kind named: String?,
        _ told: inout QTITold
    ) {
        let weighed = options.map { option in
            WeighedOptions.Weighed(
                text: option.text,
                weight: weight(option, isRight: key.contains(option.id), weights[option.id] ?? 0),
                place: option.place
            )
        }
        let kind = named ?? (isTruth ? "trueFalse" : nil)
        WeighedOptions(options: weighed, isSingle: isSingle, pinned: pinned(kind, &told))
            .set(&question, kind: kind, &told.bank)
        if !isSingle, key.count == 1, kind == nil { tellOne(question.place, &told) }
        if weights.values.contains(where: { $0 < 0 }) { told.lose(.penalty, at: question.place) }
    }

    private func weight(_ option: Option, isRight: Bool, _ earned: Double) -> Double {
        guard isSingle else { return isRight ? (earned > 0 ? earned : 100) : 0 }
        return isRight ? 100 : min(earned, 99)
    }

    private var isTruth: Bool {
        guard isSingle, options.count == 2 else { return false }
        let words = options.map(\.text.folded)
        return Self.yes.contains(words[0]) && Self.no.contains(words[1])
            || Self.no.contains(words[0]) && Self.yes.contains(words[1])
    }

    /// How many of the last options stay last.
    private func pinned(_ kind: String?, _ told: inout QTITold) -> Int {
        if isShuffled == false, kind != "trueFalse" { return options.count }
        let last = options.reversed().prefix { $0.isFixed }.count
        if let other = options.dropLast(last).first(where: \.isFixed) {
            told.notice(
                other.place,
                vi: "phương án cố định ở giữa vẫn bị xáo trộn: ở đây chỉ ghim được các phương án cuối",
                en: "a fixed option between others is shuffled all the same: only the last ones can be pinned here"
            )
        }
        return last
    }

    private func tellOne(_ place: SourcePlace, _ told: inout QTITold) {
        told.notice(
            place,
            vi: "câu chọn nhiều chỉ có một đáp án, thành câu một đáp án",
            en: "a question for several picks has one right option and becomes one for a single pick"
        )
    }
}
