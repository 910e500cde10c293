/// What was written for an answer, told apart as marking does.
struct TextTally: Sendable {
    /// Of the texts that are told apart; what comes after so many others is not counted by itself.
    static let limit = 1_000
    /// Fewer might point at a person.
    static let minimumPersons = 3

    struct Entry: Sendable {
        fileprivate(set) var count = 0
        fileprivate(set) var rest: Int128 = 0
        /// Those who wrote it, as many as matter.
        private var persons: [Int64] = []

        fileprivate mutating func add(person: Int64, rest: Int) {
            count += 1
            self.rest += Int128(rest)
            if persons.count < TextTally.minimumPersons, !persons.contains(person) { persons.append(person) }
        }

        fileprivate var isOfMany: Bool { persons.count >= TextTally.minimumPersons }
    }

    private var entries: [String: Entry] = [:]

    mutating func add(_ text: String, person: Int64, rest: Int) {
        guard entries.count < Self.limit || entries[text] != nil else { return }
        entries[text, default: Entry()].add(person: person, rest: rest)
    }

    /// The most frequent, at most `limit`; among equals bytewise.
    func frequent(_ limit: Int) -> [(text: String, entry: Entry)] {
        entries.filter { $0.value.isOfMany }
            .sorted { one, other in
                one.value.count != other.value.count
                    ? one.value.count > other.value.count
                    : one.key.utf8.lexicographicallyPrecedes(other.key.utf8)
            }
            .prefix(limit)
            .map { ($0.key, $0.value) }
    }

    /// One way of writing what marking takes for the same.
    static func folded(_ text: String, _ body: QuestionBody) -> String {
        if case .numeric = body, let number = DecimalValue(text) { return number.text }
        return text.answerFolded
    }
}
