/// One marking of one set of answers.
struct QTI2Run {
    let declarations: [String: QTI2Declaration]
    let answers: [String: [String]]
    private(set) var outcomes: [String: QTI2Value]

    init(declarations: [String: QTI2Declaration], answers: [String: [String]], outcomes: [String: QTI2Value]) {
        self.declarations = declarations
        self.answers = answers
        self.outcomes = outcomes
    }

    /// The outcome `SCORE`, or the only number that comes out.
    var score: Double? {
        if let score = outcomes["SCORE"] { return score.number }
        let numbers = outcomes.filter { !["MAXSCORE", "MINSCORE", "MAX", "MIN"].contains($0.key) }
            .compactMap { if case .number(let number) = $0.value { number } else { nil } }
        return numbers.count == 1 ? numbers[0] : nil
    }

    /// - Returns: False when the processing ends here.
    mutating func execute(_ statements: [MarkupElement]) throws(QTI2Program.Unknown) -> Bool {
        for statement in statements {
            switch statement.name {
            case "responseCondition":
                guard try branch(statement) else { return false }
            case "setOutcomeValue":
                guard let id = statement["identifier"], let expression = statement.children.first else {
                    throw QTI2Program.Unknown()
                }
                outcomes[id] = try value(expression, for: id)
            case "responseProcessingFragment":
                guard try execute(statement.children) else { return false }
            case "exitResponse": return false
            default: throw QTI2Program.Unknown()
            }
        }
        return true
    }

    private mutating func branch(_ condition: MarkupElement) throws(QTI2Program.Unknown) -> Bool {
        for part in condition.children {
            switch part.name {
            case "responseIf", "responseElseIf":
                guard let test = part.children.first else { throw QTI2Program.Unknown() }
                if try flag(test) == true { return try execute(Array(part.children.dropFirst())) }
            case "responseElse": return try execute(part.children)
            default: throw QTI2Program.Unknown()
            }
        }
        return true
    }

    /// What only feedback hangs on may be left unknown; a mark may not.
    private func value(_ expression: MarkupElement, for id: String) throws(QTI2Program.Unknown) -> QTI2Value {
        do throws(QTI2Program.Unknown) {
            return try value(expression)
        } catch {
            guard id.uppercased().contains("FEEDBACK") else { throw error }
            return .null
        }
    }

    /// `nil`: null.
    private func flag(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> Bool? {
        switch try value(expression) {
        case .flag(let flag): flag
        case .null: nil
        case .texts(["true"], _, _): true
        case .texts(["false"], _, _): false
        default: throw QTI2Program.Unknown()
        }
    }

    func value(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        switch expression.name {
        case "variable": return try variable(expression)
        case "correct": return try declaration(expression).map { $0.value($0.correct) } ?? .null
        case "mapResponse":
            guard let declaration = try declaration(expression) else { return .null }
            return .number(declaration.mapped(answers[declaration.id] ?? []))
        case "baseValue": return baseValue(expression)
        case "null": return .null
        case "and", "or", "not": return try logic(expression)
        case "isNull": return .flag(try operand(expression, 0).isNull)
        case "match", "equal", "stringMatch", "member", "contains": return try comparison(expression)
        case "gt", "gte", "lt", "lte": return try order(expression)
        case "sum", "product", "subtract", "divide", "min", "max": return try arithmetic(expression)
        case "multiple", "ordered":
            var texts: [String] = []
            for child in expression.children {
                guard let next = try value(child).texts else { throw QTI2Program.Unknown() }
                texts += next
            }
            return .texts(texts, isOrdered: expression.name == "ordered", isPair: false)
        default: throw QTI2Program.Unknown()
        }
    }

    private func variable(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        guard let id = expression["identifier"] else { throw QTI2Program.Unknown() }
        if let declaration = declarations[id] { return declaration.value(answers[id] ?? []) }
        if let outcome = outcomes[id] { return outcome }
        throw QTI2Program.Unknown()
    }

    private func declaration(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Declaration? {
        guard let declaration = declarations[expression["identifier"] ?? ""] else { throw QTI2Program.Unknown() }
        return declaration
    }

    private func baseValue(_ expression: MarkupElement) -> QTI2Value {
        let isText = expression["baseType"] == "string"
        let text = isText ? expression.text.trimmingSpaces : QTI2Declaration.normal(expression.text)
        switch expression["baseType"] {
        case "float", "integer": return QTI2Declaration.number(text).map { .number($0) } ?? .null
        case "boolean": return .flag(["true", "1"].contains(text))
        case let type: return .texts([text], isOrdered: true, isPair: type == "pair")
        }
    }

    private func operand(_ expression: MarkupElement, _ index: Int) throws(QTI2Program.Unknown) -> QTI2Value {
        let children = expression.children
        guard children.indices.contains(index) else { throw QTI2Program.Unknown() }
        return try value(children[index])
    }

    private func logic(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        var flags: [Bool?] = []
        for child in expression.children { flags.append(try flag(child)) }
        switch expression.name {
        case "not":
            guard flags.count == 1 else { throw QTI2Program.Unknown() }
            return flags[0].map { .flag(!$0) } ?? .null
        case "and":
            if flags.contains(false) { return .flag(false) }
            return flags.contains(nil) ? .null : .flag(true)
        default:
            if flags.contains(true) { return .flag(true) }
            return flags.contains(nil) ? .null : .flag(false)
        }
    }
}
