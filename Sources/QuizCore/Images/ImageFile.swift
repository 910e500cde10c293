/// A file from outside that is a picture of a kind that is taken, as it is to be kept.
///
/// Only its frame is read, nothing is decoded: that is left to browsers, which do it in a sandbox of their own. Metadata goes:
/// a photograph may say where and when it was taken.
package struct ImageFile: Hashable, Sendable {
    package let type: ImageType
    /// Unit: pixels, as it is shown.
    package let width: Int
    package let height: Int
    /// Without metadata; the same pixels.
    package let bytes: [UInt8]
    /// There was metadata, which is gone.
    package let isCleaned: Bool

    /// Unit: bytes, of what is kept.
    package static let maximumSize = 500 << 10
    /// Unit: bytes, of what is looked at.
    package static let maximumRead = 2 << 20
    /// Unit: pixels of one side.
    package static let sides = 16...4_096
    /// Unit: pixels.
    package static let maximumArea = 8_000_000

    /// Judges a file by what it holds, whatever its name says.
    package init(_ file: [UInt8]) throws(ImageRefusal) {
        guard file.count <= Self.maximumRead else { throw Self.tooLarge(file.count) }
        guard let kind = ImageSignature.type(of: file) else { throw ImageSignature.refusal(of: file) }
        let frame =
            switch kind {
            case .png: try PNGFrame(file).frame
            case .jpeg: try JPEGFrame(file).frame
            case .webp: try WebPFrame(file).frame
            }
        guard frame.bytes.count <= Self.maximumSize else { throw Self.tooLarge(frame.bytes.count) }
        try Self.check(frame.width, frame.height)
        type = kind
        width = frame.width
        height = frame.height
        bytes = frame.bytes
        isCleaned = frame.isCleaned
    }

    private static func tooLarge(_ count: Int) -> ImageRefusal {
        let size = (count + 1_023) / 1_024
        return ImageRefusal(
            vi: "ảnh nặng \(size) KiB, nhiều nhất là \(maximumSize >> 10) KiB; hãy thu nhỏ hoặc nén thêm",
            en: "the picture has \(size) KiB, \(maximumSize >> 10) KiB are the most; make it smaller or pack it more"
        )
    }

    private static func check(_ width: Int, _ height: Int) throws(ImageRefusal) {
        guard sides.contains(width), sides.contains(height), width * height <= maximumArea else {
            throw ImageRefusal(
                vi: "ảnh \(width) × \(height) điểm; mỗi cạnh phải từ \(sides.lowerBound) đến \(sides.upperBound) điểm, "
                    + "cả ảnh không quá 8 triệu điểm; hãy đổi kích thước",
                en: "the picture has \(width) × \(height) pixels; each side must have \(sides.lowerBound) to "
                    + "\(sides.upperBound), all of it no more than 8 million; resize it"
            )
        }
    }
}

/// What a file says of itself, and the file without what is nobody's business.
struct ImageFrame {
    var width = 0
    var height = 0
    var bytes: [UInt8] = []
    var isCleaned = false
}
