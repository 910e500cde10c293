/// Runs the response processing of an item, as far as it is made of what is known here.
///
/// - Source: 1EdTech, QTI 2.2 and 3.0, Response Processing and Expressions.
struct QTI2Program {
    /// Something is in the processing that is not known here: then nothing is said of any mark.
    struct Unknown: Error {}

    private let statements: [MarkupElement]
    private let template: Template?
    private let declarations: [String: QTI2Declaration]
    private let defaults: [String: QTI2Value]

    private enum Template {
        case match, map
    }

    /// - Throws: For a template that is not known.
    init(_ item: MarkupElement, _ declarations: [String: QTI2Declaration]) throws(Unknown) {
        self.declarations = declarations
        var defaults: [String: QTI2Value] = [:]
        for outcome in item.children("outcomeDeclaration") {
            guard let id = outcome["identifier"] else { continue }
            let isNumber = ["float", "integer"].contains(outcome["baseType"] ?? "")
            let text = outcome.first("defaultValue")?.word("value")
            defaults[id] = isNumber ? .number(QTI2Declaration.number(text) ?? 0) : text.map { .text($0) } ?? .null
        }
        self.defaults = defaults
        let processing = item.first("responseProcessing")
        statements = processing?.children ?? []
        guard statements.isEmpty, let address = processing?["template"] ?? processing?["templateLocation"] else {
            template = nil
            return
        }
        switch address.split(separator: "/").last.map({ $0.split(separator: ".")[0] }) {
        case "match_correct", "CC2_match", "CC2_match_basic": template = .match
        case "map_response", "CC2_map_response": template = .map
        default: throw Unknown()
        }
    }

    /// The mark of a set of answers.
    func score(_ answers: [String: [String]]) throws(Unknown) -> Double {
        switch template {
        case .match: return try templateScore(answers, "RESPONSE") { $0.isMatched(by: $1) ? 1 : 0 }
        case .map: return try templateScore(answers, "RESPONSE") { $0.mapped($1) }
        case nil: break
        }
        var run = QTI2Run(declarations: declarations, answers: answers, outcomes: defaults)
        _ = try run.execute(statements)
        guard let score = run.score, score.isFinite else { throw Unknown() }
        return score
    }

    /// Templates mark the response of one name; where an item has another one only, that is meant.
    private func templateScore(
        _ answers: [String: [String]],
        _ name: String,
        _ mark: (QTI2Declaration, [String]) -> Double
    ) throws(Unknown) -> Double {
        let only = declarations.count == 1 ? declarations.first?.value : nil
        guard let declaration = declarations[name] ?? only else { throw Unknown() }
        return mark(declaration, answers[declaration.id] ?? [])
    }
}

extension QTI2Declaration {
    /// The response as a value.
    func value(_ values: [String]) -> QTI2Value {
        values.isEmpty
            ? .null : .texts(values, isOrdered: cardinality != .multiple, isPair: baseType == "pair")
    }

    func isMatched(by values: [String]) -> Bool {
        let value = value(values)
        if isNumber, let number = value.number, let right = self.value(correct).number {
            return number == right
        }
        return value.matches(self.value(correct)) == true
    }
}
