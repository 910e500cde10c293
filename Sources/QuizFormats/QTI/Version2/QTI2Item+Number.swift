import QuizCore

extension QTI2Item {
    /// A number with how far off it may be, as the processing says it.
    private struct Accepted {
        let answer: String
        let tolerance: String
    }

    mutating func readNumber(
        _ response: QTI2Declaration,
        unit: MarkupElement?,
        _ question: inout ForeignQuestion
    ) -> Bool {
        var numbers = NumericAnswers()
        let accepted = accepted(response)
        if accepted.isEmpty {
            tellNoKey(response.place)
            return false
        }
        if accepted.count == 1, !verify(accepted[0], response) { return false }
        for one in accepted { numbers.add(one.answer, one.tolerance, weight: 100, at: response.place, &told.bank) }
        let best = response.mapping?.map(\.value).max() ?? 0
        for entry in response.mapping ?? [] where entry.value > 0 && entry.value < best {
            numbers.add(entry.key, "0", weight: entry.value / best * 100, at: entry.place, &told.bank)
        }
        let named = unit.map { (text: texts.read($0), place: $0.place) }
        return numbers.set(&question, unit: named ?? metadata.tags.unit.map { ($0.text, $0.place) }, &told.bank)
    }

    private func accepted(_ response: QTI2Declaration) -> [Accepted] {
        let tests = comparisons(response)
        let equals = tests.filter { $0.name == "equal" }.compactMap { accepted($0, response) }
        if !equals.isEmpty { return distinct(equals) }
        if let range = range(tests, response) { return [range] }
        let best = response.mapping?.map(\.value).max() ?? 0
        let mapped = (response.mapping ?? []).filter { best > 0 && $0.value == best }.map(\.key)
        let written = response.correct.isEmpty ? mapped : response.correct
        return distinct(written.compactMap { PlainNumber.text($0) }.map { Accepted(answer: $0, tolerance: "0") })
    }

    private func distinct(_ all: [Accepted]) -> [Accepted] {
        var seen: Set<String> = []
        return all.filter { seen.insert("\($0.answer):\($0.tolerance)").inserted }
    }

    /// Comparisons of the response with a number.
    private func comparisons(_ response: QTI2Declaration) -> [MarkupElement] {
        let names: Set<String> = ["equal", "gt", "gte", "lt", "lte"]
        return (root.first("responseProcessing")?.outermost { names.contains($0.name) } ?? []).filter { test in
            test.children.count == 2
                && test.children.contains { $0.name == "variable" && $0["identifier"] == response.id }
        }
    }

    private func constant(_ test: MarkupElement, _ response: QTI2Declaration) -> String? {
        if let value = test.first("baseValue") { return QTI2Declaration.normal(value.text) }
        return test.first("correct")?["identifier"] == response.id ? response.correct.first : nil
    }

    private func accepted(_ test: MarkupElement, _ response: QTI2Declaration) -> Accepted? {
        guard let text = constant(test, response), let answer = PlainNumber.text(text) else { return nil }
        guard let tolerance = QTI2Tolerance(test) else { return Accepted(answer: answer, tolerance: "0") }
        guard !tolerance.isRelative, tolerance.lower == tolerance.upper else {
            guard let number = QTI2Declaration.number(text), let bounds = tolerance.bounds(around: number),
                let middle = PlainNumber.middle("\(bounds.lower)", "\(bounds.upper)")
            else { return nil }
            return Accepted(answer: middle.answer, tolerance: middle.tolerance)
        }
        let first = (test["tolerance"] ?? "0").split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "0"
        return PlainNumber.text(first).map { Accepted(answer: answer, tolerance: $0) }
    }

    /// One lower and one upper bound make a range.
    private func range(_ tests: [MarkupElement], _ response: QTI2Declaration) -> Accepted? {
        func bound(_ isLower: Bool) -> [String] {
            tests.compactMap { test in
                let isFirst = test.children.first?.name == "variable"
                let isAbove = test.name.hasPrefix("g") == isFirst
                return isAbove == isLower ? constant(test, response) : nil
            }
        }
        let lower = bound(true)
        let upper = bound(false)
        guard lower.count == 1, upper.count == 1, let middle = PlainNumber.middle(lower[0], upper[0]) else {
            return nil
        }
        return Accepted(answer: middle.answer, tolerance: middle.tolerance)
    }

    /// Whether the processing takes just what lies within the tolerance; what it does else is told.
    private mutating func verify(_ accepted: Accepted, _ response: QTI2Declaration) -> Bool {
        guard let answer = Double(accepted.answer.replacing(",", with: ".")),
            let tolerance = Double(accepted.tolerance.replacing(",", with: "."))
        else { return true }
        func mark(_ number: Double) -> Double? { score(response, ["\(number)"]) }
        let beyond = tolerance * 1.05 + max(abs(answer) * 1e-6, 1e-9)
        guard let right = mark(answer), let none = score(response, []), right > none else {
            guard !response.correct.isEmpty else {
                tellNoKey(response.place)
                return false
            }
            tellUnverified(response.place)
            return true
        }
        let within = [answer - tolerance * 0.95, answer + tolerance * 0.95].map(mark)
        let outside = [answer - beyond, answer + beyond].map(mark)
        guard within.allSatisfy({ $0 == right }), outside.allSatisfy({ $0.map { $0 < right } ?? false }) else {
            tellAmbiguous(response.place)
            return false
        }
        return true
    }
}
