import Zlib

/// Makes archives, sound ones and others: every field can be made to lie.
struct ZipBuilder {
    struct Item {
        var name: [UInt8]
        var content: [UInt8]
        var isDeflated = true
        var flags = 0x800
        var method: Int?
        var size: Int?
        var checksum: UInt32?
        var attributes = 0
        /// Sizes and checksum stand behind the content.
        var isStreamed = false
        var localName: [UInt8]?
        /// Where the directory says that it lies.
        var offset: Int?

        init(_ name: String, _ content: [UInt8]) {
            self.name = Array(name.utf8)
            self.content = content
        }

        init(_ name: String, _ content: String) {
            self.init(name, Array(content.utf8))
        }

        func with(_ change: (inout Item) -> Void) -> Item {
            var item = self
            change(&item)
            return item
        }

        fileprivate var packed: [UInt8] {
            guard isDeflated, let packed = Gzip.compress(content) else { return content }
            return Array(packed.dropFirst(10).dropLast(8))
        }
    }

    var comment: [UInt8] = []
    var count: Int?

    func archive(_ items: [Item]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for item in items {
            let packed = item.packed
            let offset = item.offset ?? bytes.count
            let sizes =
                long(Int(item.checksum ?? CRC32.checksum(item.content[...]))) + long(packed.count)
                + long(item.size ?? item.content.count)
            let flags = short(item.flags | (item.isStreamed ? 8 : 0))
            let common = flags + short(item.method ?? (item.isDeflated ? 8 : 0)) + long(0)
            let localName = item.localName ?? item.name
            bytes += [0x50, 0x4B, 3, 4] + short(20) + common
            bytes += item.isStreamed ? [UInt8](repeating: 0, count: 12) : sizes
            bytes += short(localName.count) + short(0) + localName + packed
            if item.isStreamed { bytes += [0x50, 0x4B, 7, 8] + sizes }
            directory += [0x50, 0x4B, 1, 2] + short(0x0314) + short(20) + common + sizes
            directory += short(item.name.count) + short(0) + short(0) + short(0) + short(0)
            directory += long(item.attributes) + long(offset) + item.name
        }
        let start = bytes.count
        let total = short(count ?? items.count)
        bytes += directory + [0x50, 0x4B, 5, 6] + short(0) + short(0) + total + total
        return bytes + long(directory.count) + long(start) + short(comment.count) + comment
    }

    private func short(_ value: Int) -> [UInt8] {
        [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private func long(_ value: Int) -> [UInt8] {
        short(value) + short(value >> 16)
    }
}
