/// What becomes different of a unit that is stored.
package struct UnitChange: Hashable, Sendable {
    package struct Part: Hashable, Sendable {
        /// As files name it.
        package let key: String
        /// Empty: nothing was said.
        package let from: String
        /// Empty: nothing is said any more.
        package let to: String
    }

    package let code: String
    package let title: String
    package let parts: [Part]

    /// - Returns: `nil` if nothing is different.
    package init?(from former: Unit, to unit: Unit) {
        code = unit.code
        title = unit.title
        let facts: [(String, String?, String?)] = [
            ("title", former.title, unit.title), ("type", former.type, unit.type),
            ("parent", former.parent, unit.parent),
            ("educationParent", former.educationParent, unit.educationParent),
            ("validFrom", former.validFrom?.text, unit.validFrom?.text),
            ("validTo", former.validTo?.text, unit.validTo?.text),
            ("successors", former.successors.joined(separator: ", "), unit.successors.joined(separator: ", ")),
        ]
        let changed = facts.filter { $0.1 != $0.2 }.map { Part(key: $0.0, from: $0.1 ?? "", to: $0.2 ?? "") }
        // Counts are added to those there are.
        let counted = unit.headcounts.filter { !former.headcounts.contains($0) }
        parts = changed + counted.map { Part(key: "headcount", from: "", to: $0.words) }
        if parts.isEmpty { return nil }
    }
}

extension Headcount {
    /// `thcs 300 (2026-09-05, Báo cáo đầu năm học)`.
    package var words: String {
        let details = [countedOn?.text, source].compactMap { $0 }.joined(separator: ", ")
        return [group, "\(count)"].compactMap { $0 }.joined(separator: " ") + (details.isEmpty ? "" : " (\(details))")
    }
}
