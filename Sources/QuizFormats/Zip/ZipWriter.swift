import Zlib

/// Writes archives; the same files always give the same bytes.
struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count = 0

    /// Version 2.0, names in UTF-8, 1980-01-01.
    private static let version = 20
    private static let flags = 0x800
    private static let date = 0x21

    /// Adds a file; an archive of ours holds fewer than 65,536 files and bytes than 4 GiB.
    mutating func add(_ name: String, _ content: [UInt8]) {
        // Behind the gzip header of ten bytes stands the raw stream, before its trailer of eight.
        let stream = Gzip.compress(content).map { Array($0.dropFirst(10).dropLast(8)) }
        let isDeflated = stream.map { $0.count < content.count } ?? false
        let packed = isDeflated ? stream ?? content : content
        let sum = Int(CRC32.checksum(content[...]))
        let name = Array(name.utf8)
        let fields =
            Self.short(Self.version) + Self.short(Self.flags) + Self.short(isDeflated ? 8 : 0) + Self.short(0)
            + Self.short(Self.date) + Self.long(sum) + Self.long(packed.count) + Self.long(content.count)
            + Self.short(name.count) + Self.short(0)
        directory += Self.long(0x0201_4B50) + Self.short(Self.version) + fields + Self.short(0) + Self.short(0)
        directory += Self.short(0) + Self.long(0) + Self.long(bytes.count) + name
        bytes += Self.long(0x0403_4B50) + fields + name + packed
        count += 1
    }

    func finished() -> [UInt8] {
        let end = Self.long(0x0605_4B50) + Self.short(0) + Self.short(0) + Self.short(count) + Self.short(count)
        return bytes + directory + end + Self.long(directory.count) + Self.long(bytes.count) + Self.short(0)
    }

    private static func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static func long(_ value: Int) -> [UInt8] {
        short(value) + short(value >> 16)
    }
}
