/// A value while an answer is marked.
enum QTI2Value {
    case null
    case flag(Bool)
    case number(Double)
    /// One value, or a set or a row of them.
    case texts([String], isOrdered: Bool, isPair: Bool)

    static func text(_ text: String) -> QTI2Value {
        .texts([text], isOrdered: true, isPair: false)
    }

    var number: Double? {
        switch self {
        case .number(let number): number
        case .texts(let texts, _, _) where texts.count == 1: QTI2Declaration.number(texts[0])
        default: nil
        }
    }

    var texts: [String]? {
        switch self {
        case .null: []
        case .texts(let texts, _, _): texts
        default: nil
        }
    }

    var isNull: Bool {
        switch self {
        case .null: true
        case .texts(let texts, _, _): texts.isEmpty || texts == [""]
        default: false
        }
    }

    /// Whether both are the same; `nil` where QTI says null or the two cannot be compared.
    func matches(_ other: QTI2Value) -> Bool? {
        if isNull || other.isNull { return nil }
        switch (self, other) {
        case (.flag(let one), .flag(let two)): return one == two
        case (.texts(let one, let isOrdered, let isPair), .texts(let two, _, let isOtherPair)):
            let left = isPair || isOtherPair ? one.map(Self.sorted) : one
            let right = isPair || isOtherPair ? two.map(Self.sorted) : two
            return isOrdered ? left == right : left.sorted() == right.sorted()
        default:
            guard let one = number, let two = other.number else { return nil }
            return one == two
        }
    }

    private static func sorted(_ pair: String) -> String {
        pair.split(separator: " ").sorted().joined(separator: " ")
    }
}
