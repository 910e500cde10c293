/// The name by which the outside knows an attempt or a contestant: 128 random bits, 32 lower-case hex digits.
package struct PublicID: Hashable, Sendable {
    // Two words rather than a list: the id is a key of every table in memory.
    private let high: UInt64
    private let low: UInt64

    /// Takes 16 random bytes.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        high = bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Reads 32 lower-case hex digits, nothing else, so that one thing has one name.
    package init?(hex: some StringProtocol) {
        var (high, low): (UInt64, UInt64) = (0, 0)
        var count = 0
        for digit in hex.utf8 {
            guard let value = Self.value(ofHex: digit) else { return nil }
            high = high << 4 | low >> 60
            low = low << 4 | UInt64(value)
            count += 1
        }
        guard count == 32 else { return nil }
        self.high = high
        self.low = low
    }

    /// 16 bytes.
    package var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16)
        for place in 0..<8 {
            bytes[place] = UInt8(truncatingIfNeeded: high >> UInt64(56 - place * 8))
            bytes[place + 8] = UInt8(truncatingIfNeeded: low >> UInt64(56 - place * 8))
        }
        return bytes
    }

    package var hex: String { bytes.hex }

    /// The value of a lower-case hex digit.
    static func value(ofHex digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}

extension [UInt8] {
    /// Lower-case hex digits, two a byte.
    package var hex: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(count * 2)
        for byte in self {
            digits.append(Self.hexDigit(byte >> 4))
            digits.append(Self.hexDigit(byte & 15))
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }

    /// Reads lower-case hex digits.
    ///
    /// - Returns: `nil` at an odd count or at any other character.
    package init?(hex: some StringProtocol) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hex.utf8.count / 2)
        var high: UInt8?
        for digit in hex.utf8 {
            guard let value = PublicID.value(ofHex: digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        guard high == nil else { return nil }
        self = bytes
    }
}
