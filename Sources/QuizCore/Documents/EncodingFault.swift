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
        let guess = looksLikeWindows1258(bytes)
        return Faults(
            firstMisfit(in: bytes),
            vi: guess
                ? "tệp không phải UTF-8, có lẽ là windows-1258 (tiếng Việt cũ); hãy lưu lại bằng mã UTF-8"
                : "tệp không phải UTF-8; hãy mở bằng chương trình đã tạo ra nó và lưu lại bằng mã UTF-8",
            en: guess
                ? "the file is not UTF-8 but probably windows-1258 (old Vietnamese); save it as UTF-8"
                : "the file is not UTF-8; open it with the program that made it and save it as UTF-8"
        )
    }

    /// Letters of windows-1258 that Vietnamese uses and UTF-8 would not leave alone: ă â đ ê ô ơ ư and the five tone marks.
    private static let windows1258: Set<UInt8> = [
        0xC2, 0xC3, 0xCA, 0xD0, 0xD4, 0xD5, 0xDD, 0xE2, 0xE3, 0xEA, 0xF0, 0xF4, 0xF5, 0xFD,
        0xCC, 0xD2, 0xDE, 0xEC, 0xF2,
    ]
    private static let vowelsWithTone: Set<UInt8> = [
        0xC0, 0xC1, 0xC8, 0xC9, 0xCD, 0xD3, 0xD9, 0xDA, 0xE0, 0xE1, 0xE8, 0xE9, 0xED, 0xF3, 0xF9, 0xFA,
    ]

    private static func looksLikeWindows1258(_ bytes: ArraySlice<UInt8>) -> Bool {
        let high = bytes.lazy.filter { $0 >= 0x80 }
        let total = high.count
        let marked = high.count { windows1258.contains($0) }
        let fitting = marked + high.count { vowelsWithTone.contains($0) }
        return marked > 0 && fitting * 10 >= total * 9
    }

    private static func firstMisfit(in bytes: ArraySlice<UInt8>) -> SourcePlace {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var line = 1
        var column = 1
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            if scalar == "\n" {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
        return SourcePlace(line: line, column: column)
    }
}
