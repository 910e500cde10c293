/// A question as statistics count it: one and the same in every version of a contest that asks it unchanged.
package struct Item: Hashable, Sendable {
    package let bank: String
    package let question: Question

    package init(bank: String, question: Question) {
        self.bank = bank
        self.question = question
    }
}

/// The questions of all versions of a contest, numbered in the order of their pools.
package struct ItemList: Sendable {
    package private(set) var items: [Item] = []
    private var known: [Item: Int] = [:]
    /// By key of the definition: the number of the question at each ordinal of its pool.
    private var numbers: [Int64: [Int]] = [:]

    package init() {}

    package func holds(_ definition: Int64) -> Bool {
        numbers[definition] != nil
    }

    package mutating func add(_ definition: Definition) {
        numbers[definition.key] = definition.pool.questions.indices.map { ordinal in
            number(of: Item(bank: definition.pool.banks[ordinal], question: definition.pool.questions[ordinal]))
        }
    }

    /// The number of a question that a paper names.
    ///
    /// - Returns: `nil` if the definition is not in the list, or has no such question.
    func number(of ordinal: Int, in definition: Int64) -> Int? {
        guard let numbers = numbers[definition], numbers.indices.contains(ordinal) else { return nil }
        return numbers[ordinal]
    }

    private mutating func number(of item: Item) -> Int {
        if let number = known[item] { return number }
        items.append(item)
        known[item] = items.count - 1
        return items.count - 1
    }
}
