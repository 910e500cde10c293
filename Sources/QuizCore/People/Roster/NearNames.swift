/// Names that differ by one letter, of people of one year in one class: slips of whoever typed the list, often enough.
struct NearNames {
    struct Person {
        /// Place in the list; `nil`: on the roster already.
        let index: Int?
        let name: String
        let letters: [UInt8]
        /// Where the first word ends.
        let firstEnd: Int

        init(index: Int?, name: String, folded: String) {
            self.index = index
            self.name = name
            letters = Array(folded.utf8)
            firstEnd = letters.firstIndex(of: UInt8(ascii: " ")) ?? letters.count
        }
    }

    struct Pair: Hashable {
        let index: Int
        let other: String
        /// Place of the other in the list, if it is of the list.
        let otherIndex: Int?
    }

    /// More are no help to anybody, and would cost time.
    static let maximum = 500
    private static let maximumCompared = 5_000_000

    private var buckets: [String: [Person]] = [:]

    mutating func add(_ person: Person, unit: String, birthYear: Int) {
        buckets["\(unit) \(birthYear)", default: []].append(person)
    }

    func pairs() -> [Pair] {
        var found: Set<Pair> = []
        var compared = 0
        for bucket in buckets.values where bucket.count > 1 {
            // One slip leaves the first word as it is, or all the others.
            let halves =
                Dictionary(grouping: bucket) { Array($0.letters[..<$0.firstEnd]) }.values.map { $0 }
                + Dictionary(grouping: bucket) { Array($0.letters[$0.firstEnd...]) }.values.map { $0 }
            for half in halves { Self.compare(half, &found, &compared) }
        }
        return found.sorted { ($0.index, $0.other) < ($1.index, $1.other) }
    }

    private static func compare(_ people: [Person], _ found: inout Set<Pair>, _ compared: inout Int) {
        for (place, one) in people.enumerated() {
            for other in people[(place + 1)...] where one.index != nil || other.index != nil {
                compared += 1
                guard found.count < maximum, compared < maximumCompared else { return }
                guard one.letters != other.letters, isOneEdit(one.letters, other.letters) else { continue }
                // Told at the later of the two.
                let isLater = (one.index ?? -1) > (other.index ?? -1)
                let (late, early) = isLater ? (one, other) : (other, one)
                if let index = late.index {
                    found.insert(Pair(index: index, other: early.name, otherIndex: early.index))
                }
            }
        }
    }

    /// Whether one letter put in, taken out or changed makes one out of the other, or two neighbours changed places.
    static func isOneEdit(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        guard long.count - short.count <= 1 else { return false }
        var start = 0
        while start < short.count, short[start] == long[start] { start += 1 }
        if short.count < long.count { return short[start...] == long[(start + 1)...] }
        guard start < short.count else { return false }
        if short[(start + 1)...] == long[(start + 1)...] { return true }
        guard start + 1 < short.count else { return false }
        return short[start] == long[start + 1] && short[start + 1] == long[start]
            && short[(start + 2)...] == long[(start + 2)...]
    }
}
