/// The key of a question that is answered by picking.
package struct PickKey: Hashable, Sendable {
    /// What is to be picked, as places in the author's order.
    package let places: PlaceSet
    /// Whether a part of it earns a part of the points.
    package let earnsByParts: Bool
}

extension QuestionBody {
    /// `nil` where something is written or put in order.
    var pickKey: PickKey? {
        switch self {
        case .choice(let question): question.key
        case .message(let question): question.key
        case .order, .match, .short, .numeric: nil
        }
    }
}
