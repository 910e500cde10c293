import Foundation
import QuizCore
import Testing

struct ImageFileTests {
    @Test(
        arguments: [
            (RealImages.png, .png), (RealImages.jpeg, .jpeg), (RealImages.progressive, .jpeg),
            (RealImages.lossy, .webp), (RealImages.lossless, .webp), (RealImages.extended, .webp),
        ] as [([UInt8], ImageType)]
    )
    func picturesAreTaken(_ file: [UInt8], _ type: ImageType) throws {
        let image = try ImageFile(file)
        #expect(image.type == type && image.width == 24 && image.height == 18)
        // What is kept is a picture too, and there is nothing more to take out of it.
        let again = try ImageFile(image.bytes)
        #expect(again.bytes == image.bytes && !again.isCleaned)
    }

    @Test func aPictureWithoutMetadataStaysByteForByte() throws {
        for file in [RealImages.jpeg, RealImages.progressive, RealImages.lossy, RealImages.lossless] {
            let image = try ImageFile(file)
            #expect(image.bytes == file && !image.isCleaned)
        }
    }

    @Test func metadataIsTakenOut() throws {
        let png = try ImageFile(RealImages.png)
        #expect(png.isCleaned && contains(RealImages.png, "Ha Tinh") && !contains(png.bytes, "Ha Tinh"))
        #expect(!contains(png.bytes, "tEXt") && !contains(png.bytes, "eXIf") && contains(png.bytes, "pHYs"))
        let jpeg = try ImageFile(RealImages.photograph)
        #expect(jpeg.isCleaned && contains(RealImages.photograph, "May anh") && !contains(jpeg.bytes, "May anh"))
        let webp = try ImageFile(RealImages.extended)
        #expect(webp.isCleaned && !contains(webp.bytes, "EXIF") && !contains(webp.bytes, "XMP "))
        let size = webp.bytes[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
        #expect(size == webp.bytes.count - 8)
        #expect(webp.bytes[20] & 0x0C == 0)
    }

    /// The photograph lies on its side and says so in its metadata; the camera and the place go, the turn stays.
    @Test func aTurnStays() throws {
        let image = try ImageFile(RealImages.photograph)
        #expect(image.width == 18 && image.height == 24)
        let turn: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]
        #expect(image.bytes.firstRange(of: turn) != nil)
        let again = try ImageFile(image.bytes)
        #expect(again.bytes == image.bytes && again.width == 18)
        #expect(refusal(RealImages.turned)?.contains("turned by its metadata") == true)
    }

    @Test(
        arguments: [
            (RealImages.gif, "GIF"), (RealImages.animatedPNG, "animated PNG"),
            (RealImages.animatedWebP, "animated WebP"),
            (Array("BM123456".utf8), "BMP"), (Array("\u{FEFF}\n <svg xmlns='x'/>".utf8), "SVG"),
            (Array("<?xml version='1.0'?><svg/>".utf8), "SVG"), (Array("\0\0\0\u{18}ftypheic".utf8), "HEIC"),
            (Array("II*\0".utf8), "TIFF"), (Array("%PDF-1.7".utf8), "PDF"), ([], "no PNG, JPEG or WebP"),
            (Array("PK".utf8), "no PNG, JPEG or WebP"),
        ] as [([UInt8], String)]
    )
    func whatIsNotTakenIsNamed(_ file: [UInt8], _ name: String) throws {
        let told = try #require(refusal(file))
        #expect(told.contains(name) && told.contains("PNG"), "\(told)")
    }

    @Test func whatStandsBehindTheEndIsRefused() {
        for file in [RealImages.png, RealImages.jpeg, RealImages.lossy, RealImages.extended] {
            #expect(refusal(file + [0])?.contains("end") == true)
            #expect(refusal(file + Array("<script>alert(1)</script>".utf8)) != nil)
        }
    }

