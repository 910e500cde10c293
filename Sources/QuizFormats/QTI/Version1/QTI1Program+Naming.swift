extension QTI1Program {
    /// Sets of options that a condition names together, and all of them: worth trying.
    func candidates(_ response: String) -> [Set<String>] {
        let sets = conditions.filter { !$0.settings.isEmpty }.prefix(200).map { condition in
            Set(Self.named(condition.test, response))
        }
        let earning = conditions.filter(\.isEarning).flatMap { Self.named($0.test, response) }
        return sets + [Set(earning)]
    }

    /// Values that conditions of marks name, in the order of the document, each once.
    func values(_ response: String) -> [String] {
        var seen: Set<String> = []
        return conditions.filter { !$0.settings.isEmpty }.flatMap { Self.named($0.test, response) }
            .filter { seen.insert($0).inserted }
    }

    /// Rows of values, each of which one condition asks for, with what it earns.
    func rows(_ response: String) -> [(values: [String], mark: Double)] {
        conditions.filter(\.isEarning).map { condition in
            let tests = Self.equalities(condition.test, response)
            let places = tests.compactMap { $0["index"].flatMap { Int($0) } }
            let sorted =
                places.count == tests.count
                ? zip(places, tests).sorted { $0.0 < $1.0 }.map(\.1) : tests
            return (sorted.map { $0.text.trimmingSpaces }, condition.settings.map(\.value).reduce(0, +))
        }
    }

    private static func named(_ test: MarkupElement, _ response: String) -> [String] {
        equalities(test, response).map { $0.text.trimmingSpaces }
    }

    /// Those that are not denied.
    private static func equalities(_ test: MarkupElement, _ response: String) -> [MarkupElement] {
        test.outermost { $0.name == "varequal" || $0.name == "not" }
            .filter { $0.name == "varequal" && $0["respident"] == response }
    }
}
