import HTTPTypes
import Hummingbird
import NIOCore
import QuizCore

extension API {
    func addReportRoutes(to api: inout RouteTable) {
        api.get("contests/:contest/coverage") { request, context in try await contestCoverage(request, context) }
        api.get("reports/coverage") { request, context in try await yearCoverage(request, context) }
        api.get("reports/yearly") { request, context in try await yearReport(request, context) }
    }

    private func contestCoverage(_ request: Request, _ context: APIContext) async throws -> Response {
        let contest = try definition(context).contest
        let query = request.uri.queryParameters
        let unit = try await reportUnit(query, context, contest: contest.id)
        let scope = ReportScope(contests: .one(contest.id), until: try Self.day(query), unit: unit)
        let report = CoverageReport(try await figures(scope), against: targets)
        return try await send(.coverage(report), query, name: "tham-gia-\(unit ?? contest.id)")
    }

    private func yearCoverage(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = request.uri.queryParameters
        let unit = try await reportUnit(query, context, contest: nil)
        let year = try year(query)
        let scope = ReportScope(contests: .year(year), until: try Self.day(query), unit: unit)
        let report = CoverageReport(try await figures(scope), against: targets)
        return try await send(.coverage(report), query, name: "tham-gia-\(year)\(unit.map { "-\($0)" } ?? "")")
    }

    private func yearReport(_ request: Request, _ context: APIContext) async throws -> Response {
        let query = request.uri.queryParameters
        let unit = try await reportUnit(query, context, contest: nil)
        let year = try year(query)
        guard let until = try Self.day(query) ?? YearReport.lastDay(of: year) else { throw Self.wrongYear }
        let scope = ReportScope(contests: .year(year), until: until, unit: unit)
        let report = YearReport(
            try await figures(scope),
            year: year,
            until: until,
            unit: unit,
            against: targets,
            vocabulary: vocabulary
        )
        return try await send(.year(report), query, name: "bao-cao-\(year)\(unit.map { "-\($0)" } ?? "")")
    }

    private func figures(_ scope: ReportScope) async throws -> ReportFigures {
        guard let place = exports.enter() else { throw Problem.busy }
        defer { _ = place }
        guard let figures = try await store.figures(scope) else { throw Problem.notFound }
        return figures
    }

    /// The unit asked for, if the reader may see its figures; without one the whole register must be theirs to see.
    private func reportUnit(_ query: Parameters, _ context: APIContext, contest: String?) async throws -> String? {
        let member = try staff(context)
        guard let code = ListRequest.named("unit", query) else {
            guard Authorization.allows(member, .seeCoverage, contest: contest, unitPath: nil) else {
                throw Problem.notFound
            }
            return nil
        }
        guard let unit = try await store.unit(code: code),
            Authorization.allows(
                member,
                .seeUnitCoverage,
                contest: contest,
                unitPath: store.register.path(up: unit.code)
            )
        else { throw Problem.notFound }
        return unit.code
    }

    private static var wrongYear: Problem {
        Problem.invalid("year", "Năm phải từ 2000 đến 2199.", "The year must be between 2000 and 2199.")
    }

    private func year(_ query: Parameters) throws -> Int {
        guard let text = ListRequest.named("year", query) else { return CalendarDay(of: now()).year }
        guard let year = Int(text), (2000...2199).contains(year) else { throw Self.wrongYear }
        return year
    }

    private static func day(_ query: Parameters) throws -> CalendarDay? {
        try ListRequest.named("until", query).map { text in
            guard let day = CalendarDay(text: text) else {
                throw Problem.invalid(
                    "until",
                    "Ngày chốt số liệu phải có dạng 2026-12-14.",
                    "The last day must be written as 2026-12-14."
                )
            }
            return day
        }
    }

    private func send(_ content: ReportDocument.Content, _ query: Parameters, name: String) async throws -> Response {
        let format = query.get("format") == nil ? .json : try ListRequest.format(query)
        let document = ReportDocument(content, vocabulary: vocabulary, at: now())
        let bytes = try await document.bytes(format, separator: try ListRequest.separator(query))
        var headers: HTTPFields = [.contentType: format.mediaType]
        if format != .json {
            headers[.contentDisposition] = "attachment; filename=\"\(name).\(format.rawValue)\""
        }
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
