/// The questions drawn for one attempt, in order.
package struct Paper: Hashable, Sendable {
    /// The algorithm that drew it; another way of drawing takes another number and leaves this one as it is (I6).
    package static let version = 1
    /// Draws the sections anew while the paper lies outside a ``DifficultyBand``.
    package static let bandedVersion = 2

    package struct Item: Hashable, Sendable {
        /// Index into ``QuestionPool/questions``.
        package let ordinal: Int
        package let order: OptionOrder

        package init(ordinal: Int, order: OptionOrder) {
            self.ordinal = ordinal
            self.order = order
        }
    }

    package let items: [Item]

    package init(items: [Item]) {
        self.items = items
    }

    /// The stored form, about 100 bytes for 20 questions: per question the ordinal in 2 bytes, big-endian, the number of
    /// options in 1, then the order, two places a byte, the first in the upper half.
    package var stored: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(items.count * 5)
        for item in items {
            bytes.append(UInt8(truncatingIfNeeded: item.ordinal >> 8))
            bytes.append(UInt8(truncatingIfNeeded: item.ordinal))
            bytes.append(UInt8(item.order.count))
            for place in stride(from: 0, to: item.order.count, by: 2) {
                let second = place + 1 < item.order.count ? item.order[place + 1] : 0
                bytes.append(UInt8(item.order[place] << 4 | second))
            }
        }
        return bytes
    }

    /// Reads the stored form.
    ///
    /// - Returns: `nil` if the bytes are not one.
    package init?(stored bytes: [UInt8]) {
        var items: [Item] = []
        var next = 0
        while next < bytes.count {
            guard next + 3 <= bytes.count else { return nil }
            let count = Int(bytes[next + 2])
            let length = (count + 1) / 2
            guard count <= ChoiceQuestion.maximumOptions, next + 3 + length <= bytes.count else { return nil }
            guard let order = OptionOrder(stored: bytes[next + 3..<next + 3 + length], count: count) else { return nil }
            items.append(Item(ordinal: Int(bytes[next]) << 8 | Int(bytes[next + 1]), order: order))
            next += 3 + length
        }
        self.items = items
    }
}
