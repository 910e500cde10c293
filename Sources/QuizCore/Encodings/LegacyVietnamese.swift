/// Text that is Unicode only in name: typed for the fonts of before Unicode, decoded with the wrong table, or with its
/// letters lost.
package struct LegacyVietnamese: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        case encoding(LegacyEncoding)
        /// UTF-8, read as if it were Windows-1252: `Viá»‡t`.
        case doubled
        /// Saved in a code page that has no such letters: `Vi?t`.
        case lost
    }

    package let cause: Cause
    /// The first word of the kind.
    package let written: String
    /// The same word in Unicode, as far as it can be told.
    package let meant: String?
    /// Unit: bytes of UTF-8.
    package let offset: Int

    /// What is wrong with a text; `nil` if it looks like Unicode, which may be any language.
    package static func recognise(in text: String) -> LegacyVietnamese? {
        if let (encoding, hit) = LegacyTally(text: text).verdict {
            return LegacyVietnamese(encoding, hit)
        }
        return doubled(in: text) ?? lost(in: text)
    }

    init(_ encoding: LegacyEncoding, _ hit: LegacyTally.Hit) {
        self.init(
            cause: .encoding(encoding),
            written: String(String.UnicodeScalarView(hit.word.map(LegacyEncoding.latin1))),
            meant: hit.meant,
            offset: hit.offset
        )
    }

    init(cause: Cause, written: String, meant: String?, offset: Int) {
        self.cause = cause
        self.written = written
        self.meant = meant
        self.offset = offset
    }

    /// The fault to tell of a text, or `nil`; the place is that of the first such word unless one is given.
    package static func fault(in text: String, at place: SourcePlace? = nil) -> Fault? {
        guard let found = recognise(in: text) else { return nil }
        let place = place ?? Self.place(of: found.offset, in: text)
        return Fault(line: place.line, column: place.column, message: found.message)
    }

    private static func place(of offset: Int, in text: String) -> SourcePlace {
        var line = 1
        var column = 1
        var position = 0
        for character in text {
            guard position < offset else { break }
            position += character.utf8.count
            let isLineEnd = character == "\n" || character == "\r" || character == "\r\n"
            line += isLineEnd ? 1 : 0
            column = isLineEnd ? 1 : column + 1
        }
        return SourcePlace(line: line, column: column)
    }
}

extension LegacyVietnamese {
    /// What is wrong, with the remedy.
    package var message: Message {
        let shown = written.excerpt
        switch cause {
        case .encoding(let encoding):
            let name = encoding.name
            let meant = meant ?? ""
            return Message(
                vi: "chữ gõ theo bảng mã cũ \(name.vi): “\(shown)” phải là “\(meant)”; \(encoding.remedy.vi)",
                en: "text in the old encoding \(name.en): '\(shown)' is meant as '\(meant)'; \(encoding.remedy.en)"
            )
        case .doubled:
            return Message(
                vi:
                    "chữ tiếng Việt bị đọc sai bảng mã (“\(shown)”): tệp gốc là UTF-8 nhưng đã được mở như Windows-1252; "
                    + "hãy mở lại tệp gốc, chọn mã UTF-8 (65001), rồi lưu lại",
                en: "Vietnamese text decoded with the wrong table ('\(shown)'): UTF-8 that was opened as Windows-1252; "
                    + "open the original again as UTF-8 (65001) and save it anew"
            )
        case .lost:
            return Message(
                vi: "chữ có dấu đã bị thay bằng dấu hỏi (“\(shown)”) khi lưu bằng mã ANSI; hãy mở tệp gốc và lưu lại "
                    + "bằng mã UTF-8 (trong Excel: “CSV UTF-8”)",
                en:
                    "accented letters were replaced by question marks ('\(shown)') when the file was saved as ANSI; open "
                    + "the original and save it as UTF-8 (in Excel: 'CSV UTF-8')"
            )
        }
    }
}

extension LegacyEncoding {
    var name: (vi: String, en: String) {
        switch self {
        case .windows1258: ("windows-1258 (tiếng Việt cũ của Windows)", "windows-1258 (old Vietnamese of Windows)")
        case .vni: ("VNI (phông VNI-Times…)", "VNI (fonts such as VNI-Times)")
        case .tcvn3: ("TCVN3 (ABC, phông .VnTime…)", "TCVN3 (ABC, fonts such as .VnTime)")
        }
    }

    /// The tool that offices have for it.
    var remedy: (vi: String, en: String) {
        let source =
            switch self {
            case .windows1258: "Vietnamese locale CP 1258"
            case .vni: "VNI Windows"
            case .tcvn3: "TCVN3 (ABC)"
            }
        return (
            "hãy chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6, nguồn “\(source)”, đích “Unicode”), rồi lưu lại bằng mã UTF-8",
            "convert it to Unicode with Unikey (Ctrl+Shift+F6, from '\(source)' to 'Unicode') and save it as UTF-8"
        )
    }
}
