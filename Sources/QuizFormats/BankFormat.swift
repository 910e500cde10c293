package import QuizCore

/// The formats in which banks come and go (docs/formats.md).
package enum BankFormat: String, CaseIterable, Codable, Hashable, Sendable {
    case yaml, csv, xlsx, gift, aiken
    /// The native format with its pictures.
    case zip
    case moodleXML = "moodle-xml"

    /// The format of a file by the end of its name, and by its content where several formats share one.
    ///
    /// - Returns: `nil` for an end that no format has.
    package static func guess(name: String, _ bytes: [UInt8]) -> BankFormat? {
        switch name.split(separator: ".").last?.lowercased() {
        case "yaml", "yml": .yaml
        case "csv", "tsv": .csv
        case "xlsx": .xlsx
        case "gift": .gift
        case "xml": .moodleXML
        case "zip": BankPackage.isLikely(bytes) ? .zip : nil
        case "txt": String(decoding: bytes, as: UTF8.self).contains("\nANSWER:") ? .aiken : .gift
        default: nil
        }
    }

    /// What it is sent as.
    package var mediaType: String {
        switch self {
        case .yaml: "application/yaml; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .gift, .aiken: "text/plain; charset=utf-8"
        case .moodleXML: "application/xml; charset=utf-8"
        case .zip: "application/zip"
        }
    }
}

extension Bank {
    /// The bank in a format, and what the format has no room for.
    ///
    /// `images`: contents by the names of their files.
    ///
    /// - Throws: When a workbook cannot be written.
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
        }
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
