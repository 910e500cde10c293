import Foundation

/// Numbers that a condition takes: one, or all between two.
struct QTI1Range {
    let written: String
    let accepted: (answer: String, tolerance: String)?

    /// All that a condition takes; a number within one of its ranges says nothing more.
    static func all(in test: MarkupElement, of response: String) -> [QTI1Range] {
        let found = alternatives(test, response)
        let ranges = found.filter { $0.lower != $0.upper }
        let points = found.filter { point in
            point.lower == point.upper && !ranges.contains { $0.holds(point.lower) }
        }
        var seen: Set<String> = []
        return (ranges + points).filter { seen.insert("\($0.lower) \($0.upper)").inserted }.map { bounds in
            QTI1Range(
                written: bounds.lower == bounds.upper ? bounds.lower : "\(bounds.lower)..\(bounds.upper)",
                accepted: bounds.lower == bounds.upper
                    ? PlainNumber.text(bounds.lower).map { ($0, "0") } : middle(bounds)
            )
        }
    }

    private static func middle(_ bounds: Bounds) -> (answer: String, tolerance: String)? {
        PlainNumber.middle(bounds.lower, bounds.upper).map { (plain($0.answer), plain($0.tolerance)) }
    }

    /// Without what binary fractions add: `3.1400000000000001` is 3.14.
    private static func plain(_ number: String) -> String {
        guard number.utf8.count > 14, let value = Double(number) else { return number }
        return PlainNumber.text(String(format: "%.12g", value)) ?? number
    }

    private struct Bounds {
        let lower: String
        let upper: String

        func holds(_ number: String) -> Bool {
            guard let number = Double(number), let lower = Double(lower), let upper = Double(upper) else {
                return false
            }
            return lower <= number && number <= upper
        }
    }

    private static func alternatives(_ element: MarkupElement, _ response: String) -> [Bounds] {
        let own = element.children.filter { $0["respident"] == response }
        func bounds(_ names: [String]) -> [String] {
            own.filter { names.contains($0.name) }.map { $0.text.trimmingSpaces }
        }
        let lower = bounds(["vargte", "vargt"])
        let upper = bounds(["varlte", "varlt"])
        var found = bounds(["varequal"]).map { Bounds(lower: $0, upper: $0) }
        if let low = lower.first, let high = upper.first, lower.count == 1, upper.count == 1 {
            // What is asked for besides is asked for within the range.
            if element.name != "or" { found = [] }
            found.append(
                PlainNumber.text(low) == PlainNumber.text(high)
                    ? Bounds(lower: low, upper: low) : Bounds(lower: low, upper: high)
            )
        } else if !lower.isEmpty || !upper.isEmpty {
            found.append(Bounds(lower: lower.first ?? "?", upper: upper.first ?? "?"))
        }
        return found
            + element.children.filter { ["or", "and"].contains($0.name) }.flatMap { alternatives($0, response) }
    }
}
