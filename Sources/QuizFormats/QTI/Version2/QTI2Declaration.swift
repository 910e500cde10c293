import QuizCore

/// What an item says of one response: what can come in, what is right, and what single values earn.
struct QTI2Declaration {
    struct Entry {
        let key: String
        let value: Double
        let isCaseSensitive: Bool
        let place: SourcePlace
    }

    enum Cardinality: String {
        case single, multiple, ordered, record
    }

    let id: String
    let cardinality: Cardinality
    let baseType: String
    let place: SourcePlace
    /// Empty if none is given.
    let correct: [String]
    let correctPlace: SourcePlace
    /// `nil` without a mapping.
    let mapping: [Entry]?
    let mappingDefault: Double
    let lowerBound: Double?
    let upperBound: Double?

    init(_ element: MarkupElement) {
        id = element["identifier"] ?? ""
        cardinality = Cardinality(rawValue: element["cardinality"] ?? "") ?? .single
        baseType = element["baseType"] ?? "identifier"
        place = element.place
        let response = element.first("correctResponse")
        let isText = baseType == "string"
        correct = (response?.children("value") ?? []).map { value in
            isText ? value.text.trimmingSpaces : Self.normal(value.text)
        }
        .filter { !$0.isEmpty }
        correctPlace = response?.place ?? element.place
        let map = element.first("mapping")
        mapping = map?.children("mapEntry").map { entry in
            Entry(
                key: isText ? (entry["mapKey"] ?? "").trimmingSpaces : Self.normal(entry["mapKey"] ?? ""),
                value: Self.number(entry["mappedValue"]) ?? 0,
                isCaseSensitive: entry.isFlag("caseSensitive") ?? false,
                place: entry.place
            )
        }
        mappingDefault = Self.number(map?["defaultValue"]) ?? 0
        lowerBound = Self.number(map?["lowerBound"])
        upperBound = Self.number(map?["upperBound"])
    }

    /// Pairs are written with any white space between their two sides.
    static func normal(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    static func number(_ text: String?) -> Double? {
        text.flatMap { Double($0.trimmingSpaces) }.flatMap { $0.isFinite ? $0 : nil }
    }

    var isNumber: Bool { ["float", "integer"].contains(baseType) }

    /// The values whose mapping earns something.
    var earning: [String] {
        (mapping ?? []).filter { $0.value > 0 }.map(\.key)
    }

    /// What an answer earns by the mapping.
    func mapped(_ values: [String]) -> Double {
        // Of a set, every value counts once.
        var seen: Set<String> = []
        var total = 0.0
        for value in values where seen.insert(value).inserted { total += mapped(value) }
        if let lowerBound { total = max(lowerBound, total) }
        if let upperBound { total = min(upperBound, total) }
        return total
    }

    private func mapped(_ value: String) -> Double {
        let entry = (mapping ?? []).first { entry in
            entry.key == value || isReversed(entry.key, value)
                || isNumber && Self.number(entry.key) == Self.number(value)
                || baseType == "string" && !entry.isCaseSensitive && entry.key.lowercased() == value.lowercased()
        }
        return entry?.value ?? mappingDefault
    }

    /// The two sides of a pair without direction are in no order.
    private func isReversed(_ key: String, _ value: String) -> Bool {
        baseType == "pair" && key == value.split(separator: " ").reversed().joined(separator: " ")
    }
}
