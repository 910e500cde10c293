/// In which order the options of one question are shown: shown place to place in the bank.
///
/// What is to be ordered or matched counts by its place in ``OrderQuestion/sorted`` or ``MatchQuestion/rights`` instead.
///
/// Packed into one word, four bits a place, so that a paper needs no further memory for it.
package struct OptionOrder: Hashable, Sendable {
    private var nibbles: UInt64
    package let count: Int

    /// The author's order.
    ///
    /// - Parameter count: `0...ChoiceQuestion.maximumOptions`.
    package init(count: Int) {
        self.count = count
        nibbles = 0xFEDC_BA98_7654_3210 & (count == 16 ? .max : (1 << UInt64(count * 4)) - 1)
    }

    /// The place in the bank of what is shown at `place`, both counted from 0.
    package subscript(place: Int) -> Int {
        get { Int(nibbles >> UInt64(place * 4) & 15) }
        set {
            let shift = UInt64(place * 4)
            nibbles = nibbles & ~(15 << shift) | UInt64(newValue) << shift
        }
    }

    package mutating func swapAt(_ one: Int, _ other: Int) {
        let kept = self[one]
        self[one] = self[other]
        self[other] = kept
    }

    /// Where the members of a set of the author's places are shown.
    package func shown(_ original: PlaceSet) -> PlaceSet {
        var bits: UInt16 = 0
        var rest = nibbles
        for place in 0..<count {
            if original.contains(Int(rest & 15)) { bits |= 1 << place }
            rest >>= 4
        }
        return PlaceSet(bits: bits)
    }

    /// Reads two places a byte, the first in the upper half: half of `count` bytes, rounded up.
    ///
    /// - Returns: `nil` if a place is missing or named twice, or something stands behind the last.
    init?(stored bytes: ArraySlice<UInt8>, count: Int) {
        self.init(count: count)
        let halves = bytes.flatMap { [Int($0 >> 4), Int($0 & 15)] }
        var seen = 0
        for (place, original) in halves.prefix(count).enumerated() {
            guard original < count, seen & 1 << original == 0 else { return nil }
            seen |= 1 << original
            self[place] = original
        }
        guard halves.dropFirst(count).allSatisfy({ $0 == 0 }) else { return nil }
    }
}
