/// What a contestant is ranked by, made comparable: the codes of the contest's criteria one behind the other as one
/// number of 320 bits, smaller is better.
///
/// Every chain of criteria fits, and a board of a million keys stays in one piece of memory each, 40 bytes long.
package struct RankKey: Comparable, Hashable, Sendable {
    private var words: InlineArray<5, UInt64>

    package static let bits = 320

    package init(of result: RankedResult, by criteria: [Criterion]) {
        words = InlineArray(repeating: 0)
        var offset = 0
        for criterion in criteria {
            write(criterion.code(of: result), at: offset, bits: criterion.bits)
            offset += criterion.bits
        }
    }

    package static func < (left: Self, right: Self) -> Bool {
        for index in 0..<5 where left.words[index] != right.words[index] {
            return left.words[index] < right.words[index]
        }
        return false
    }

    package static func == (left: Self, right: Self) -> Bool {
        for index in 0..<5 where left.words[index] != right.words[index] { return false }
        return true
    }

    package func hash(into hasher: inout Hasher) {
        for index in 0..<5 { hasher.combine(words[index]) }
    }

    /// The first criterion of the chain in which two keys differ.
    package func firstDifference(from other: RankKey, by criteria: [Criterion]) -> Criterion? {
        guard let word = (0..<5).first(where: { words[$0] != other.words[$0] }) else { return nil }
        let bit = word * 64 + (words[word] ^ other.words[word]).leadingZeroBitCount
        var end = 0
        return criteria.first { criterion in
            end += criterion.bits
            return bit < end
        }
    }

    /// What the key holds of a criterion.
    ///
    /// - Returns: `nil` for one that is not in the chain, and for a missing value.
    package func value(of criterion: Criterion, in criteria: [Criterion]) -> Int64? {
        code(of: criterion, in: criteria).flatMap { $0 == criterion.missing ? nil : criterion.value(of: $0) }
    }

    func code(of criterion: Criterion, in criteria: [Criterion]) -> UInt64? {
        Self.offset(of: criterion, in: criteria).map { read(at: $0, bits: criterion.bits) }
    }

    mutating func set(_ code: UInt64, of criterion: Criterion, in criteria: [Criterion]) {
        guard let offset = Self.offset(of: criterion, in: criteria) else { return }
        write(code, at: offset, bits: criterion.bits)
    }

    private static func offset(of criterion: Criterion, in criteria: [Criterion]) -> Int? {
        var offset = 0
        for other in criteria {
            if other == criterion { return offset }
            offset += other.bits
        }
        return nil
    }

    /// Puts `value`, which is below `2^bits`, in place of what is there; bit 0 is the most significant.
    private mutating func write(_ value: UInt64, at offset: Int, bits: Int) {
        let word = offset / 64
        let room = 64 - offset % 64
        let mask = UInt64.max >> UInt64(64 - bits)
        if bits <= room {
            words[word] = words[word] & ~(mask << UInt64(room - bits)) | value << UInt64(room - bits)
        } else {
            let rest = bits - room
            words[word] = words[word] & ~(mask >> UInt64(rest)) | value >> UInt64(rest)
            words[word + 1] = words[word + 1] & ~(mask << UInt64(64 - rest)) | value << UInt64(64 - rest)
        }
    }

    private func read(at offset: Int, bits: Int) -> UInt64 {
        let word = offset / 64
        let room = 64 - offset % 64
        let mask = UInt64.max >> UInt64(64 - bits)
        if bits <= room { return words[word] >> UInt64(room - bits) & mask }
        let rest = bits - room
        return (words[word] << UInt64(rest) | words[word + 1] >> UInt64(64 - rest)) & mask
    }
}
