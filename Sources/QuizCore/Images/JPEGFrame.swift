/// The segments of a JPEG (ITU-T T.81, annex B).
struct JPEGFrame {
    private(set) var frame = ImageFrame()
    private let file: ImageBytes
    private var orientation = 1
    private var hasScan = false
    private var isOver = false

    init(_ bytes: [UInt8]) throws(ImageRefusal) {
        file = ImageBytes(bytes)
        frame.bytes.reserveCapacity(bytes.count)
        frame.bytes += [0xFF, 0xD8]
        var place = 2
        while !isOver { place = try takeSegment(at: place) }
        guard place == file.count else {
            throw Self.damaged(vi: "có dữ liệu thừa ở cuối", en: "there is something behind its end")
        }
        guard hasScan else { throw Self.damaged(vi: "thiếu dữ liệu điểm ảnh", en: "its pixels are missing") }
        // Turned by a quarter: what is shown is as wide as what is stored is high.
        if orientation >= 5 { (frame.width, frame.height) = (frame.height, frame.width) }
    }

    /// - Returns: Where the next one begins.
    private mutating func takeSegment(at start: Int) throws(ImageRefusal) -> Int {
        guard file.byte(start) == 0xFF else { throw Self.damaged(vi: "sai cấu trúc", en: "a marker is missing") }
        var place = start
        // Any number of fill bytes may stand in front of a marker.
        while file.byte(place) == 0xFF { place += 1 }
        guard let marker = file.byte(place) else { throw Self.damaged(vi: "bị cắt cụt", en: "it is cut off") }
        place += 1
        if marker == 0xD9 {
            isOver = true
            frame.bytes += [0xFF, 0xD9]
            return place
        }
        guard marker >= 0xC0, !(0xD0...0xD8).contains(marker), let length = file.big(place, 2), length >= 2,
            let content = file.slice(place, length)
        else { throw Self.damaged(vi: "bị cắt cụt hoặc sai cấu trúc", en: "it is cut off or misses a marker") }
        let next = place + length
        try takeSegment(marker, content, next)
        return marker == 0xDA ? try takeScan(at: next) : next
    }

    /// `content`: with its length in front.
    private mutating func takeSegment(
        _ marker: UInt8,
        _ content: ArraySlice<UInt8>,
        _ next: Int
    ) throws(ImageRefusal) {
        let data = content.dropFirst(2)
        switch marker {
        case 0xC0, 0xC1, 0xC2: try takeFrame(at: data.startIndex, data.count)
        case 0xC4, 0xDB, 0xDD: break
        case 0xDA:
            guard frame.width > 0 else { throw Self.damaged(vi: "thiếu kích thước", en: "its size is missing") }
            hasScan = true
        // JFIF, colour profile, and how Adobe stores colours: without them the picture looks different.
        case 0xE0 where data.starts(with: "JFIF\0".utf8) && content.count == 16: break
        case 0xE2 where data.starts(with: "ICC_PROFILE\0".utf8): break
        case 0xEE where data.starts(with: "Adobe".utf8): break
        case 0xE1 where data.starts(with: "Exif\0\0".utf8): return takeExif(data.dropFirst(6))
        case 0xE0...0xEF, 0xFE: return frame.isCleaned = true
        default:
            throw ImageRefusal(
                vi: "ảnh JPEG kiểu hiếm, nhiều trình duyệt không hiện; hãy mở ảnh và lưu lại dạng JPEG thường hoặc PNG",
                en: "a rare kind of JPEG that many browsers do not show; save it as plain JPEG or PNG"
            )
        }
        frame.bytes += [0xFF, marker] + content
    }

    private mutating func takeFrame(at start: Int, _ count: Int) throws(ImageRefusal) {
        guard frame.width == 0, file.byte(start) == 8, let height = file.big(start + 1, 2),
            let width = file.big(start + 3, 2), width > 0, height > 0, let parts = file.byte(start + 5),
            [1, 3, 4].contains(parts), count == 6 + 3 * Int(parts)
        else { throw Self.damaged(vi: "phần kích thước sai", en: "its size is wrong") }
        frame.width = width
        frame.height = height
    }

    /// The whole block goes; a picture that it turns stays turned.
    private mutating func takeExif(_ block: ArraySlice<UInt8>) {
        frame.isCleaned = true
        let found = Exif.orientation(in: block)
        guard found > 1, orientation == 1 else { return }
        orientation = found
        frame.bytes += Exif.segment(orientation: found)
    }

    /// Passes over the packed pixels, in which only restart markers and escaped bytes follow 0xFF.
    private mutating func takeScan(at start: Int) throws(ImageRefusal) -> Int {
        var place = start
        while let byte = file.byte(place) {
            guard byte == 0xFF else {
                place += 1
                continue
            }
            guard let next = file.byte(place + 1) else { break }
            guard next == 0 || (0xD0...0xD7).contains(next) else {
                frame.bytes += file.bytes[start..<place]
                return place
            }
            place += 2
        }
        throw Self.damaged(vi: "bị cắt cụt", en: "it is cut off")
    }

    private static func damaged(vi: String, en: String) -> ImageRefusal {
        .damaged("JPEG", vi: vi, en: en)
    }
}
