/// The chunks of a WebP (RFC 9649).
struct WebPFrame {
    private(set) var frame = ImageFrame()
    private let file: ImageBytes
    /// As the extended header has it; `nil` without one.
    private var canvas: (width: Int, height: Int)?
    private var kept: [UInt8] = []

    private static let headerSize = 12
    /// Flags of the extended header: animation, metadata.
    private static let animation: UInt8 = 0x02
    private static let metadata: UInt8 = 0x0C

    init(_ bytes: [UInt8]) throws(ImageRefusal) {
        file = ImageBytes(bytes)
        guard let size = file.little(4, 4), size == file.count - 8 else {
            throw Self.damaged(vi: "bị cắt cụt hoặc có dữ liệu thừa", en: "it is cut off, or something follows its end")
        }
        kept.reserveCapacity(bytes.count)
        var place = Self.headerSize
        while place < file.count { place = try takeChunk(at: place) }
        guard frame.width > 0 else { throw Self.damaged(vi: "thiếu dữ liệu điểm ảnh", en: "its pixels are missing") }
        if let canvas, canvas != (frame.width, frame.height) {
            throw Self.damaged(vi: "hai kích thước khác nhau", en: "it says two sizes")
        }
        let size32 = UInt32(truncatingIfNeeded: kept.count + 4)
        let sizeBytes = (0..<4).map { UInt8(truncatingIfNeeded: size32 >> ($0 * 8)) }
        frame.bytes = Array("RIFF".utf8) + sizeBytes + Array("WEBP".utf8) + kept
    }

    /// - Returns: Where the next one begins.
    private mutating func takeChunk(at place: Int) throws(ImageRefusal) -> Int {
        guard let name = file.slice(place, 4), let size = file.little(place + 4, 4), size <= file.count,
            let whole = file.slice(place, 8 + size + size % 2)
        else { throw Self.damaged(vi: "bị cắt cụt", en: "it is cut off") }
        let start = place + 8
        let isFirst = place == Self.headerSize
        switch String(decoding: name, as: UTF8.self) {
        case "VP8X" where isFirst: try takeExtended(start, size, whole)
        case "VP8 " where frame.width == 0 && (isFirst || canvas != nil):
            try takeLossy(start)
            kept += whole
        case "VP8L" where frame.width == 0 && (isFirst || canvas != nil):
            try takeLossless(start)
            kept += whole
        case "ICCP" where canvas != nil, "ALPH" where canvas != nil: kept += whole
        case "ANIM", "ANMF": throw .animated("WebP")
        case "EXIF" where canvas != nil:
            let block = file.slice(start, size) ?? []
            let isPrefixed = block.starts(with: "Exif\0\0".utf8)
            guard Exif.orientation(in: block.dropFirst(isPrefixed ? 6 : 0)) == 1 else { throw .turned }
            frame.isCleaned = true
        case "XMP " where canvas != nil: frame.isCleaned = true
        default: throw Self.damaged(vi: "có phần lạ hoặc sai thứ tự", en: "a part is unknown or out of order")
        }
        return place + whole.count
    }

    private mutating func takeExtended(
        _ start: Int,
        _ size: Int,
        _ whole: ArraySlice<UInt8>
    ) throws(ImageRefusal) {
        guard size == 10, let flags = file.byte(start), let width = file.little(start + 4, 3),
            let height = file.little(start + 7, 3)
        else { throw Self.damaged(vi: "phần đầu sai", en: "its header is wrong") }
        guard flags & Self.animation == 0 else { throw .animated("WebP") }
        canvas = (width + 1, height + 1)
        var chunk = Array(whole)
        chunk[8] = flags & ~Self.metadata
        kept += chunk
    }

    private mutating func takeLossy(_ start: Int) throws(ImageRefusal) {
        // A key frame, then the start code (RFC 6386, section 9.1).
        guard let tag = file.byte(start), tag & 1 == 0, file.big(start + 3, 3) == 0x9D01_2A,
            let width = file.little(start + 6, 2), let height = file.little(start + 8, 2)
        else { throw Self.damaged(vi: "phần đầu sai", en: "its header is wrong") }
        try takeSize(width & 0x3FFF, height & 0x3FFF)
    }

    private mutating func takeLossless(_ start: Int) throws(ImageRefusal) {
        guard file.byte(start) == 0x2F, let bits = file.little(start + 1, 4), bits >> 29 == 0 else {
            throw Self.damaged(vi: "phần đầu sai", en: "its header is wrong")
        }
        try takeSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
    }

    private mutating func takeSize(_ width: Int, _ height: Int) throws(ImageRefusal) {
        guard width > 0, height > 0 else { throw Self.damaged(vi: "kích thước bằng không", en: "its size is zero") }
        frame.width = width
        frame.height = height
    }

    private static func damaged(vi: String, en: String) -> ImageRefusal {
        .damaged("WebP", vi: vi, en: en)
    }
}
