package enum ChoiceKind: String, CaseIterable, Hashable, Sendable {
    case single, multiple, trueFalse
}

/// A question answered by picking options.
package struct ChoiceQuestion: Hashable, Sendable {
    /// More do not fit a phone, a letter `a`…`l`, or ``OptionOrder``.
    package static let maximumOptions = 12

    package let kind: ChoiceKind
    /// `2...maximumOptions`, in the author's order; no two texts alike.
    package let options: [Option]
    package let key: PickKey

    package init(kind: ChoiceKind, options: [Option]) {
        self.kind = kind
        self.options = options
        key = PickKey(
            places: PlaceSet(places: options.indices.filter { options[$0].isCorrect }),
            earnsByParts: kind == .multiple
        )
    }
}

package struct Option: Hashable, Sendable {
    package let text: String
    package let isCorrect: Bool
    /// Stays behind the shuffled ones, as 'all of the above' must.
    package let isPinned: Bool

    package init(text: String, isCorrect: Bool = false, isPinned: Bool = false) {
        self.text = text
        self.isCorrect = isCorrect
        self.isPinned = isPinned
    }
}
