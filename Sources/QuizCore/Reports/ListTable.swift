/// A list as a table: its columns, and a person as a line of it.
package struct ListTable: Sendable {
    package struct Column: Hashable, Sendable {
        package let title: String
        /// Unit: characters.
        package let width: Double
    }

    package let columns: [Column]
    private let selection: ListSelection
    private let rounds: [String: String]
    private let groups: [String: String]

    package init(_ selection: ListSelection, of contest: Contest) {
        self.selection = selection
        rounds = Dictionary(contest.rounds.map { ($0.id, $0.title) }, uniquingKeysWith: { one, _ in one })
        groups = Dictionary(contest.groups.map { ($0.id, $0.title) }, uniquingKeysWith: { one, _ in one })
        columns = Self.columns(of: selection)
    }

    private static func columns(of selection: ListSelection) -> [Column] {
        func column(_ title: String, _ width: Double) -> Column { Column(title: title, width: width) }
        let person = [column("STT", 7), column("Họ và tên", 28)]
        let contact = selection.hasContact ? [column("Năm sinh", 10)] : []
        let place = [column("Bảng", 26), column("Mã đơn vị", 16), column("Đơn vị", 36)]
        // A roster has no numbers to call.
        let phone = selection.hasContact && selection.kind != .unregistered ? [column("Điện thoại", 15)] : []
        return person + contact + place + phone + facts(of: selection.kind).map { column($0.0, $0.1) }
    }

    private static func facts(of kind: ListKind) -> [(String, Double)] {
        switch kind {
        case .results:
            [
                ("Đợt", 16), ("Lượt", 7), ("Bắt đầu", 20), ("Nộp bài", 20), ("Điểm", 9), ("Điểm tối đa", 12),
                ("Thời gian (giây)", 16), ("Thứ hạng", 10),
            ]
        case .participation, .unfinished:
            [("Xác nhận đơn vị", 16), ("Tình trạng", 16), ("Số lượt", 9), ("Số bài đã nộp", 14)]
        case .unregistered: [("Có trong danh sách từ", 22)]
        }
    }

    /// `number`: Counted from 1.
    package func cells(of row: ListRow, number: Int) -> [CSVWriter.Cell] {
        var cells: [CSVWriter.Cell] = []
        cells.reserveCapacity(columns.count)
        cells.append(.number(Int64(number)))
        cells.append(.text(row.name))
        if selection.hasContact { cells.append(row.birthYear.map { .number(Int64($0)) } ?? .text("")) }
        cells.append(.text(groups[row.group] ?? row.group))
        cells.append(.text(row.unitCode))
        cells.append(.text(row.unitTitle))
        if selection.hasContact, selection.kind != .unregistered { cells.append(.text(Self.grouped(row.phone ?? ""))) }
        switch row.facts {
        case .result(let result): append(result, to: &cells)
        case .progress(let progress):
            cells.append(.text(row.isUnitConfirmed ?? false ? "Đã xác nhận" : "Tự khai"))
            cells.append(.text(Self.words(progress.state)))
            cells.append(.number(Int64(progress.attempts)))
            cells.append(.number(Int64(progress.submitted)))
        case .roster(let since): cells.append(.time(since))
        }
        return cells
    }

    private func append(_ result: ListRow.Result, to cells: inout [CSVWriter.Cell]) {
        cells.append(.text(rounds[result.round] ?? result.round))
        cells.append(.number(Int64(result.number)))
        cells.append(.time(result.startedAt))
        cells.append(.time(result.sealedAt))
        cells.append(.thousandths(result.score))
        cells.append(.thousandths(result.maximum))
        cells.append(.thousandths(Int(result.duration)))
        cells.append(result.place.map { .number(Int64($0)) } ?? .text(""))
    }

    /// With spaces: spreadsheet programs keep such a number as words, with its zero in front.
    private static func grouped(_ phone: String) -> String {
        guard phone.utf8.count == 10 else { return phone }
        return "\(phone.prefix(4)) \(phone.dropFirst(4).prefix(3)) \(phone.suffix(3))"
    }

    private static func words(_ state: ListRow.Progress.State) -> String {
        switch state {
        case .registered: "Chưa bắt đầu"
        case .open: "Đang làm bài"
        case .submitted: "Đã nộp bài"
        }
    }
}
