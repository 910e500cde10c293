/// What a contestant chose for one question, in the terms of the own paper.
package enum Choice: Hashable, Sendable {
    /// Places as shown, counted from 0: of the options picked, or of the parts of a message marked; empty: none.
    case places(PlaceSet)
    /// Places of all items as shown, in the order chosen; empty: nothing chosen.
    case order([Int])
    /// By ascending left side, each at most once; a right side may be given to several. Empty: nothing chosen.
    case pairs([PlacePair])
    /// What was written, cleaned; empty: nothing.
    case text(String)

    package var isBlank: Bool {
        switch self {
        case .places(let places): places.isEmpty
        case .order(let places): places.isEmpty
        case .pairs(let pairs): pairs.isEmpty
        case .text(let text): text.isEmpty
        }
    }

    /// As sent and stored: a JSON list whose words depend on the kind, such as `["a","c"]` or `[["a","b"]]`; blank: `[]`.
    package var json: String {
        let words: [String]
        switch self {
        case .places(let places): words = places.letters.map { "\"\($0)\"" }
        case .order(let places): words = places.map { "\"\(PlaceSet.letter($0))\"" }
        case .pairs(let pairs):
            words = pairs.map { "[\"\(PlaceSet.letter($0.left))\",\"\(PlaceSet.letter($0.right))\"]" }
        case .text(let text): words = text.isEmpty ? [] : [AnswerText.json(text)]
        }
        return "[" + words.joined(separator: ",") + "]"
    }
}

/// A left side and the right side given to it, by their places on the paper, counted from 0.
package struct PlacePair: Hashable, Sendable {
    package let left: Int
    package let right: Int

    package init(left: Int, right: Int) {
        self.left = left
        self.right = right
    }
}
