import QuizCore

/// The bytes of an XML document, made fit for the parser: UTF-8, without declaration and document type.
struct MarkupText {
    /// What the parser gets.
    let bytes: [UInt8]

    /// - Throws: One fault if the document cannot be decoded, is too large, or holds what is not taken.
    init(_ bytes: [UInt8], limit: Int) throws(Faults) {
        guard bytes.count <= limit else {
            throw Faults(
                .file,
                vi: "nội dung XML lớn hơn \(limit >> 20) MiB; hãy chia thành nhiều tệp nhỏ hơn",
                en: "the XML is larger than \(limit >> 20) MiB; split it into smaller files"
            )
        }
        var text = try Self.decoded(bytes)
        try Self.refuseZero(text)
        try Self.takeDeclaration(&text, isUTF16: Self.isUTF16(bytes))
        if let place = Self.documentType(in: text) {
            throw Faults(
                place,
                vi: "có khai báo DOCTYPE, không nhận ở đây vì lý do an toàn; hãy xóa khai báo đó",
                en: "there is a DOCTYPE, which is not taken for safety; delete it"
            )
        }
        self.bytes = Self.withSpacedInstructions(text)
    }

    private static func isUTF16(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    }

    /// In UTF-8 without byte order mark.
    private static func decoded(_ bytes: [UInt8]) throws(Faults) -> [UInt8] {
        if isUTF16(bytes) { return try fromUTF16(bytes) }
        if bytes.starts(with: [0x3C, 0x00]) || bytes.starts(with: [0x00, 0x3C]) {
            throw encoding(vi: "UTF-16 không có BOM", en: "UTF-16 without a byte order mark")
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard String(validating: content, as: UTF8.self) != nil else { throw EncodingFault.faults(in: content) }
        return Array(content)
    }

    private static func fromUTF16(_ bytes: [UInt8]) throws(Faults) -> [UInt8] {
        let isLowFirst = bytes[0] == 0xFF
        let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
            let (low, high) = isLowFirst ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            return UInt16(low) | UInt16(high) << 8
        }
        guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
            throw encoding(vi: "UTF-16 bị hỏng", en: "damaged UTF-16")
        }
        return Array(text.utf8)
    }

    /// A zero is no character of XML, and at the beginning it makes libxml2 2.9 guess at UCS-4, which ends the process.
    private static func refuseZero(_ text: [UInt8]) throws(Faults) {
        guard let zero = text.firstIndex(of: 0) else { return }
        let line = text[..<zero].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let column = String(decoding: line.last ?? [], as: UTF8.self).count + 1
        throw MarkupFault.control(SourcePlace(line: max(1, line.count), column: column))
    }

    /// Checks the encoding that the declaration names and blanks the declaration, since the parser gets UTF-8.
    private static func takeDeclaration(_ text: inout [UInt8], isUTF16: Bool) throws(Faults) {
        guard text.starts(with: "<?xml".utf8), let end = text.firstIndex(of: UInt8(ascii: ">")) else { return }
        let declaration = String(decoding: text[...end], as: UTF8.self)
        if let named = encodingName(in: declaration) {
            let taken = ["utf-8", "utf8", "us-ascii", "ascii"] + (isUTF16 ? ["utf-16", "utf-16le", "utf-16be"] : [])
            guard taken.contains(named.lowercased()) else { throw encoding(vi: named.excerpt, en: named.excerpt) }
        }
        for index in 0...end where text[index] != UInt8(ascii: "\n") && text[index] != UInt8(ascii: "\r") {
            text[index] = UInt8(ascii: " ")
        }
    }

    private static func encodingName(in declaration: String) -> String? {
        guard let name = declaration.firstRange(of: "encoding") else { return nil }
        let rest = declaration[name.upperBound...].drop { $0.isWhitespace || $0 == "=" }
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return nil }
        return String(rest.dropFirst().prefix { $0 != quote })
    }

    private static func encoding(vi: String, en: String) -> Faults {
        Faults(
            SourcePlace(line: 1, column: 1),
            vi: "tệp dùng mã \(vi); hãy lưu hoặc xuất lại bằng mã UTF-8",
            en: "the file is in \(en); save or export it again as UTF-8"
        )
    }

    /// Where a document type is declared: before the first element, behind nothing but comments and instructions.
    ///
    /// It is refused because entities declared in it are dropped in silence by the parser.
    private static func documentType(in text: [UInt8]) -> SourcePlace? {
        var rest = text[...]
        var line = 1
        while true {
            line += rest.prefix { isSpace($0) }.count { $0 == UInt8(ascii: "\n") }
            rest = rest.drop { isSpace($0) }
            if rest.starts(with: "<!DOCTYPE".utf8) { return SourcePlace(line: line, column: 1) }
            let end: String
            if rest.starts(with: "<!--".utf8) {
                end = "-->"
            } else if rest.starts(with: "<?".utf8) {
                end = "?>"
            } else {
                return nil
            }
            guard let range = rest.firstRange(of: Array(end.utf8)) else { return nil }
            line += rest[..<range.upperBound].count { $0 == UInt8(ascii: "\n") }
            rest = rest[range.upperBound...]
        }
    }

    /// Puts a space into processing instructions that are nothing but a name.
    ///
    /// At `<?name?>` libxml2 hands on no data, and the parser of swift-corelibs-foundation 6.3 takes the length of it: that
    /// ends the process.
    private static func withSpacedInstructions(_ text: [UInt8]) -> [UInt8] {
        // Most documents have none behind their declaration.
        let hasSome = zip(text, text.dropFirst()).contains { $0 == UInt8(ascii: "<") && $1 == UInt8(ascii: "?") }
        guard hasSome else { return text }
        var result: [UInt8] = []
        var copied = 0
        var rest = text[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            guard let mark = closed.first(where: { rest.starts(with: $0.begin) }) else {
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(mark.begin.count)
            guard let end = rest.firstRange(of: mark.end) else { break }
            if mark.isInstruction, !rest[..<end.lowerBound].contains(where: isSpace) {
                result += text[copied..<end.lowerBound] + CollectionOfOne(UInt8(ascii: " "))
                copied = end.lowerBound
            }
            rest = rest[end.upperBound...]
        }
        return copied == 0 ? text : result + text[copied...]
    }

    /// What runs to its own end mark, whatever stands in it.
    private static let closed: [(begin: [UInt8], end: [UInt8], isInstruction: Bool)] = [
        (Array("<?".utf8), Array("?>".utf8), true),
        (Array("<!--".utf8), Array("-->".utf8), false),
        (Array("<![CDATA[".utf8), Array("]]>".utf8), false),
    ]

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}
