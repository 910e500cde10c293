import Foundation
import QuizAPI
import QuizCore
import QuizStore

extension Administration {
    /// Notes who takes a list, then writes it to a file in the data folder for the command to fetch.
    func exportList(_ export: AdminRequest.ListExport) async throws -> AdminReply {
        guard let definition = store.definition(of: export.contest)?.contest else {
            return .refused(
                Message(vi: "Không có cuộc thi “\(export.contest)”.", en: "There is no contest '\(export.contest)'.")
            )
        }
        let unit = try await unit(export.unit)
        if let refusal = refusal(of: export, definition, unit) { return .refused(refusal) }
        guard let kind = ListKind(rawValue: export.kind), let format = ListFormat(rawValue: export.format),
            let separator = CSVWriter.Separator(rawValue: export.separator)
        else { return .refused(Self.unknownForm(export)) }
        let purpose: String?
        do {
            purpose = try Purpose.checked(export.purpose, isNeeded: export.hasContact)
        } catch {
            return .refused(error.message)
        }
        let selection = ListSelection(
            kind: kind,
            contest: export.contest,
            round: export.round,
            group: export.group,
            unit: export.unit,
            hasContact: export.hasContact
        )
        let document = ListDocument(
            selection,
            of: definition,
            unitTitle: unit?.title,
            by: actor,
            at: SystemClock.now(),
            purpose: purpose
        )
        return try await write(document, as: format, separator, purpose)
    }

    private func write(
        _ document: ListDocument,
        as format: ListFormat,
        _ separator: CSVWriter.Separator,
        _ purpose: String?
    ) async throws -> AdminReply {
        guard let pages = try await store.list(document.selection) else { return AdminReply(exitCode: 70) }
        try await store.noteExport(of: document.selection, as: format.rawValue, purpose: purpose, by: actor)
        let file = try ExportFile(in: folder)
        do {
            let handle = try file.opened()
            let lane = lane
            try await document.write(pages, as: format, separator: separator) { bytes in
                try await lane.run { try handle.write(contentsOf: Data(bytes)) }
            }
            try handle.close()
        } catch {
            file.remove()
            throw error
        }
        var reply = AdminReply()
        reply.file = file.path
        return reply
    }

    private func unit(_ code: String?) async throws -> QuizCore.Unit? {
        guard let code else { return nil }
        return try await store.unit(code: code)
    }

    private func refusal(of export: AdminRequest.ListExport, _ contest: Contest, _ unit: QuizCore.Unit?) -> Message? {
        if let code = export.unit, unit == nil {
            return Message(vi: "Không có đơn vị “\(code)”.", en: "There is no unit '\(code)'.")
        }
        if let round = export.round, contest.round(round) == nil {
            return Message(vi: "Cuộc thi không có đợt “\(round)”.", en: "There is no round '\(round)'.")
        }
        if let group = export.group, contest.group(group) == nil {
            return Message(vi: "Cuộc thi không có bảng “\(group)”.", en: "There is no group '\(group)'.")
        }
        if export.kind == ListKind.results.rawValue, contest.mode == .practice {
            return Message(
                vi: "“\(contest.id)” là luyện tập: không xếp hạng, không xuất kết quả.",
                en: "'\(contest.id)' is practice: it is never ranked, and has no results to export."
            )
        }
        return nil
    }

    private static func unknownForm(_ export: AdminRequest.ListExport) -> Message {
        if ListKind(rawValue: export.kind) == nil {
            let kinds = ListKind.allCases.map(\.rawValue).joined(separator: ", ")
            return Message(
                vi: "Không có danh sách “\(export.kind)”; có: \(kinds).",
                en: "There is no list '\(export.kind)'; there are: \(kinds)."
            )
        }
        if ListFormat(rawValue: export.format) == nil {
            return Message(
                vi: "Định dạng “\(export.format)” chưa có; dùng csv, xlsx hoặc json.",
                en: "Format '\(export.format)' is not known; use csv, xlsx or json."
            )
        }
        return Message(
            vi: "Dấu ngăn cách “\(export.separator)” chưa có; dùng comma hoặc semicolon.",
            en: "Separator '\(export.separator)' is not known; use comma or semicolon."
        )
    }
}
