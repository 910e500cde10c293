/// Runs the response processing of an item of version 1.2.
///
/// - Source: IMS, QTI ASI XML Binding 1.2, `resprocessing`.
struct QTI1Program {
    /// Something is in the processing that is not known here: then nothing is said of any mark.
    struct Unknown: Error {}

    struct Setting {
        enum Action {
            case set, add, subtract, multiply, divide
        }

        let action: Action
        let value: Double
    }

    struct Condition {
        let element: MarkupElement
        let test: MarkupElement
        let settings: [Setting]
        let continues: Bool

        /// Whether it only gives.
        var isEarning: Bool {
            !settings.isEmpty
                && settings.allSatisfy { ($0.action == .set || $0.action == .add) && $0.value > 0 }
        }
    }

    private(set) var conditions: [Condition] = []
    private let start: Double
    private let isUnknown: Bool
    /// Responses to which several values may be given at once.
    private let several: Set<String>

    init(_ item: MarkupElement) {
        let processing = item.children("resprocessing")
        let settings = processing.flatMap { $0.all("setvar") }
        let names = settings.map { Self.name($0) }
        let score = names.contains("SCORE") ? "SCORE" : names.first ?? "SCORE"
        let variables = processing.flatMap { $0.all("decvar") }
        let variable = variables.first { Self.name($0) == score } ?? variables.first
        start = QTI2Declaration.number(variable?["defaultval"]) ?? 0
        let most = QTI2Declaration.number(variable?["maxvalue"]) ?? 100
        several = Set(item.all("response_lid").filter { $0.isCardinality("multiple") }.compactMap { $0["ident"] })
        var isUnknown = false
        for element in processing.flatMap({ $0.children("respcondition") }) {
            let ours = element.children("setvar").filter { Self.name($0) == score }
            let read = ours.compactMap { Self.setting($0, most) }
            isUnknown = isUnknown || read.count != ours.count
            guard let test = element.first("conditionvar") else { continue }
            // Where the file does not say whether to go on, sums go on, and what sets the mark ends the matter.
            let goesOn = !read.contains { $0.action == .set }
            conditions.append(
                Condition(
                    element: element,
                    test: test,
                    settings: read,
                    continues: element.isFlag("continue") ?? goesOn
                )
            )
        }
        self.isUnknown = isUnknown
    }

    private static func name(_ element: MarkupElement) -> String {
        (element["varname"] ?? element["variablename"] ?? "SCORE").uppercased()
    }

    private static func setting(_ element: MarkupElement, _ most: Double) -> Setting? {
        let text = element.text.trimmingSpaces
        guard let value = text.uppercased() == "SCORE.MAX" ? most : QTI2Declaration.number(text) else { return nil }
        switch (element["action"] ?? "Set").lowercased() {
        case "set": return Setting(action: .set, value: value)
        case "add": return Setting(action: .add, value: value)
        case "subtract": return Setting(action: .subtract, value: value)
        case "multiply": return Setting(action: .multiply, value: value)
        case "divide": return Setting(action: .divide, value: value)
        default: return nil
        }
    }

    /// The mark of answers, by the responses that they are given to; `nil` if the processing is not understood.
    func score(_ answers: [String: [String]]) -> Double? {
        guard !isUnknown else { return nil }
        var score = start
        var wasMet = false
        for condition in conditions {
            let isMet: Bool
            do throws(Unknown) {
                isMet = try meets(condition.test, answers, wasMet: wasMet)
            } catch {
                guard condition.settings.isEmpty else { return nil }
                isMet = false
            }
            guard isMet else { continue }
            if !condition.settings.isEmpty { wasMet = true }
            for setting in condition.settings { Self.apply(setting, &score) }
            guard condition.continues else { break }
        }
        return score.isFinite ? score : nil
    }

    private static func apply(_ setting: Setting, _ score: inout Double) {
        switch setting.action {
        case .set: score = setting.value
        case .add: score += setting.value
        case .subtract: score -= setting.value
        case .multiply: score *= setting.value
        case .divide: score = setting.value == 0 ? score : score / setting.value
        }
    }
}

extension QTI1Program {
    /// All tests in an element; several values of a response that takes one are alternatives.
    private func meets(
        _ element: MarkupElement,
        _ answers: [String: [String]],
        wasMet: Bool
    ) throws(Unknown) -> Bool {
        let tests = element.children
        if tests.count > 1, areAlternatives(tests) { return try any(tests, answers, wasMet: wasMet) }
        for test in tests where try !holds(test, answers, wasMet: wasMet) { return false }
        return !tests.isEmpty
    }

    private func areAlternatives(_ tests: [MarkupElement]) -> Bool {
        let ids = Set(tests.map { $0["respident"] ?? "" })
        return tests.allSatisfy { $0.name == "varequal" } && ids.count == 1 && ids.isDisjoint(with: several)
    }

    private func any(
        _ tests: [MarkupElement],
        _ answers: [String: [String]],
        wasMet: Bool
    ) throws(Unknown) -> Bool {
        for test in tests where try holds(test, answers, wasMet: wasMet) { return true }
        return false
    }

    private func holds(
        _ test: MarkupElement,
        _ answers: [String: [String]],
        wasMet: Bool
    ) throws(Unknown) -> Bool {
        let values = answers[test["respident"] ?? ""] ?? []
        switch test.name {
        case "and": return try meets(test, answers, wasMet: wasMet)
        case "or": return try any(test.children, answers, wasMet: wasMet)
        case "not":
            for child in test.children where try holds(child, answers, wasMet: wasMet) { return false }
            return true
        case "other": return !wasMet
        case "unanswered": return values.isEmpty
        case "varequal":
            guard test["index"] == nil else { throw Unknown() }
            return values.contains { test.isSame($0) }
        case "varlt", "varlte", "vargt", "vargte":
            guard let bound = QTI2Declaration.number(test.text) else { throw Unknown() }
            guard let value = QTI2Declaration.number(values.first) else { return false }
            return test.name.hasSuffix("lt")
                ? value < bound : test.name.hasSuffix("lte") ? value <= bound : compare(test.name, value, bound)
        default: throw Unknown()
        }
    }

    private func compare(_ name: String, _ value: Double, _ bound: Double) -> Bool {
        name == "vargt" ? value > bound : value >= bound
    }
}

extension MarkupElement {
    func isCardinality(_ name: String) -> Bool {
        (self["rcardinality"] ?? "Single").lowercased() == name
    }

    /// Whether a value is the one that `varequal` names.
    fileprivate func isSame(_ value: String) -> Bool {
        let text = text.trimmingSpaces
        if text == value { return true }
        if let one = QTI2Declaration.number(text), let two = QTI2Declaration.number(value) { return one == two }
        return isFlag("case") != true && text.lowercased() == value.lowercased()
    }
}
