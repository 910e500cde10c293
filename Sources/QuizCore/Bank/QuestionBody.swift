/// What a question asks for: one case for each way of answering, so that another kind joins without touching these.
package enum QuestionBody: Hashable, Sendable {
    /// Kinds `single`, `multiple` and `trueFalse`.
    case choice(ChoiceQuestion)
    case order(OrderQuestion)
    case match(MatchQuestion)
    case short(ShortQuestion)
    case numeric(NumericQuestion)
    case message(MessageQuestion)

    package var kind: QuestionKind {
        switch self {
        case .choice(let question): question.kind.general
        case .order: .order
        case .match: .match
        case .short: .short
        case .numeric: .numeric
        case .message: .message
        }
    }
}

/// The names of the kinds, as in bank files and papers.
package enum QuestionKind: String, CaseIterable, Hashable, Sendable {
    case single, multiple, trueFalse, order, match, short, numeric, message
}

extension ChoiceKind {
    fileprivate var general: QuestionKind {
        switch self {
        case .single: .single
        case .multiple: .multiple
        case .trueFalse: .trueFalse
        }
    }
}
