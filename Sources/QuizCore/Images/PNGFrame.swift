/// The chunks of a PNG (W3C, Portable Network Graphics, third edition).
struct PNGFrame {
    private(set) var frame = ImageFrame()
    private let file: ImageBytes
    private var hasPalette = false
    private var hasData = false
    private var isIndexed = false

    /// What stays, since it says how the pixels are to be understood; all else is text, times, metadata or somebody's own.
    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "cICP",
    ]

    init(_ bytes: [UInt8]) throws(ImageRefusal) {
        file = ImageBytes(bytes)
        frame.bytes.reserveCapacity(bytes.count)
        frame.bytes += ImageSignature.png
        var place = frame.bytes.count
        while true {
            let chunk = try chunk(at: place)
            if frame.width == 0, chunk.name != "IHDR" { throw Self.damaged(vi: "thiếu phần đầu", en: "no header") }
            try take(chunk)
            place = chunk.range.upperBound
            if chunk.name == "IEND" { break }
        }
        guard place == file.count else {
            throw Self.damaged(vi: "có dữ liệu thừa ở cuối", en: "there is something behind its end")
        }
        guard hasData, hasPalette || !isIndexed else {
            throw Self.damaged(vi: "thiếu dữ liệu điểm ảnh", en: "its pixels are missing")
        }
    }

    private struct Chunk {
        let name: String
        let data: Range<Int>
        let range: Range<Int>
    }

    private func chunk(at place: Int) throws(ImageRefusal) -> Chunk {
        guard let length = file.big(place, 4), length <= file.count, let name = file.slice(place + 4, 4),
            name.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }),
            let checked = file.slice(place + 4, length + 4), let sum = file.big(place + 8 + length, 4)
        else { throw Self.damaged(vi: "bị cắt cụt", en: "it is cut off") }
        guard PNGChecksum.of(checked) == UInt32(truncatingIfNeeded: sum) else {
            throw Self.damaged(vi: "sai mã kiểm tra", en: "it does not match its checksum")
        }
        let start = place + 8
        return Chunk(
            name: String(decoding: name, as: UTF8.self),
            data: start..<start + length,
            range: place..<start + length + 4
        )
    }

    private mutating func take(_ chunk: Chunk) throws(ImageRefusal) {
        switch chunk.name {
        case "IHDR": try takeHeader(chunk)
        case "PLTE": hasPalette = true
        case "IDAT": hasData = true
        case "IEND" where !chunk.data.isEmpty: throw Self.damaged(vi: "phần cuối sai", en: "its end is wrong")
        case "acTL", "fcTL", "fdAT": throw .animated("PNG")
        case "eXIf" where Exif.orientation(in: file.bytes[chunk.data]) > 1: throw .turned
        default: break
        }
        guard Self.kept.contains(chunk.name) else {
            // A capital says that nobody can show the picture without it.
            guard chunk.name.first?.isLowercase == true else {
                throw Self.damaged(vi: "có phần lạ “\(chunk.name)”", en: "it has an unknown part '\(chunk.name)'")
            }
            return frame.isCleaned = true
        }
        frame.bytes += file.bytes[chunk.range]
    }

    private mutating func takeHeader(_ chunk: Chunk) throws(ImageRefusal) {
        let start = chunk.data.lowerBound
        guard frame.width == 0, chunk.data.count == 13, let width = file.big(start, 4),
            let height = file.big(start + 4, 4), width > 0, height > 0, let depth = file.byte(start + 8),
            let colour = file.byte(start + 9),
            Self.depths[colour]?.contains(depth) == true, file.big(start + 10, 2) == 0,
            let interlace = file.byte(start + 12), interlace <= 1
        else { throw Self.damaged(vi: "phần đầu sai", en: "its header is wrong") }
        frame.width = width
        frame.height = height
        isIndexed = colour == 3
    }

    /// Bits a sample may have, by colour type.
    private static let depths: [UInt8: [UInt8]] = [
        0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16],
    ]

    private static func damaged(vi: String, en: String) -> ImageRefusal {
        .damaged("PNG", vi: vi, en: en)
    }
}

/// CRC-32 as in ISO 3309, over the type and the data of a chunk.
private enum PNGChecksum {
    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
    }
}
