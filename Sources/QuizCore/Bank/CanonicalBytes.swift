/// Bytes that say the same thing in one way only: every field carries its length, every list its count.
///
/// A field is its length as 4 bytes, big-endian, then its bytes; a number is 8 bytes, big-endian, two's complement.
/// Two different sequences of fields never give the same bytes, so a digest over them can stand for the content (I6).
package struct CanonicalBytes {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func append(_ field: [UInt8]) {
        appendLength(field.count)
        bytes.append(contentsOf: field)
    }

    package mutating func append(_ text: String) {
        appendLength(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    package mutating func append(_ number: Int64) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
        }
    }

    package mutating func append(_ number: Int) {
        append(Int64(number))
    }

    package mutating func append(_ flag: Bool) {
        bytes.append(flag ? 1 : 0)
    }

    /// Appends how many texts there are, then each.
    package mutating func append(list texts: [String]) {
        append(texts.count)
        for text in texts { append(text) }
    }

    private mutating func appendLength(_ count: Int) {
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> shift))
        }
    }
}
