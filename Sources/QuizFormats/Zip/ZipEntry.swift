import QuizCore
import Zlib

/// One file of an archive, as the directory describes it and its own header confirms.
struct ZipEntry: Sendable {
    let name: String
    /// In bytes, when unpacked.
    let size: Int
    private let checksum: UInt32
    private let isDeflated: Bool
    /// The packed bytes.
    private let content: Range<Int>
    /// Header and packed bytes.
    let range: Range<Int>

    private static let directorySignature: UInt32 = 0x0201_4B50
    private static let localSignature: UInt32 = 0x0403_4B50
    private static let directorySize = 46
    private static let localSize = 30
    /// Bits of the flags: encrypted, encrypted strongly, header masked.
    private static let encryption = 0x1 | 0x40 | 0x2000
    /// Bit of the flags: sizes and checksum stand behind the content, and the header has zeros.
    private static let sizesBehind = 0x8

    /// Reads the entry of the directory at `place`, and the header that it points to; says also where the next begins.
    ///
    /// Contents lie before the `directory`.
    static func read(
        at place: Int,
        directory: Int,
        _ reader: ZipBytes
    ) throws(Faults) -> (entry: ZipEntry, next: Int) {
        guard reader.unsigned(place) == directorySignature, let flags = reader.short(place + 8),
            let method = reader.short(place + 10),
            let checksum = reader.unsigned(place + 16), let packed = reader.long(place + 20),
            let size = reader.long(place + 24), let nameSize = reader.short(place + 28),
            let extraSize = reader.short(place + 30), let commentSize = reader.short(place + 32),
            let disk = reader.short(place + 34), let attributes = reader.long(place + 38),
            let header = reader.long(place + 42), let nameBytes = reader.slice(place + directorySize, nameSize)
        else { throw .archive(vi: "thư mục bị cắt", en: "its directory is cut off") }
        let name = try ZipName.checked(nameBytes)
        guard disk == 0, ![packed, size, header].contains(Int(UInt32.max)) else {
            throw .archive(vi: "“\(name.excerpt)” dùng dạng ZIP64", en: "'\(name.excerpt)' uses ZIP64")
        }
        try check(name, flags: flags, method: method, packed: packed, size: size)
        // The type of a Unix file stands in the upper half; elsewhere that is zero.
        guard attributes >> 28 != 0xA else {
            throw .archive(vi: "“\(name.excerpt)” là liên kết", en: "'\(name.excerpt)' is a link")
        }
        guard let content = content(of: header, name: nameBytes, method: method, packed, size, checksum, reader),
            content.upperBound <= directory
        else {
            throw .archive(
                vi: "“\(name.excerpt)” có hai phần đầu không khớp nhau",
                en: "'\(name.excerpt)' has two headers that differ"
            )
        }
        let entry = ZipEntry(
            name: name,
            size: size,
            checksum: checksum,
            isDeflated: method == 8,
            content: content,
            range: header..<content.upperBound
        )
        return (entry, place + directorySize + nameSize + extraSize + commentSize)
    }

    private static func check(_ name: String, flags: Int, method: Int, packed: Int, size: Int) throws(Faults) {
        guard flags & encryption == 0 else {
            throw Faults(
                .file,
                vi: "tệp có mật khẩu; hãy bỏ mật khẩu rồi lưu lại",
                en: "the file has a password; take it off and save again"
            )
        }
        guard method == 0 || method == 8 else {
            throw .archive(
                vi: "“\(name.excerpt)” nén theo kiểu \(method) không dùng ở đây",
                en: "'\(name.excerpt)' is packed by method \(method), which is not taken"
            )
        }
        guard size <= ZipArchive.trustedSize || size / ZipArchive.maximumRatio <= packed else {
            throw .archive(
                vi: "“\(name.excerpt)” bung ra lớn hơn \(ZipArchive.maximumRatio) lần",
                en: "'\(name.excerpt)' grows more than \(ZipArchive.maximumRatio) times"
            )
        }
        guard method == 8 || packed == size else {
            throw .archive(vi: "“\(name.excerpt)” sai kích thước", en: "'\(name.excerpt)' has a wrong size")
        }
        guard !name.hasSuffix("/") || size == 0 else {
            throw .archive(vi: "thư mục “\(name.excerpt)” có nội dung", en: "the folder '\(name.excerpt)' has content")
        }
    }

    /// Where the content lies; `nil` if the header in front of it says something else than the directory.
    private static func content(
        of header: Int,
        name: ArraySlice<UInt8>,
        method: Int,
        _ packed: Int,
        _ size: Int,
        _ checksum: UInt32,
        _ reader: ZipBytes
    ) -> Range<Int>? {
        guard reader.unsigned(header) == localSignature, let flags = reader.short(header + 6),
            flags & encryption == 0, reader.short(header + 8) == method,
            let nameSize = reader.short(header + 26), let extraSize = reader.short(header + 28),
            reader.slice(header + localSize, nameSize) == name
        else { return nil }
        let said = [reader.long(header + 14), reader.long(header + 18), reader.long(header + 22)]
        let isSame = said == [Int(checksum), packed, size]
        guard isSame || flags & sizesBehind != 0 && said == [0, 0, 0] else { return nil }
        let start = header + localSize + nameSize + extraSize
        guard reader.slice(start, packed) != nil else { return nil }
        return start..<start + packed
    }

    /// - Throws: If what comes out has another size or checksum than was said.
    func unpacked(from bytes: [UInt8]) throws(Faults) -> [UInt8] {
        let unpacked: [UInt8]
        do throws(Inflate.Failure) {
            unpacked = isDeflated ? try Inflate.raw(bytes[content], limit: size) : Array(bytes[content])
        } catch {
            throw .archive(vi: "không bung được “\(name.excerpt)”", en: "'\(name.excerpt)' cannot be unpacked")
        }
        guard unpacked.count == size, CRC32.checksum(unpacked[...]) == checksum else {
            throw .archive(vi: "“\(name.excerpt)” sai mã kiểm tra", en: "'\(name.excerpt)' does not match its checksum")
        }
        return unpacked
    }
}
