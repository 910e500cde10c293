/// A part of a report as a table for spreadsheet programs.
package struct ReportTable: Sendable {
    package let name: String
    package let columns: [ListTable.Column]
    package let rows: [[CSVWriter.Cell]]

    init(_ name: String, _ columns: [(String, Double)], _ rows: [[CSVWriter.Cell]]) {
        self.name = name
        self.columns = columns.map { ListTable.Column(title: $0.0, width: $0.1) }
        self.rows = rows
    }

    package func csv(separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append(columns.map { .text($0.title) })
        for row in rows { writer.append(row) }
        return writer.text
    }
}

/// The tables of a report, with codes in words.
package struct ReportTables: Sendable {
    /// What stands where nobody has stated how many there are.
    package static let noDenominator = "chưa có mẫu số"
    /// What stands where too few people answered to be told apart.
    package static let tooFew = "ít hơn \(TopicTally.leastPeople) người"

    private let types: [String: String]
    private let groups: [String: String]
    private let topics: [String: String]

    package init(_ vocabulary: Vocabulary) {
        func titles(_ terms: [Vocabulary.Term]) -> [String: String] {
            Dictionary(terms.map { ($0.code, $0.title.vi) }, uniquingKeysWith: { one, _ in one })
        }
        types = titles(vocabulary.unitTypes)
        groups = titles(vocabulary.groups)
        topics = titles(vocabulary.topics)
    }

    package func tables(of report: CoverageReport) -> [ReportTable] {
        [targets(report), kinds(report), levels(report), units(report), absent(report), weakTopics(report)]
    }

    package func tables(of report: YearReport) -> [ReportTable] {
        [overview(report), audiences(report)] + tables(of: report.coverage) + [comparison(report)]
    }

    package func units(_ report: CoverageReport) -> ReportTable {
        ReportTable(
            "Đơn vị",
            [
                ("Mã đơn vị", 18), ("Đơn vị", 40), ("Loại", 24), ("Cấp", 7), ("Đăng ký", 10), ("Bắt đầu", 10),
                ("Dự thi", 10), ("Đã xác nhận", 12), ("Tự khai", 10), ("Lượt thi", 10), ("Trong danh sách", 12),
                ("Mẫu số", 16), ("Tỉ lệ (%)", 16), ("Ngày của mẫu số", 20), ("Nguồn mẫu số", 36),
            ],
            report.units.map { line in
                [
                    .text(line.unit.code), .text(line.unit.title), .text(types[line.unit.type] ?? line.unit.type),
                    .number(Int64(line.unit.level)), .number(Int64(line.tally.registered)),
                    .number(Int64(line.tally.started)), .number(Int64(line.tally.submitted)),
                    .number(Int64(line.reach.confirmed)), .number(Int64(line.reach.claimed)),
                    .number(Int64(line.tally.attempts)), line.roster.map { .number(Int64($0)) } ?? .text(""),
                    whole(line.reach.headcount), share(line.reach.share),
                    line.stated?.countedOn.map { .time($0.start) } ?? .text(""), .text(line.stated?.source ?? ""),
                ]
            }
        )
    }

    private func targets(_ report: CoverageReport) -> ReportTable {
        ReportTable(
            "Chỉ tiêu",
            [
                ("Chỉ tiêu", 52), ("Yêu cầu", 12), ("Đạt được", 12), ("Trên tổng số", 16), ("Tỉ lệ (%)", 16),
                ("Kết luận", 20), ("Đơn vị chưa có mẫu số", 14), ("Nguồn chỉ tiêu", 40),
            ],
            report.targets.map { line in
                [
                    .text(line.target.title), .text("\(line.target.isAbove ? "Trên " : "")\(line.target.percent) %"),
                    .number(Int64(line.count)), whole(line.whole ?? 0), share(line.share),
                    .text(line.isMet.map { $0 ? "Đạt" : "Chưa đạt" } ?? "Chưa kết luận được"),
                    .number(Int64(line.uncounted)), .text(line.target.source),
                ]
            }
        )
    }

    private func kinds(_ report: CoverageReport) -> ReportTable {
        groups("Theo loại đơn vị", "Loại", report.types) { types[$0] ?? $0 }
    }

    private func levels(_ report: CoverageReport) -> ReportTable {
        groups("Theo cấp", "Cấp (0: trên cùng)", report.levels) { $0 }
    }

    private func groups(
        _ name: String,
        _ first: String,
        _ lines: [CoverageReport.GroupLine],
        _ title: (String) -> String
    ) -> ReportTable {
        ReportTable(
            name,
            [
                (first, 30), ("Số đơn vị", 10), ("Có người dự thi", 12), ("Tỉ lệ đơn vị (%)", 12), ("Người dự thi", 12),
                ("Đã xác nhận", 12), ("Tự khai", 10), ("Mẫu số", 16), ("Người của đơn vị có mẫu số", 14),
                ("Tỉ lệ người (%)", 16), ("Đơn vị chưa có mẫu số", 14),
            ],
            lines.map { line in
                [
                    .text(title(line.name)), .number(Int64(line.units)), .number(Int64(line.active)),
                    share(line.share), .number(Int64(line.reach.people)), .number(Int64(line.reach.confirmed)),
                    .number(Int64(line.reach.claimed)), whole(line.reach.headcount),
                    .number(Int64(line.reach.counted)), share(line.reach.share), .number(Int64(line.reach.uncounted)),
                ]
            }
        )
    }

    private func absent(_ report: CoverageReport) -> ReportTable {
        ReportTable(
            "Chưa có ai dự thi",
            [("Mã đơn vị", 18), ("Đơn vị", 40), ("Loại", 24)],
            report.absent.map { [.text($0.code), .text($0.title), .text(types[$0.type] ?? $0.type)] }
        )
    }

    private func weakTopics(_ report: CoverageReport) -> ReportTable {
        ReportTable(
            "Chủ đề theo bảng",
            [("Bảng", 32), ("Chủ đề", 36), ("Người", 10), ("Câu trả lời", 12), ("Tỉ lệ đúng (%)", 16)],
            report.topics.map { line in
                let isShown = line.tally.share != nil
                return [
                    .text(groups[line.group] ?? line.group), .text(topics[line.topic] ?? line.topic),
                    isShown ? .number(Int64(line.tally.people)) : .text(Self.tooFew),
                    isShown ? .number(Int64(line.tally.answers)) : .text(""), tally(line.tally),
                ]
            }
        )
    }

    private func overview(_ report: YearReport) -> ReportTable {
        func line(_ title: String, _ value: CSVWriter.Cell) -> [CSVWriter.Cell] { [.text(title), value] }
        let total = report.total
        let contests = report.coverage.contests.map { "\($0.title) (\($0.id))" }.joined(separator: "; ")
        return ReportTable(
            "Tổng hợp",
            [("Nội dung", 44), ("Số liệu", 90)],
            [
                line("Năm", .number(Int64(report.year))),
                line("Tính đến hết ngày", .text(report.until.vietnamese)),
                line("Đơn vị", .text(report.unit?.title ?? "Toàn bộ")),
                line("Cuộc thi", .text(contests.isEmpty ? "(không có)" : contests)),
                line("Người đăng ký", .number(Int64(total.registered))),
                line("Người dự thi (đã nộp ít nhất một bài)", .number(Int64(total.submitted))),
                line("Trong đó đơn vị đã xác nhận", .number(Int64(total.submittedConfirmed))),
                line("Trong đó tự khai đơn vị", .number(Int64(total.submitted - total.submittedConfirmed))),
                line("Lượt thi", .number(Int64(total.attempts))),
                line("Điểm trung bình (% điểm tối đa)", mean(total)),
                line("Tóm tắt cho báo chí", .text(report.pressLine)),
                line("Kế hoạch đối chiếu", .text(report.coverage.plan)),
                line("Lưu ý", .text(report.coverage.note)),
            ]
        )
    }

    private func audiences(_ report: YearReport) -> ReportTable {
        ReportTable(
            "Theo bảng",
            [
                ("Bảng", 36), ("Đăng ký", 10), ("Dự thi", 10), ("Đã xác nhận", 12), ("Tự khai", 10), ("Lượt thi", 10),
                ("Điểm trung bình (%)", 14),
            ],
            report.audiences.map { group, tally in
                [
                    .text(groups[group] ?? group), .number(Int64(tally.registered)), .number(Int64(tally.submitted)),
                    .number(Int64(tally.submittedConfirmed)),
                    .number(Int64(tally.submitted - tally.submittedConfirmed)), .number(Int64(tally.attempts)),
                    mean(tally),
                ]
            }
        )
    }

    private func comparison(_ report: YearReport) -> ReportTable {
        ReportTable(
            "So sánh theo chủ đề",
            [
                ("Chủ đề", 36), ("Luyện tập (% đúng)", 16), ("Thi năm nay (% đúng)", 16),
                ("Thi năm trước (% đúng)", 16),
            ],
            report.comparison.map { line in
                [
                    .text(topics[line.topic] ?? line.topic), tally(line.practice), tally(line.contests),
                    tally(line.former),
                ]
            }
        )
    }

    private func whole(_ count: Int) -> CSVWriter.Cell {
        count > 0 ? .number(Int64(count)) : .text(Self.noDenominator)
    }

    /// In percent with one decimal.
    private func share(_ value: Double?) -> CSVWriter.Cell {
        value.map { Self.percent($0) } ?? .text(Self.noDenominator)
    }

    private func tally(_ tally: TopicTally) -> CSVWriter.Cell {
        tally.share.map { Self.percent($0) } ?? .text(tally.people == 0 ? "" : Self.tooFew)
    }

    private func mean(_ tally: PeopleTally) -> CSVWriter.Cell {
        tally.attempts > 0 ? Self.percent(Double(tally.shareSum) / Double(tally.attempts) / 1_000) : .text("")
    }

    private static func percent(_ share: Double) -> CSVWriter.Cell {
        .thousandths(Int((min(share, 1_000_000) * 1_000).rounded()) * 100)
    }
}

extension CalendarDay {
    /// As people in Việt Nam write it: `14/12/2026`.
    package var vietnamese: String {
        "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
    }
}
