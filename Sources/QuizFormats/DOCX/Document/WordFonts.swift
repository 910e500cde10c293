import QuizCore

/// Fonts of before Unicode, which show other letters than the text holds.
enum WordFonts {
    /// `.VnTime`, `VNI-Times`, and what is named after them.
    static func isOld(_ font: String) -> Bool {
        let name = font.lowercased()
        return name.hasPrefix(".vn") || name.hasPrefix("vni")
    }

    /// What to tell of a document whose text is not Unicode; `nil` if it looks like it is.
    static func fault(in document: WordDocument) -> Fault? {
        let paragraphs = document.paragraphs
        let text = paragraphs.map(\.text).joined(separator: "\n")
        if let found = LegacyVietnamese.recognise(in: text) {
            var end = 0
            let paragraph = paragraphs.first { paragraph in
                end += paragraph.text.utf8.count + 1
                return end > found.offset
            }
            return Fault(line: paragraph?.number ?? 0, column: 1, message: found.message)
        }
        // In such a font even a single sign that Vietnamese does not have betrays the table.
        let odd = paragraphs.first { $0.oldText.unicodeScalars.contains(where: isOdd) }
        return odd.map { Fault(line: $0.number, column: 1, message: Self.message($0.oldText)) }
    }

    /// Signs of Latin-1 that no Vietnamese text in Unicode holds.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0, 0xA7, 0xAB, 0xB0, 0xB1, 0xB2, 0xB3, 0xBB, 0xD7, 0xF7: false
        case 0xA1...0xBF, 0xC4...0xC7, 0xCB, 0xCE...0xD1, 0xD6, 0xD8, 0xDB, 0xDC, 0xDE, 0xDF: true
        case 0xE4...0xE7, 0xEB, 0xEE...0xF1, 0xF6, 0xF8, 0xFB, 0xFC, 0xFE, 0xFF: true
        default: false
        }
    }

    private static func message(_ text: String) -> Message {
        let shown = text.trimmed.excerpt
        return Message(
            vi:
                "chữ gõ bằng phông cũ .VnTime hoặc VNI (“\(shown)”); hãy chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6), "
                + "chọn phông như Times New Roman, rồi lưu lại",
            en: "text in an old font such as .VnTime or VNI ('\(shown)'); convert it to Unicode with Unikey "
                + "(Ctrl+Shift+F6), set it in a font such as Times New Roman, and save again"
        )
    }
}
