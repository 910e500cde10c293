import Foundation
package import QuizCore
import QuizFormats
import XLSXWriter

/// A list of people on its way out: written piece by piece, in whatever form.
package struct ListDocument: Sendable {
    package let selection: ListSelection
    private let contest: Contest
    private let unitTitle: String?
    private let actor: String
    private let at: Timestamp
    private let purpose: String?

    /// `unitTitle`: Of the selection's unit.
    package init(
        _ selection: ListSelection,
        of contest: Contest,
        unitTitle: String?,
        by actor: String,
        at moment: Timestamp,
        purpose: String?
    ) {
        self.selection = selection
        self.contest = contest
        self.unitTitle = unitTitle
        self.actor = actor
        at = moment
        self.purpose = purpose
    }

    /// What a file with the list is called.
    package func fileName(as format: ListFormat) -> String {
        "\(selection.kind.fileName)-\(selection.unit ?? selection.contest).\(format.rawValue)"
    }

    /// Writes the whole list.
    ///
    /// `send`: Takes the bytes as they come and says when it can take more.
    package func write(
        _ pages: ListPages,
        as format: ListFormat,
        separator: CSVWriter.Separator,
        to send: ([UInt8]) async throws -> Void
    ) async throws {
        switch format {
        case .csv: try await writeCSV(pages, separator, send)
        case .json: try await writeJSON(pages, send)
        case .xlsx: try await writeXLSX(pages, send)
        }
    }

    private func writeCSV(
        _ pages: ListPages,
        _ separator: CSVWriter.Separator,
        _ send: ([UInt8]) async throws -> Void
    ) async throws {
        let table = ListTable(selection, of: contest)
        var writer = CSVWriter(separator: separator)
        writer.append(table.columns.map { .text($0.title) })
        try await send(Array(writer.taken().utf8))
        var number = 0
        try await pages.forEach { rows in
            for row in rows {
                number += 1
                writer.append(table.cells(of: row, number: number))
            }
            try await send(Array(writer.taken().utf8))
        }
    }

    private func writeJSON(_ pages: ListPages, _ send: ([UInt8]) async throws -> Void) async throws {
        var head = JSONText { json in
            json.field("list", selection.kind.rawValue)
            json.field("contest", contest.id)
            json.field("round", selection.round)
            json.field("group", selection.group)
            json.field("unit", selection.unit)
            json.field("exportedAt", at)
            json.field("exportedBy", actor)
            json.field("purpose", purpose)
        }.bytes
        // The list comes before the brace that ends the object.
        head.removeLast()
        head += Array(",\"items\":[".utf8)
        try await send(head)
        var number = 0
        try await pages.forEach { rows in
            var piece: [UInt8] = []
            piece.reserveCapacity(rows.count * 320)
            for row in rows {
                if number > 0 { piece.append(UInt8(ascii: ",")) }
                number += 1
                piece += JSONText { $0.fields(of: row) }.bytes
            }
            try await send(piece)
        }
        try await send(Array("],\"rows\":\(number)}".utf8))
    }

    private func writeXLSX(_ pages: ListPages, _ send: ([UInt8]) async throws -> Void) async throws {
        let table = ListTable(selection, of: contest)
        let columns = table.columns.map { SheetPlan.Column(title: $0.title, width: $0.width) }
        let about = SheetPlan(
            name: "Thông tin",
            columns: [.init(title: "", width: 24), .init(title: "", width: 80)],
            hasHeading: false
        )
        let workbook = StreamedWorkbook([about, SheetPlan(name: "Danh sách", columns: columns)])
        var number = 0
        try await pages.forEach { rows in
            let cells = rows.map { row in
                number += 1
                return table.cells(of: row, number: number).map { WorkbookCell($0) }
            }
            try await workbook.append(cells, to: 1)
        }
        try await workbook.append(notes(rows: number), to: 0)
        try await workbook.finish()
        while true {
            let bytes = try await workbook.bytes()
            if bytes.isEmpty { return }
            try await send(bytes)
        }
    }

    /// What the first sheet of a workbook says.
    private func notes(rows: Int) -> [[WorkbookCell]] {
        func line(_ title: String, _ text: String?) -> [WorkbookCell]? { text.map { [.text(title), .text($0)] } }
        let lines = [
            line("Danh sách", selection.kind.title.vi),
            line("Cuộc thi", "\(contest.title) (\(contest.id))"),
            line("Đơn vị", selection.unit.map { "\(unitTitle ?? $0) (\($0)), gồm cả đơn vị trực thuộc" }),
            line("Đợt", selection.round.map(contest.roundTitle)),
            line("Bảng", selection.group.map(contest.groupTitle)),
            line("Người xuất", actor),
        ].compactMap { $0 }
        return lines + [
            [.text("Thời điểm xuất"), WorkbookCell(.time(at))],
            [.text("Mục đích"), .text(purpose ?? "(không ghi)")],
            [.text("Số dòng"), .number(Double(rows))],
        ]
    }
}

extension JSONText {
    fileprivate mutating func fields(of row: ListRow) {
        field("name", row.name)
        field("birthYear", row.birthYear)
        field("phone", row.phone)
        field("group", row.group)
        object("unit") { json in
            json.field("code", row.unitCode)
            json.field("title", row.unitTitle)
        }
        if let isConfirmed = row.isUnitConfirmed { field("unitConfirmed", isConfirmed) }
        switch row.facts {
        case .result(let result):
            field("round", result.round)
            field("number", result.number)
            field("startedAt", result.startedAt)
            field("sealedAt", result.sealedAt)
            field("score", result.score)
            field("maxScore", result.maximum)
            field("durationMs", result.duration)
            field("place", result.place)
        case .progress(let progress):
            field("state", progress.state.rawValue)
            field("attempts", progress.attempts)
            field("submitted", progress.submitted)
        case .roster(let since): field("onRosterSince", since)
        }
    }
}
