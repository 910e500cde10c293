/// Which marks are the look of the document, and not of an answer: those that most questions have on all options.
struct MarkStatistics {
    /// Where a mark is looked for.
    enum Spot: CaseIterable, Hashable {
        case letter, text
    }

    struct Channel: Hashable {
        let mark: WordMark
        let spot: Spot
    }

    /// What the options of a question have of one mark.
    enum Finding: Hashable {
        case absent
        /// All options have it.
        case all
        case few(Set<Int>)
        /// Some have it in one way and some in another.
        case unclear
    }

    private var isStyle: Set<Channel> = []

    static let channels = WordMark.allCases.flatMap { mark in Spot.allCases.map { Channel(mark: mark, spot: $0) } }

    init(_ questions: [ExamQuestion]) {
        for channel in Self.channels {
            var all = 0
            var some = 0
            for question in questions where question.options.count >= 2 {
                switch Self.finding(question.options, channel) {
                case .absent: break
                case .all: all += 1
                case .few, .unclear: some += 1
                }
            }
            if all > some { isStyle.insert(channel) }
        }
    }

    /// The options that stand out from the others by one mark; `nil` for a mark that does not count.
    func finding(_ options: [ExamOption], _ mark: WordMark) -> Finding? {
        let findings = Spot.allCases.compactMap { spot -> Finding? in
            let channel = Channel(mark: mark, spot: spot)
            guard !isStyle.contains(channel) else { return nil }
            switch Self.finding(options, channel) {
            case .absent, .all: return nil
            case let finding: return finding
            }
        }
        // The letter of a list takes the look of the paragraph's end, which nobody sets on purpose.
        if findings.count == 2, options.contains(where: \.isAutomatic) { return findings[1] }
        return Set(findings).count > 1 ? .unclear : findings.first
    }

    private static func finding(_ options: [ExamOption], _ channel: Channel) -> Finding {
        let values = options.map { option in
            switch channel.spot {
            case .letter: option.label[channel.mark]
            case .text: option.look?[channel.mark] ?? 0
            }
        }
        let marked = values.indices.filter { values[$0] != 0 }
        let sorts = Set(values).subtracting([0])
        guard let first = sorts.first else { return .absent }
        // Among colours, red is the one of teachers.
        let red = marked.filter { channel.mark == .colour && WordColour.isRed(values[$0]) }
        guard marked.count < options.count else {
            return sorts.count > 1 && !red.isEmpty && red.count < options.count ? .few(Set(red)) : .all
        }
        return sorts == [first] || red.count == marked.count ? .few(Set(marked)) : .unclear
    }
}
