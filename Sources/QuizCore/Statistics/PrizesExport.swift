/// The list of winners as organizers hand it on: one line a prize, undecided ones included.
package struct PrizesExport: Sendable {
    private let contest: Contest
    private let report: PrizeReport

    package init(contest: Contest, report: PrizeReport) {
        self.contest = contest
        self.report = report
    }

    package static let headings = [
        "STT", "Giải", "Giá trị", "Đợt", "Bảng", "Họ và tên", "Năm sinh", "Mã đơn vị", "Đơn vị", "Hạng", "Điểm",
        "Thời gian (giây)", "Xác minh nhân thân", "Ghi chú",
    ]

    package func csv(separator: CSVWriter.Separator) -> String {
        var writer = CSVWriter(separator: separator)
        writer.append(Self.headings.map { .text($0) })
        for line in lines { writer.append(line) }
        return writer.text
    }

    /// The same as texts, with numbers as in Việt Nam.
    package var table: [[String]] {
        [Self.headings] + lines.map { line in line.map(\.plain) }
    }

    private var lines: [[CSVWriter.Cell]] {
        let lines = report.boards.flatMap(lines) + report.collective.flatMap(lines)
        return lines.enumerated().map { [.number(Int64($0 + 1))] + $1 }
    }

    private func lines(of board: PrizeReport.Board) -> [[CSVWriter.Cell]] {
        guard board.isOver else { return [] }
        return board.outcomes.flatMap { outcome in
            let place = contest.prizes.tables[board.table].places[outcome.slot.place]
            let head: [CSVWriter.Cell] = [
                .text(place.title), .text(place.value ?? ""), .text(contest.roundTitle(board.name.round)),
                .text(contest.groupTitle(board.name.group)),
            ]
            let winners = outcome.winners.map { winner in
                head + cells(of: winner.line, board) + [.text(winner.isNextInLine ? "Kế tiếp" : "")]
            }
            let tied = outcome.ties.flatMap { tie in
                tie.lines.filter { board.results[$0.contestant] != nil }.map { line in
                    let note = "Cần quyết định: \(tie.lines.count) người bằng nhau, \(tie.prizes) giải"
                    return head + cells(of: line, board) + [.text(note)]
                }
            }
            return winners + tied + (outcome.waitsFor.map { [head + waiting($0)] } ?? [])
        }
    }

    private func cells(of line: PrizeLine, _ board: PrizeReport.Board) -> [CSVWriter.Cell] {
        let person = report.people[line.contestant]
        let result = board.results[line.contestant]
        return [
            .text(person?.name ?? ""),
            person.map { .number(Int64($0.birthYear)) } ?? .text(""),
            .text(result?.unitCode ?? ""),
            .text(result?.unitTitle ?? ""),
            .number(Int64(line.place)),
            result?.score.map { .thousandths($0) } ?? .text(""),
            result?.duration.map { .thousandths(Int($0)) } ?? .text(""),
            .text(person?.identity.map { Self.words($0.state) } ?? Self.words(.unchecked)),
        ]
    }

    private func waiting(_ slot: PrizeSlot) -> [CSVWriter.Cell] {
        let title = contest.prizes.tables[slot.table].places[slot.place].title
        let board = "\(contest.roundTitle(slot.board.round)), \(contest.groupTitle(slot.board.group))"
        return [CSVWriter.Cell](repeating: .text(""), count: 8) + [.text("Chờ quyết định \(title) (\(board))")]
    }

    private func lines(of collective: PrizeReport.Collective) -> [[CSVWriter.Cell]] {
        collective.ranking.lines.compactMap { line in
            guard let prize = line.prize, let unit = collective.units[line.tally.unit] else { return nil }
            let place = collective.prize.places[prize]
            let head: [CSVWriter.Cell] = [
                .text("\(collective.prize.title): \(place.title)"), .text(place.value ?? ""),
                .text(contest.roundTitle(collective.prize.board)), .text(""), .text(""), .text(""), .text(unit.code),
                .text(unit.title), .number(Int64(line.place)), .text(""), .text(""), .text(""),
            ]
            let headcount = line.tally.headcount.map { "/\($0)" } ?? ""
            let people = "\(line.tally.participants)\(headcount) người dự thi"
            return head + [.text(collective.isWaiting ? people + "; chờ quyết định giải cá nhân" : people)]
        }
    }

    private static func words(_ state: IdentityCheck.State) -> String {
        switch state {
        case .unchecked: "Chưa xác minh"
        case .confirmed: "Đã xác minh"
        case .failed: "Không đúng"
        }
    }
}

extension Contest {
    /// What people call a round, or the board over all of them.
    package func roundTitle(_ round: String) -> String {
        round == Cumulative.round ? "Tất cả các đợt" : self.round(round)?.title ?? round
    }

    package func groupTitle(_ group: String) -> String {
        self.group(group)?.title ?? group
    }
}

extension CSVWriter.Cell {
    /// As a cell of a workbook, where words are never formulas.
    fileprivate var plain: String {
        if case .text(let words) = self { words } else { text(.semicolon) }
    }
}
