import QuizCore

/// What the native format has and Moodle has not, as tags such as `topic:mat-khau`, which Moodle keeps for us.
struct MoodleTags {
    /// A tag with its place.
    struct Tag {
        let text: String
        let place: SourcePlace
    }

    private static let single = ["topic", "difficulty", "validFrom", "validTo"]

    private var fields: [(key: String, value: Tag)] = []
    private var groups: [Tag] = []
    /// How many of the last options stay behind the shuffled ones.
    private(set) var pinned = 0
    private(set) var kind: String?
    private(set) var unit: Tag?
    /// Those that are not ours.
    private(set) var others: [Tag] = []

    init(_ tags: [Tag]) {
        for tag in tags {
            let parts = tag.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let value = Tag(text: parts.count == 2 ? String(parts[1]) : "", place: tag.place)
            switch String(parts[0]) {
            case _ where value.text.isEmpty: others.append(tag)
            case let key where Self.single.contains(key): fields.append((key, value))
            case "group": groups.append(value)
            case "pinned": pinned = Int(value.text) ?? 0
            case "kind": kind = value.text
            case "unit": unit = value
            default: others.append(tag)
            }
        }
    }

    func set(_ question: inout ForeignQuestion) {
        for (key, value) in fields { question.set(key, value.text, at: value.place) }
        if let first = groups.first {
            question.set("groups", .list(groups.map { .text($0.text, at: $0.place) }, at: first.place))
        }
    }

    /// The tags of a question of ours.
    static func texts(of question: Question, isAsIs: Bool) -> [String] {
        var tags = ["topic:" + question.topic, "difficulty:" + question.difficulty.rawValue]
        tags += question.groups.map { "group:" + $0 }
        if let day = question.validFrom { tags.append("validFrom:" + day.text) }
        if let day = question.validTo { tags.append("validTo:" + day.text) }
        switch question.body {
        case .choice(let choice):
            let pinned = choice.options.count { $0.isPinned }
            if pinned > 0 { tags.append("pinned:\(pinned)") }
            if choice.kind == .trueFalse, !isAsIs { tags.append("kind:trueFalse") }
        case .numeric(let numeric):
            if !numeric.unit.isEmpty { tags.append("unit:" + numeric.unit) }
        case .order, .match, .short, .message: break
        }
        return tags
    }
}
