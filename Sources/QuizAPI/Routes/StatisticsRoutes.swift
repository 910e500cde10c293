import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addStatisticsRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/statistics") { request, context in try await itemStatistics(request, context) }
    }

    /// What the answers say about the questions: it names their keys, so that it takes what reading keys takes (I7).
    private func itemStatistics(_ request: Request, _ context: APIContext) async throws -> Response {
        let member = try staff(context)
        let contest = try definition(context).contest
        guard Authorization.allows(member, .readKey, contest: contest.id, unitPath: nil) else {
            throw Problem.notFound
        }
        let query = request.uri.queryParameters
        guard let format = query.get("format").map({ StatisticsDocument.Format(rawValue: $0) }) ?? .json else {
            throw Problem.invalid(
                "format",
                "Định dạng phải là json, csv hoặc xlsx.",
                "The format must be json, csv or xlsx."
            )
        }
        let selection = try selection(query, of: contest)
        let report = try await store.itemReport(selection, by: member.name)
        let separator: CSVWriter.Separator = query.get("separator") == "semicolon" ? .semicolon : .comma
        let document = StatisticsDocument(selection, report, asOf: now())
        let bytes = try await document.written(format, separator: separator)
        var headers: HTTPFields = [.contentType: format.mediaType]
        if format != .json {
            headers[.contentDisposition] = "attachment; filename=\"thong-ke-\(contest.id).\(format.rawValue)\""
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func selection(_ query: Parameters, of contest: Contest) throws -> AttemptSelection {
        func named(_ name: String) -> String? { query.get(name).flatMap { $0.isEmpty ? nil : $0 } }
        let (round, group) = (named("round"), named("group"))
        if let round, contest.round(round) == nil {
            throw Problem.invalid("round", "Cuộc thi không có đợt này.", "The contest has no such round.")
        }
        if let group, contest.group(group) == nil {
            throw Problem.invalid("group", "Cuộc thi không có bảng này.", "The contest has no such group.")
        }
        guard let attempts = named("attempts").map({ AttemptSelection.Attempts(rawValue: $0) }) ?? .first else {
            throw Problem.invalid(
                "attempts",
                "Lượt thi phải là first, counted hoặc all.",
                "The attempts must be first, counted or all."
            )
        }
        return AttemptSelection(contest: contest.id, round: round, group: group, attempts: attempts)
    }
}
