/// What a file is, by its first bytes.
enum ImageSignature {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// - Returns: `nil` for what is not taken.
    static func type(of file: [UInt8]) -> ImageType? {
        if file.starts(with: png) { return .png }
        if file.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if file.starts(with: "RIFF".utf8), file.dropFirst(8).starts(with: "WEBP".utf8) { return .webp }
        return nil
    }

    /// Names what people take for a picture all the same.
    static func refusal(of file: [UInt8]) -> ImageRefusal {
        for (beginning, name) in known where file.starts(with: beginning) { return .other(name) }
        if file.dropFirst(4).starts(with: "ftyp".utf8) { return .other("HEIC/AVIF") }
        // Text that opens with a tag, behind a byte order mark and spaces.
        let text = file.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if text.first == UInt8(ascii: "<") { return .other("SVG") }
        return ImageRefusal(
            vi: "tệp này không phải ảnh PNG, JPEG hay WebP; hãy lưu lại dạng PNG hoặc JPEG",
            en: "this is no PNG, JPEG or WebP picture; save it as PNG or JPEG"
        )
    }

    private static let known: [([UInt8], String)] = [
        (Array("GIF8".utf8), "GIF"), (Array("BM".utf8), "BMP"), (Array("%PDF".utf8), "PDF"),
        (Array("II*\0".utf8), "TIFF"), (Array("MM\0*".utf8), "TIFF"), ([0, 0, 1, 0], "ICO"),
    ]
}
