import QuizCore

/// A question as the document lays it out, before its key is known.
struct ExamQuestion {
    let place: SourcePlace
    let number: Int?
    /// Which of several papers in one document it belongs to.
    let paper: Int
    let part: Int?
    let category: [String]
    /// Whether its section says that statements are to be judged.
    let isTrueFalse: Bool
    /// The list that numbers it.
    let list: String?

    var prompt: [String] = []
    var options: [ExamOption] = []
    /// What lines such as `Đáp án: B` say.
    var stated: [StatedText] = []
    /// What answers given apart say.
    var listed: [StatedText] = []
    var explanation: [String] = []
    var source: [String] = []
    var difficulty: StatedText?
    var topic: String?
    /// Of the question itself.
    var pictures: [WordPicture] = []
    /// Of its options and of what follows them.
    var otherPictures: [WordPicture] = []
    var hasLostMath = false
    /// What comes next belongs to this.
    var field: Field = .prompt
    /// The last number of a list within the prompt.
    var innerNumber = 0
    /// Lines behind an option of which it is not clear yet where they belong.
    var loose: [StatedText] = []
    var faults: [Fault] = []
    /// Whether its options are not those that were meant, so that nothing can be said of its key.
    var hasBrokenOptions = false

    enum Field {
        case prompt, options, key, explanation, source
    }

    /// A text with its place.
    struct StatedText {
        let text: String
        let place: SourcePlace
    }

    mutating func take(_ more: [WordPicture]) {
        if field == .prompt { pictures += more } else { otherPictures += more }
    }

    /// Whether another question may begin.
    var isComplete: Bool { options.count >= 2 || !stated.isEmpty || !explanation.isEmpty }

    /// Its number, before what is told of it.
    var name: Message {
        number.map { Message(vi: "câu \($0): ", en: "question \($0): ") } ?? Message(vi: "", en: "")
    }

    var original: String {
        let label = number.map { "Câu \($0). " } ?? ""
        return String((label + prompt.joined(separator: " ")).prefix(200))
    }

    /// What stands behind the letter of a key: the text of that option again, or an explanation.
    mutating func takeRest(_ rest: String, of key: String, at place: SourcePlace) {
        guard !rest.isEmpty else { return }
        guard let option = options.first(where: { $0.text.normal == rest.normal }) else {
            return explanation.append(rest)
        }
        let name = OptionLabel.name(option.letter)
        guard key != name else { return }
        fault(
            place,
            vi: "đáp án ghi “\(key)” nhưng kèm nội dung của phương án \(name); hãy sửa cho khớp",
            en: "the answer says '\(key)' with the text of option \(name); make them agree"
        )
    }

    mutating func fault(_ place: SourcePlace? = nil, vi: String, en: String) {
        let place = place ?? self.place
        let name = name
        faults.append(
            Fault(line: place.line, column: place.column, message: Message(vi: name.vi + vi, en: name.en + en))
        )
    }
}

struct ExamOption {
    let letter: Int
    let isUpper: Bool
    let isStarred: Bool
    let place: SourcePlace
    /// Whether a list has put its letter there.
    let isAutomatic: Bool
    /// Of the letter.
    let label: WordLook
    /// Of the text.
    private(set) var look: WordLook?
    private(set) var text = ""

    init(_ part: OptionSplit.Part, in line: WordLine) {
        letter = part.label.letter
        isUpper = part.label.isUpper
        isStarred = part.label.isStarred
        place = line.place(at: part.label.index)
        isAutomatic = part.label.index < line.labelLength
        label = line.looks[part.label.index]
        add(line, part.text)
    }

    mutating func add(_ line: WordLine, _ range: Range<Int>) {
        let more = line.text(range)
        guard !more.isEmpty else { return }
        text += (text.isEmpty ? "" : "\n") + more
        if let seen = line.look(range) { look = look?.common(with: seen) ?? seen }
    }

    mutating func add(_ line: String) { text += "\n" + line }
}
