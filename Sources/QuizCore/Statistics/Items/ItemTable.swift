/// The figures of an ``ItemReport`` as tables for spreadsheet programs.
package struct ItemTable: Sendable {
    package let name: String
    package let headings: [String]
    /// Widths in characters, same indices.
    package let widths: [Double]
    package let rows: [[CSVWriter.Cell]]

    private init(_ name: String, _ columns: [(String, Double)], _ rows: [[CSVWriter.Cell]]) {
        self.name = name
        headings = columns.map(\.0)
        widths = columns.map(\.1)
        self.rows = rows
    }

    /// A row a question.
    package static func questions(_ report: ItemReport) -> ItemTable {
        ItemTable(
            "Câu hỏi",
            [
                ("Ngân hàng", 14), ("Mã câu", 12), ("Loại", 10), ("Chủ đề", 18), ("Mức độ", 10), ("Câu hỏi", 50),
                ("Số bài", 9), ("Bỏ trống", 9), ("Đúng trọn", 9), ("Độ dễ", 9), ("Độ dễ, từ", 9), ("Độ dễ, đến", 9),
                ("Độ phân biệt", 9), ("Chênh lệch 27 %", 9), ("Giây, giữa", 9), ("Giây, 1/4 dưới", 9),
                ("Giây, 1/4 trên", 9), ("Xu hướng z", 9), ("Xu hướng q", 9), ("Dễ thêm về sau", 9),
                ("Cần xem", 36), ("Việc nên làm", 60),
            ],
            report.items.map(row)
        )
    }

    private static func row(_ item: ItemFigures) -> [CSVWriter.Cell] {
        let question = item.item.question
        return [
            .text(item.item.bank), .text(question.id), .text(question.body.kind.rawValue), .text(question.topic),
            .text(question.difficulty.rawValue), .text(question.prompt), .number(Int64(item.count)),
            .number(Int64(item.blank)), .number(Int64(item.right)), share(item.facility), share(item.interval.low),
            share(item.interval.high), share(item.discrimination), share(item.upperLower),
            whole(item.seconds?.median), whole(item.seconds?.lower), whole(item.seconds?.upper),
            share(item.drift?.z), share(item.drift?.q), share(item.drift?.rise),
            .text(item.flags.map(\.title.vi).joined(separator: "\n")),
            .text(item.flags.map(\.advice.vi).joined(separator: "\n")),
        ]
    }

    /// A row for each thing that can be chosen, and for what was often written.
    package static func answers(_ report: ItemReport) -> ItemTable {
        ItemTable(
            "Phương án",
            [
                ("Ngân hàng", 14), ("Mã câu", 12), ("Phương án", 10), ("Nội dung", 50), ("Đáp án", 8), ("Số bài", 9),
                ("Tỉ lệ", 9), ("Tương quan", 9),
            ],
            report.items.flatMap { item in
                let start: [CSVWriter.Cell] = [.text(item.item.bank), .text(item.item.question.id)]
                return item.lines.map { line in
                    start + [
                        .text(line.label), .text(line.text), .text(line.isKey ? "x" : ""), .number(Int64(line.count)),
                        share(line.share), share(line.discrimination),
                    ]
                }
                    + item.wrongTexts.map { text in
                        start + [
                            .text(""), .text(text.text), .text(""), .number(Int64(text.count)), share(text.share),
                            share(text.discrimination),
                        ]
                    }
            }
        )
    }

    /// A row for each question in each window.
    package static func windows(_ report: ItemReport) -> ItemTable {
        ItemTable(
            "Theo thời gian",
            [
                ("Ngân hàng", 14), ("Mã câu", 12), ("Từ", 20), ("Đến", 20), ("Số bài", 9), ("Đúng trọn", 9),
                ("Tỉ lệ", 9), ("Dự kiến", 9),
            ],
            report.items.flatMap { item in
                zip(report.windows, item.windows).map { window, figures in
                    [
                        .text(item.item.bank), .text(item.item.question.id), .time(window.from), .time(window.to),
                        .number(Int64(figures.count)), .number(Int64(figures.right)), share(figures.share),
                        share(figures.expected),
                    ]
                }
            }
        )
    }

    /// What stands above all questions.
    package static func overview(_ report: ItemReport) -> ItemTable {
        ItemTable(
            "Tổng quan",
            [("Số liệu", 40), ("Giá trị", 16)],
            [
                [.text("Số bài"), .number(Int64(report.papers))],
                [.text("Số câu trên một bài"), share(report.length)],
                [.text("Điểm trung bình (phần của điểm tối đa)"), share(report.meanScore)],
                [.text("Độ lệch chuẩn của điểm"), share(report.deviation)],
                [.text("Độ tin cậy (Cronbach alpha)"), share(report.reliability?.alpha)],
                [.text("Sai số chuẩn của phép đo"), share(report.reliability?.standardError)],
            ]
        )
    }

    package func csv(separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append(headings.map { .text($0) })
        for row in rows { writer.append(row) }
        return writer.text
    }

    private static func share(_ value: Double?) -> CSVWriter.Cell {
        guard let value, value.isFinite else { return .text("") }
        return .thousandths(Int((value * 1_000).rounded()))
    }

    private static func whole(_ value: Int?) -> CSVWriter.Cell {
        value.map { .number(Int64($0)) } ?? .text("")
    }
}
