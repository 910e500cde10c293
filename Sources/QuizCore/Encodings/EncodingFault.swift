/// What to tell of a file that is not UTF-8, with a guess at what it is.
package enum EncodingFault {
    /// One fault at the first byte that does not fit.
    package static func faults(in bytes: ArraySlice<UInt8>) -> Faults {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Faults(
                SourcePlace(line: 1, column: 1),
                vi: "tệp được lưu bằng mã UTF-16 (“Unicode” của Notepad); hãy lưu lại bằng mã UTF-8",
                en: "the file is saved as UTF-16 ('Unicode' of Notepad); save it as UTF-8"
            )
        }
        guard let (encoding, hit) = LegacyTally(bytes: bytes).verdict else {
            return Faults(
                firstMisfit(in: bytes),
                vi: "tệp không phải UTF-8; hãy mở bằng chương trình đã tạo ra nó và lưu lại bằng mã UTF-8",
                en: "the file is not UTF-8; open it with the program that made it and save it as UTF-8"
            )
        }
        return Faults(
            firstMisfit(in: bytes),
            vi: "tệp không phải UTF-8, có lẽ là \(encoding.name.vi), ví dụ chữ “\(hit.meant)”; \(encoding.remedy.vi)",
            en: "the file is not UTF-8 but probably \(encoding.name.en), as in '\(hit.meant)'; \(encoding.remedy.en)"
        )
    }

    private static func firstMisfit(in bytes: ArraySlice<UInt8>) -> SourcePlace {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var line = 1
        var column = 1
        var isAfterReturn = false
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            switch scalar {
            // One line end with the sign before it.
            case "\n" where isAfterReturn: break
            case "\n", "\r":
                line += 1
                column = 1
            default: column += 1
            }
            isAfterReturn = scalar == "\r"
        }
        return SourcePlace(line: line, column: column)
    }
}
