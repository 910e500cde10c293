/// The log of what staff did, as a table, written piece by piece.
package enum AuditExport {
    package static let headings = [
        "Số thứ tự", "Thời điểm", "Ai", "Loại", "Việc đã làm", "Cuộc thi", "Chi tiết", "Câu đầy đủ",
    ]

    /// The first piece: byte order mark and headings.
    package static func csvHead(_ separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append(headings.map { .text($0) })
        return writer.text
    }

    /// Lines for some entries.
    package static func csvLines(_ entries: [AuditEntry], _ separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        let mark = writer.text.unicodeScalars.count
        for entry in entries {
            writer.append([
                .number(entry.sequence), .time(entry.at), .text(entry.actor), .text(entry.kind), .text(entry.words.vi),
                .text(entry.contest ?? ""), .text(entry.detail), .text(entry.sentence.vi),
            ])
        }
        return String(writer.text.unicodeScalars.dropFirst(mark))
    }
}
