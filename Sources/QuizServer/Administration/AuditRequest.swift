import Foundation
import QuizCore
import QuizStore

/// The log of what staff did, asked for on the command line; times as they were typed.
struct AuditRequest: Codable, Sendable {
    let contest: String?
    let actor: String?
    let kind: String?
    let from: String?
    let to: String?
    let text: String?
    let purpose: String
    let format: String
}

extension Administration {
    private static var chunk: Int { 1_000 }

    func exportAudit(_ request: AuditRequest) async throws -> AdminReply {
        guard request.format == "csv" || request.format == "json" else {
            return .refused(
                Message(
                    vi: "Định dạng “\(request.format)” chưa có; dùng csv hoặc json.",
                    en: "Format '\(request.format)' is not known; use csv or json."
                )
            )
        }
        var filter = AuditFilter(
            contest: request.contest,
            actor: request.actor,
            kind: request.kind,
            text: request.text
        )
        if let from = request.from {
            guard let moment = Self.moment(from) else { return .refused(Self.noDay(from)) }
            filter.from = moment.at
        }
        if let to = request.to {
            guard let moment = Self.moment(to) else { return .refused(Self.noDay(to)) }
            filter.to = moment.isDay ? moment.at.adding(milliseconds: CalendarDay.length) : moment.at
        }
        if let kind = request.kind, !store.auditKinds.contains(where: { $0.kind == kind }) {
            let known = store.auditKinds.map(\.kind).joined(separator: ", ")
            return .refused(
                Message(vi: "Không có loại “\(kind)”; có: \(known).", en: "No kind '\(kind)'; use \(known).")
            )
        }
        try await store.noteAuditExport(filter, purpose: request.purpose, by: actor)
        return AdminReply(output: try await written(filter, asCSV: request.format == "csv"))
    }

    private func written(_ filter: AuditFilter, asCSV: Bool) async throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var output = Data(asCSV ? AuditExport.csvHead(.comma).utf8 : "".utf8)
        var place: Int64?
        repeat {
            let page = try await store.audit(filter, before: place, limit: Self.chunk)
            if asCSV {
                output += Data(AuditExport.csvLines(page.entries, .comma).utf8)
            } else {
                for entry in page.entries { output += try encoder.encode(AuditItem(entry)) + Data("\n".utf8) }
            }
            place = page.next
        } while place != nil
        return output
    }

    private static func moment(_ text: String) -> (at: Timestamp, isDay: Bool)? {
        if let moment = Timestamp(rfc3339: text) { return (moment, false) }
        return Timestamp(rfc3339: text + "T00:00").map { ($0, true) }
    }

    private static func noDay(_ text: String) -> Message {
        Message(vi: "“\(text)” không phải ngày; viết như 2026-12-01.", en: "'\(text)' is no day; write 2026-12-01.")
    }
}

/// An entry on a line of its own.
private struct AuditItem: Encodable {
    let sequence: Int64
    let at: String
    let kind: String
    let actor: String
    let contest: String?
    let detail: String
    let sentence: String

    init(_ entry: AuditEntry) {
        sequence = entry.sequence
        at = entry.at.vietnamese
        kind = entry.kind
        actor = entry.actor
        contest = entry.contest
        detail = entry.detail
        sentence = entry.sentence.local
    }
}