    @Test func whatIsCutOffIsRefused() {
        for file in [RealImages.png, RealImages.jpeg, RealImages.progressive, RealImages.lossy, RealImages.extended] {
            for count in 0..<file.count { #expect(refusal(Array(file.prefix(count))) != nil, "\(count)") }
        }
    }

    @Test(
        arguments: [
            (15, 100, "15 × 100"), (100, 4_097, "100 × 4097"), (4_096, 1_954, "4096 × 1954"), (4_096, 1_953, nil),
            (16, 16, nil), (Int(Int32.max), 1, "pixels"), (0, 5, "header"),
        ] as [(Int, Int, String?)]
    )
    func sizesAreLimited(_ width: Int, _ height: Int, _ told: String?) {
        let file = PNGBuilder.picture(width, height)
        let found = refusal(file)
        if let told {
            #expect(found?.contains(told) == true, "\(found ?? "taken")")
        } else {
            #expect(found == nil)
        }
    }

    @Test func weightIsLimited() throws {
        let most = PNGBuilder.picture(20, 20, data: ImageFile.maximumSize - PNGBuilder.picture(20, 20, data: 0).count)
        #expect(try ImageFile(most).bytes.count == ImageFile.maximumSize)
        let more = PNGBuilder.picture(20, 20, data: ImageFile.maximumSize)
        #expect(refusal(more)?.contains("501 KiB, 500 KiB") == true)
        // Metadata does not count, up to what is looked at.
        let heavy = PNGBuilder.picture(20, 20, more: [("tEXt", [UInt8](repeating: 65, count: 1 << 20))])
        #expect(try ImageFile(heavy).bytes.count < 1_000)
        #expect(refusal([UInt8](repeating: 0x89, count: ImageFile.maximumRead + 1))?.contains("2049 KiB") == true)
    }

    @Test(
        arguments: [
            ("checksum", PNGBuilder.picture(20, 20).replacingLast(12, with: 1)),
            ("unknown part 'ABCD'", PNGBuilder.picture(20, 20, more: [("ABCD", [])])),
            ("header", PNGBuilder.picture(20, 20, more: [("IHDR", [0, 0, 0, 20, 0, 0, 0, 20, 8, 0, 0, 0, 0])])),
            ("pixels", PNGBuilder.file([PNGBuilder.header(20, 20), ("IEND", [])])),
            ("no header", PNGBuilder.file([("IDAT", []), ("IEND", [])])),
            ("pixels", PNGBuilder.file([PNGBuilder.header(20, 20, colour: 3), ("IDAT", []), ("IEND", [])])),
            ("header", PNGBuilder.file([PNGBuilder.header(20, 20, colour: 5), ("IDAT", []), ("IEND", [])])),
            ("its end", PNGBuilder.file([PNGBuilder.header(20, 20), ("IDAT", []), ("IEND", [1])])),
        ] as [(String, [UInt8])]
    )
    func aDamagedPNGIsRefused(_ what: String, _ file: [UInt8]) throws {
        let told = try #require(refusal(file))
        #expect(told.contains(what), "\(told)")
    }

    /// Whatever is done to a picture, it is read or refused, and what is read is sound.
    @Test func mutantsNeverEndTheProcess() throws {
        var random = SplitMix(state: 11)
        let files = [
            RealImages.png, RealImages.jpeg, RealImages.progressive, RealImages.photograph, RealImages.lossy,
            RealImages.lossless, RealImages.extended, RealImages.turned, RealImages.animatedWebP,
            RealImages.animatedPNG,
        ]
        var taken = 0
        for turn in 0..<60_000 {
            var file = files[turn % files.count]
            for _ in 0..<Int.random(in: 1...4, using: &random) { mutate(&file, &random) }
            guard let image = try? ImageFile(file) else { continue }
            taken += 1
            let again = try ImageFile(image.bytes)
            #expect(again.bytes == image.bytes)
            #expect(ImageFile.sides.contains(image.width) && ImageFile.sides.contains(image.height))
        }
        #expect(taken > 1_000)
    }

    private func mutate(_ file: inout [UInt8], _ random: inout SplitMix) {
        guard !file.isEmpty else { return }
        let place = Int.random(in: 0..<file.count, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: file[place] = UInt8.random(in: 0...255, using: &random)
        case 1: file[place] = [0, 0xFF, 0x7F, 0x80, 0xD9, 0xDA].randomElement(using: &random) ?? 0
        case 2: file.remove(at: place)
        case 3: file.insert(UInt8.random(in: 0...255, using: &random), at: place)
        default: file.replaceSubrange(place..<min(place + 4, file.count), with: [0xFF, 0xFF, 0xFF, 0xFF])
        }
    }

    private func refusal(_ file: [UInt8]) -> String? {
        do throws(ImageRefusal) {
            _ = try ImageFile(file)
            return nil
        } catch {
            return error.message.en
        }
    }

    private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        bytes.firstRange(of: Array(text.utf8)) != nil
    }
}

/// Makes PNG files, sound ones and others.
enum PNGBuilder {
    static func picture(
        _ width: Int,
        _ height: Int,
        data: Int = 10,
        more: [(String, [UInt8])] = []
    ) -> [UInt8] {
        file([header(width, height)] + more + [("IDAT", [UInt8](repeating: 7, count: data)), ("IEND", [])])
    }

    static func header(_ width: Int, _ height: Int, colour: UInt8 = 0) -> (String, [UInt8]) {
        ("IHDR", long(width) + long(height) + [8, colour, 0, 0, 0])
    }

    static func file(_ chunks: [(String, [UInt8])]) -> [UInt8] {
        chunks.reduce([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { file, chunk in
            let checked = Array(chunk.0.utf8) + chunk.1
            return file + long(chunk.1.count) + checked + long(Int(checksum(checked)))
        }
    }

    /// Bit by bit, unlike the code under test.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum = UInt32.max
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }

    private static func long(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}

extension [UInt8] {
    /// With the byte so far from the end, from 1, changed.
    fileprivate func replacingLast(_ place: Int, with byte: UInt8) -> [UInt8] {
        var bytes = self
        bytes[count - place - 1] = byte
        return bytes
    }
}
