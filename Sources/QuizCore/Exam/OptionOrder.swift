/// In which order the options of one question are shown: shown place to place in the bank.
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
}
