/// The 512 bytes before each file of a tar archive (POSIX ustar): of a plain file that its owner alone may read.
///
/// It is written in one way only, so that a reader can compare every byte with what it must be.
package struct TarHeader: Equatable {
    static let blockSize = 512

    let name: String
    /// Unit: bytes.
    let size: Int
    /// Unit: seconds since 1970.
    let time: Int

    package init(name: String, size: Int, time: Int) {
        self.name = name
        self.size = size
        self.time = time
    }

    /// Reads a header.
    ///
    /// - Returns: `nil` unless each byte is as ``bytes`` would write it.
    package init?(_ block: [UInt8]) {
        guard block.count == Self.blockSize,
            let end = block[..<100].firstIndex(of: 0),
            let size = Self.number(block[124..<136]),
            let time = Self.number(block[136..<148])
        else { return nil }
        self.init(name: String(decoding: block[..<end], as: UTF8.self), size: size, time: time)
        guard bytes == block else { return nil }
    }

    package var bytes: [UInt8] {
        var block = [UInt8](repeating: 0, count: Self.blockSize)
        func put(_ text: String, at place: Int) {
            for (offset, byte) in text.utf8.enumerated() where place + offset < block.count {
                block[place + offset] = byte
            }
        }
        put(name, at: 0)
        put("0000600", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        block.replaceSubrange(124..<136, with: Self.field(size))
        block.replaceSubrange(136..<148, with: Self.field(time))
        put("        ", at: 148)
        put("0", at: 156)
        put("ustar", at: 257)
        put("00", at: 263)
        let sum = String(block.reduce(0) { $0 + Int($1) }, radix: 8)
        put(String(repeating: "0", count: max(0, 6 - sum.count)) + sum, at: 148)
        block[154] = 0
        return block
    }

    /// Zeros that fill up the last block of a file.
    var padding: Int {
        (Self.blockSize - size % Self.blockSize) % Self.blockSize
    }

    /// Eleven octal digits; from 8 GiB on eleven bytes behind the mark 0x80, as GNU tar has it.
    private static func field(_ number: Int) -> [UInt8] {
        let digits = Array(String(number, radix: 8).utf8)
        if digits.count <= 11 {
            return [UInt8](repeating: UInt8(ascii: "0"), count: 11 - digits.count) + digits + [0]
        }
        return [0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if field.first == 0x80 {
            guard field.dropFirst().prefix(3).allSatisfy({ $0 == 0 }) else { return nil }
            let value = field.suffix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return Int(exactly: value)
        }
        return Int(String(decoding: field.prefix { $0 != 0 }, as: UTF8.self), radix: 8).flatMap { $0 >= 0 ? $0 : nil }
    }
}
