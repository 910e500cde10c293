/// Finds sets that have most of their members in common, without comparing each with each.
///
/// Two sets with a Jaccard index of t or more share a member among the first `n - ceil(t n) + 1` of each, in any one order
/// of all members; with the rare ones first hardly any other pair does. Source: Chaudhuri, Ganti, Kaushik, "A Primitive
/// Operator for Similarity Joins in Data Cleaning" (ICDE 2006); Bayardo, Ma, Srikant, "Scaling Up All Pairs Similarity
/// Search" (WWW 2007).
struct LikenessSearch {
    struct Found: Hashable {
        let index: Int
        let other: Int
        let likeness: Double
    }

    private let threshold: Double
    private var patience: Int
    private var sets: [Shingles] = []
    /// How many sets have a member.
    private var counts: [UInt64: Int32] = [:]

    var isExhausted: Bool { patience <= 0 }

    init(threshold: Double, patience: Int) {
        self.threshold = threshold
        self.patience = patience
    }

    mutating func add(_ set: Shingles) {
        sets.append(set)
        for member in set.hashes { counts[member, default: 0] += 1 }
    }

    /// For each set at `start` or behind, the most alike of all before it; of several the first.
    mutating func best(from start: Int) -> [Found] {
        var found: [Found] = []
        // Only members that another set has too can lead anywhere.
        var postings: [UInt64: [Int32]] = [:]
        var seen = [Int32](repeating: -1, count: sets.count)
        for index in sets.indices {
            let prefix = prefix(of: sets[index])
            if index >= start, let one = best(for: index, prefix, postings, &seen) { found.append(one) }
            for member in prefix where counts[member, default: 0] > 1 {
                postings[member, default: []].append(Int32(truncatingIfNeeded: index))
            }
        }
        return found
    }

    private mutating func best(
        for index: Int,
        _ prefix: ArraySlice<UInt64>,
        _ postings: [UInt64: [Int32]],
        _ seen: inout [Int32]
    ) -> Found? {
        let set = sets[index]
        var best: Found?
        for member in prefix {
            for other in postings[member] ?? [] {
                guard patience > 0 else { return best }
                patience -= 1
                guard seen[Int(other)] != Int32(truncatingIfNeeded: index) else { continue }
                seen[Int(other)] = Int32(truncatingIfNeeded: index)
                let likeness = likeness(set, sets[Int(other)])
                guard likeness >= threshold else { continue }
                let isBetter = best.map { ($0.likeness, -$0.other) < (likeness, -Int(other)) } ?? true
                if isBetter { best = Found(index: index, other: Int(other), likeness: likeness) }
            }
        }
        return best
    }

    /// Sets of too different sizes need no look at their members.
    private func likeness(_ one: Shingles, _ other: Shingles) -> Double {
        let (small, large) = (min(one.hashes.count, other.hashes.count), max(one.hashes.count, other.hashes.count))
        return Double(small) < threshold * Double(large) ? 0 : one.likeness(to: other)
    }

    private func prefix(of set: Shingles) -> ArraySlice<UInt64> {
        let rare = set.hashes.map { (count: counts[$0, default: 0], member: $0) }.sorted { $0 < $1 }.map(\.member)
        // One more than needed, so that no rounding of the threshold loses a pair.
        let needed = rare.count - Int(threshold * Double(rare.count)) + 1
        return rare.prefix(needed)
    }
}
