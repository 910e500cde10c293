import QuizCore

/// Why the reading of a document ended.
enum MarkupFault: Error {
    case handler(Faults)
    case malformed(SourcePlace, code: Int)
    case unboundPrefix(SourcePlace, String)
    case tooMany(SourcePlace, Int)
    case tooDeep(SourcePlace, Int)
    case tooLong(SourcePlace)

    /// What libxml2 only warns of and the parser tells as an error: unusual namespaces, languages, versions.
    ///
    /// Among them 201, a prefix without a namespace, which ``MarkupScopes`` tells by its name.
    static let warnings: Set<Int> = [97, 98, 99, 100, 102, 106, 201]

    /// XML_ERR_DOCUMENT_END.
    static let endOfDocument = 5

    /// For people, with a look into the text for what the parser does not name.
    func named(in text: MarkupText) -> Faults {
        switch self {
        case .handler(let faults): faults
        case .malformed(let place, let code): Self.malformed(place, code, in: text)
        case .unboundPrefix(let place, let prefix):
            Faults(
                place,
                vi: "tiền tố “\(prefix.excerpt)” chưa được khai báo (xmlns:\(prefix.excerpt))",
                en: "the prefix '\(prefix.excerpt)' is not declared (xmlns:\(prefix.excerpt))"
            )
        case .tooMany(let place, let most):
            Faults(
                place,
                vi: "có hơn \(most) phần tử XML; hãy chia thành nhiều tệp nhỏ hơn",
                en: "there are more than \(most) XML elements; split the file into smaller ones"
            )
        case .tooDeep(let place, let most):
            Faults(
                place,
                vi: "các phần tử XML lồng nhau quá \(most) bậc; tệp này không phải do một chương trình soạn đề tạo ra",
                en: "XML elements are nested more than \(most) deep, as no program for questions writes them"
            )
        case .tooLong(let place):
            Faults(place, vi: "một đoạn văn bản quá dài", en: "a text is too long")
        }
    }

    /// Codes of libxml2 (xmlParserErrors).
    private static func malformed(_ place: SourcePlace, _ code: Int, in text: MarkupText) -> Faults {
        switch code {
        case 26, 27: undeclaredEntity(place, in: text)
        case 9: control(place)
        case endOfDocument:
            Faults(
                place,
                vi: "còn nội dung sau thẻ đóng cuối cùng; hãy xóa phần thừa",
                en: "there is content behind the last end tag; delete it"
            )
        case 76, 77:
            Faults(
                place,
                vi: "thẻ mở và thẻ đóng không khớp; hãy kiểm tra các thẻ ở gần đây",
                en: "a start tag and an end tag do not match; check the tags nearby"
            )
        case 23, 68:
            Faults(
                place,
                vi: "có dấu & hoặc < đứng riêng; hãy viết &amp; hoặc &lt;",
                en: "there is an & or a < that stands alone; write &amp; or &lt;"
            )
        default:
            Faults(
                place,
                vi: "không phải XML đúng quy cách (mã \(code) của libxml2); hãy xuất lại tệp",
                en: "not well-formed XML (libxml2 code \(code)); export the file again"
            )
        }
    }

    static func control(_ place: SourcePlace) -> Faults {
        Faults(
            place,
            vi: "có ký tự điều khiển không được phép trong XML; hãy xóa ký tự đó",
            en: "there is a control character that XML does not allow; delete it"
        )
    }

    private static func undeclaredEntity(_ place: SourcePlace, in text: MarkupText) -> Faults {
        let name = entity(before: place, in: text.bytes) ?? "&…;"
        return Faults(
            place,
            vi: "XML không biết ký hiệu \(name) của HTML; hãy thay bằng chính ký tự đó, hoặc đặt văn bản trong CDATA",
            en: "XML does not know the HTML entity \(name); write the character itself, or put the text into CDATA"
        )
    }

    /// The last `&name;` of a line before a place.
    private static func entity(before place: SourcePlace, in bytes: [UInt8]) -> String? {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: place.line, omittingEmptySubsequences: false)
        guard place.line <= lines.count else { return nil }
        let line = String(decoding: lines[place.line - 1], as: UTF8.self).prefix(place.column)
        // The place may be that of the next sign already.
        guard let start = line.dropLast().lastIndex(of: "&") else { return nil }
        let name = line[start...].dropFirst().prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return name.isEmpty || name.count > 32 ? nil : "&\(name);"
    }
}
