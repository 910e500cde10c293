/// A value of a file from outside, with its place: what every format is turned into before it is judged.
package struct DocumentNode: Hashable, Sendable {
    package let place: SourcePlace
    package let content: Content

    package init(place: SourcePlace, content: Content) {
        self.place = place
        self.content = content
    }

    package enum Content: Hashable, Sendable {
        /// As written; a plain one stands without quotes and is no block.
        case scalar(String, isPlain: Bool)
        case list([DocumentNode])
        /// In the order of the file; no key twice.
        case map([Entry])
        /// A fault was told already: whoever comes upon it stays silent.
        case refused
    }

    package struct Entry: Hashable, Sendable {
        package let key: String
        package let keyPlace: SourcePlace
        package let value: DocumentNode

        package init(key: String, keyPlace: SourcePlace, value: DocumentNode) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    /// Stands where a foreign file has room for a value and says nothing, so that its absence is told there.
    package static func gap(at place: SourcePlace) -> DocumentNode {
        DocumentNode(place: place, content: .scalar("", isPlain: true))
    }

    /// `~` or `null`: the key is there to say that nothing is meant.
    var isNull: Bool {
        if case .scalar(let text, isPlain: true) = content { ["~", "null"].contains(text) } else { false }
    }

    /// What it is, for a message that says what is needed instead.
    var description: (vi: String, en: String) {
        switch content {
        case .scalar(let text, _): ("“\(text.excerpt)”", "'\(text.excerpt)'")
        case .list: ("một danh sách", "a list")
        case .map: ("một bảng khóa: giá trị", "a mapping of keys to values")
        case .refused: ("giá trị hỏng", "a broken value")
        }
    }
}
