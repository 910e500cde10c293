import Foundation

/// The results of a contest as organizers and coordinators hand them on.
package struct ResultsExport: Sendable {
    private let contest: Contest
    private let rows: [ResultRow]

    /// Keeps the order of the rows.
    package init(contest: Contest, rows: [ResultRow]) {
        self.contest = contest
        self.rows = rows
    }

    /// The headings, in the order of the columns.
    package static let headings = [
        "STT", "Họ và tên", "Năm sinh", "Bảng", "Mã đơn vị", "Đơn vị", "Đợt", "Lượt", "Bắt đầu", "Nộp bài", "Điểm",
        "Thời gian (giây)", "Thứ hạng",
    ]

    /// A table for spreadsheet programs; points with a comma where the semicolon separates, as in Việt Nam.
    package func csv(separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append(Self.headings.map { .text($0) })
        for (index, row) in rows.enumerated() {
            writer.append([
                .number(Int64(index + 1)),
                .text(row.name),
                .number(Int64(row.birthYear)),
                .text(contest.group(row.group)?.title ?? row.group),
                .text(row.unitCode),
                .text(row.unitTitle),
                .text(contest.round(row.round)?.title ?? row.round),
                .number(Int64(row.number)),
                .time(row.startedAt),
                .time(row.sealedAt),
                .thousandths(row.score),
                .thousandths(Int(row.duration)),
                .number(Int64(row.place)),
            ])
        }
        return writer.text
    }

    /// `{"items": […]}`, with times and numbers as everywhere in the API.
    ///
    /// - Throws: Never in practice: all values are text and whole numbers.
    package func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try Array(encoder.encode(["items": rows.map { Item($0) }]))
    }

    private struct Item: Encodable {
        let name: String
        let birthYear: Int
        let group: String
        let unit: UnitName
        let round: String
        let number: Int
        let startedAt: String
        let sealedAt: String
        let score: Int
        let maxScore: Int
        let durationMs: Int64
        let place: Int

        struct UnitName: Encodable {
            let code: String
            let title: String
        }

        init(_ row: ResultRow) {
            name = row.name
            birthYear = row.birthYear
            group = row.group
            unit = UnitName(code: row.unitCode, title: row.unitTitle)
            round = row.round
            number = row.number
            startedAt = row.startedAt.utcText
            sealedAt = row.sealedAt.utcText
            score = row.score
            maxScore = row.maximum
            durationMs = row.duration
            place = row.place
        }
    }
}
