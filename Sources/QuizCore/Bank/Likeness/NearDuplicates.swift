/// Questions of a bank that say nearly what another question says, in the same bank or in others.
package struct NearDuplicates: Sendable {
    /// From where on two questions are told to be nearly the same; measured on the banks that ship with the project
    /// (docs/formats.md).
    package static let threshold = 0.75

    /// Where the other question stands.
    package enum Other: Hashable, Sendable {
        /// Index of an earlier question of the same bank.
        case here(Int)
        /// Indices of the bank among the others, and of the question in it.
        case elsewhere(bank: Int, question: Int)
    }

    package struct Pair: Hashable, Sendable {
        /// Index of the question.
        package let question: Int
        package let other: Other
        /// At least ``threshold``, at most 1.
        package let likeness: Double
    }

    /// The most alike of each question that has any, in the order of the bank.
    package let pairs: [Pair]
    /// `false`: so many questions share so much that the search was given up before its end.
    package let isComplete: Bool

    /// Compares every question with those before it and with those of the other banks.
    ///
    /// `patience` is how many comparisons at most are made.
    package init(in bank: Bank, among others: [Bank], patience: Int = 20_000_000) {
        var search = LikenessSearch(threshold: Self.threshold, patience: patience)
        for other in others { for question in other.questions { search.add(Shingles(of: question)) } }
        for question in bank.questions { search.add(Shingles(of: question)) }
        let places = Places(others)
        let found = search.best(from: places.count)
        pairs = found.map { one in
            Pair(question: one.index - places.count, other: places.other(one.other), likeness: one.likeness)
        }
        isComplete = !search.isExhausted
    }

    /// From the one row of questions that is searched back to banks.
    private struct Places {
        private var starts: [Int] = []
        /// Questions of the other banks, which stand first.
        private(set) var count = 0

        init(_ banks: [Bank]) {
            for bank in banks {
                starts.append(count)
                count += bank.questions.count
            }
        }

        func other(_ index: Int) -> Other {
            guard index < count, let bank = starts.lastIndex(where: { $0 <= index }) else {
                return .here(index - count)
            }
            return .elsewhere(bank: bank, question: index - starts[bank])
        }
    }
}
