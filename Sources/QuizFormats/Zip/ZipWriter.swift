import Zlib

/// Makes an archive of files as they are, since pictures are packed already.
///
/// The same files always give the same bytes.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// 1 January 1980, the first day that the format knows; nobody's clock is in the file.
    private static let date = 0x0021
    /// Bit of the flags: names are UTF-8.
    private static let flags = 0x800

    mutating func add(_ name: String, _ content: [UInt8]) {
        let start = bytes.count
        let sum = Int(CRC32.checksum(content[...]))
        let facts =
            Self.short(20) + Self.short(Self.flags) + Self.short(0) + Self.short(0) + Self.short(Self.date)
            + Self.long(sum) + Self.long(content.count) + Self.long(content.count) + Self.short(name.utf8.count)
        bytes += [0x50, 0x4B, 3, 4] + facts + Self.short(0) + Array(name.utf8)
        bytes += content
        directory += [0x50, 0x4B, 1, 2] + Self.short(20) + facts
        // Extra field, comment, disk, attributes within and without.
        directory += [UInt8](repeating: 0, count: 12) + Self.long(start) + Array(name.utf8)
        count += 1
    }

    /// The archive, with its directory.
    func archive() -> [UInt8] {
        let end = [0x50, 0x4B, 5, 6] + Self.long(0) + Self.short(count) + Self.short(count)
        return bytes + directory + end + Self.long(directory.count) + Self.long(bytes.count) + Self.short(0)
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func long(_ value: Int) -> [UInt8] {
        short(value) + short(value >> 16)
    }
}
