/// The text of a file from outside: decoded, without byte order mark, and without characters that may stand nowhere.
package struct SourceText {
    /// Unit: bytes.
    package static let maximumSize = 20 << 20

    /// Refused characters are replaced one for one, so that places stay and the rest can be read.
    let text: String
    /// Every scalar is a character of its own, so that a column of scalars is a column of characters.
    let isSimple: Bool

    /// Decodes a file and tells its refused characters.
    ///
    /// - Throws: One fault if it is too large or not UTF-8: then nothing in it can be judged.
    init(_ bytes: [UInt8], _ faults: FaultList) throws(Faults) {
        let text = try Self.decode(bytes)
        var isSimple = true
        var isFine = true
        for scalar in text.unicodeScalars where scalar.value > 0x7E || scalar.value < 0x20 {
            if !scalar.standsAlone { isSimple = false }
            if scalar.isRefused { isFine = false }
        }
        self.isSimple = isSimple
        guard !isFine else {
            self.text = text
            return
        }
        self.text = String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.isRefused ? "\u{FFFD}" : $0 })
        )
        Self.tellRefused(in: text, faults)
    }

    /// The text of a file in UTF-8, without byte order mark.
    ///
    /// - Throws: One fault if it is too large, or in another encoding: then nothing in it can be judged.
    package static func decode(_ bytes: [UInt8]) throws(Faults) -> String {
        guard bytes.count <= Self.maximumSize else {
            throw Faults(
                .file,
                vi: "tệp lớn hơn 20 MiB; hãy chia thành nhiều tệp nhỏ hơn",
                en: "the file is larger than 20 MiB; split it into smaller files"
            )
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw EncodingFault.faults(in: content)
        }
        if let fault = LegacyVietnamese.fault(in: text) { throw Faults([fault]) }
        return text
    }

    private static func tellRefused(in text: String, _ faults: FaultList) {
        var line = 1
        var column = 0
        for character in text {
            column += 1
            if character.unicodeScalars.count > 1 || character.unicodeScalars.contains(where: \.isRefused) {
                for scalar in character.unicodeScalars where scalar.isRefused {
                    faults.add(
                        SourcePlace(line: line, column: column),
                        vi: "ký tự ẩn hoặc ký tự điều khiển \(scalar.codePoint); hãy xóa đi hoặc gõ lại chữ đó",
                        en: "invisible or control character \(scalar.codePoint); delete it or type the word anew"
                    )
                }
            }
            if character == "\n" || character == "\r" || character == "\r\n" {
                line += 1
                column = 0
            }
        }
    }
}

extension Faults {
    /// A file with one fault.
    package init(_ place: SourcePlace, vi: String, en: String) {
        self.init([Fault(line: place.line, column: place.column, message: Message(vi: vi, en: en))])
    }
}
