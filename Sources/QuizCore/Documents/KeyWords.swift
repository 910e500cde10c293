/// What messages call the keys and words of the native format: by themselves, or as a person knows them who has a file in
/// another format before them.
package struct KeyWords: Hashable, Sendable {
    /// By key, fit for the beginning of a sentence: `cột “Chủ đề”`.
    package var names: [String: Message] = [:]
    /// By key, a whole message: what is missing, and how it can be said.
    package var missing: [String: Message] = [:]
    /// Words that stand for values: `Dễ` for `easy`.
    package var values: [String: Message] = [:]
    /// How an option is marked as right.
    package var markRight = Message(
        vi: "thêm “correct: true” vào phương án đúng",
        en: "add 'correct: true' to the right one"
    )
    /// How a part of a message is marked as suspicious.
    package var markSuspicious = Message(
        vi: "thêm “suspicious: true” vào ít nhất một phần",
        en: "add 'suspicious: true' to one at least"
    )
    /// How a question may have several answers.
    package var makeMultiple = Message(vi: "đổi kind thành multiple", en: "make its kind multiple")
    /// Whether files name the codes of vocabulary.yaml, or people the titles.
    package var isNative = false

    package init() {}

    package static let native: KeyWords = {
        var words = KeyWords()
        words.isNative = true
        return words
    }()

    func name(_ key: String) -> Message {
        names[key] ?? Message(vi: "“\(key)”", en: "'\(key)'")
    }

    func missing(_ key: String) -> Message {
        if let told = missing[key] { return told }
        guard !isNative else { return Message(vi: "thiếu khóa “\(key)”", en: "the key '\(key)' is missing") }
        let name = name(key)
        return Message(vi: "câu này thiếu \(name.vi)", en: "this question lacks \(name.en)")
    }

    func value(_ value: String) -> Message {
        values[value] ?? Message(vi: value, en: value)
    }

    /// What may stand in the place of a word.
    func list(_ known: [String]) -> Message {
        let words = known.map { value($0) }
        return Message(vi: words.map(\.vi).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
    }
}
