extension QTI2Run {
    func comparison(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        let operands = expression.children
        guard operands.count == 2 else { throw QTI2Program.Unknown() }
        let one = try value(operands[0])
        let two = try value(operands[1])
        if one.isNull || two.isNull { return .null }
        switch expression.name {
        case "match":
            guard let isSame = one.matches(two) else { throw QTI2Program.Unknown() }
            return .flag(isSame)
        case "equal": return .flag(try isEqual(one, two, expression))
        case "stringMatch": return .flag(try isStringMatch(one, two, expression))
        case "member":
            guard let item = one.texts?.first, let container = two.texts else { throw QTI2Program.Unknown() }
            return .flag(container.contains(item))
        default:
            guard let container = one.texts, let part = two.texts else { throw QTI2Program.Unknown() }
            return .flag(Set(part).isSubset(of: container))
        }
    }

    private func isEqual(
        _ answer: QTI2Value,
        _ right: QTI2Value,
        _ expression: MarkupElement
    ) throws(QTI2Program.Unknown) -> Bool {
        guard let one = answer.number, let two = right.number else { return false }
        guard let mode = expression["toleranceMode"], mode != "exact" else { return one == two }
        guard let tolerance = QTI2Tolerance(expression), let bounds = tolerance.bounds(around: one) else {
            throw QTI2Program.Unknown()
        }
        let isAbove = tolerance.includesLower ? two >= bounds.lower : two > bounds.lower
        return isAbove && (tolerance.includesUpper ? two <= bounds.upper : two < bounds.upper)
    }

    private func isStringMatch(
        _ one: QTI2Value,
        _ two: QTI2Value,
        _ expression: MarkupElement
    ) throws(QTI2Program.Unknown) -> Bool {
        guard expression.isFlag("substring") != true, let one = one.texts?.first, let two = two.texts?.first else {
            throw QTI2Program.Unknown()
        }
        return expression.isFlag("caseSensitive") == false ? one.lowercased() == two.lowercased() : one == two
    }

    func order(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        let operands = expression.children
        guard operands.count == 2 else { throw QTI2Program.Unknown() }
        guard let one = try value(operands[0]).number, let two = try value(operands[1]).number else { return .null }
        switch expression.name {
        case "gt": return .flag(one > two)
        case "gte": return .flag(one >= two)
        case "lt": return .flag(one < two)
        default: return .flag(one <= two)
        }
    }

    func arithmetic(_ expression: MarkupElement) throws(QTI2Program.Unknown) -> QTI2Value {
        var numbers: [Double] = []
        for child in expression.children {
            guard let number = try value(child).number else { return .null }
            numbers.append(number)
        }
        guard let first = numbers.first else { throw QTI2Program.Unknown() }
        let rest = numbers.dropFirst()
        switch expression.name {
        case "sum": return .number(rest.reduce(first, +))
        case "product": return .number(rest.reduce(first, *))
        case "min": return .number(rest.reduce(first, min))
        case "max": return .number(rest.reduce(first, max))
        case "subtract": return .number(rest.reduce(first, -))
        default: return rest.contains(0) ? .null : .number(rest.reduce(first, /))
        }
    }
}

/// How far a number may be off (`equal`).
struct QTI2Tolerance {
    let isRelative: Bool
    /// Unit: of the number, or per cent of it.
    let lower: Double
    let upper: Double
    let includesLower: Bool
    let includesUpper: Bool

    /// `nil` if it is not written in numbers.
    init?(_ expression: MarkupElement) {
        let parts = (expression["tolerance"] ?? "").split(whereSeparator: \.isWhitespace)
        let numbers = parts.compactMap { QTI2Declaration.number(String($0)) }
        guard let first = numbers.first, numbers.count == parts.count, numbers.count <= 2 else { return nil }
        switch expression["toleranceMode"] {
        case "absolute": isRelative = false
        case "relative": isRelative = true
        default: return nil
        }
        lower = first
        upper = numbers.count == 2 ? numbers[1] : first
        includesLower = expression.isFlag("includeLowerBound") ?? true
        includesUpper = expression.isFlag("includeUpperBound") ?? true
    }

    func bounds(around number: Double) -> (lower: Double, upper: Double)? {
        let bounds =
            isRelative
            ? (number - abs(number) * lower / 100, number + abs(number) * upper / 100)
            : (number - lower, number + upper)
        return bounds.0.isFinite && bounds.1.isFinite ? bounds : nil
    }
}
