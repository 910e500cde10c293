package import QuizCore

/// The formats in which banks come and go (docs/formats.md).
package enum BankFormat: String, CaseIterable, Codable, Hashable, Sendable {
    case yaml, csv, xlsx, gift, aiken
    /// The native format with its pictures.
    case zip
    case moodleXML = "moodle-xml"
    /// Read in any version; written in 2.1.
    case qti
    case qti21 = "qti-2.1"
    case qti30 = "qti-3.0"
    /// Read only.
    case docx

    /// The format of a file by the end of its name, and by its content where several formats share one.
    ///
    /// - Returns: `nil` for an end that no format has.
    package static func guess(name: String, _ bytes: [UInt8]) -> BankFormat? {
        switch name.split(separator: ".").last?.lowercased() {
        case "yaml", "yml": .yaml
        case "csv", "tsv": .csv
        case "xlsx": .xlsx
        case "docx", "docm", "doc": .docx
        case "gift": .gift
        case "xml": isQTI(bytes) ? .qti : .moodleXML
        case "zip": BankPackage.isLikely(bytes) ? .zip : QTI.isLikely(package: bytes) ? .qti : nil
        case "qti", "imscc": .qti
        case "txt": String(decoding: bytes, as: UTF8.self).contains("\nANSWER:") ? .aiken : .gift
        default: nil
        }
    }

    /// Whether banks go out in it.
    package var isWritten: Bool { self != .docx }

    /// What it is sent as.
    package var mediaType: String {
        switch self {
        case .yaml: "application/yaml; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .gift, .aiken: "text/plain; charset=utf-8"
        case .moodleXML: "application/xml; charset=utf-8"
        case .zip, .qti, .qti21, .qti30: "application/zip"
        case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        }
    }
}

extension Bank {
    /// The bank in a format, and what the format has no room for.
    ///
    /// `images`: contents by the names of their files.
    ///
    /// - Throws: When a workbook cannot be written or a package has too many questions; ``FormatRefusal`` for a format that
    ///   is only read.
    package func written(
        as format: BankFormat,
        images: [String: [UInt8]] = [:]
    ) throws -> (bytes: [UInt8], notices: [Message]) {
        switch format {
        case .yaml: return (Array(yaml().utf8), withoutImages)
        case .csv: return (Array(CSVBank.text(self).utf8), withoutImages)
        case .xlsx: return (try XLSXBank.bytes(self), withoutImages)
        case .gift: return Self.parts(GIFT.write(self), withoutImages)
        case .aiken: return Self.parts(Aiken.write(self), withoutImages)
        case .moodleXML: return Self.parts(MoodleXML.write(self, images: images))
        case .zip: return (BankPackage.write(self, images: images), [])
        case .qti, .qti21: return try QTI.write(self, as: .v21, images: images)
        case .qti30: return try QTI.write(self, as: .v30, images: images)
        case .docx: throw FormatRefusal.readOnly(format)
        }
    }

    /// Why a bank is not handed out in a format that could be taken for the whole of it.
    package func refusal(as format: BankFormat) -> Message? {
        guard format == .yaml, !images.isEmpty else { return nil }
        return Message(
            vi: "Ngân hàng “\(id)” có ảnh, một tệp YAML không chứa được; hãy lấy dạng zip (--format zip).",
            en: "The bank '\(id)' has pictures, which a YAML file cannot hold; take it as zip (--format zip)."
        )
    }

    /// Told of a format that has no room for pictures.
    private var withoutImages: [Message] {
        let ids = questions.filter { $0.image != nil }.map(\.id)
        guard !ids.isEmpty else { return [] }
        let list = ids.prefix(20).joined(separator: ", ") + (ids.count > 20 ? ", …" : "")
        return [
            Message(
                vi: "định dạng này không chứa được ảnh; \(ids.count) câu được xuất không có ảnh: \(list)",
                en: "this format has no room for pictures; \(ids.count) questions go without theirs: \(list)"
            )
        ]
    }

    private static func parts(
        _ written: WrittenBank,
        _ more: [Message] = []
    ) -> (bytes: [UInt8], notices: [Message]) {
        (Array(written.text.utf8), written.notices + more)
    }
}

/// A format that nothing is written in.
package enum FormatRefusal: Error, Hashable {
    case readOnly(BankFormat)

    package var message: Message {
        switch self {
        case .readOnly(let format):
            Message(
                vi: "Định dạng \(format.rawValue) chỉ nhập được, không xuất được; hãy xuất ra xlsx hoặc yaml.",
                en: "The format \(format.rawValue) is only read, not written; export as xlsx or yaml."
            )
        }
    }
}
