import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    /// What staff did, for admins and auditors: those of one contest see what was about it.
    func addAuditRoutes(to api: inout RouteTable) {
        api.get("audit") { request, context in try await searchAudit(request, context) }
        api.get("audit/export") { request, context in try await exportAudit(request, context) }
    }

    private static var pageLimit: Int { 50 }
    /// Entries of an export that are read and written at a time.
    private static var exportChunk: Int { 1_000 }

    private func auditFilter(_ request: Request, _ context: APIContext) throws -> (AuditFilter, StaffMember) {
        let member = try staff(context)
        let query = request.uri.queryParameters
        func text(_ name: String) -> String? { query.get(name).flatMap { $0.isEmpty ? nil : String($0) } }
        let contest = text("contest")
        guard Authorization.allows(member, .readAudit, contest: contest, unitPath: nil),
            contest.map({ store.definition(of: $0) != nil }) ?? true
        else { throw Problem.notFound }
        let filter = AuditFilter(
            contest: contest,
            actor: text("actor"),
            kind: text("kind"),
            from: try text("from").map { try Self.moment($0, "from", endOfDay: false) },
            to: try text("to").map { try Self.moment($0, "to", endOfDay: true) },
            text: text("q").map { String($0.prefix(200)) }
        )
        return (filter, member)
    }

    /// A moment, or a day: from its beginning, up to its end.
    private static func moment(_ text: String, _ field: String, endOfDay: Bool) throws -> Timestamp {
        if let moment = Timestamp(rfc3339: text) { return moment }
        if let day = Timestamp(rfc3339: text + "T00:00") {
            return endOfDay ? day.adding(milliseconds: CalendarDay.length) : day
        }
        throw Problem.invalid(field, "Ngày viết như 2026-12-01.", "Write a day as 2026-12-01.")
    }

    private func searchAudit(_ request: Request, _ context: APIContext) async throws -> Response {
        let (filter, _) = try auditFilter(request, context)
        let query = request.uri.queryParameters
        let after = query.get("after").flatMap { Int64($0) }
        guard query.get("after") == nil || after != nil else {
            throw Problem.invalid("after", "“after” phải là số.", "'after' must be a number.")
        }
        let page = try await store.audit(filter, before: after, limit: Self.pageLimit)
        return .json(
            JSONText { json in
                json.list("items", page.entries) { json, entry in json.object { Self.describe(entry, &$0) } }
                if let next = page.next { json.field("next", String(next)) }
                if after == nil {
                    json.list("kinds", store.auditKinds) { json, kind in
                        json.object { json in
                            json.field("kind", kind.kind)
                            json.field("words", kind.words.vi)
                            json.field("wordsEn", kind.words.en)
                        }
                    }
                }
            }
        )
    }

    private static func describe(_ entry: AuditEntry, _ json: inout JSONText) {
        json.field("sequence", entry.sequence)
        json.field("at", entry.at)
        json.field("kind", entry.kind)
        json.field("actor", entry.actor)
        json.field("contest", entry.contest)
        json.field("detail", entry.detail)
        json.field("sentence", entry.sentence.vi)
        json.field("sentenceEn", entry.sentence.en)
    }

    private func exportAudit(_ request: Request, _ context: APIContext) async throws -> Response {
        let (filter, member) = try auditFilter(request, context)
        let query = request.uri.queryParameters
        let purpose = (query.get("purpose").map { String($0) } ?? "").composed.trimmed
        guard (1...200).contains(purpose.count) else {
            throw Problem.invalid(
                "purpose",
                "Hãy ghi mục đích, không quá 200 ký tự.",
                "Say what it is for, in at most 200 characters."
            )
        }
        let format = query.get("format").map { String($0) } ?? "csv"
        guard ["csv", "json"].contains(format) else {
            throw Problem.invalid("format", "Định dạng phải là csv hoặc json.", "The format must be csv or json.")
        }
        let separator: CSVWriter.Separator = query.get("separator") == "semicolon" ? .semicolon : .comma
        try await store.noteAuditExport(filter, purpose: purpose, by: member.name)
        let isCSV = format == "csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: isCSV ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
                .contentDisposition: "attachment; filename=\"nhat-ky.\(format)\"",
            ],
            body: ResponseBody { writer in
                if isCSV {
                    try await writeCSV(filter, separator, to: &writer)
                } else {
                    try await writeJSON(filter, to: &writer)
                }
                try await writer.finish(nil)
            }
        )
    }

    private func writeCSV(
        _ filter: AuditFilter,
        _ separator: CSVWriter.Separator,
        to writer: inout any ResponseBodyWriter
    ) async throws {
        try await writer.write(ByteBuffer(string: AuditExport.csvHead(separator)))
        var place: Int64?
        repeat {
            let page = try await store.audit(filter, before: place, limit: Self.exportChunk)
            try await writer.write(ByteBuffer(string: AuditExport.csvLines(page.entries, separator)))
            place = page.next
        } while place != nil
    }

    private func writeJSON(_ filter: AuditFilter, to writer: inout any ResponseBodyWriter) async throws {
        try await writer.write(ByteBuffer(string: "{\"items\":["))
        var place: Int64?
        var isFirst = true
        repeat {
            let page = try await store.audit(filter, before: place, limit: Self.exportChunk)
            for entry in page.entries {
                let json = JSONText { Self.describe(entry, &$0) }
                try await writer.write(ByteBuffer(bytes: (isFirst ? [] : [UInt8(ascii: ",")]) + json.bytes))
                isFirst = false
            }
            place = page.next
        } while place != nil
        try await writer.write(ByteBuffer(string: "]}"))
    }
}
