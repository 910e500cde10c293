import QuizCore

/// The central directory of an archive, which stands at its end.
struct ZipDirectory {
    private(set) var entries: [ZipEntry] = []

    private static let endSignature: UInt32 = 0x0605_4B50
    private static let endSize = 22

    init(_ bytes: [UInt8]) throws(Faults) {
        let reader = ZipBytes(bytes)
        guard let end = Self.end(in: reader) else {
            throw .archive(vi: "không thấy thư mục ở cuối tệp", en: "there is no directory at its end")
        }
        // Disk numbers, then counts on this disk and in all: an archive in parts is not taken.
        guard reader.short(end + 4) == 0, reader.short(end + 6) == 0, let count = reader.short(end + 10),
            reader.short(end + 8) == count, let size = reader.long(end + 12), let start = reader.long(end + 16)
        else { throw .archive(vi: "bị chia thành nhiều phần", en: "it is split into parts") }
        guard count != 0xFFFF, size != Int(UInt32.max), start != Int(UInt32.max) else {
            throw .archive(vi: "dùng dạng ZIP64", en: "it uses ZIP64")
        }
        guard count <= ZipArchive.maximumEntries else {
            throw .archive(
                vi: "có \(count) mục, nhiều nhất là \(ZipArchive.maximumEntries)",
                en: "it has \(count) entries, \(ZipArchive.maximumEntries) are the most"
            )
        }
        guard start + size == end else {
            throw .archive(vi: "thư mục sai vị trí", en: "its directory is misplaced")
        }
        var place = start
        for _ in 0..<count {
            let (entry, next) = try ZipEntry.read(at: place, directory: start, reader)
            entries.append(entry)
            place = next
        }
        guard place == end else { throw .archive(vi: "thư mục sai độ dài", en: "its directory has a wrong length") }
    }

    /// Where the end record begins whose comment reaches just to the end of the file.
    private static func end(in reader: ZipBytes) -> Int? {
        let last = reader.count - endSize
        guard last >= 0 else { return nil }
        for place in stride(from: last, through: max(0, last - 0xFFFF), by: -1)
        where reader.unsigned(place) == endSignature && reader.short(place + 20) == last - place {
            return place
        }
        return nil
    }
}

/// Numbers in an archive, lowest byte first; `nil` beyond its end.
struct ZipBytes {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var count: Int { bytes.count }

    func short(_ place: Int) -> Int? {
        guard place >= 0, place <= bytes.count - 2 else { return nil }
        return Int(bytes[place]) | Int(bytes[place + 1]) << 8
    }

    func long(_ place: Int) -> Int? {
        guard let low = short(place), let high = short(place + 2) else { return nil }
        return low | high << 16
    }

    func unsigned(_ place: Int) -> UInt32? {
        long(place).map { UInt32(truncatingIfNeeded: $0) }
    }

    func slice(_ place: Int, _ count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count - count else { return nil }
        return bytes[place..<place + count]
    }
}
